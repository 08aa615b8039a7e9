"""A flake8 plugin (extra `flake8`): the findings as flake8's own, with the whole program as context.

flake8 looks at one file at a time. The program, the working directory or what the configuration names, is analysed
once for the run, before flake8 starts its workers, and each file is told its part.
"""

from __future__ import annotations

import ast
import os
from collections.abc import Iterator
from typing import Any, ClassVar

from antifreeze import __version__
from antifreeze.cli.question import asked
from antifreeze.model.finding import Report


class Checker:
    """What flake8 makes for each file."""

    name = "antifreeze"
    version = __version__
    _found: ClassVar[dict[str, list[tuple[int, int, str]]] | None] = None

    def __init__(self, tree: ast.AST, filename: str) -> None:  # noqa: ARG002 (flake8 passes arguments by name)
        self._filename = filename

    @classmethod
    def parse_options(cls, options: Any) -> None:  # noqa: ARG003 (flake8's signature)
        """Analyse the program once, in the process that the workers are forked from."""
        cls._found = None
        cls._all()

    def run(self) -> Iterator[tuple[int, int, str, type]]:
        """The findings of the file: line, column from 0, code and text."""
        for line, column, text in self._all().get(os.path.abspath(self._filename), ()):
            yield line, column, text, type(self)

    @classmethod
    def _all(cls) -> dict[str, list[tuple[int, int, str]]]:
        if cls._found is None:
            cls._found = _by_file(_report())
        return cls._found


def _report() -> Report:
    """The report that `antifreeze check` would give here, without what its baseline knows."""
    from antifreeze.cli.analysis import analyse_whole
    from antifreeze.cli.baseline import without_known

    nothing_given = {
        "paths": (), "config_path": None, "no_config": False, "jobs": None, "cache_dir": None, "no_cache": False,
        "executor": None,
    }  # fmt: skip
    question = asked(nothing_given)
    report = analyse_whole(question.paths, question.config, question.run)
    return without_known(report, question).report if question.config.baseline else report


def _by_file(report: Report) -> dict[str, list[tuple[int, int, str]]]:
    from antifreeze.present._wording import advice, clean, via

    found: dict[str, list[tuple[int, int, str]]] = {}
    for finding in report.findings:
        way, hint = via(finding), advice(finding.remedy)
        text = f"{finding.code} {finding.message}{f' via {way}' if way else ''}{f'; {hint}' if hint else ''}"
        place = (finding.line, finding.column - 1, clean(text))
        found.setdefault(os.path.abspath(finding.path), []).append(place)
    return found
