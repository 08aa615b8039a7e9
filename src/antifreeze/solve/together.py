"""Objects that a helper makes of its own parameters: what one call of it gives them belongs together.

`pool.put(slow, in_thread=True)` and `pool.put(quick)` make two jobs, of which only the first has a `slow` to run, and
that is the one which runs in a thread. With all that is passed for each parameter by itself, there would be four.
"""

from __future__ import annotations

from antifreeze.link.arguments import arguments_of, bind_arguments
from antifreeze.link.resolver import Bindings, Resolver
from antifreeze.model.expression import Attribute, Call, Free, Import, Name
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
from antifreeze.solve.callers import Callers
from antifreeze.solve.roots import roots_of

MAX_CALLS = 16
"""How many calls of a helper are told apart."""


class Together:
    """Finds the objects that the calls of a helper make."""

    def __init__(self, resolver: Resolver, callers: Callers) -> None:
        self._r = resolver
        self._callers = callers
        self._known: dict[ScopeRef, list[Bindings] | None] = {}
        self._mentioned: set[str] | None = None
        self._tested: frozenset[str] | None = None

    def each(self, values: ValueSet) -> ValueSet:
        """The values, with an object for each call of a helper that makes it of two or more of its parameters."""
        sets: list[ValueSet] = []
        for value in values:
            calls = self._makings(value)
            sets.extend([(value,)] if calls is None else [self._r.substitute((value,), given) for given in calls])
        return union(sets) if len(sets) > len(values) and sum(map(len, sets)) <= MAX_VALUES else values

    def _makings(self, value: Value) -> list[Bindings] | None:
        """What each call of the helper passes that makes an object; None where nothing asks for the difference."""
        if not isinstance(value, Instance) or not value.symbolic or not value.env:
            return None
        if not any(_name_of(root) in self._names_tested() for root, _ in value.env):
            return None
        helper = _made_by(value)
        return None if helper is None else self._calls(helper)

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

    def _calls(self, helper: ScopeRef) -> list[Bindings] | None:
        """What each call passes; None where not all calls are seen."""
        if helper not in self._known:
            self._known[helper] = None  # as long as it is asked for
            self._known[helper] = self._find(helper)
        return self._known[helper]

    def _find(self, helper: ScopeRef) -> list[Bindings] | None:
        name = helper.scope.name
        sites = self._r.program.calls_named(name)
        if not 0 < len(sites) <= MAX_CALLS or helper.scope.decorators or helper.captures or self._is_mentioned(name):
            return None
        found: list[Bindings] = []
        for at, index in sites:
            node = at.scope.nodes[index]
            assert isinstance(node, Call)
            callees = self._callers.closed(self._r.node(at, node.func))
            if not callees or any(isinstance(callee, Symbol) for callee in callees):
                return None
            for callee in callees:
                if isinstance(callee, FunctionValue) and callee.ref is helper:
                    given = bind_arguments(self._r, helper, callee.receiver, arguments_of(self._r, at, node))
                    found.append({root: self._callers.closed(values) for root, values in given.items()})
        return found or None

    def _is_mentioned(self, name: str) -> bool:
        """Whether something of that name is also read without being called: it may be called anywhere then."""
        if self._mentioned is None:
            self._mentioned = set()
            for ref in self._r.program.refs():
                nodes = ref.scope.nodes
                called = {node.func for node in nodes if node.__class__ is Call}
                self._mentioned.update(
                    node.name
                    for index, node in enumerate(nodes)
                    if isinstance(node, (Attribute, Name, Free, Import)) and index not in called
                )
        return name in self._mentioned


def _name_of(root: Root) -> str:
    """The name of a constructor's parameter, or of a field that takes its place."""
    if not isinstance(root, ParamRoot):
        return ""
    scope = root.ref.scope
    names = list(scope.annotations) if scope.kind is ScopeKind.CLASS else [param.name for param in scope.params]
    return names[root.index] if root.index < len(names) else ""


def _made_by(value: Value) -> ScopeRef | None:
    """The function of whose parameters an object is made, where that are two or more."""
    roots = [root for root in roots_of((value,)) if isinstance(root, ParamRoot) and not root.of]
    helpers = {root.ref for root in roots}
    helper = helpers.pop() if len(helpers) == 1 else None
    return helper if helper is not None and len(roots) > 1 and helper.scope.kind is ScopeKind.FUNCTION else None
