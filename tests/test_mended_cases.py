"""The annotated cases, mended: they parse, have no new finding, and no longer block the loop where a fix was."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from antifreeze.catalog.packaged import load_loop_bound
from antifreeze.engine import Request
from antifreeze.mending import Mended, mend
from cases import Case, all_cases, analyse, ports, sources_of
from oracle.run import observe

WITH_FINDINGS = [case for case in all_cases() if case.oracle and case.expected and not case.missing]
_OUTCOMES: dict[str, Mended] = {}


def mended(case: Case) -> Mended:
    if case.name not in _OUTCOMES:
        _OUTCOMES[case.name] = mend(Request(sources_of(case)), ports(), load_loop_bound)
    return _OUTCOMES[case.name]


@pytest.mark.parametrize("case", WITH_FINDINGS, ids=lambda case: case.name)
def test_mended_lines_no_longer_block(case: Case, tmp_path: Path) -> None:
    outcome = mended(case)
    if not outcome.contents:
        assert not outcome.fixes
        return
    files = []
    for path in case.files:
        target = tmp_path / path.relative_to(case.folder)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(outcome.contents.get(path.relative_to(case.folder).as_posix(), path.read_bytes()))
        files.append(target)
    after = replace(case, folder=tmp_path, files=tuple(files))
    report = analyse(sources_of(after))
    assert not report.errors
    assert len(report.findings) == len(outcome.before.findings) - len(outcome.fixes)
    left = {(finding.path, finding.line) for finding in report.findings}
    try:
        stacks = observe(after)
    except asyncio.TimeoutError:
        # What waits for a queue that nobody fills waits for ever, without the recorders that made it return.
        assert "asyncio's lock or queue" in {fix.what for fix in outcome.fixes}
        return
    blocked = [stack for stack in stacks if not left & set(stack)]
    assert blocked == [], "the mended case still blocks the loop through lines without a finding"
