"""Switches that nothing in the program throws: `if settings.slow`, where each object that is made keeps the default."""

from __future__ import annotations

from antifreeze.link.memo import Memo
from antifreeze.link.openclass import class_of
from antifreeze.link.places import owner_of_self
from antifreeze.link.resolver import Resolver
from antifreeze.link.tested import OF_OBJECTS, passes, worked_out
from antifreeze.model.expression import NO_NODE, Attribute
from antifreeze.model.summary import TELLS, Guard
from antifreeze.model.value import LiteralValue, ScopeRef, Value
from antifreeze.solve.callers import Callers
from antifreeze.solve.site import Site


class Unthrown:
    """Tells which sites stand under a test that no object of the program passes."""

    def __init__(self, resolver: Resolver, callers: Callers) -> None:
        self._r = resolver
        self._callers = callers
        self._tests: Memo[ScopeRef, tuple[Guard, ...]] = Memo(self._find)

    def bars(self, site: Site) -> bool:
        """Whether control never comes to a site."""
        return bool(site.ref.scope.guards) and any(guard.covers(site.node) for guard in self._tests[site.ref])

    def _find(self, ref: ScopeRef) -> tuple[Guard, ...]:
        return tuple(guard for guard in ref.scope.guards if self._is_of_switch(ref, guard) and self._fails(ref, guard))

    def _is_of_switch(self, ref: ScopeRef, guard: Guard) -> bool:
        """Whether an attribute of anything but a method's own object is tested that no call names and nobody sets."""
        if guard.asked == NO_NODE or guard.others or guard.operator == TELLS or guard.operator in OF_OBJECTS:
            return False
        node = ref.scope.nodes[guard.asked]
        program = self._r.program
        return (
            isinstance(node, Attribute)
            and not ref.module.is_library
            and node.name not in program.spelt
            and node.name not in program.set_from_outside
            and owner_of_self(ref, node.base) is None
            and not any(self._may_differ(value, node.name) for value in self._r.node(ref, node.base))
        )

    def _may_differ(self, value: Value, name: str) -> bool:
        """Whether an heir of an object's class has another attribute of that name."""
        cls = class_of(value)
        return cls is not None and self._r.overridden(cls, name)

    def _fails(self, ref: ScopeRef, guard: Guard) -> bool:
        """Whether what constructors were given is known for all objects, and keeps control away."""
        known = worked_out(self._r, ref, guard)
        if known is None:
            return False
        values = self._callers.closed(self._r.node(ref, guard.asked))
        return bool(values) and all(isinstance(one, LiteralValue) and not passes(known, one.value) for one in values)
