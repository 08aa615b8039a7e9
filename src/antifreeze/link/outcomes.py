"""How tests come out on the loop's thread, and which branches what a choice stands for can have come from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import msgspec

from antifreeze.link.flags import kept_choice, note_choice, root_of
from antifreeze.link.resolver import Resolver
from antifreeze.link.tested import OF_OBJECTS, may_pass, worked_out
from antifreeze.link.truths import truth
from antifreeze.link.unfinished import is_left_to_heirs
from antifreeze.model.expression import NO_NODE, Attribute, Both, Call, Choice, Compared, Name, Not, Param
from antifreeze.model.summary import TELLS, Guard
from antifreeze.model.value import ClassValue, External, FunctionValue, ParamRoot, ScopeRef, Value

_MAX_ASKED = 3
"""How many functions are followed to see what one that is asked gives."""

_MAX_NESTED = 4
"""How many choices within one another are told apart."""

Way = tuple[int, tuple[Guard, ...]]
"""A node that a choice may stand for, with the tests that its branches stood under."""


def is_barred(r: Resolver, ref: ScopeRef, guard: Guard) -> bool:
    """Whether a test never lets control pass on the loop's thread."""
    if guard.operator == "no-loop":
        return True
    if guard.others:
        return False
    is_of_constant = guard.operator != TELLS and guard.operator not in OF_OBJECTS  # a value may be one object of many
    return guard.asked != NO_NODE and is_of_constant and _may_tell(r, ref, guard) and _fails(r, ref, guard)


def _may_tell(r: Resolver, ref: ScopeRef, guard: Guard) -> bool:
    """Whether all that may throw a switch is known: those of a library are there for others, some are left to heirs."""
    node = ref.scope.nodes[guard.asked]
    if isinstance(node, Call) and (node.args or node.keywords):
        return getattr(ref.scope.nodes[node.func], "name", "") == "get"  # an item; else one call may give another
    if ref.module.is_library:
        return isinstance(node, Call)
    return not isinstance(node, Attribute) or not is_left_to_heirs(r, r.node(ref, node.base), node.name)


def _fails(r: Resolver, ref: ScopeRef, guard: Guard) -> bool:
    """Whether what is tested is known, and the same each time, and never lets control pass."""
    if guard.operator == "truthy":
        return outcome(r, ref, guard.asked) is (not guard.outcome)
    known = worked_out(r, ref, guard)
    values = r.node(ref, guard.asked) if known is not None else ()
    return known is not None and bool(values) and not any(may_pass(r, ref, known, value) for value in values)


def ways(r: Resolver, ref: ScopeRef, index: int, depth: int = 0) -> Iterator[Way]:
    """The nodes that a node may stand for on the loop's thread, seen through choices between branches."""
    offers = ref.scope.origins.get(index)
    if offers is None or depth > _MAX_NESTED:
        yield index, ()
        return
    for option, places in offers:
        under = tuple(ref.scope.guards[place] for place in places)
        if not any(is_barred(r, ref, guard) for guard in under):
            for node, more in ways(r, ref, option, depth + 1):
                yield node, (*under, *more)


def implied(r: Resolver, ref: ScopeRef, guard: Guard) -> Iterator[Guard]:
    """The tests of parameters that a local passes a test by: what it is bound to under any others would fail it."""
    if guard.asked == NO_NODE:
        return
    if isinstance(ref.scope.nodes[guard.asked], (Attribute, Compared, Not, Call)):
        yield from _itself(ref, guard, guard.asked)
        return
    if guard.asked not in ref.scope.origins:
        return
    passing = [way for way in ways(r, ref, guard.asked) if not _is_ruled_out(r, ref, guard, way[0])]
    if len(passing) == 1:
        yield from _itself(ref, guard, passing[0][0])
    for known in passing[0][1] if passing else ():
        if root_of(r, ref, known) is not None and all(
            any(known is other for other in under) for _, under in passing[1:]
        ):
            yield msgspec.structs.replace(known, start=guard.start, end=guard.end)


def _itself(ref: ScopeRef, guard: Guard, index: int) -> Iterator[Guard]:
    """The test of a local as one of the parameter that it is, or that its truth is."""
    node = ref.scope.nodes[index]
    if guard.operator == "truthy" and isinstance(node, Call) and len(node.args) == 1:
        called = ref.scope.nodes[node.func]
        index = node.args[0] if isinstance(called, Name) and called.name == "bool" else index
        node = ref.scope.nodes[index]
    asked = guard
    if isinstance(node, Not) and guard.operator == "truthy":
        yield from _itself(ref, msgspec.structs.replace(guard, outcome=not guard.outcome), node.base)
        return
    if isinstance(node, Compared) and guard.operator == "truthy":
        asked = msgspec.structs.replace(
            guard, operator=node.operator, operand=node.operand, named=node.named, outcome=node.outcome is guard.outcome
        )
        index = node.base
        node = ref.scope.nodes[index]
    if isinstance(node, Param):
        yield msgspec.structs.replace(asked, param=node.index, asked=NO_NODE)
    elif isinstance(node, Attribute):
        yield msgspec.structs.replace(asked, asked=index)


