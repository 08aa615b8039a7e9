"""What a function may return for the arguments of a call: where its tests come out as known, less than it spells."""

from __future__ import annotations

from collections.abc import Iterator

from antifreeze.link.outcomes import implied
from antifreeze.link.resolver import Bindings, Resolver
from antifreeze.link.tested import fails, guards_of_parameters, may_pass, worked_out
from antifreeze.model.expression import NO_NODE, Attribute, Param
from antifreeze.model.summary import TELLS, Guard, Scope
from antifreeze.model.value import ParamRoot, ScopeRef


def reached(r: Resolver, ref: ScopeRef, bindings: Bindings) -> tuple[int, ...]:
    """The nodes that a body may return for the arguments of a call: its places, or the branches that these join."""
    scope = ref.scope
    places = tuple(scope.returns)
    if scope.is_async or not scope.guards or (len(places) == 1 and places[0] not in scope.origins):
        return places
    failed = {
        number
        for number, guard in enumerate(scope.guards)
        if any(fails(r, ref, known, bindings) for known in _of_parameters(r, ref, guard))
        or _fails_by_attribute(r, ref, guard, bindings)
    }
    if not failed:
        return places
    ranges = [(scope.guards[number].start, scope.guards[number].end) for number in failed]
    return tuple(
        leaf
        for place in places
        if not any(start <= place < end for start, end in ranges)
        for leaf, under in _branches(scope, place)
        if failed.isdisjoint(under)
    )


def _of_parameters(r: Resolver, ref: ScopeRef, guard: Guard) -> tuple[Guard, ...]:
    """What a test says of parameters, itself or by way of a local."""
    return guards_of_parameters(r, ref, [guard, *implied(r, ref, guard)])


def _fails_by_attribute(r: Resolver, ref: ScopeRef, guard: Guard, bindings: Bindings) -> bool:
    """Whether an attribute of an argument is known to fail a test: `if config.store == "disk"`."""
    nodes = ref.scope.nodes
    node = nodes[guard.asked] if guard.asked != NO_NODE and guard.operator != TELLS else None
    base = nodes[node.base] if isinstance(node, Attribute) else None
    if not isinstance(node, Attribute) or not isinstance(base, Param) or node.name in r.program.set_from_outside:
        return False
    objects = bindings.get(r.make(ParamRoot, ref, base.index), ())
    known = worked_out(r, ref, guard) if objects else None
    values = r.attribute(objects, node.name) if known is not None else ()
    return known is not None and bool(values) and not any(may_pass(r, ref, known, value) for value in values)


def _branches(scope: Scope, place: int) -> Iterator[tuple[int, tuple[int, ...]]]:
    """What a node joins, with the tests that each of it stands under; the node itself where it joins nothing."""
    offers = scope.origins.get(place)
    if offers is None:
        yield place, ()
        return
    for option, under in offers:
        if option < place:  # a loop's head may come back to itself
            for leaf, more in _branches(scope, option):
                yield leaf, (*under, *more)
        else:
            yield option, under
