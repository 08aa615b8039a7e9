"""The instantiated call graph: functions, each for every binding of its latent roots, joined by sites.

A function whose effect depends on nothing but itself has one instance. The scheme is the Cartesian
product algorithm (Agesen, 1995), restricted to the roots that matter.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial

from antifreeze.catalog.conditions import UNKNOWN
from antifreeze.catalog.index import Sink
from antifreeze.link.arguments import decorated_as
from antifreeze.link.defined import captured
from antifreeze.link.forwarded import is_handed_on
from antifreeze.link.given import mark_of, told_by_tests, told_of_local
from antifreeze.link.homes import is_method, made_with
from antifreeze.link.memo import Memo
from antifreeze.link.resolver import Bindings, Resolver
from antifreeze.link.tested import constant, fails, may_pass
from antifreeze.model.expression import Attribute, Name
from antifreeze.model.summary import ScopeKind
from antifreeze.model.value import (
    ANYTHING,
    ClassValue,
    Env,
    FunctionValue,
    Instance,
    ParamRoot,
    Root,
    ScopeRef,
    Symbol,
    Value,
    ValueSet,
    says_something,
    union,
)
from antifreeze.solve.asking import Asking, is_of_base, is_of_constructor
from antifreeze.solve.bases import Bases
from antifreeze.solve.byvalue import ByValue
from antifreeze.solve.callers import Callers, root_order
from antifreeze.solve.guards import MemberTest
from antifreeze.solve.invocations import Invocations
from antifreeze.solve.names import awaitable
from antifreeze.solve.passing import passed
from antifreeze.solve.relevance import Relevance
from antifreeze.solve.roots import roots_of
from antifreeze.solve.site import Site
from antifreeze.solve.tables import Tables
from antifreeze.solve.target import Block, Run, Target
from antifreeze.solve.targets import Targets
from antifreeze.solve.together import Together
from antifreeze.solve.unthrown import Unthrown

_LOOP_TESTS = {"get_running_loop", "_get_running_loop", "is_running"}

MAX_INSTANCES = 48
"""How many instances a function may have; beyond them it is taken for all that the program passes to it."""

MAX_BY_CLASS = 240
"""How many instances it may have where, beyond those, objects are told apart by their classes alone."""

MAX_CLOSURES = 2000
"""How many closures of a function are told apart: a decorator's wrapper is one for each function that it decorates."""

MAX_RECEIVERS = 12
"""How many subclasses an inherited on-loop method is looked at for."""


@dataclass(slots=True, eq=False)
class Node:
    """One instance of a function: what it enters directly, and which instances it runs, by site."""

    ref: ScopeRef
    env: Env
    sinks: list[tuple[Site, Sink]] = field(default_factory=list)
    edges: list[tuple[Site, Node]] = field(default_factory=list)
    callers: list[Node] = field(default_factory=list)


def asks_for_loop(ref: ScopeRef) -> bool:
    """Whether a function asks if a loop is running: then it runs one of its own only where none is."""
    return any(isinstance(node, (Attribute, Name)) and node.name in _LOOP_TESTS for node in ref.scope.nodes)


def _is_called_as_such(site: Site, function: FunctionValue) -> bool:
    """Whether a call passes its arguments to a function as they stand there: it is called, or its class is."""
    makes = function.ref.scope.name == "__init__" and all(isinstance(value, ClassValue) for value in site.values)
    return makes or function in site.values


def _captured(ref: ScopeRef, env: Env) -> Env:
    """What a function has of the functions around it."""
    around: set[ScopeRef] = set()
    outer = ref.parent
    while outer is not None and outer.scope.kind >= ScopeKind.FUNCTION:
        around.add(outer)
        outer = outer.parent
    return tuple(part for part in env if isinstance(part[0], ParamRoot) and part[0].ref in around) if around else ()