def unjoined(r: Resolver, ref: ScopeRef, guard: Guard) -> Guard:
    """A test of a parameter, or of what it was bound to anew, without the latter where that is known to fail it."""
    if not guard.remade or guard.joined not in ref.scope.origins:
        return guard
    others = [node for node, _ in ways(r, ref, guard.joined) if not isinstance(ref.scope.nodes[node], Param)]
    if all(_is_ruled_out(r, ref, guard, node) for node in others):
        return msgspec.structs.replace(guard, remade=[])
    return guard


def by_constructor(r: Resolver, ref: ScopeRef, guard: Guard) -> Iterator[Guard]:
    """The tests of the constructor's parameters by which an attribute of the method's object passes a test.

    `self.pool = Pool() if threaded else None`, and `if self.pool is None` in a method.
    """
    for made_in, known in _by_what_is_kept(r, ref, guard):
        if known.param > 0 and not known.attribute and not known.others:
            key = note_choice(r, ref, guard.attribute, r.make(ParamRoot, made_in, known.param))
            yield msgspec.structs.replace(known, param=0, attribute=key)


def by_arguments(r: Resolver, ref: ScopeRef, guard: Guard) -> Iterator[tuple[ScopeRef, Guard]]:
    """The tests of what a constructor's arguments have, by which an attribute of the method's object passes a test.

    `self.is_sync = settings.mode == "sync"`, and `if self.is_sync` in a method; with the constructor.
    """
    for made_in, known in _by_what_is_kept(r, ref, guard):
        if known.param == NO_NODE and not known.others:
            yield made_in, known


def _by_what_is_kept(r: Resolver, ref: ScopeRef, guard: Guard) -> Iterator[tuple[ScopeRef, Guard]]:
    """The tests, in the constructor, that what it keeps in an attribute passes a test by."""
    is_open = bool(guard.attribute) and root_of(r, ref, guard) is None
    told = worked_out(r, ref, guard) if is_open else None
    asked = kept_choice(r, ref, told) if told is not None and not told.named else None  # nodes of the method, not there
    if asked is None:
        return
    for test in implied(r, *asked):
        known = worked_out(r, asked[0], test)
        if known is not None and not known.named:
            yield asked[0], known


def _is_made(r: Resolver, ref: ScopeRef, index: int) -> bool:
    """Whether a node makes an object that is true as all are that do not say otherwise."""
    node = ref.scope.nodes[index]
    callees = r.node(ref, node.func) if isinstance(node, Call) else ()
    return bool(callees) and all(_makes_truth(r, callee) for callee in callees)


def _makes_truth(r: Resolver, callee: Value) -> bool:
    if isinstance(callee, External):
        return r.catalog.knows_class(callee.name)
    bases = r.class_info(callee).ancestors if isinstance(callee, ClassValue) else ()
    if not bases or any(isinstance(base, External) for base in bases):
        return False
    names = {name for base in bases if isinstance(base, ClassValue) for name in base.ref.scope.names}
    return names.isdisjoint(("__bool__", "__len__"))


def _is_ruled_out(r: Resolver, ref: ScopeRef, guard: Guard, node: int) -> bool:
    """Whether a node is known to fail a test."""
    if guard.operator in ("none", "truthy") and _is_made(r, ref, node):
        return (guard.operator == "none") is guard.outcome
    return _fails(r, ref, msgspec.structs.replace(guard, asked=node, remade=[]))


def outcome(r: Resolver, ref: ScopeRef, index: int, depth: int = 0) -> bool | None:
    """The truth of a node on the loop's thread, seen through functions that give the same each time."""
    node = ref.scope.nodes[index]
    if isinstance(node, Choice) and (index in ref.scope.origins or len(node.options) == 1):
        outcomes = {outcome(r, ref, part, depth) for part, _ in ways(r, ref, index) if part < index}
        return outcomes.pop() if len(outcomes) == 1 else None
    if isinstance(node, Not):
        inner = outcome(r, ref, node.base, depth)
        return None if inner is None else not inner
    if isinstance(node, Both):
        parts = [outcome(r, ref, part, depth) for part in node.parts]
        return False if False in parts else None if None in parts else True
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
    found = {outcome(r, ref, index, depth) for index in on_loop} or {None}
    if scope.returns_without_loop and len(found - {None}) == 1:
        found.discard(None)  # it falls back to asking for a loop: what else it asks means to tell the same
    return found
