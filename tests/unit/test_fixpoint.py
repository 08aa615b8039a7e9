"""The table of answers: recursion ends, at the least fixpoint, at any depth."""

from __future__ import annotations

import threading
from random import Random
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antifreeze.link.fixpoint import Fixpoint
from antifreeze.link.stacks import on_fresh_stack
from antifreeze.model.interning import Interner
from antifreeze.model.value import LiteralValue, ScopeRef, ValueSet, union

make = Interner()
GRAPHS = st.integers(1, 9).flatmap(
    lambda size: st.lists(st.lists(st.integers(0, size - 1), max_size=4), min_size=size, max_size=size)
)


def own(node: int) -> ValueSet:
    return (make(LiteralValue, node),)


def reachable(graph: list[list[int]], start: int) -> set[int]:
    seen, pending = set(), [start]
    while pending:
        node = pending.pop()
        if node not in seen:
            seen.add(node)
            pending.extend(graph[node])
    return seen


@given(GRAPHS)
def test_the_union_over_a_graph_is_what_is_reachable(graph: list[list[int]]) -> None:
    table = Fixpoint()

    def answer(node: int) -> ValueSet:
        return table.get(node, lambda: union([own(node), *(answer(other) for other in graph[node])]))

    for node in range(len(graph)):
        found = {value.value for value in answer(node) if isinstance(value, LiteralValue)}
        assert found == reachable(graph, node)


def test_a_chain_of_any_length() -> None:
    table = Fixpoint()
    length = 3000

    def answer(node: int) -> ValueSet:
        return table.get(node, lambda: own(0) if node == length else answer(node + 1))

    assert answer(0) == own(0)
    assert table.cut == 0


def around(table: Fixpoint, length: int) -> list[set[object]]:
    """The answers around a cycle in which each question adds a value of its own at every hundredth."""

    def answer(node: int) -> ValueSet:
        mine = own(node) if node % 100 == 0 else ()
        return table.get(node, lambda: union([mine, answer((node + 1) % length)]))

    return [{value.value for value in answer(node) if isinstance(value, LiteralValue)} for node in range(length)]


def test_a_cycle_deeper_than_one_stack_is_solved() -> None:
    table = Fixpoint()
    everything: set[object] = {0, 100, 200, 300, 400, 500, 600, 700, 800, 900}
    assert around(table, 1000) == [everything] * 1000
    assert table.cut == 0


def test_a_cycle_of_any_length_ends() -> None:
    table = Fixpoint()
    assert {0} <= around(table, 5000)[0]
    assert table.cut > 0


def test_a_cycle_ends_where_no_thread_can_be_started(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(self: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(threading.Thread, "start", refused)
    table = Fixpoint()
    assert {0} <= around(table, 500)[0]
    assert table.cut > 0


def test_an_error_comes_back_from_the_other_stack() -> None:
    def fail() -> ValueSet:
        raise LookupError("deep")

    with pytest.raises(LookupError, match="deep"):
        on_fresh_stack(fail)


class Scope:
    """As much of a function as its nodes' values are kept with."""

    def __init__(self, size: int) -> None:
        self.values: list[ValueSet | None] = [None] * size

    @property
    def ref(self) -> ScopeRef:
        return cast("ScopeRef", self)


EQUATIONS = st.integers(1, 9).flatmap(
    lambda size: st.lists(
        st.lists(st.tuples(st.integers(0, size - 1), st.none() | st.integers(0, size - 1), st.booleans()), max_size=3),
        min_size=size,
        max_size=size,
    )
)
"""For each question, what it asks, the value without which it takes nothing of that, and whether it adds its own."""


def least(equations: list[list[tuple[int, int | None, bool]]]) -> list[set[int]]:
    """The least solution, found by asking everything again until nothing changes."""
    found: list[set[int]] = [{node} if node % 2 == 0 else set() for node in range(len(equations))]
    while True:
        new = [set(known) for known in found]
        for node, parts in enumerate(equations):
            for other, needed, adds in parts:
                if needed is None or needed in found[other]:
                    new[node] |= found[other] | ({node} if adds else set())
        if new == found:
            return found
        found = new


@given(EQUATIONS, st.randoms(use_true_random=False), st.booleans())
def test_answers_that_open_others_are_the_least(
    equations: list[list[tuple[int, int | None, bool]]], random: Random, by_node: bool
) -> None:
    table = Fixpoint()
    scope = Scope(len(equations))

    def answer(node: int) -> ValueSet:
        if by_node:
            kept = scope.values[node]
            return table.node(scope.ref, node, lambda _ref, index: compute(index)) if kept is None else kept
        return table.get(node, lambda: compute(node))

    def compute(node: int) -> ValueSet:
        parts = [own(node)] if node % 2 == 0 else []
        for other, needed, adds in equations[node]:
            values = answer(other)
            if needed is None or own(needed)[0] in values:
                parts += [values, own(node)] if adds else [values]
        return union(parts)

    order = list(range(len(equations)))
    random.shuffle(order)
    for node in [*order, *order]:
        found = {value.value for value in answer(node) if isinstance(value, LiteralValue)}
        assert found == least(equations)[node]
    assert table.cut == 0


def test_a_question_outside_of_all_cycles_is_asked_once() -> None:
    table = Fixpoint()
    asked: list[str] = []

    def ask(name: str, *others: str) -> ValueSet:
        def compute() -> ValueSet:
            asked.append(name)
            return union([own(1), *(ask(other, *needs[other]) for other in others)])

        return table.get(name, compute)

    needs = {"top": ("left", "right"), "left": ("low",), "right": ("low", "loop"), "low": (), "loop": ("back",),
             "back": ("loop", "low")}  # fmt: skip
    ask("top", *needs["top"])
    ask("back", *needs["back"])
    assert {name: asked.count(name) for name in ("top", "left", "right", "low")} == dict.fromkeys(
        ("top", "left", "right", "low"), 1
    )
    assert asked.count("loop") <= 3


def test_a_cycle_that_goes_on_growing_is_left() -> None:
    table = Fixpoint()
    size = 0

    def grow() -> ValueSet:
        nonlocal size
        size += 1
        return union([table.get("cycle", grow), own(size)])

    answer = table.get("cycle", grow)
    assert table.cut == 1
    assert 10 < len(answer) <= size
    assert table.get("cycle", grow) == answer


def test_values_are_kept_with_their_node_once_they_are_final() -> None:
    table = Fixpoint()
    scope = Scope(2)

    def evaluate(ref: ScopeRef, index: int) -> ValueSet:
        other = table.node(ref, 1 - index, evaluate)
        assert index == 0 or scope.values == [None, None]  # while it leans on what is open
        return union([own(index), other])

    both = table.node(scope.ref, 0, evaluate)
    assert set(both) == {*own(0), *own(1)}
    assert scope.values[0] == both
    assert set(table.node(scope.ref, 1, evaluate)) == set(both)
    assert scope.values[1] is not None


def test_answers_that_come_and_go_are_made_to_stay() -> None:
    """A cycle that is never stable: what it answers in turn is its answer, after a few rounds."""
    table = Fixpoint()
    asked = 0

    def turn() -> ValueSet:
        nonlocal asked
        asked += 1
        return table.get("turn", lambda: own(2) if turn() == own(1) else own(1))

    found = {value.value for value in turn() if isinstance(value, LiteralValue)}
    assert found == {1, 2}
    assert asked < 12
    assert table.cut == 0
