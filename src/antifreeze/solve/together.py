"""Objects that a helper makes of its own parameters: what one call of it gives them belongs together.

`pool.put(slow, in_thread=True)` and `pool.put(quick)` make two jobs, of which only the first has a `slow` to run, and
that is the one which runs in a thread. With all that is passed for each parameter by itself, there would be four.
So do `@pool.job(in_thread=True)` and `@pool.job()`, where the decorator that `job` returns makes them.
"""

from __future__ import annotations

from itertools import pairwise

from antifreeze.link.arguments import arguments_of, bind_arguments
from antifreeze.link.homes import home_of_function
from antifreeze.link.resolver import Arguments, Bindings, Resolver
from antifreeze.model.expression import Attribute, Call, Decorate
from antifreeze.model.summary import ScopeKind
from antifreeze.model.value import (
    MAX_VALUES,
    FunctionValue,
    Instance,
    ParamRoot,
    Root,
    ScopeRef,
    Symbol,
    Value,
    ValueSet,
    union,
)
from antifreeze.solve.asking import Asking
from antifreeze.solve.callers import Callers
from antifreeze.solve.roots import roots_of

MAX_CALLS = 16
"""How many calls of a helper are told apart."""


Sites = list[tuple[ScopeRef, int]]

Given = tuple[str, Bindings]
"""What a call passes, with the place where the object was made whose method it calls; empty where that is not known."""


