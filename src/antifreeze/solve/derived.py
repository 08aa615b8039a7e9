"""What blocks in an installed library of which the catalog says nothing: its own source, followed to a sink.

Nobody has read such a library for this purpose, so the rules are strict. Only what a function does on every way through
it counts (`solve/sure.py`); everything that a step may call must block; and the sink must wait for a network, a child
process or a clock. Locks, files, computation and imports are left out. Such a function is a sink then, with the frames
of the library between it and what it waits for.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from typing import NamedTuple

import msgspec

from antifreeze.catalog.conditions import UNKNOWN, may_hold
from antifreeze.catalog.index import Sink
from antifreeze.link.arguments import bind_arguments, substituted
from antifreeze.link.bodies import body_of
from antifreeze.link.coroutineness import is_async
from antifreeze.link.flags import root_of
from antifreeze.link.kept import bound_literals
from antifreeze.link.libraries import class_behind
from antifreeze.link.memo import Memo
from antifreeze.link.resolver import Arguments, Bindings, Resolver
from antifreeze.link.tested import OF_OBJECTS, constant, fails, passes, told
from antifreeze.link.unfinished import cannot_be_made, declared_members
from antifreeze.lower.certain import CertainFlows, Flow
from antifreeze.model.finding import Remedy, Step
from antifreeze.model.location import unpack
from antifreeze.model.rule import Wait
from antifreeze.model.summary import BODY_MARK, Guard, ScopeKind
from antifreeze.model.value import (
    ClassValue,
    Env,
    External,
    FunctionValue,
    Instance,
    ParamRoot,
    Partial,
    ScopeRef,
    Symbol,
    Value,
    is_none,
)
from antifreeze.solve.heirs import Heirs, HeirsOf, passed_on
from antifreeze.solve.site import Given, Site
from antifreeze.solve.sites import Sites
from antifreeze.solve.sure import leads_nowhere, sure

CATEGORIES = frozenset(("sleep", "http", "network", "database", "subprocess", "cloud", "dns", "email", "queue"))
"""What is worth following a library for."""

MAX_NESTED = 6
"""How many functions are followed into one another on Python's stack; what lies deeper is followed first, by itself."""

MAX_WAITING = 24
"""How many functions may wait for one that lies deeper."""

MAX_VARIANTS = 6
"""How many kinds of arguments a function is followed for."""

MAX_HANDED = 24
"""For how many of them the functions count that it is handed."""

CertainOf = Callable[[str], CertainFlows | None]
"""What the functions of a library's module evaluate."""

Follow = Callable[[str, Value, Given, str], Iterable[object]]
"""The targets for one operand, by how it is used."""


class Sources(NamedTuple):
    """What the sources of installed libraries tell beside their summaries."""

    certain: CertainOf
    heirs: HeirsOf


Key = tuple[ScopeRef, Env]
"""A function, and what its parameters stand for."""


class _TooDeepError(Exception):
    """A function lies too deep to be followed from where it is called."""

    def __init__(self, key: Key, function: FunctionValue, bindings: Bindings) -> None:
        super().__init__()
        self.key = key
        self.function = function
        self.bindings = bindings


