"""What functions can have captured that are defined under tests of it: `if iscoroutinefunction(f): def wrapper()`."""

from __future__ import annotations

from antifreeze.link.resolver import Resolver
from antifreeze.link.tested import may_pass, worked_out
from antifreeze.model.expression import NO_NODE, Function
from antifreeze.model.summary import Guard
from antifreeze.model.value import Env, ParamRoot, ScopeRef


def captured(r: Resolver, ref: ScopeRef, env: Env) -> Env | None:
    """What is left of what a function captures, value by value; None where no value lets control define it."""
    tests = ref.defined_under
    if tests is None:
        tests = ref.defined_under = _tests_around(ref)
    if not tests:
        return env
    outer = ref.enclosing
    left = dict(env)
    for guard in tests:
        root = r.make(ParamRoot, outer, guard.param)
        known = worked_out(r, outer, guard) if left.get(root) else None
        if known is None:
            continue
        left[root] = tuple(value for value in left[root] if may_pass(r, outer, known, value))
        if not left[root]:
            return None
    return tuple(left.items())


def _tests_around(ref: ScopeRef) -> list[Guard]:
    """The tests of parameters of the function around this one that its definition stands under."""
    outer = ref.parent
    tests = [
        guard
        for guard in (outer.scope.guards if outer is not None else ())
        if guard.param != NO_NODE and not guard.attribute and not guard.remade and not guard.others
    ]
    place = definition_of(ref) if tests else NO_NODE
    return [guard for guard in tests if guard.covers(place)]


def definition_of(ref: ScopeRef) -> int:
    """The node that defines a function within the function around it; `NO_NODE` where none does."""
    nodes = ref.enclosing.scope.nodes
    scopes = ref.module.scopes
    return next(
        (at for at, node in enumerate(nodes) if isinstance(node, Function) and scopes[node.scope] is ref.scope), NO_NODE
    )
