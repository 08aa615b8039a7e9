"""SARIF 2.1.0, for code scanning and editors: rules with their pages, traces as code flows."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

import msgspec

from antifreeze import __version__
from antifreeze.catalog.pages import page_of
from antifreeze.model.finding import Finding, OfferedFix, Report, Step
from antifreeze.model.rule import RULES, Rule, Severity
from antifreeze.model.source import SourceError
from antifreeze.present import Style
from antifreeze.present._wording import advice, clean, cost

SUFFIX = ".sarif"

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_FINGERPRINT = "antifreeze/v1"
_ROOT = "%SRCROOT%"


def render(report: Report, style: Style) -> str:  # noqa: ARG001 (every format has this signature)
    """One run as a SARIF log; it describes the rules that occur."""
    occurring = {finding.code for finding in report.findings} | ({"AF900"} if report.errors else set())
    places = {code: place for place, code in enumerate(code for code in RULES if code in occurring)}
    rules = [_rule(RULES[code]) for code in places]
    run = {
        "tool": {"driver": {"name": "antifreeze", "version": __version__, "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder in which antifreeze was run."}}},
        "invocations": [
            {
                "executionSuccessful": True,
                "toolExecutionNotifications": [_broken(error, places) for error in report.errors],
            }
        ],
        "results": [_result(finding, places, report) for finding in report.findings],
    }
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(log, indent=1) + "\n"


def _rule(rule: Rule) -> dict[str, Any]:
    page = page_of(rule.code)
    summary = f"{rule.summary[0].upper()}{rule.summary[1:]}."
    return {
        "id": rule.code,
        "name": "".join(part.capitalize() for part in rule.name.split("-")),
        "shortDescription": {"text": summary},
        "fullDescription": {"text": page.partition("\n## ")[0].replace("\n", " ").strip() or summary},
        "help": {"text": page, "markdown": page},
        "properties": {"tags": ["asyncio", "performance", rule.category], "precision": "high"},
    }


def _result(finding: Finding, places: dict[str, int], report: Report) -> dict[str, Any]:
    sink = finding.trace[-1]
    sentences = [_plain(finding.message)]
    if len(finding.trace) > 1:
        sentences.append(f"[{_plain(finding.call)}](1) is called at {_plain(sink.path)}:{sink.line}")
    if hint := advice(finding.remedy):
        sentences.append(f"Remedy: {_plain(hint)}")
    if finding.impact is not None:
        sentences.append(f"It {_plain(cost(finding.impact))}")
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": places[finding.code],
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{'. '.join(sentences)}."},
        "locations": [_location(_entry(finding))],
        "partialFingerprints": {_FINGERPRINT: finding.fingerprint},
        "properties": {"category": finding.category, "context": finding.context, "also": list(finding.also)},
    }
    if finding.impact is not None:
        impact = {**msgspec.structs.asdict(finding.impact), "saturates_at": finding.impact.saturates_at}
        result["properties"]["impact"] = impact
    fix = (report.fixes or {}).get(finding.fingerprint)
    if fix is not None:
        result["fixes"] = [_fix(finding.path, fix)]
    if len(finding.trace) > 1:
        behind = [sink, *finding.trace[1:-1]]
        result["relatedLocations"] = [{"id": number, **_location(step)} for number, step in enumerate(behind, 1)]
        result["codeFlows"] = [_flow(finding)]
    return result


def _fix(path: str, fix: OfferedFix) -> dict[str, Any]:
    replacements = [
        {
            "deletedRegion": {
                "startLine": part.line, "startColumn": part.column,
                "endLine": part.end_line, "endColumn": part.end_column,
            },
            "insertedContent": {"text": part.text},
        }
        for part in fix.replacements
    ]  # fmt: skip
    change = {"artifactLocation": _artifact(path), "replacements": replacements}
    return {"description": {"text": _plain(fix.summary)}, "artifactChanges": [change]}


def _entry(finding: Finding) -> Step:
    return Step(
        finding.path, finding.line, finding.column, finding.end_line, finding.end_column, finding.function, ""
    )  # fmt: skip


def _flow(finding: Finding) -> dict[str, Any]:
    """The way from the entry to the sink; each call nests one deeper."""
    ends = (0, len(finding.trace) - 1)
    steps = [
        {
            "location": _location(step),
            "nestingLevel": depth,
            "importance": "essential" if depth in ends else "important",
        }
        for depth, step in enumerate(finding.trace)
    ]
    return {"threadFlows": [{"locations": steps}]}


def _location(step: Step) -> dict[str, Any]:
    location: dict[str, Any] = {
        "physicalLocation": {
            "artifactLocation": _artifact(step.path),
            "region": {
                "startLine": step.line, "startColumn": step.column,
                "endLine": step.end_line, "endColumn": step.end_column,
            },
        },
    }  # fmt: skip
    if step.function:
        location["logicalLocations"] = [{"fullyQualifiedName": step.function, "kind": "function"}]
    if step.call:
        location["message"] = {"text": f"calls {_plain(step.call)}"}
    return location


def _artifact(path: str) -> dict[str, str]:
    return {"uri": quote(path, errors="backslashreplace"), "uriBaseId": _ROOT}


def _broken(error: SourceError, places: dict[str, int]) -> dict[str, Any]:
    place = {"artifactLocation": _artifact(error.path), "region": {"startLine": max(error.line, 1)}}
    return {
        "descriptor": {"id": "AF900", "index": places["AF900"]},
        "level": "error",
        "message": {"text": _plain(error.message)},
        "locations": [{"physicalLocation": place}],
    }


def _plain(text: str) -> str:
    """Text without links: brackets stand for themselves."""
    return clean(text).replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
