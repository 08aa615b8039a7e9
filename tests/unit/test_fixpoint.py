"""The table of answers: recursion ends, at the least fixpoint, at any depth."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from antifreeze.link.fixpoint import Fixpoint
from antifreeze.model.value import Interner, LiteralValue, ValueSet, union

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


def test_a_cycle_of_any_length_ends() -> None:
    table = Fixpoint()
    length = 500

    def answer(node: int) -> ValueSet:
        return table.get(node, lambda: union([own(0), answer((node + 1) % length)]))

    assert answer(0) == own(0)