class Derived:
    """Follows functions of libraries, each once for what it is given."""

    def __init__(self, resolver: Resolver, sources: Sources, follow: Follow) -> None:
        self._r = resolver
        self._certain = sources.certain
        self._heirs = Heirs(resolver, sources.heirs)
        self._follow = follow
        self._sites: Sites | None = None
        self._at_span: Memo[ScopeRef, dict[int, list[Site]]] = Memo(self._spans)
        self._known: dict[Key, Sink | None] = {}
        self._open: list[Key] = []
        self._harmless: list[Key] = []
        self._assumes = False
        self._blocking = 0
        self._variants: Counter[ScopeRef] = Counter()
        self._depth = 0

    def attach(self, sites: Sites) -> None:
        """Take the sites of functions from here."""
        self._sites = sites

    def sink(self, function: FunctionValue, given: Given) -> Sink | None:
        """The sink that a library's function is, if it surely blocks."""
        if function.ref.module.is_stub:
            behind = body_of(self._r, function)
            if behind is None:
                return None
            function = behind
        ref = function.ref
        scope = ref.scope
        if scope.kind not in (ScopeKind.FUNCTION, ScopeKind.LAMBDA) or (scope.is_generator and not scope.is_async):
            return None
        return self.body(function, bind_arguments(self._r, ref, function.receiver, given()))

    def body(self, function: FunctionValue, bindings: Bindings) -> Sink | None:
        """The sink that running a function's body is, a generator's too."""
        if self._sites is None or function.ref.module.is_stub:
            return None
        return self._body(function, bindings) if self._depth else self._driven(function, bindings)

    def _driven(self, function: FunctionValue, bindings: Bindings) -> Sink | None:
        """The same where nothing is followed yet: what lies too deep within is answered first, and remembered.

        Where a long cycle made that assume of some function that it does not block, what was found not to block is
        asked again for as long as something else was found to block.
        """
        while True:
            self._harmless, self._assumes, before = [], False, self._blocking
            sink = self._round(function, bindings)
            if sink is not None or not self._assumes or self._blocking == before:
                return sink
            for key in self._harmless:
                del self._known[key]

    def _round(self, function: FunctionValue, bindings: Bindings) -> Sink | None:
        waiting: list[tuple[Key | None, FunctionValue, Bindings]] = [(None, function, bindings)]
        assumed: set[Key] = set()
        while True:
            key, function, bindings = waiting[-1]
            if key in assumed and self._known.pop(key, None) is None:
                self._harmless.remove(key)
                assumed.discard(key)
            try:
                sink = self._body(function, bindings)
            except _TooDeepError as deeper:
                self._reset()
                if len(waiting) > MAX_WAITING or any(deeper.key == one for one, _, _ in waiting):
                    self._assumes = True
                    assumed.add(deeper.key)
                    self._keep(deeper.key, None)
                else:
                    waiting.append((deeper.key, deeper.function, deeper.bindings))
                continue
            waiting.pop()
            if not waiting:
                return sink

    def _keep(self, key: Key, sink: Sink | None) -> None:
        self._known[key] = sink
        if sink is None:
            self._harmless.append(key)
        else:
            self._blocking += 1

    def _reset(self) -> None:
        for key in self._open:
            del self._known[key]
            self._variants[key[0]] -= 1
        self._open.clear()
        self._depth = 0

    def _body(self, function: FunctionValue, bindings: Bindings) -> Sink | None:
        ref = function.ref
        flows = self._certain(ref.module.module.lstrip(BODY_MARK))
        flow = flows.get(ref.scope.span) if flows is not None else None
        if flow is None:
            return None
        if leads_nowhere(flow) or ref.scope.is_abstract:
            return self._by_heirs(function, bindings)
        if self._differs(function, bindings):
            return None
        key = (ref, tuple(bindings.items()))
        if key not in self._known and self._variants[ref] >= MAX_VARIANTS:
            bindings = self._in_short(ref, bindings, self._variants[ref] < MAX_HANDED)
            key = (ref, tuple(bindings.items()))
        if key not in self._known:
            if self._depth >= MAX_NESTED:
                raise _TooDeepError(key, function, bindings)
            self._variants[ref] += 1
            self._known[key] = None  # a function that calls itself blocks if it does so by another way
            self._open.append(key)
            self._depth += 1
            sink = self._followed(ref, flow, dict(bindings) | dict(function.env))
            self._depth -= 1
            self._open.pop()
            self._keep(key, sink)
        return self._known[key]

    def _in_short(self, ref: ScopeRef, bindings: Bindings, with_functions: bool) -> Bindings:
        """Of what a function is given, the class of its receiver, and functions: all else is taken to be unknown."""
        root = self._r.make(ParamRoot, ref, 0)
        classes = [value.cls for value in bindings.get(root, ()) if isinstance(value, Instance)]
        found: Bindings = {root: tuple(self._r.make(Instance, cls) for cls in classes)} if classes else {}
        for other, values in bindings.items() if with_functions else ():
            if any(isinstance(value, (FunctionValue, Partial)) for value in values):
                found[other] = values
        return found

    def _differs(self, function: FunctionValue, bindings: Bindings) -> bool:
        """Whether a class that cannot be the receiver's own has heirs whose method of that name does not block."""
        receiver = function.receiver
        cls = receiver.cls if isinstance(receiver, Instance) else None
        if isinstance(receiver, Symbol) and not receiver.path:
            cls = receiver.bound
        elif isinstance(cls, External):
            cls = class_behind(self._r, cls.name)
        if isinstance(cls, ClassValue):
            receiver = self._r.make(Instance, cls)
            function = self._r.make(FunctionValue, function.ref, receiver, function.env)
        if not isinstance(receiver, Instance) or not cannot_be_made(self._r, receiver.cls):
            return False
        return bool(self._heirs.methods(receiver, function.ref)) and self._by_heirs(function, bindings) is None

    def _by_heirs(self, function: FunctionValue, bindings: Bindings) -> Sink | None:
        """The sink that a method is which a class leaves to those that derive from it: all of theirs must block."""
        receiver, first = function.receiver, None
        if not isinstance(receiver, Instance):
            return None
        self._depth += 1
        for method in self._heirs.methods(receiver, function.ref):
            own = bind_arguments(self._r, method.ref, method.receiver, passed_on(self._r, function.ref, bindings))
            sink = self.body(method, own)
            if sink is None:
                first = None
                break
            first = first or sink
        self._depth -= 1
        return first

    def _followed(self, ref: ScopeRef, flow: Flow, bindings: Bindings) -> Sink | None:
        by_span = self._at_span[ref]

        def blocks(span: int) -> Sink | None:
            for site in by_span.get(span, ()):
                if not self._is_barred(site, bindings):
                    sink = self._at(site, bindings)
                    if sink is not None:
                        return _within(ref, site, sink)
            return None

        return sure(flow, blocks, lambda way: self._is_taken(by_span, way, bindings))

    def _spans(self, ref: ScopeRef) -> dict[int, list[Site]]:
        assert self._sites is not None
        found: dict[int, list[Site]] = defaultdict(list)
        for site in self._sites.of(ref):
            if site.how != "read":
                found[site.span].append(site)
        return found

    def _is_barred(self, site: Site, bindings: Bindings) -> bool:
        """Whether what is known of the parameters keeps control from a site."""
        assert self._sites is not None
        return any(fails(self._r, site.ref, guard, bindings) for guard in self._sites.guards(site))

    def _is_taken(self, by_span: dict[int, list[Site]], way: Flow, bindings: Bindings) -> bool | None:
        """Whether what is known of the parameters surely lets control take a way, or keeps it off; else None."""
        assert self._sites is not None
        site = next((site for step in way if isinstance(step, int) for site in by_span.get(step, ())), None)
        if site is None:
            return None
        guards = self._sites.guards(site)
        if not guards:
            return None
        if self._is_barred(site, bindings):
            return False
        return (
            all(any(self._holds(one, site.ref, bindings) for one in (guard, *guard.others)) for guard in guards) or None
        )

    def _holds(self, guard: Guard, ref: ScopeRef, bindings: Bindings) -> bool:
        if any(self._holds(other, ref, bindings) for other in guard.others):
            return True
        root = root_of(self._r, ref, guard)
        values = bindings.get(root, ()) if root is not None else ()
        if not values or guard.remade:
            return False
        if guard.operator in OF_OBJECTS:
            return all(told(self._r, ref, guard, value) is guard.outcome for value in values)
        return all(constant(value) is not UNKNOWN and passes(guard, constant(value)) for value in values)

    def _at(self, site: Site, bindings: Bindings) -> Sink | None:
        """The sink at a site, where whatever may run there is one."""
        values = self._r.substitute(site.values, bindings)
        if site.awaited and not all(is_async(self._r, value) for value in values):
            return None  # no library awaits what is plain: another class is meant
        first: Sink | None = None
        if values and all(isinstance(value, Symbol) for value in values):
            values = declared_members(self._r, values)
        for value in values:
            if isinstance(value, Symbol) or is_none(value):
                continue  # what a caller may hand over instead is taken to be of the same kind
            sink = self._of(site, value, bindings)
            if sink is None:
                return None
            first = first or sink
        return first

    def _of(self, site: Site, value: Value, bindings: Bindings) -> Sink | None:
        def given() -> Arguments:
            return substituted(self._r, site.arguments, bindings)

        for target in self._follow(site.how, value, given, site.name):
            sink = getattr(target, "sink", None)
            if isinstance(sink, Sink) and _surely_waits(sink, given):
                return sink
        return None


def _surely_waits(sink: Sink, given: Given) -> bool:
    """Whether a sink is worth following a library for, and no flag may exempt it, but an odd argument at most."""
    flags = [condition for condition in sink.unless if not condition.is_of_one_value]
    if flags and sink.signature is not None:
        known = bound_literals(sink.signature, given())
        if any(may_hold(condition, known) for condition in flags):
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
