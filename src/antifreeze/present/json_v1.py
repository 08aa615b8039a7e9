"""JSON, version 1, described by docs/schema/report-v1.json; stable for machines to read."""

from __future__ import annotations

import json
from typing import Any

import msgspec

from antifreeze import __version__
from antifreeze.model.finding import Finding, Impact, Report, Step
from antifreeze.present import Style
from antifreeze.present._wording import by_code

SUFFIX = ".json"


def render(report: Report, style: Style) -> str:  # noqa: ARG001 (every format has this signature)
    """The whole report as one JSON document."""
    document = {
        "version": 1,
        "tool": {"name": "antifreeze", "version": __version__},
        "findings": [_finding(finding, report) for finding in report.findings],
        "errors": [{"path": e.path, "line": e.line, "message": e.message} for e in report.errors],
        "summary": {
            "files": report.files,
            "functions_on_loop": report.functions_on_loop,
            "findings": len(report.findings),
            "derived": sum(finding.is_derived for finding in report.findings),
            "known": report.known,
            "by_code": by_code(report),
            "call_sites": msgspec.structs.asdict(report.coverage),
            "environment": {"path": report.environment, "packages": list(report.libraries)},
            "seconds": round(report.seconds, 3),
        },
        "unresolved": [
            {"path": s.path, "line": s.line, "column": s.column, "function": s.function} for s in report.unresolved
        ],
    }
    # ASCII alone, so that the document is the same bytes whatever encoding the output has.
    return json.dumps(document, indent=2) + "\n"


def _finding(finding: Finding, report: Report) -> dict[str, Any]:
    remedy = finding.remedy
    result: dict[str, Any] = {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.label,
        "category": finding.category,
        "path": finding.path,
        "line": finding.line,
        "column": finding.column,
        "end_line": finding.end_line,
        "end_column": finding.end_column,
        "function": finding.function,
        "context": finding.context,
        "call": finding.call,
        "message": finding.message,
        "remedy": {
            "summary": remedy.summary,
            "replacement": remedy.replacement,
            "package": remedy.package,
            "fallback": remedy.fallback,
            "docs": remedy.docs,
        },
        "impact": None if finding.impact is None else _impact(finding.impact),
        "trace": [_step(step) for step in finding.trace],
        "fingerprint": finding.fingerprint,
        "also": list(finding.also),
        "derived": finding.is_derived,
        "frames": [_step(step) for step in finding.frames],
    }
    if report.fixes is not None:
        fix = report.fixes.get(finding.fingerprint)
        result["fix"] = None if fix is None else msgspec.to_builtins(fix)
    return result


def _impact(impact: Impact) -> dict[str, Any]:
    return {**msgspec.structs.asdict(impact), "saturates_at": impact.saturates_at}


def _step(step: Step) -> dict[str, Any]:
    return {
        "path": step.path, "line": step.line, "column": step.column, "function": step.function, "call": step.call,
    }  # fmt: skip
