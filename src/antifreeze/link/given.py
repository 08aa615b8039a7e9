"""Arguments that a test before a call has found to be something: `if name: greet(name)`."""

from __future__ import annotations

from antifreeze.link.arguments import IF_NONE
from antifreeze.link.resolver import Bindings, Resolver
from antifreeze.model.summary import IS_A, Guard
from antifreeze.model.value import (
    ANYTHING,
    LiteralValue,
    Member,
    ParamRoot,
    Root,
    Symbol,
    ValueSet,
)

_MARK = "?given"

_TELLING = {("none", False): False, ("truthy", True): True, (IS_A, True): False}
"""What tests, by their operators and outcomes, tell that something is not None; and whether it is true as well."""


def mark_of(r: Resolver, root: ParamRoot) -> Root:
    """The root under which it is noted that an argument is something, though not what."""
    return r.make(ParamRoot, root.ref, root.index, _MARK)


def is_given(r: Resolver, root: Root, guard: Guard, bindings: Bindings) -> bool:
    """Whether an argument is known not to pass a test since the caller has tested it."""
    known = bindings.get(mark_of(r, root)) if isinstance(root, ParamRoot) and not guard.remade else None
    if not known:
        return False
    is_true = any(isinstance(value, LiteralValue) and value.value for value in known)
    return guard.outcome if guard.operator == "none" else guard.operator == "truthy" and is_true and not guard.outcome


def told_by_tests(r: Resolver, values: ValueSet, tests: list[tuple[Root, Guard]], caller: Bindings) -> ValueSet:
    """What to note of an argument: nothing, or whether it is true, where it is not None in any case."""
    outcomes: set[bool] = set()
    for value in values:
        if value is ANYTHING or isinstance(value, (LiteralValue, Member)):
            return ()
        if isinstance(value, Symbol):
            if value.path not in ((), (IF_NONE,)):
                return ()
            found = {_TELLING[guard.operator, guard.outcome] for root, guard in tests if root is value.root}
            if not found and isinstance(value.root, ParamRoot):
                found = {
                    bool(one.value) for one in caller.get(mark_of(r, value.root), ()) if isinstance(one, LiteralValue)
                }
            if not found:
                return ()
            outcomes.add(max(found))
    return (r.make(LiteralValue, min(outcomes)),) if outcomes else ()


def is_telling(guard: Guard) -> bool:
    """Whether a test that control has passed tells that what it asks about is not None."""
    return (guard.operator, guard.outcome) in _TELLING and not guard.remade and not guard.others and not guard.attribute
