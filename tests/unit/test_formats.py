"""The formats for machines: each as its consumer reads it, of made and of real reports, and with hostile text."""

from __future__ import annotations

import json
import re
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import jsonschema
import junitparser
import pytest
from hypothesis import given
from hypothesis import strategies as st

from antifreeze.model.finding import Report, Step
from antifreeze.model.rule import RULES, Severity
from antifreeze.model.source import SourceError
from antifreeze.present import Style, render
from cases import all_cases, analyse, sources_of
from schemas import validate
from unit.test_present import finding, report

EVIL = "a\n::error::b\r##[error]c%0A,d:e\x1b[31m\x00<&\"'>]]>\ud800 [x](1) \\"


def evil(text: str = EVIL, severity: Severity = Severity.ERROR) -> Report:
    steps = (Step(text, 1, 1, 1, 2, text, text), Step(text, 3, 1, 3, 2, text, text))
    bad = finding(text, 1, severity=severity, function=text, call=text, message=text, trace=steps, also=(text,))
    return Report((bad,), (SourceError(text, 0, text),), 1, 1, 0.0)


def real_reports() -> list[Report]:
    return [analyse(sources_of(case)) for case in all_cases()[::20]]


@pytest.fixture(scope="module")
def reports() -> list[Report]:
    return [report(), Report((), (), 0, 0, 0.0), evil(), evil(severity=Severity.INFO), *real_reports()]


# SARIF


def sarif(of: Report) -> dict[str, object]:
    run: dict[str, object] = json.loads(render("sarif", of, Style()))["runs"][0]
    return run


def test_sarif_follows_the_official_schema(reports: list[Report]) -> None:
    for each in reports:
        validate(json.loads(render("sarif", each, Style())), "sarif-2.1.0")


def test_the_schema_would_refuse_what_is_wrong() -> None:
    document = json.loads(render("sarif", report(), Style()))
    document["runs"][0]["results"][0]["level"] = "fatal"
    with pytest.raises(jsonschema.ValidationError):
        validate(document, "sarif-2.1.0")


def test_sarif_holds_the_whole_way() -> None:
    result = sarif(report())["results"][0]  # type: ignore[index]
    flow = result["codeFlows"][0]["threadFlows"][0]["locations"]
    assert [step["nestingLevel"] for step in flow] == [0, 1]
    lines = [step["location"]["physicalLocation"]["region"]["startLine"] for step in flow]
    assert lines == [4, 3]
    assert result["relatedLocations"][0]["id"] == 1
    assert "[requests.get](1)" in result["message"]["text"]
    assert result["partialFingerprints"] == {"antifreeze/v1": "0123456789abcdef"}
    assert result["properties"]["impact"]["saturates_at"] == 10


def test_sarif_names_each_rule_with_its_page() -> None:
    rules = sarif(report())["tool"]["driver"]["rules"]  # type: ignore[index]
    assert [rule["id"] for rule in rules] == ["AF102", "AF900"]
    assert all("\n" not in rule["fullDescription"]["text"] for rule in rules)
    by_id = {rule["id"]: rule for rule in rules}
    assert "## Instead" in by_id["AF102"]["help"]["markdown"]


def test_every_rule_has_a_page_to_show() -> None:
    every = Report(tuple(finding("a.py", 1, code=code) for code in RULES), (), 1, 1, 0.0)
    document = json.loads(render("sarif", every, Style()))
    validate(document, "sarif-2.1.0")
    assert [rule["id"] for rule in document["runs"][0]["tool"]["driver"]["rules"]] == list(RULES)


def test_sarif_results_point_at_their_rule(reports: list[Report]) -> None:
    for each in reports:
        run = sarif(each)
        for result in run["results"]:  # type: ignore[attr-defined]
            assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]  # type: ignore[index]


