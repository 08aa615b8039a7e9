"""The calls of a helper, each with all that it passes: by name, as a decorator, through a partial, or from a helper.

A function that lies within another is called by who gets it from there: `@tool(threaded=True)` calls what `tool`
returns. What a helper passes on of its own parameters is told by the calls of that one.
"""

from __future__ import annotations

from collections.abc import Iterator

from antifreeze.link.arguments import arguments_of, bind_arguments
from antifreeze.link.defined import definition_of
from antifreeze.link.homes import home_of_function
from antifreeze.link.partials import with_partial
from antifreeze.link.resolver import Arguments, Bindings, Resolver
from antifreeze.link.tested import fails
from antifreeze.model.expression import Call, Decorate, Expression
from antifreeze.model.summary import ScopeKind
from antifreeze.model.value import FunctionValue, ParamRoot, Partial, Root, ScopeRef, Symbol, Value
from antifreeze.solve.asking import Asking
from antifreeze.solve.callees import call_at
from antifreeze.solve.callers import Callers
from antifreeze.solve.guards import parameters_tested_at
from antifreeze.solve.roots import roots_of

MAX_CALLS = 24
"""How many calls of a helper are told apart."""

Given = tuple[str, Bindings]
"""What a call passes, with the place where the object was made whose method it calls; empty where that is not known."""


class Invocations:
    """Finds the calls of helpers."""

    def __init__(self, resolver: Resolver, callers: Callers, asking: Asking) -> None:
        self._r = resolver
        self._callers = callers
        self._asking = asking
        self._known: dict[tuple[ScopeRef, str], list[Bindings] | None] = {}

    def of(self, helper: ScopeRef, home: str = "") -> list[Bindings] | None:
        """What each call passes; None where some are not seen.

        Of methods, those alone that the object's are which was made at a place, its home.
        """
        if (helper, home) not in self._known:
            self._known[helper, home] = None  # as long as it is asked for
            self._known[helper, home] = self._callers.afresh(lambda: self._find(helper, home))
        return self._known[helper, home]

    def defining(self, ref: ScopeRef, roots: frozenset[Root]) -> list[Bindings] | None:
        """What those calls pass that come to define a function within another; None where no test in either decides."""
        outer = ref.parent
        if outer is None or outer.scope.kind is not ScopeKind.FUNCTION:
            return None
        captured = [root for root in roots if _is_param_of(root, outer)]
        tests = parameters_tested_at(self._r, outer, definition_of(ref)) if outer.scope.guards else []
        is_told = len(captured) > 1 and any(root in self._callers.guards for root in captured)
        calls = self.of(outer) if tests or is_told else None
        if calls is None:
            return None
        coming = [given for given in calls if not any(fails(self._r, outer, guard, given) for guard in tests)]
        if coming and (not captured or any(root not in given for given in calls for root in captured)):
            return None
        return [{root: given[root] for root in captured} for given in coming]

    def _find(self, helper: ScopeRef, home: str) -> list[Bindings] | None:
        outer = helper.parent if helper.captures else helper
        if outer is None or outer.captures or outer.scope.kind is not ScopeKind.FUNCTION or outer.scope.decorators:
            return None
        if self._asking.is_mentioned(outer, but_for_partials=True) or not self._are_calls_seen(helper, outer):
            return None
        found = [given for one in self._each(helper, outer) for given in self._expanded(helper, *one)]
        own = [given for at_home, given in found if not home or at_home in ("", home)]
        closed = [{root: self._callers.closed(values) for root, values in given.items()} for given in own]
        return closed if 0 < len(closed) <= MAX_CALLS else None

    def _are_calls_seen(self, helper: ScopeRef, outer: ScopeRef) -> bool:
        """Whether it is known what each call of that name calls; and what a helper returns is called at once."""
        sites = self._r.program.calls_named(outer.scope.name)
        if len(sites) > MAX_CALLS:
            return False
        for at, index in sites:
            callees = self._callers.closed(self._r.node(at, call_at(at, index).func))
            if not callees or any(isinstance(callee, Symbol) for callee in callees):
                return False
            is_kept = helper is not outer and any(_is_of(callee, outer) for callee in callees)
            if is_kept and not any(_decorator(node) == index for node in at.scope.nodes):
                return False
        return True

    def _each(self, helper: ScopeRef, outer: ScopeRef) -> Iterator[tuple[ScopeRef, int, Given]]:
        """The places that call the helper, with what they pass in terms of the functions that they stand in."""
        r, program = self._r, self._r.program
        for at, index in program.calls_named(helper.scope.name):
            callees = r.node(at, call_at(at, index).func)
            arguments = arguments_of(r, at, call_at(at, index))
            for callee in self._callers.closed(callees) if helper is outer else callees:
                yield from ((at, index, given) for given in self._bound(helper, callee, arguments))
        made = program.calls_of_made(outer.scope.name) if helper is not outer else []
        for at, index in [*program.decorations(outer.scope.name), *made]:
            node = at.scope.nodes[index]
            base = r.node(at, node.base) if isinstance(node, Decorate) else ()
            arguments = Arguments((base,)) if isinstance(node, Decorate) else arguments_of(r, at, call_at(at, index))
            for decorator in self._callers.closed(r.node(at, _decorator(node))):
                yield from ((at, index, given) for given in self._bound(helper, decorator, arguments))

    def _bound(self, helper: ScopeRef, callee: Value, arguments: Arguments) -> Iterator[Given]:
        """What a call passes to the helper, if it is that which it calls."""
        if isinstance(callee, Partial):
            passed = with_partial(self._r, callee, arguments)
            for function in callee.functions:
                yield from self._bound(helper, function, passed)
        elif isinstance(callee, FunctionValue) and callee.ref is helper:
            given = bind_arguments(self._r, helper, callee.receiver, arguments)
            yield home_of_function(callee), {**dict(callee.env), **given}

    def _expanded(self, helper: ScopeRef, at: ScopeRef, index: int, given: Given) -> list[Given]:
        """What a call passes for each call of the helper that it stands in, where that decides it."""
        home, bindings = given
        roots = {root for values in bindings.values() for root in roots_of(values)}
        if at.scope.kind is not ScopeKind.FUNCTION or not any(_is_param_of(root, at) for root in roots):
            return [given]
        around = self.of(at)
        if around is None:
            return [given]
        tests = parameters_tested_at(self._r, at, index)
        return [
            (home, _captured(helper, known) | {root: self._r.substitute(of, known) for root, of in bindings.items()})
            for known in around
            if not any(fails(self._r, at, guard, known) for guard in tests)
        ]


def _is_of(callee: Value, ref: ScopeRef) -> bool:
    return isinstance(callee, FunctionValue) and callee.ref is ref


def _is_param_of(root: Root, at: ScopeRef) -> bool:
    """Whether it is a parameter of a function, or of one around it."""
    scope: ScopeRef | None = at
    while scope is not None and scope.scope.kind >= ScopeKind.FUNCTION:
        if isinstance(root, ParamRoot) and root.ref is scope:
            return True
        scope = scope.parent
    return False


def _captured(helper: ScopeRef, known: Bindings) -> Bindings:
    """What of a call's arguments a function within the one that is called sees."""
    return {root: values for root, values in known.items() if _is_param_of(root, helper)}


def _decorator(node: Expression) -> int:
    """What a decoration, or a call in its place, calls; a negative number for other nodes."""
    if isinstance(node, Decorate):
        return node.decorator
    return node.func if isinstance(node, Call) else -1
