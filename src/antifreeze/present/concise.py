"""One line a finding: `path:line:column: CODE message`, for editors and grep."""

from __future__ import annotations

from antifreeze.model.finding import Report
from antifreeze.present import Style
from antifreeze.present._wording import advice, brief_cost, clean, via

SUFFIX = ".txt"


def render(report: Report, style: Style) -> str:  # noqa: ARG001 (every format has this signature)
    """The findings and errors, each on a line of its own."""
    lines = []
    for finding in report.findings:
        way = via(finding)
        text = f"{finding.path}:{finding.line}:{finding.column}: {finding.code} {finding.message}"
        hint = advice(finding.remedy)
        price = f"; {brief_cost(finding.impact)}" if finding.impact is not None else ""
        lines.append(clean(f"{text}{f' via {way}' if way else ''}{f'; {hint}' if hint else ''}{price}"))
    lines.extend(clean(f"{error.path}:{max(error.line, 1)}:1: AF900 {error.message}") for error in report.errors)
    lines.extend(
        clean(f"{step.path}:{step.line}:{step.column}: unresolved call in {step.function}")
        for step in report.unresolved
    )
    return "".join(f"{line}\n" for line in lines)
