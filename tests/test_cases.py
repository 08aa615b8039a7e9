"""Every annotated case: the analyser finds what is expected, and running it proves that the expectation is true."""

from __future__ import annotations

import pytest

from cases import Case, all_cases, analyse, sources_of
from oracle.run import observe

CASES = all_cases()
PROVED = [case for case in CASES if case.oracle]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_findings(case: Case) -> None:
    report = analyse(sources_of(case))
    assert not report.errors
    found = {(finding.path, finding.line, finding.code) for finding in report.findings}
    traces = "\n".join(f"  {f.path}:{f.line} {f.code} {f.message} {[s.call for s in f.trace]}" for f in report.findings)
    assert sorted(case.expected - found) == [], f"not found; found are:\n{traces}"
    assert sorted(found - case.expected) == [], f"found without being expected:\n{traces}"


@pytest.mark.parametrize("case", [case for case in CASES if case.missing], ids=lambda case: case.name)
def test_known_misses_are_still_missed(case: Case) -> None:
    report = analyse(sources_of(case))
    found = {(finding.path, finding.line, finding.code) for finding in report.findings}
    assert not case.missing & found, "found by now: mark it `expect`"


@pytest.mark.parametrize("case", PROVED, ids=lambda case: case.name)
def test_expectations_are_true(case: Case) -> None:
    """The loop's thread enters a blocking primitive through every expected line, and through no other way."""
    observed = observe(case)
    lines = {(path, line) for path, line, code in case.expected | case.missing}
    unproved = sorted(lines - {mark for stack in observed for mark in stack})
    assert unproved == [], "running the case never blocked the loop through these lines"
    unexplained = [stack for stack in observed if not lines & set(stack)]
    assert unexplained == [], "running the case blocked the loop through lines that expect nothing"


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 150
    assert len(PROVED) >= 80