class Together:
    """Finds the objects that the calls of a helper make."""

    def __init__(self, resolver: Resolver, callers: Callers, asking: Asking) -> None:
        self._r = resolver
        self._callers = callers
        self._asking = asking
        self._known: dict[tuple[ScopeRef, str], list[Bindings] | None] = {}
        self._tested: frozenset[str] | None = None
        self._of_tested: dict[Root, bool] = {}

    def each(self, values: ValueSet) -> ValueSet:
        """The values, with an object for each call of a helper that makes it of two or more of its parameters."""
        if not any(value.__class__ is Instance and value.symbolic for value in values):
            return values
        sets: list[ValueSet] = []
        for value in values:
            calls = self._makings(value)
            sets.extend([(value,)] if calls is None else [self._r.substitute((value,), given) for given in calls])
        return union(sets) if len(sets) > len(values) and sum(map(len, sets)) <= MAX_VALUES else values

    def calls(self, helper: ScopeRef, home: str = "") -> list[Bindings] | None:
        """What each call of a helper passes, or of what returned it and of it; None where some are not seen.

        Of methods, those alone that the object's are which was made at a place, its home.
        """
        found = self._calls(helper, home)
        return found and [{self._at(root, ""): values for root, values in given.items()} for given in found]

    def _calls(self, helper: ScopeRef, home: str) -> list[Bindings] | None:
        if (helper, home) not in self._known:
            self._known[helper, home] = None  # as long as it is asked for
            self._known[helper, home] = self._callers.afresh(lambda: self._find(helper, home))
        return self._known[helper, home]

    def _makings(self, value: Value) -> list[Bindings] | None:
        """What each call of the helper passes that makes an object; None where nothing asks for the difference."""
        if not isinstance(value, Instance) or not value.symbolic or not value.env:
            return None
        if not any(self._is_tested(root) for root, _ in value.env):
            return None
        helper, home = _made_by(value)
        if helper is None:
            return None
        return self._calls(helper, home)

    def _is_tested(self, root: Root) -> bool:
        known = self._of_tested.get(root)
        if known is None:
            known = self._of_tested[root] = _name_of(root) in self._names_tested()
        return known

    def _names_tested(self) -> frozenset[str]:
        """The names of attributes that the program tests."""
        if self._tested is None:
            self._tested = frozenset(
                node.name
                for ref in self._r.program.refs()
                for guard in ref.scope.guards
                if guard.asked >= 0 and isinstance(node := ref.scope.nodes[guard.asked], Attribute)
            )
        return self._tested

    def _find(self, helper: ScopeRef, home: str) -> list[Bindings] | None:
        """What each call passes, of those alone that an object's own methods get; None where some are not seen."""
        outer = helper.parent if helper.captures else helper
        if outer is None or outer.captures or outer.scope.kind is not ScopeKind.FUNCTION:
            return None
        name = outer.scope.name
        sites = self._r.program.calls_named(name)
        if not 0 < len(sites) <= MAX_CALLS or outer.scope.decorators or self._asking.is_mentioned(outer):
            return None
        found = self._called(helper, sites) if helper is outer else self._decorating(helper, outer, sites)
        own = [given for at_home, given in found or () if not home or at_home in ("", home)]
        return [
            {self._at(root, home): self._callers.closed(values) for root, values in given.items()} for given in own
        ] or None

    def _at(self, root: Root, home: str) -> Root:
        if not isinstance(root, ParamRoot) or root.of == home:
            return root
        return (
            self._r.make(ParamRoot, root.ref, root.index, home)
            if home
            else self._r.make(ParamRoot, root.ref, root.index)
        )

    def _called(self, helper: ScopeRef, sites: Sites) -> list[Given] | None:
        """What calls of a function pass to it."""
        found: list[Given] = []
        for at, index in sites:
            callees = self._callees(at, index)
            if callees is None:
                return None
            for callee in callees:
                if isinstance(callee, FunctionValue) and callee.ref is helper:
                    arguments = arguments_of(self._r, at, _call(at, index))
                    given = bind_arguments(self._r, helper, callee.receiver, arguments)
                    found.append((home_of_function(callee), given))
        return found

    def _decorating(self, inner: ScopeRef, outer: ScopeRef, sites: Sites) -> list[Given] | None:
        """What is passed to a decorator and to the function that returned it, where each is called at once."""
        found: list[Given] = []
        for at, index in sites:
            callees = self._callees(at, index)
            if callees is None:
                return None
            if any(isinstance(callee, FunctionValue) and callee.ref is outer for callee in callees):
                arguments = self._decorated(at, index)
                if arguments is None:
                    return None
                for decorator in self._callers.closed(self._r.node(at, index)):
                    if isinstance(decorator, FunctionValue) and decorator.ref is inner:
                        given = bind_arguments(self._r, inner, None, arguments)
                        found.append((home_of_function(decorator), {**dict(decorator.env), **given}))
        return found

    def _decorated(self, at: ScopeRef, decorator: int) -> Arguments | None:
        """What a decorator gets that a call returned; None where it is kept."""
        for node in at.scope.nodes:
            if isinstance(node, Decorate) and node.decorator == decorator:
                return Arguments((self._r.node(at, node.base),))
            if isinstance(node, Call) and node.func == decorator:
                return arguments_of(self._r, at, node)
        return None

    def _callees(self, at: ScopeRef, index: int) -> ValueSet | None:
        """What a call calls; None where that is not known."""
        callees = self._callers.closed(self._r.node(at, _call(at, index).func))
        return None if not callees or any(isinstance(callee, Symbol) for callee in callees) else callees


def _name_of(root: Root) -> str:
    """The name of a constructor's parameter, or of a field that takes its place."""
    if not isinstance(root, ParamRoot):
        return ""
    scope = root.ref.scope
    names = list(scope.annotations) if scope.kind is ScopeKind.CLASS else [param.name for param in scope.params]
    return names[root.index] if root.index < len(names) else ""


def _made_by(value: Value) -> tuple[ScopeRef | None, str]:
    """The function of whose parameters an object is made, where that are two or more, and the home that they tell of.

    Parameters of the functions around it count, too.
    """
    roots = [root for root in roots_of((value,)) if isinstance(root, ParamRoot)]
    homes = {root.of for root in roots}
    helpers = sorted({root.ref for root in roots}, key=lambda ref: ref.scope.qualname.count("."))
    if len(roots) <= 1 or len(homes) > 1 or any(ref.scope.kind is not ScopeKind.FUNCTION for ref in helpers):
        return None, ""
    nested = all(inner.parent is outer for outer, inner in pairwise(helpers))
    return (helpers[-1], homes.pop()) if nested else (None, "")


def _call(at: ScopeRef, index: int) -> Call:
    node = at.scope.nodes[index]
    assert isinstance(node, Call)
    return node
