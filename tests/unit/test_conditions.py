"""Conditions: what the grammar admits, and that the unknown never exempts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antifreeze.catalog.conditions import UNKNOWN, Flags, bind, holds, parse_condition, parse_signature
from antifreeze.errors import CatalogError

LITERALS = st.one_of(st.booleans(), st.integers(-3, 3), st.floats(allow_nan=False), st.text(max_size=3), st.none())
FORMS = [
    "x",
    "not x",
    "x == 0",
    "x != 0",
    "x <= 0",
    "x < 0",
    "x > 0",
    "x >= 0",
    "x is None",
    "x is not None",
    "x in (1, 2)",
]


@given(st.sampled_from(FORMS), LITERALS)
def test_a_known_value_gives_what_python_gives(text: str, value: object) -> None:
    condition = parse_condition(text)
    try:
        expected = bool(eval(text, {"x": value}))
    except TypeError:
        expected = False
    assert holds(condition, {"x": value}) == expected


@given(st.sampled_from(FORMS))
def test_the_unknown_never_holds(text: str) -> None:
    assert not holds(parse_condition(text), {"x": UNKNOWN})
    assert not holds(parse_condition(text), {})


def test_conjunctions_and_facts() -> None:
    condition = parse_condition("not block and self.maxsize == 0")
    assert holds(condition, {"block": False, "self.maxsize": 0})
    assert not holds(condition, {"block": False})


@pytest.mark.parametrize("text", ["x +", "f(x)", "x == y", "a or b", "other.x == 1", "1 < x < 2"])
def test_other_forms_are_refused(text: str) -> None:
    with pytest.raises(CatalogError):
        parse_condition(text)


def test_binding_by_place_name_and_default() -> None:
    signature = parse_signature("(block=True, timeout=None, *, key=1)")
    assert bind(signature, [], {}) == {"block": True, "timeout": None, "key": 1}
    assert bind(signature, [False], {"timeout": 3, "other": 4}) == {"block": False, "timeout": 3, "key": 1}
    with pytest.raises(CatalogError):
        parse_signature("(block")


def test_a_flag_is_found_among_the_constants_of_an_argument() -> None:
    condition = parse_condition('has(options, "WNOHANG")')
    assert holds(condition, {"options": Flags(frozenset(("WNOHANG", "WUNTRACED")))})
    assert not holds(condition, {"options": Flags(frozenset(("WUNTRACED",)))})
    assert not any(holds(condition, {"options": value}) for value in (UNKNOWN, 0, "WNOHANG"))


def test_a_constant_of_known_value_is_compared_by_it() -> None:
    assert holds(parse_condition("kind == 2"), {"kind": Flags(frozenset(("SOCK_DGRAM",)), 2)})
    assert not holds(parse_condition("kind == 2"), {"kind": Flags(frozenset(("SOCK_DGRAM",)))})


@pytest.mark.parametrize("text", ["has(options)", "has(options, 1)", 'has("options", "X")'])
def test_a_flag_is_asked_for_by_name(text: str) -> None:
    with pytest.raises(CatalogError):
        parse_condition(text)


def test_what_is_given_by_name_only_is_not_taken_by_place() -> None:
    signature = parse_signature("(address, *, asynchronous=False)")
    assert bind(signature, ["localhost", 1], {}) == {"address": "localhost", "asynchronous": False}
    assert bind(signature, [], {"asynchronous": True}) == {"asynchronous": True}


def test_whether_something_is_known_can_be_asked_both_ways() -> None:
    condition = parse_condition("not given(self.stream)")
    assert holds(condition, {})
    assert not holds(condition, {"self.stream": True})


def test_what_takes_evidence_does_not_hold_of_what_is_known_to_have_it() -> None:
    condition = parse_condition('not has(self.f, "TextIOWrapper")')
    assert not holds(condition, {"self.f": Flags(frozenset({"TextIOWrapper"}))})
    assert holds(condition, {"self.f": Flags(frozenset({"StringIO"}))})
    assert holds(condition, {"self.f": UNKNOWN})
    assert holds(condition, {})
