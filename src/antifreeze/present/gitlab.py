"""GitLab's code quality report: what a merge request shows beside the changed lines."""

from __future__ import annotations

import json
from typing import Any

from antifreeze.model.finding import Finding, Report
from antifreeze.model.rule import Severity
from antifreeze.model.source import SourceError
from antifreeze.present import Style
from antifreeze.present._wording import advice, clean, cost, where

SUFFIX = ".json"

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(report: Report, style: Style) -> str:  # noqa: ARG001 (every format has this signature)
    """One JSON array of issues; each fingerprint once, as GitLab demands."""
    issues = {issue["fingerprint"]: issue for issue in [*map(_broken, report.errors), *map(_issue, report.findings)]}
    return json.dumps(list(issues.values()), indent=2) + "\n"


def _issue(finding: Finding) -> dict[str, Any]:
    hint = advice(finding.remedy)
    body = [f"{number}. `{clean(where(step))}`" for number, step in enumerate(finding.trace, 1)]
    if hint:
        body += ["", f"Remedy: {clean(hint)}"]
    if finding.impact is not None:
        body += ["", f"Cost: {cost(finding.impact)}"]
    return {
        "type": "issue",
        "check_name": f"{finding.code} {finding.name}",
        "description": clean(f"{finding.message}{f'; {hint}' if hint else ''}"),
        "content": {"body": "\n".join(body)},
        "categories": ["Performance"],
        "severity": _SEVERITIES[finding.severity],
        "fingerprint": finding.fingerprint,
        "location": {"path": finding.path, "lines": {"begin": finding.line, "end": finding.end_line}},
    }


def _broken(error: SourceError) -> dict[str, Any]:
    line = max(error.line, 1)
    return {
        "type": "issue",
        "check_name": "AF900 not-analysed",
        "description": clean(error.message),
        "categories": ["Bug Risk"],
        "severity": "critical",
        "fingerprint": f"AF900:{error.path}",
        "location": {"path": error.path, "lines": {"begin": line, "end": line}},
    }
