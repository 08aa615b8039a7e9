"""The tests that sites stand under: of parameters, with the constants that they name; and those that bar the loop."""

from __future__ import annotations

from collections.abc import Sequence

from antifreeze.link.outcomes import implied, is_barred, unjoined
from antifreeze.link.resolver import Resolver
from antifreeze.link.tested import guards_of_parameters, worked_out
from antifreeze.model.expression import Attribute, Param
from antifreeze.model.summary import TELLS, Guard, ScopeKind
from antifreeze.model.value import ScopeRef, Symbol


def barred(r: Resolver, ref: ScopeRef) -> list[tuple[int, int]]:
    """The ranges of nodes that control never gets to on the loop's thread."""
    return [
        (guard.start, guard.end) for guard in ref.scope.guards if guard.end > guard.start and is_barred(r, ref, guard)
    ]


def parameters_tested(r: Resolver, ref: ScopeRef, guards: Sequence[Guard]) -> tuple[Guard, ...]:
    """What a function's tests say of its parameters, also by way of locals."""
    by_locals = [known for guard in guards for known in implied(r, ref, guard)]
    return tuple(unjoined(r, ref, guard) for guard in guards_of_parameters(r, ref, [*guards, *by_locals]))


MemberTest = tuple[Guard, Symbol, str]
"""A test of an attribute of what a parameter stands for."""


def members_tested(r: Resolver, ref: ScopeRef) -> tuple[MemberTest, ...]:
    """The tests in a function of attributes of its parameters: `if config.offline`, which only callers decide."""
    found: list[MemberTest] = []
    for guard in ref.scope.guards:
        if guard.asked < 0 or guard.operator == TELLS or not _tests_member(ref, guard):
            continue
        node = ref.scope.nodes[guard.asked]
        known = worked_out(r, ref, guard)
        if known is not None and isinstance(node, Attribute) and node.name not in r.program.set_from_outside:
            objects = r.node(ref, node.base)
            if len(objects) == 1 and isinstance(objects[0], Symbol) and not objects[0].path:
                found.append((known, objects[0], node.name))
    return tuple(found)


def _tests_member(ref: ScopeRef, guard: Guard) -> bool:
    """Whether what is tested is an attribute of a parameter, other than a method's own object."""
    node = ref.scope.nodes[guard.asked]
    base = ref.scope.nodes[node.base] if isinstance(node, Attribute) else None
    return isinstance(base, Param) and (
        base.index > 0 or ref.parent is None or ref.parent.scope.kind != ScopeKind.CLASS
    )
