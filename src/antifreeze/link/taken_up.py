"""Which nodes of a function something is done with: what a call gives is lost where nothing takes it up."""

from __future__ import annotations

from collections.abc import Iterator

from antifreeze.model.expression import Captured, Expression
from antifreeze.model.value import ScopeRef


def taken_up(ref: ScopeRef) -> set[int]:
    """The nodes that other nodes, or what the function gives or keeps, are made of; some more may be among them."""
    scope = ref.scope
    found = {*scope.returns, *scope.yields, *scope.names.values()}
    for store in scope.stores:
        found.update((store.base, store.value, store.index))
    found.update(index for _, _, index in scope.outer_names)
    for node in scope.nodes:
        found.update(_operands(node))
    for other in ref.module.scopes:
        if other.parent == ref.index:
            found.update(node.node for node in other.nodes if isinstance(node, Captured) and node.scope == ref.index)
    return found


def _operands(node: Expression) -> Iterator[int]:
    for field in node.__struct_fields__:
        given = getattr(node, field) if field != "span" else None
        if given.__class__ is int:
            yield given
        elif isinstance(given, (tuple, list)):
            for part in given:
                if part.__class__ is int:
                    yield part
                elif isinstance(part, tuple):
                    yield from (one for one in part if one.__class__ is int)
