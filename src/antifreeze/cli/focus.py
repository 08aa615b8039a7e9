"""What part of a report to show: what concerns some paths, or some changed lines."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

import msgspec

from antifreeze.model.finding import Report, Step
from antifreeze.model.source import printable

if TYPE_CHECKING:
    from antifreeze.store.git import Lines

Touches = Callable[[str, int, int], bool]
"""Whether the lines of a file, both ends included, are of interest."""


def is_below(path: str, tops: Iterable[str]) -> bool:
    """Whether a path is one of the others, or lies below it."""
    return any(top in (".", path) or path.startswith(f"{top}/") for top in tops)


def shown_names(paths: Iterable[str], stdin: str) -> list[str]:
    """Paths as reports show them: relative to the working directory, standard input under its name."""
    return [printable(os.path.relpath(stdin if path == "-" else path).replace(os.sep, "/")) for path in paths]


def below_paths(report: Report, tops: Iterable[str]) -> Report:
    """The findings whose trace passes through one of the paths."""
    tops = tuple(tops)
    below = functools.cache(functools.partial(is_below, tops=tops))
    return _touching(report, lambda path, _first, _last: below(path))


def on_changes(report: Report, changed: Mapping[str, Lines]) -> Report:
    """The findings whose trace passes through a changed line."""

    def touches(path: str, first: int, last: int) -> bool:
        return any(first <= end and start <= last for start, end in changed.get(path, ()))

    focused = _touching(report, touches)
    return msgspec.structs.replace(focused, errors=tuple(error for error in report.errors if error.path in changed))


def _touching(report: Report, touches: Touches) -> Report:
    def wanted(step: Step) -> bool:
        return touches(step.path, step.line, step.end_line)

    return msgspec.structs.replace(
        report,
        findings=tuple(finding for finding in report.findings if any(map(wanted, finding.trace))),
        errors=tuple(error for error in report.errors if touches(error.path, error.line, error.line)),
        unresolved=tuple(filter(wanted, report.unresolved)),
    )
