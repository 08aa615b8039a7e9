"""What blocks in an installed library of which the catalog says nothing: its own source, followed to a sink.

Nobody has read such a library for this purpose, so the rules are strict. Only what a function does whenever it is
called counts (`lower/certain.py`); everything that a step may call must block; and the sink must wait for a network,
a child process or a clock. Locks, files, computation and imports are left out. Such a function is a sink then, with
the frames of the library between it and what it waits for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import msgspec

from antifreeze.catalog.conditions import UNKNOWN
from antifreeze.catalog.index import Sink
from antifreeze.link.arguments import bind_arguments
from antifreeze.link.resolver import Bindings, Resolver
from antifreeze.link.substitute import substituted
from antifreeze.link.tested import constant, passes
from antifreeze.lower.certain import Certain
from antifreeze.model.finding import Remedy, Step
from antifreeze.model.location import unpack
from antifreeze.model.rule import Wait
from antifreeze.model.summary import Guard, ScopeKind
from antifreeze.model.value import Env, FunctionValue, LiteralValue, ParamRoot, ScopeRef, Symbol, Value
from antifreeze.solve.names import awaitable
from antifreeze.solve.sites import Given, Site, Sites

CATEGORIES = frozenset(("sleep", "http", "network", "database", "subprocess", "cloud", "dns", "email", "queue"))
"""What is worth following a library for."""

MAX_FRAMES = 16

CertainOf = Callable[[str], Certain]
"""What the functions of a library's module evaluate for certain."""

Follow = Callable[[str, Value, Given, str], Iterable[object]]
"""The targets for one operand, by how it is used."""


class Derived:
    """Follows functions of libraries, each once for what it is given."""

    def __init__(self, resolver: Resolver, certain: CertainOf, follow: Follow) -> None:
        self._r = resolver
        self._certain = certain
        self._follow = follow
        self._sites: Sites | None = None
        self._known: dict[tuple[ScopeRef, Env], Sink | None] = {}
        self._depth = 0

    def attach(self, sites: Sites) -> None:
        """Take the sites of functions from here."""
        self._sites = sites

    def sink(self, function: FunctionValue, given: Given) -> Sink | None:
        """The sink that a library's function is, if it surely blocks."""
        ref = function.ref
        scope = ref.scope
        if self._sites is None or self._depth >= MAX_FRAMES or scope.kind is not ScopeKind.FUNCTION:
            return None
        if ref.module.is_stub or scope.is_stub or (scope.is_generator and not scope.is_async):
            return None
        bindings = bind_arguments(self._r, ref, function.receiver, given())
        key = (ref, tuple(bindings.items()))
        if key not in self._known:
            self._known[key] = None  # a function that calls itself blocks if it does so by another way
            self._depth += 1
            self._known[key] = self._followed(ref, dict(bindings) | dict(function.env))
            self._depth -= 1
        return self._known[key]

    def _followed(self, ref: ScopeRef, bindings: Bindings) -> Sink | None:
        assert self._sites is not None
        certain = self._certain(ref.module.module)
        for site in self._sites.of(ref) if certain.always else ():
            if site.how != "read" and (site.span in certain.always or self._passes(site, certain, bindings)):
                sink = self._at(site, bindings)
                if sink is not None:
                    return _within(ref, site, sink)
        return None

    def _passes(self, site: Site, certain: Certain, bindings: Bindings) -> bool:
        """Whether what is known of the parameters surely lets control get to a site that stands under tests of them."""
        if self._sites is None or site.span not in certain.tested:
            return False
        guards = self._sites.guards(site)
        return bool(guards) and all(self._holds(guard, site.ref, bindings) for guard in guards)

    def _holds(self, guard: Guard, ref: ScopeRef, bindings: Bindings) -> bool:
        values = bindings.get(self._r.make(ParamRoot, ref, guard.param), ())
        if not values or guard.remade:
            return False
        return all(constant(value) is not UNKNOWN and passes(guard, constant(value)) for value in values)

    def _at(self, site: Site, bindings: Bindings) -> Sink | None:
        """The sink at a site, where whatever may run there is one."""
        values = self._r.substitute(site.values, bindings)
        if site.awaited:
            values = awaitable(self._r, values)
        first: Sink | None = None
        for value in values:
            if isinstance(value, Symbol) or (isinstance(value, LiteralValue) and value.value is None):
                continue  # what a caller may hand over instead is taken to be of the same kind
            sink = self._of(site, value, bindings)
            if sink is None:
                return None
            first = first or sink
        return first

    def _of(self, site: Site, value: Value, bindings: Bindings) -> Sink | None:
        for target in self._follow(site.how, value, lambda: substituted(self._r, site.arguments, bindings), site.name):
            sink = getattr(target, "sink", None)
            if isinstance(sink, Sink) and _surely_waits(sink):
                return sink
        return None


def _surely_waits(sink: Sink) -> bool:
    """Whether a sink is worth following a library for, and no argument can exempt it but a sleep of no time."""
    if sink.unless and sink.signature is not None and sink.category != "sleep":
        return False
    return sink.category in CATEGORIES and sink.wait is Wait.UNBOUNDED


def _within(ref: ScopeRef, site: Site, sink: Sink) -> Sink:
    """The sink as the library's function around it is one, a frame further away."""
    span = unpack(site.span)
    step = Step(
        ref.module.path, span.line, span.column + 1, span.end_line, span.end_column + 1, ref.name,
        sink.via or sink.name.removeprefix("builtins."),
    )  # fmt: skip
    return msgspec.structs.replace(
        sink, via=ref.name, frames=(step, *sink.frames), remedy=Remedy(""), how="call", unless=(), signature=None
    )
