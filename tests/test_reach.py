"""Every function that running a case enters on the loop's thread is found where it blocks, and on no other way.

The truth is what Python does: `oracle/reach.py` runs the case, and has the analysis judge it anew with each of these
functions blocking. What is known to differ is written down in `oracle/differences.json`.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cases import Case, all_cases
from oracle.reach import differences

KNOWN = Path(__file__).parent / "oracle" / "differences.json"
PROVED = [case for case in all_cases() if case.oracle]


@pytest.mark.parametrize("case", PROVED, ids=lambda case: case.name)
def test_what_is_reached_is_found(case: Case, request: pytest.FixtureRequest) -> None:
    known = json.loads(KNOWN.read_text(encoding="utf-8"))
    differing = differences(case)
    if request.config.getoption("--update-golden"):
        changed = {**known, case.name: differing}
        kept = {name: lines for name, lines in sorted(changed.items()) if lines}
        KNOWN.write_text(json.dumps(kept, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    else:
        assert differing == known.get(case.name, [])


def test_little_differs() -> None:
    known = json.loads(KNOWN.read_text(encoding="utf-8"))
    assert set(known) <= {case.name for case in all_cases()}
    assert sum(map(len, known.values())) <= len(PROVED) / 2, "more than one line in two cases"
