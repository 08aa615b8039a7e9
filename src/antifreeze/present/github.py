"""GitHub's workflow commands: each finding as an annotation of the line in the pull request.

GitHub shows ten annotations of each level in a step, so the worst come first.
"""

from __future__ import annotations

from antifreeze.model.finding import Finding, Report
from antifreeze.model.rule import Severity
from antifreeze.model.source import SourceError
from antifreeze.present import Style
from antifreeze.present._wording import advice, clean, cost, where

SUFFIX = ".txt"

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(report: Report, style: Style) -> str:  # noqa: ARG001 (every format has this signature)
    """One command a line, for the findings and for the files that could not be analysed."""
    worst_first = sorted(report.findings, key=lambda finding: -finding.severity)
    lines = [*map(_broken, report.errors), *map(_annotation, worst_first)]
    return "".join(f"{line}\n" for line in lines)


def _annotation(finding: Finding) -> str:
    place = {"file": finding.path, "line": str(finding.line), "endLine": str(finding.end_line)}
    if finding.line == finding.end_line:  # columns across several lines are refused
        place |= {"col": str(finding.column), "endColumn": str(finding.end_column)}
    texts = [finding.message]
    if len(finding.trace) > 1:
        texts += [where(step) for step in finding.trace]
    texts += [text for text in (advice(finding.remedy), finding.remedy.docs) if text]
    if finding.impact is not None:
        texts.append(cost(finding.impact))
    return _command(_LEVELS[finding.severity], {**place, "title": f"{finding.code} {finding.name}"}, texts)


def _broken(error: SourceError) -> str:
    place = {"file": error.path, "line": str(max(error.line, 1)), "title": "AF900 not-analysed"}
    return _command("error", place, [error.message])


def _command(level: str, properties: dict[str, str], texts: list[str]) -> str:
    told = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{level} {told}::{_data(chr(10).join(clean(text) for text in texts))}"


def _data(text: str) -> str:
    """Text that ends no command and starts none."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(clean(text)).replace(":", "%3A").replace(",", "%2C")
