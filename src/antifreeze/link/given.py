"""Arguments that a test before a call has found to be something: `if name: greet(name)`."""

from __future__ import annotations

from antifreeze.link.arguments import IF_NONE, decorated_as
from antifreeze.link.resolver import Bindings, Resolver
from antifreeze.model.expression import NO_NODE, Call, Item
from antifreeze.model.summary import IS_A, Guard
from antifreeze.model.value import (
    Anything,
    FunctionValue,
    LiteralValue,
    Member,
    ParamRoot,
    Root,
    ScopeRef,
    Symbol,
    ValueSet,
)

_MARK = "?given"

_TELLING = {("none", False): False, ("truthy", True): True, (IS_A, True): False}
"""What tests, by their operators and outcomes, tell that something is not None; and whether it is true as well."""


def mark_of(r: Resolver, root: ParamRoot) -> Root:
    """The root under which it is noted that an argument is something, though not what."""
    return r.make(ParamRoot, root.ref, root.index, _MARK)


def _noted(r: Resolver, root: Root, bindings: Bindings) -> bool | None:
    """Whether an argument is noted to be true; None where nothing is noted of it."""
    noted = bindings.get(mark_of(r, root), ()) if isinstance(root, ParamRoot) else ()
    return r.make(LiteralValue, True) in noted if noted else None


def is_given(r: Resolver, root: Root, guard: Guard, bindings: Bindings) -> bool:
    """Whether an argument is known not to pass a test since the caller has tested it."""
    is_true = _noted(r, root, bindings) if not guard.remade else None
    if is_true is None:
        return False
    return guard.outcome if guard.operator == "none" else guard.operator == "truthy" and is_true and not guard.outcome


def told_by_tests(r: Resolver, values: ValueSet, tests: list[tuple[Root, Guard]], caller: Bindings) -> ValueSet:
    """What to note of an argument: nothing, or whether it is true, where it is not None in any case."""
    symbols = [value for value in values if isinstance(value, Symbol)]
    outcomes = [_told(r, symbol, tests, caller) for symbol in symbols]
    if not outcomes or None in outcomes or any(isinstance(value, (Anything, LiteralValue, Member)) for value in values):
        return ()
    return (r.make(LiteralValue, all(outcomes)),)


def _told(r: Resolver, symbol: Symbol, tests: list[tuple[Root, Guard]], caller: Bindings) -> bool | None:
    """Whether what is not known is true, by the tests before a call; None where it may be None."""
    if symbol.path not in ((), (IF_NONE,)):
        return None
    found = [_TELLING[guard.operator, guard.outcome] for root, guard in tests if root is symbol.root]
    return any(found) if found else _noted(r, symbol.root, caller)


def told_of_local(
    r: Resolver, ref: ScopeRef, index: int, function: FunctionValue, root: ParamRoot, values: ValueSet
) -> ValueSet:
    """The same of an argument that is a local, by the tests of it that a call stands under.

    What a library's tuple is unpacked to is something, as a rule.
    """
    call = ref.scope.nodes[index]
    given = _argument(call, function, root) if isinstance(call, Call) and not call.starred else NO_NODE
    if given == NO_NODE:
        return ()
    tests = [guard for guard in ref.scope.guards if guard.asked == given and guard.covers(index) and is_telling(guard)]
    if tests:
        return (r.make(LiteralValue, any(_TELLING[guard.operator, guard.outcome] for guard in tests)),)
    is_unpacked = not values and isinstance(ref.scope.nodes[given], Item)
    return (r.make(LiteralValue, False),) if is_unpacked else ()


def _argument(call: Call, function: FunctionValue, root: ParamRoot) -> int:
    """The node that a call gives for a parameter of the function that it calls."""
    is_bound = function.receiver is not None and decorated_as(function.ref) != "staticmethod"
    place = root.index - is_bound
    if 0 <= place < len(call.args):
        return call.args[place]
    return dict(call.keywords).get(function.ref.scope.params[root.index].name, NO_NODE)


def is_telling(guard: Guard) -> bool:
    """Whether a test that control has passed tells that what it asks about is not None."""
    return (guard.operator, guard.outcome) in _TELLING and not guard.remade and not guard.others and not guard.attribute