class CallGraph:
    """Built on demand from the functions on the loop."""

    def __init__(
        self,
        resolver: Resolver,
        relevance: Relevance,
        targets: Targets,
        callers: Callers,
        asking: Asking,
        bases: Bases,
    ) -> None:
        self._r = resolver
        self._relevance = relevance
        self._targets = targets
        self.callers = callers
        self._asking = asking
        self._bases = bases
        self._invocations = invocations = Invocations(resolver, callers, asking)
        self._together = Together(resolver, invocations)
        callers.each_made = self._together.each
        callers.by_value = ByValue(resolver, callers).passed
        self._unthrown = Unthrown(resolver, callers)
        self._tables = Tables(resolver, relevance.tables, callers, invocations)
        asking.picked = self._tables.at
        self.nodes: dict[tuple[ScopeRef, Env], Node] = {}
        self._count: dict[tuple[ScopeRef, Env], int] = {}
        self._closures: dict[ScopeRef, int] = {}
        self._pending: list[Node] = []
        self._mentioned: Memo[Site, frozenset[Root]] = Memo(self._mentions)
        self.cut = 0

    def roots(self, ref: ScopeRef) -> list[Node]:
        """The instances of a function that the loop itself runs: one for each class that it is a method of."""
        latent = self._relevance.roots(ref)
        decisive = self._relevance.decisive(ref)
        found: dict[Node, None] = {}
        told = self._invocations.defining(ref, latent)
        for known in self._calls(ref, latent) or self._receivers(ref, latent) if told is None else told:
            if decisive is None or self._relevance.may_block(ref, self._called_by_loop(ref, decisive, known)):
                env = captured(self._r, ref, self._called_by_loop(ref, latent, known))
                if env is not None:
                    found[self._instance(ref, env)] = None
        self._grow()
        return list(found)

    def _called_by_loop(self, ref: ScopeRef, roots: frozenset[Root], known: Bindings) -> Env:
        """What is known where the loop or a framework calls: literals and arguments handed on can be others there."""
        env = self.callers.environment(sorted(roots, key=root_order), known)
        captured = dict(_captured(ref, env))
        return tuple(
            (root, values)
            for root, values in env
            if root in captured
            or root in known
            or (
                not all(map(is_handed_on, values))
                and root not in self._relevance.picking
                and (root not in self.callers.guards or any(constant(value) is UNKNOWN for value in values))
            )
        )

    def _calls(self, ref: ScopeRef, latent: frozenset[Root]) -> list[Bindings]:
        """What each call of a coroutine function passes, where that decides which tests it comes through."""
        own = [root for root in latent if isinstance(root, ParamRoot) and root.ref is ref]
        is_tested = any(root in self.callers.guards for root in latent) or self._relevance.tests_members(ref)
        if not own or not is_tested or not self._asking.sees(ref):
            return []
        calls = [{root: given[root] for root in latent if root in given} for given in self._asking.calls(ref)]
        for given in calls:
            given.update((root, self.callers.declared(root)) for root in own if not says_something(given.get(root, ())))
        return calls

    def _receivers(self, ref: ScopeRef, latent: frozenset[Root]) -> list[Bindings]:
        parent = ref.parent
        if parent is None or parent.scope.kind is not ScopeKind.CLASS or not ref.scope.params:
            return [{}]
        kind = decorated_as(ref)
        if kind == "staticmethod":
            return [{}]
        root = self._r.make(ParamRoot, ref, 0)
        asked = self._asking.bindings(ref, root) if latent and not kind else None
        if asked is not None and len(asked) <= MAX_RECEIVERS:
            return asked
        if root not in latent and not self._tells_objects_apart(parent, latent):
            return [{}]
        owner = self._r.make(ClassValue, parent)
        heirs = [cls for cls in self._r.subclasses(owner) if self._inherits(cls, ref)]
        self.cut += len(heirs) > MAX_RECEIVERS
        receivers = [owner, *heirs[:MAX_RECEIVERS]]
        if heirs and self._bases.is_only_derived(owner):
            receivers.remove(owner)
        if kind:
            return [{root: (cls,)} for cls in receivers]
        return [known for cls in receivers for known in self._objects(root, cls, latent)]

    def _objects(self, root: Root, cls: ClassValue, latent: frozenset[Root]) -> list[Bindings]:
        """What is known of an object of a class; of each that the program makes, where that tells more."""
        made = self._asking.objects(cls) if self._tells_objects_apart(cls.ref, latent) else None
        known = [{**dict(value.env), root: (value,)} for value in made or () if isinstance(value, Instance)]
        return known or [{root: (self._r.make(Instance, cls),)}]

    def _tells_objects_apart(self, cls: ScopeRef, latent: frozenset[Root]) -> bool:
        """Whether it matters which arguments a constructor got together, or which class it made an object of."""
        kept = [root for root in latent if is_of_constructor(root)]
        is_tested = len(kept) > 1 and any(root in self.callers.guards for root in kept)
        return is_tested or any(is_of_base(cls, root) for root in kept)

    def _inherits(self, cls: ClassValue, ref: ScopeRef) -> bool:
        """Whether a subclass takes the method over as it is."""
        for base in self._r.class_info(cls).ancestors:
            if isinstance(base, ClassValue) and ref.scope.name in base.ref.scope.names:
                return base.ref is ref.parent
        return False

    def _instance(self, ref: ScopeRef, env: Env) -> Node:
        env = self._targets.heritage.noted(ref, env)
        key = (ref, env)
        node = self.nodes.get(key)
        if node is None:
            closure = _captured(ref, env)
            if env and self._count.get((ref, closure), 0) >= MAX_INSTANCES:
                self.cut += 1
                plain = self._by_class(env)
                if plain == env or self._count.get((ref, closure), 0) >= MAX_BY_CLASS:
                    plain = closure
                key = (ref, plain)
                if key in self.nodes:
                    return self.nodes[key]
            if closure and (ref, closure) not in self._count:
                self._closures[ref] = self._closures.get(ref, 0) + 1
                if self._closures[ref] > MAX_CLOSURES:
                    self.cut += 1
                    return self._instance(ref, ())
            self._count[ref, closure] = self._count.get((ref, closure), 0) + 1
            node = self.nodes[key] = Node(*key)
            self._pending.append(node)
        return node

    def _by_class(self, env: Env) -> Env:
        """What is known, of objects of the program's classes no more than that they are of these."""
        return tuple((root, tuple(dict.fromkeys(map(self._plain, values)))) for root, values in env)

    def _plain(self, value: Value) -> Value:
        is_own = (
            isinstance(value, Instance) and isinstance(value.cls, ClassValue) and not value.cls.ref.module.is_foreign
        )
        return self._r.make(Instance, value.cls) if is_own else value  # type: ignore[attr-defined]  # an instance

    def _grow(self) -> None:
        while self._pending:
            self._expand(self._pending.pop())

    def _expand(self, node: Node) -> None:
        bindings: Bindings = dict(node.env)
        for site in self._relevance.of(node.ref):
            if self._unthrown.bars(site):
                continue
            if bindings and any(fails(self._r, node.ref, guard, bindings) for guard in self._relevance.tests(site)):
                continue
            if bindings and any(self._fails(node.ref, member, bindings) for member in self._relevance.members(site)):
                continue
            for target in self._targets_at(site, bindings):
                if isinstance(target, Block):
                    if target.sink.category != "nested-loop" or not asks_for_loop(node.ref):
                        node.sinks.append((site, target.sink))
                elif isinstance(target, Run) and self._relevance.of(target.function.ref):
                    env = captured(self._r, target.function.ref, self._environment(target, bindings))
                    if env is not None and self._relevance.may_block(target.function.ref, env):
                        given = self._given(site, target, bindings)
                        callee = self._instance(target.function.ref, (*env, *given))
                        node.edges.append((site, callee))
                        callee.callers.append(node)

    def _given(self, site: Site, target: Run, caller: Bindings) -> Env:
        """Which of the arguments, as far as the callee tests them, are something by what has been tested before."""
        ref = target.function.ref
        tested = [root for root in self._relevance.in_order(ref) if root in self.callers.guards]
        own = [root for root in tested if isinstance(root, ParamRoot) and root.ref is ref and not root.of]
        tests = self._relevance.passed(site) if own else []
        found = [(root, told_by_tests(self._r, target.bindings.get(root, ()), tests, caller)) for root in own]
        if own and _is_called_as_such(site, target.function):
            local = partial(told_of_local, self._r, site.ref, site.node, target.function)
            found = [(root, told or local(root, target.bindings.get(root, ()))) for root, told in found]
        return tuple((mark_of(self._r, root), told) for root, told in found if told)

    def _fails(self, ref: ScopeRef, member: MemberTest, bindings: Bindings) -> bool:
        """Whether an attribute of an argument is known to keep control from what stands under a test of it."""
        guard, symbol, name = member
        objects = bindings.get(symbol.root, ())
        asked = self._r.attribute(objects, name) if name else self._r.substitute((symbol,), bindings)
        values = self.callers.closed(asked) if objects else ()
        return bool(values) and not any(may_pass(self._r, ref, guard, value) for value in values)

    def _targets_at(self, site: Site, bindings: Bindings) -> Iterable[Target]:
        """What runs at a site, with the bindings of this instance; most sites do not depend on them."""
        items = self._tables.picked(site.picked, bindings) if site.picked is not None else None
        if items is None and (not bindings or self._mentioned[site].isdisjoint(bindings)):
            return self._targets.at(site)
        apart = site.apart
        if items is not None:
            values = self._r.substitute(items, bindings)
        elif apart is None or self._is_told_by_constructor(site.ref, apart.base, bindings):
            values = self._r.substitute(site.values, bindings)
        else:
            values = apart.methods(self._r, bindings, self.callers.closed, self._together.each)
        if any(isinstance(value, Symbol) for value in values):  # of what another function puts into what is bound
            values = union([self.callers.closed((part,)) if isinstance(part, Symbol) else (part,) for part in values])
        if site.awaited:
            values = awaitable(self._r, values)
        return self._targets.of(site.how, values, lambda: passed(self._r, site, bindings), site.name)

    def _is_told_by_constructor(self, ref: ScopeRef, base: ValueSet, bindings: Bindings) -> bool:
        """Whether it is a method's own object of which only what its constructor was given is known."""
        own = self._r.make(ParamRoot, ref, 0)
        is_own = is_method(ref) and own not in bindings and roots_of(base) == {own}
        return is_own and any(map(is_of_constructor, bindings))

    def _mentions(self, site: Site) -> frozenset[Root]:
        arguments = site.arguments
        key = (*site.picked.key, *site.picked.keeper) if site.picked is not None else ()
        parts = (key, site.values, *arguments.positional, *(part for _, part in arguments.keywords), arguments.rest)
        captured = [self._captured_by(value) for part in parts for value in part]
        return frozenset(root for part in parts for root in roots_of(part)).union(*captured)

    def _captured_by(self, value: Value) -> frozenset[Root]:
        """What a function that is handed over has of the functions around it."""
        if isinstance(value, FunctionValue) and value.ref.captures:
            return self._relevance.captured(value)
        return frozenset()

    def _environment(self, target: Run, caller: Bindings) -> Env:
        """What the callee's latent roots stand for: the arguments, what it captured, the receiver's constructor."""
        latent = self._relevance.in_order(target.function.ref)
        if not latent:
            return ()
        known: Bindings = {root: values or (ANYTHING,) for root, values in target.function.env}
        known.update({root: values for root, values in made_with(target.function) if root not in known})
        known.update(target.bindings)
        for root in latent:
            if root not in known and root in caller:
                known[root] = caller[root]
            elif (
                isinstance(root, ParamRoot)
                and root.ref is target.function.ref
                and not says_something(known.get(root, ()))
            ):
                known[root] = self.callers.declared(root)
        return self.callers.environment(latent, known)
