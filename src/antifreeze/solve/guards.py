"""The tests that sites stand under: of parameters, with the constants that they name; and those that bar the loop."""

from __future__ import annotations

from collections import Counter

from antifreeze.link.nodes import truth
from antifreeze.link.resolver import Resolver
from antifreeze.link.tested import constant, passes, worked_out
from antifreeze.model.expression import Attribute, Both, Call, Choice, Not, Param
from antifreeze.model.summary import TELLS, Guard, ScopeKind
from antifreeze.model.value import FunctionValue, ScopeRef, Symbol

_MAX_ASKED = 3
"""How many functions are followed to see what one that is asked gives."""


def barred(r: Resolver, ref: ScopeRef) -> list[tuple[int, int]]:
    """The ranges of nodes that control never gets to on the loop's thread."""
    return [
        (guard.start, guard.end)
        for guard in ref.scope.guards
        if guard.operator == "no-loop"
        or (guard.asked >= 0 and guard.operator != TELLS and _may_tell(ref, guard) and _fails(r, ref, guard))
    ]


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


def _may_tell(ref: ScopeRef, guard: Guard) -> bool:
    """Whether all that may throw a switch is known: those of a library are there for others."""
    return not ref.module.is_library or isinstance(ref.scope.nodes[guard.asked], Call)


def _fails(r: Resolver, ref: ScopeRef, guard: Guard) -> bool:
    """Whether what is tested is known, and the same each time, and never lets control pass."""
    if guard.operator == "truthy":
        return _asked(r, ref, guard.asked) is (not guard.outcome)
    known = worked_out(r, ref, guard)
    values = [constant(value) for value in r.node(ref, guard.asked)]
    return known is not None and bool(values) and not any(passes(known, value) for value in values)


def _asked(r: Resolver, ref: ScopeRef, index: int, depth: int = 0) -> bool | None:
    """The truth of a node on the loop's thread, seen through functions that give the same each time."""
    node = ref.scope.nodes[index]
    if isinstance(node, Choice) and len(node.options) == 1 and node.options[0] < index:
        return _asked(r, ref, node.options[0], depth)
    if isinstance(node, Not):
        inner = _asked(r, ref, node.base, depth)
        return None if inner is None else not inner
    if isinstance(node, Both):
        outcomes = [_asked(r, ref, part, depth) for part in node.parts]
        return False if False in outcomes else None if None in outcomes else True
    if not isinstance(node, Call) or node.args or node.keywords:
        return truth(r.node(ref, index))
    answers: set[bool | None] = set()
    for callee in r.node(ref, node.func):
        if isinstance(callee, FunctionValue) and callee.receiver is None and depth < _MAX_ASKED:
            answers.update(_returned(r, callee.ref, depth + 1))
        else:
            return None
    return answers.pop() if len(answers) == 1 else None


def _returned(r: Resolver, ref: ScopeRef, depth: int) -> set[bool | None]:
    """The truth of everything that a plain function returns on the loop's thread."""
    scope = ref.scope
    if scope.is_async or scope.is_generator or scope.is_stub or not scope.returns or ref.module.is_stub:
        return {None}
    on_loop = Counter(scope.returns) - Counter(scope.returns_without_loop)
    return {_asked(r, ref, index, depth) for index in on_loop} or {None}
