"""What only looks different is judged the same: each case, changed in one of the ways of `scripts/metamorphic.py`."""

from __future__ import annotations

import sys
import warnings
import zlib
from pathlib import Path

import pytest

from cases import Case, all_cases, sources_of

sys.path.insert(0, str(Path(__file__).parents[2] / "scripts"))
from metamorphic import WAYS, changed_by, marks, respelled

SPLIT = "what a helper returns or keeps for its arguments is not told apart behind another one that hands them on"
TRIED = "what an inherited method runs is judged for all heirs where a try stands around it"
RENAMED = "a name of its own for what is imported hides what it describes"
NOT_YET = {
    ("conditions/marked_before_hooks", "split"): SPLIT,
    ("conditions/matched_attributes", "split"): SPLIT,
    ("conditions/no_loop_running", "split"): SPLIT,
    ("decorators/own_parameters_of_wrappers", "split"): SPLIT,
    ("flow/told_apart", "split"): SPLIT,
    ("values/bare_containers", "split"): SPLIT,
    ("values/handed_on_before", "split"): SPLIT,
    ("values/looked_up", "split"): SPLIT,
    ("values/picked_by_key", "split"): SPLIT,
    ("effects/special_methods", "split"): SPLIT,
    ("effects/implementations_by_receiver", "try"): TRIED,
    ("effects/field_callables", "from"): RENAMED,
    ("effects/field_callables", "from-as"): RENAMED,
    ("offloads/called_too_early", "from-as"): RENAMED,
    ("suppressions/too_early", "from-as"): RENAMED,
}
PAIRS = [(case, list(WAYS)[zlib.crc32(case.name.encode()) % len(WAYS)]) for case in all_cases()]
CHOSEN = [(case, way) for case, way in PAIRS if (case.name, way) not in NOT_YET]
KNOWN = [(case, way) for case in all_cases() for way in WAYS if (case.name, way) in NOT_YET]


def differs(case: Case, way: str) -> bool:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        sources = [source for source in map(respelled, sources_of(case)) if source is not None]
        return marks(sources) != marks(changed_by(way, sources)[0])


@pytest.mark.parametrize("way", WAYS)
def test_what_looks_different_is_judged_the_same(way: str) -> None:
    assert [case.name for case, chosen in CHOSEN if chosen == way and differs(case, way)] == []


@pytest.mark.parametrize(("case", "way"), KNOWN, ids=lambda part: getattr(part, "name", part))
def test_what_is_known_to_differ_still_does(case: Case, way: str) -> None:
    assert differs(case, way), "say so no longer"
