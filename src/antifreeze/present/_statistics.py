"""Counts of a report's findings: by rule, by library and by module."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from antifreeze.model.finding import Finding, Report
from antifreeze.model.rule import RULES
from antifreeze.present._wording import clean

_ROWS = 20
"""The most rows of a table; the rest is one row."""


def statistics(report: Report) -> str:
    """Three tables, the largest counts first."""
    findings = report.findings
    return "".join(
        [
            *_table("rule", (f"{finding.code} {RULES[finding.code].name}" for finding in findings)),
            *_table("library", (library for finding in findings if (library := _library(finding)))),
            *_table("module", (finding.path for finding in findings)),
        ]
    )


def _library(finding: Finding) -> str:
    """The root package of the blocking call; names without one are builtins."""
    root, dot, _ = finding.call.partition(".")
    return root if dot or not root else "builtins"


def _table(title: str, values: Iterable[str]) -> Iterable[str]:
    counts = sorted(Counter(values).items(), key=lambda item: (-item[1], item[0]))
    if not counts:
        return
    yield f"findings by {title}\n"
    for value, count in counts[:_ROWS]:
        yield f"{count:>8,}  {clean(value)}\n"
    if rest := counts[_ROWS:]:
        yield f"{sum(count for _, count in rest):>8,}  in {len(rest):,} others\n"
