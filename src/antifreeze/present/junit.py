"""JUnit XML, for what shows tests: each finding a failed test of the function that it freezes."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from antifreeze.model.finding import Finding, Report
from antifreeze.model.rule import Severity
from antifreeze.present import Style
from antifreeze.present._wording import advice, clean, cost, where

SUFFIX = ".xml"


def render(report: Report, style: Style) -> str:  # noqa: ARG001 (every format has this signature)
    """One suite; information passes with its text as output, files that were not analysed are errors."""
    failures = sum(finding.severity > Severity.INFO for finding in report.findings)
    cases = len(report.findings) + len(report.errors)
    counts = {
        "name": "antifreeze", "tests": str(max(cases, 1)), "failures": str(failures),
        "errors": str(len(report.errors)), "time": f"{report.seconds:.3f}",
    }  # fmt: skip
    root = ET.Element("testsuites", counts)
    suite = ET.SubElement(root, "testsuite", {**counts, "skipped": "0"})
    for error in report.errors:
        name = f"AF900 at {clean(error.path)}:{error.line}"
        case = _case(suite, clean(error.path), name, clean(error.path), max(error.line, 1))
        ET.SubElement(case, "error", {"message": clean(error.message), "type": "AF900"})
    for finding in report.findings:
        _told(suite, finding)
    if not cases:
        _case(suite, "antifreeze", "no blocking calls found", "", 0)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _told(suite: ET.Element, finding: Finding) -> None:
    path = clean(finding.path)
    name = f"{finding.code} {clean(finding.call or finding.name)} at {path}:{finding.line}:{finding.column}"
    case = _case(suite, clean(finding.function) or path, name, path, finding.line)
    lines = [clean(where(step)) for step in finding.trace]
    if hint := advice(finding.remedy):
        lines.append(f"remedy: {clean(hint)}")
    if finding.impact is not None:
        lines.append(f"cost: {cost(finding.impact)}")
    text = "\n".join(lines)
    if finding.severity > Severity.INFO:
        kind = f"{finding.code} {finding.name}"
        ET.SubElement(case, "failure", {"message": clean(finding.message), "type": kind}).text = text
    else:
        ET.SubElement(case, "system-out").text = f"{clean(finding.message)}\n{text}"


def _case(suite: ET.Element, function: str, name: str, path: str, line: int) -> ET.Element:
    place = {"file": path, "line": str(line)} if path else {}
    return ET.SubElement(suite, "testcase", {"classname": function, "name": name, "time": "0", **place})
