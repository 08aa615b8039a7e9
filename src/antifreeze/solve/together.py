"""Objects that a helper makes of its own parameters: what one call of it gives them belongs together.

`pool.put(slow, in_thread=True)` and `pool.put(quick)` make two jobs, of which only the first has a `slow` to run, and
that is the one which runs in a thread. With all that is passed for each parameter by itself, there would be four.
So do `@pool.job(in_thread=True)` and `@pool.job()`, where the decorator that `job` returns makes them.
"""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise

from antifreeze.link.memo import Memo
from antifreeze.link.resolver import Bindings, Resolver
from antifreeze.model.expression import NO_NODE, Attribute
from antifreeze.model.summary import ScopeKind
from antifreeze.model.value import (
    MAX_VALUES,
    Instance,
    ParamRoot,
    Root,
    ScopeRef,
    Value,
    ValueSet,
    union,
)
from antifreeze.solve.invocations import Invocations
from antifreeze.solve.roots import roots_of

MAX_CALLS = 16
"""How many calls of a helper are told apart."""


Sites = list[tuple[ScopeRef, int]]

Given = tuple[str, Bindings]
"""What a call passes, with the place where the object was made whose method it calls; empty where that is not known."""


class Together:
    """Finds the objects that the calls of a helper make."""

    def __init__(self, resolver: Resolver, invocations: Invocations) -> None:
        self._r = resolver
        self._invocations = invocations
        self._of_tested: Memo[Root, bool] = Memo(lambda root: _name_of(root) in self._names_tested)

    def each(self, values: ValueSet) -> ValueSet:
        """The values, with an object for each call of a helper that makes it of two or more of its parameters."""
        if not any(value.__class__ is Instance and value.symbolic for value in values):
            return values
        sets: list[ValueSet] = []
        for value in values:
            calls = self._makings(value)
            sets.extend([(value,)] if calls is None else [self._r.substitute((value,), given) for given in calls])
        return union(sets) if len(sets) > len(values) and sum(map(len, sets)) <= MAX_VALUES else values

    def _makings(self, value: Value) -> list[Bindings] | None:
        """What each call of the helper passes that makes an object; None where nothing asks for the difference."""
        if not isinstance(value, Instance) or not value.symbolic:
            return None
        if value.cls is not self._r.builtin("tuple") and not any(self._is_tested(root) for root, _ in value.env):
            return None
        helper, home = _made_by(value)
        calls = self._invocations.of(helper, home) if helper is not None else None
        return calls and [{self._at(root, home): values for root, values in given.items()} for given in calls]

    def _is_tested(self, root: Root) -> bool:
        return self._of_tested[root]

    @cached_property
    def _names_tested(self) -> frozenset[str]:
        """The names of attributes that the program tests."""
        return frozenset(
            node.name
            for ref in self._r.program.refs()
            for guard in ref.scope.guards
            if guard.asked != NO_NODE and isinstance(node := ref.scope.nodes[guard.asked], Attribute)
        )

    def _at(self, root: Root, home: str) -> Root:
        return self._r.make(ParamRoot, root.ref, root.index, home) if home and isinstance(root, ParamRoot) else root


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