def test_sarif_paths_are_relative_references() -> None:
    odd = Report((finding("a b/c:d#ü.py", 4),), (), 1, 1, 0.0)
    uri = sarif(odd)["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]  # type: ignore[index]
    assert re.fullmatch(r"[A-Za-z0-9%/._~-]+", uri)
    assert unquote(uri) == "a b/c:d#ü.py"


def test_sarif_messages_link_to_nothing_else() -> None:
    text = sarif(evil())["results"][0]["message"]["text"]  # type: ignore[index]
    assert set(re.findall(r"(?<!\\)\]\((.*?)\)", text)) <= {"1"}


# GitHub


def unescaped(text: str) -> str:
    return text.replace("%0A", "\n").replace("%0D", "\r").replace("%3A", ":").replace("%2C", ",").replace("%25", "%")


def commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    """The commands as GitHub's runner reads them, line by line; any other line would be a leak."""
    found = []
    for line in re.split(r"\r\n|\r|\n", text)[:-1]:
        match = re.fullmatch(r"::(error|warning|notice) (.*?)::(.*)", line)
        assert match, line
        properties = dict(part.partition("=")[::2] for part in match[2].split(","))
        found.append((match[1], {key: unescaped(value) for key, value in properties.items()}, unescaped(match[3])))
    return found


def test_github_annotates_the_line() -> None:
    errors, annotations = (
        commands(render("github", report(), Style()))[:1],
        commands(render("github", report(), Style())),
    )
    assert errors[0][1] == {"file": "app/broken.py", "line": "3", "title": "AF900 not-analysed"}
    level, place, text = annotations[1]
    assert level == "error"
    assert place["file"] == "app/api.py"
    assert (place["line"], place["endLine"], place["col"], place["endColumn"]) == ("4", "4", "5", "12")
    assert text.splitlines()[0] == "`app.load` blocks the event loop"
    assert "app/client.py:3 in app.load: requests.get" in text
    assert "100 requests queue up" in text


def test_github_columns_are_left_out_where_a_call_spans_lines() -> None:
    long = Report((finding("a.py", 4, end_line=6),), (), 1, 1, 0.0)
    assert "col" not in commands(render("github", long, Style()))[0][1]


def test_the_worst_annotations_come_first() -> None:
    mixed = Report(tuple(finding("a.py", 4, severity=severity) for severity in Severity), (), 1, 1, 0.0)
    assert [level for level, _, _ in commands(render("github", mixed, Style()))] == ["error", "warning", "notice"]


@given(st.text())
def test_no_text_starts_a_command_of_its_own(text: str) -> None:
    assert len(commands(render("github", evil(EVIL + text), Style()))) == 2


# GitLab


def test_gitlab_issues_have_what_gitlab_asks_for(reports: list[Report]) -> None:
    for each in reports:
        issues = json.loads(render("gitlab", each, Style()))
        assert isinstance(issues, list)
        for issue in issues:
            assert issue["description"]
            assert issue["check_name"].partition(" ")[0] in RULES
            assert issue["severity"] in {"info", "minor", "major", "critical", "blocker"}
            assert not issue["location"]["path"].startswith(("./", "/"))
            assert issue["location"]["lines"]["begin"] >= 1
        fingerprints = [issue["fingerprint"] for issue in issues]
        assert len(set(fingerprints)) == len(fingerprints)


# JUnit


def test_junit_is_read_by_its_consumers(reports: list[Report]) -> None:
    for each in reports:
        text = render("junit", each, Style())
        suites = junitparser.JUnitXml.fromstring(text.encode())
        (suite,) = suites
        cases = list(suite)
        failures = [case for case in cases if any(isinstance(part, junitparser.Failure) for part in case.result)]
        errors = [case for case in cases if any(isinstance(part, junitparser.Error) for part in case.result)]
        assert (suite.tests, suite.failures, suite.errors) == (len(cases), len(failures), len(errors))
        assert len(errors) == len(each.errors)
        assert len(failures) == sum(found.severity > Severity.INFO for found in each.findings)
        assert all(case.name and case.classname for case in cases)


def test_junit_of_nothing_is_one_passed_test() -> None:
    (suite,) = junitparser.JUnitXml.fromstring(render("junit", Report((), (), 0, 0, 0.0), Style()).encode())
    assert [(case.name, case.result) for case in suite] == [("no blocking calls found", [])]


@given(st.text(st.characters(exclude_categories=())))
def test_junit_is_well_formed_whatever_the_text(text: str) -> None:
    root = ET.fromstring(render("junit", evil(text), Style()).encode("utf-8"))
    assert root.tag == "testsuites"
