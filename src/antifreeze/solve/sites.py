"""The sites of a function: every place in its body that may run other code, in terms of its parameters."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace

from antifreeze.link.arguments import arguments_of
from antifreeze.link.flags import root_of
from antifreeze.link.given import is_telling
from antifreeze.link.held import made_by_default
from antifreeze.link.imports import member
from antifreeze.link.lazy import is_lazy
from antifreeze.link.memo import Memo
from antifreeze.link.outcomes import is_barred
from antifreeze.link.resolver import Arguments, Resolver
from antifreeze.link.tables import Finder
from antifreeze.model import expression as ex
from antifreeze.model.summary import Guard
from antifreeze.model.value import (
    ANYTHING,
    ClassValue,
    External,
    FunctionValue,
    Instance,
    Root,
    ScopeRef,
    Symbol,
    Value,
    ValueSet,
)
from antifreeze.solve.apart import Test, arguments_apart, is_excluded, method_asked, tests_of
from antifreeze.solve.awaited import called_by, methods_by
from antifreeze.solve.chosen import operands
from antifreeze.solve.guards import MemberTest, members_tested, parameters_tested
from antifreeze.solve.implied import OPERATORS, Implied
from antifreeze.solve.names import awaitable, dotted_name, is_inert
from antifreeze.solve.site import Site
from antifreeze.solve.spelling import Names
from antifreeze.solve.worth import Occasion, Worth


class _Around:
    """What it takes to know of a function before its sites are found."""

    def __init__(self, resolver: Resolver, ref: ScopeRef) -> None:
        self._r = resolver
        self._ref = ref
        self.awaited = {node.value for node in ref.scope.nodes if isinstance(node, ex.Await)}
        """The nodes that are awaited."""
        self.tests = tests_of(resolver, ref) if ref.scope.guards else []
        """The tests that tell values apart."""
        self._barred: dict[int, bool] = {}

    def is_barred(self, node: int) -> bool:
        """Whether control never gets to a node on the loop's thread."""
        for place, guard in enumerate(self._ref.scope.guards):
            if guard.start <= node < guard.end:
                if place not in self._barred:
                    self._barred[place] = is_barred(self._r, self._ref, guard)
                if self._barred[place]:
                    return True
        return False

    @functools.cached_property
    def offloaded(self) -> set[int]:
        """The calls that stand where an offload expects a callable."""
        nodes = self._ref.scope.nodes
        found: set[int] = set()
        for node in nodes:
            if not isinstance(node, ex.Call) or not isinstance(nodes[node.func], (ex.Attribute, ex.Name, ex.Free)):
                continue
            if nodes[node.func].name not in self._r.catalog.offload_names:  # type: ignore[union-attr]  # tested
                continue
            for value in self._r.node(self._ref, node.func):
                row = self._r.catalog.offload(dotted_name(value))
                if row is None:
                    continue
                places = [node.args[row.callable]] if row.callable is not None and row.callable < len(node.args) else []
                places += [index for name, index in node.keywords if name and name == row.keyword]
                found.update(place for place in places if isinstance(nodes[place], ex.Call))
        return found


def _never(_ref: ScopeRef) -> bool:
    return False


class Sites:
    """Finds and remembers the sites of functions."""

    def __init__(
        self,
        resolver: Resolver,
        names: Names,
        is_seen: Callable[[ScopeRef], bool] = _never,
        everything: bool = False,
    ) -> None:
        self._resolver = resolver
        self._is_seen = is_seen
        """Whether all calls of a coroutine function are seen: then its parameters are what these pass."""
        self._names = names
        self.tables = Finder(resolver)
        """Finds the items of tables that callees are made of."""
        self._known: Memo[ScopeRef, tuple[Site, ...]] = Memo(self._all)
        self._around: Memo[ScopeRef, _Around] = Memo(functools.partial(_Around, resolver))
        self._guards: Memo[ScopeRef, tuple[Guard, ...]] = Memo(
            lambda ref: parameters_tested(resolver, ref, ref.scope.guards)
        )
        self._members: Memo[ScopeRef, tuple[MemberTest, ...]] = Memo(lambda ref: members_tested(resolver, ref))
        self._inert: Memo[Value, bool] = Memo(lambda value: is_inert(resolver, value))
        self._implied = Implied(resolver, names)
        self._worth = Worth(resolver, names, self._implied, everything)
        self._len = next(iter(member(resolver, "builtins", "len")), None)
        self.external: dict[ScopeRef, int] = defaultdict(int)
        """How many calls each function makes of libraries' code alone, of those that were looked at."""
        self.unresolved: dict[ScopeRef, list[int]] = defaultdict(list)
        """The spans of the calls of which nothing is known, by function, of those that were looked at."""

    def of(self, ref: ScopeRef) -> tuple[Site, ...]:
        """The sites of a function, in order of evaluation."""
        return self._known[ref]

    def guards(self, site: Site) -> list[Guard]:
        """The tests of parameters that a site stands under; what coroutines get is rarely known for sure."""
        ref = site.ref
        own = list(site.under)
        if not ref.scope.guards:
            return own
        known = self._guards[ref]
        if ref.scope.is_async and not self._is_seen(ref):
            captured_or_kept = (guard for guard in known if guard.param == ex.NO_NODE or guard.attribute)
            known = tuple(captured_or_kept)
        return [*own, *(guard for guard in known if guard.covers(site.node))]

    def passed(self, site: Site) -> list[tuple[Root, Guard]]:
        """The tests before a site that tell that a parameter is not None, also of coroutines."""
        known = self._guards[site.ref] if site.ref.scope.guards else ()
        telling = [guard for guard in known if guard.covers(site.node) and is_telling(guard)]
        found = [(root_of(self._resolver, site.ref, guard), guard) for guard in telling]
        return [(root, guard) for root, guard in found if root is not None]

    def members(self, site: Site) -> list[MemberTest]:
        """The tests of parameters' attributes that a site stands under."""
        return [*site.told, *(member for member in self.members_of(site.ref) if member[0].covers(site.node))]

    def members_of(self, ref: ScopeRef) -> tuple[MemberTest, ...]:
        """All of a function, of which the callers are seen."""
        is_unseen = ref.scope.is_async and not self._is_seen(ref)
        return () if is_unseen or not ref.scope.guards else self._members[ref]

    def worth(self, ref: ScopeRef) -> Iterator[tuple[int, Occasion]]:
        """The nodes of a function that may run anything, in order of evaluation, with the names that decide it."""
        return self._worth.of(ref)

    def at(self, ref: ScopeRef, index: int) -> list[Site]:
        """The sites at one of these nodes."""
        around = self._around[ref]
        found: list[Site] = []
        self._find(found, ref, index, around)
        return [site for site in found if not around.is_barred(site.node)] if ref.scope.guards else found

    def _all(self, ref: ScopeRef) -> tuple[Site, ...]:
        return tuple(site for index, _ in self.worth(ref) for site in self.at(ref, index))

    def _find(self, found: list[Site], ref: ScopeRef, index: int, around: _Around) -> None:
        r = self._resolver
        node = ref.scope.nodes[index]
        if isinstance(node, ex.Call):
            site = Site(ref, index, node.span, "call", (), awaited=index in around.awaited)
            self._call(found, site, node, around)
        elif isinstance(node, ex.Attribute):
            self._add(found, Site(ref, index, node.span, "read", r.node(ref, node.base), name=node.name))
        elif methods_by(node):
            assert isinstance(node, (ex.Await, ex.Enter, ex.Element))
            for used, methods in called_by(r, ref, node):
                self._add(found, Site(ref, index, node.span, used, methods))
        elif isinstance(node, (ex.Enter, ex.Element)):
            how = "with" if isinstance(node, ex.Enter) else "iterate"
            self._of_base(found, Site(ref, index, node.span, how, r.node(ref, node.base)), node.base)
        elif isinstance(node, ex.Class):
            found.extend(self._bodies(ref, index))
        elif isinstance(node, ex.Decorate):
            self._decorate(found, ref, index, node)
        elif isinstance(node, (ex.Subscript, ex.Binary)):
            self._operator(ref, index, node, found)

    def _call(self, found: list[Site], site: Site, node: ex.Call, around: _Around) -> None:
        """What a call runs, and what it asks of its arguments."""
        r, ref, tests = self._resolver, site.ref, around.tests
        values = r.node(ref, node.func)
        if values and (tests or is_excluded(ref, node.func)):
            site.apart = method_asked(r, ref, tests, site.node, node.func)
            values = values if site.apart is None else site.apart.methods(r, {})
            if not values:
                return  # nothing that is known comes to be asked for it
        if not values:
            self.unresolved[ref].append(node.span)
            return
        if self._implied.makers:
            self._made(found, ref, node.func)
        if values[0] is self._len and node.args:
            self._length(ref, site.node, node, found)
        if site.awaited:
            values = awaitable(r, values)
            if not values:
                self.unresolved[ref].append(node.span)
                return
        self._add(found, Site(ref, site.node, node.span, "call", self._implied.by_call(ref, node, values[0])))
        if values == (ANYTHING,):
            self.unresolved[ref].append(node.span)
        elif not all(self._inert[value] for value in values):
            self.external[ref] += all(value.__class__ is External for value in values)
            site.work_out = functools.partial(self._arguments, ref, site.node, node, tests)
            site.before_offload = site.node in around.offloaded
            site.picked = self.tables.pick_of(ref, node.func) if site.apart is None else None
            is_open = ref.scope.is_async and not self._is_seen(ref)
            for operand in operands(r, ref, node.func, values, is_open):
                chosen = awaitable(r, operand.values) if site.awaited else operand.values
                self._add(found, replace(site, values=chosen, under=operand.under, told=operand.told))

    def _of_base(self, found: list[Site], site: Site, base: int) -> None:
        """What is entered or iterated, apart for the tests that choose it."""
        if base not in site.ref.scope.origins:
            self._add(found, site)
            return
        is_open = site.ref.scope.is_async and not self._is_seen(site.ref)
        for operand in operands(self._resolver, site.ref, base, site.values, is_open):
            self._add(found, replace(site, values=operand.values, under=operand.under, told=operand.told))

    def _made(self, found: list[Site], ref: ScopeRef, func: int) -> None:
        """Note the `__getattr__` that a call of a method needs, where only other classes bind its name."""
        node = ref.scope.nodes[func]
        if not isinstance(node, ex.Attribute):
            return
        makers = self._implied.makers
        values = ref.values[node.base] or self._resolver.node(ref, node.base)
        for value in values:
            if value.__class__ is Instance and value.cls in makers and self._names.is_bound(node.name):
                found.append(Site(ref, func, node.span, "read", (value,), name=node.name))

    def _arguments(self, ref: ScopeRef, index: int, node: ex.Call, tests: list[Test]) -> Arguments:
        arguments = arguments_of(self._resolver, ref, node)
        return arguments_apart(self._resolver, ref, tests, index, arguments) if tests else arguments

    def _decorate(self, found: list[Site], ref: ScopeRef, index: int, node: ex.Decorate) -> None:
        """What decorating a function, where its definition stands, runs of the program's own decorators."""
        decorators = self._resolver.node(ref, node.decorator)
        own = tuple(
            one
            for one in decorators
            if isinstance(one, Symbol) or (isinstance(one, FunctionValue) and not one.ref.module.is_foreign)
        )
        base = self._resolver.node(ref, node.base) if own else ()
        self._add(found, Site(ref, index, node.span, "call", own, functools.partial(Arguments, (base,))))

    def _bodies(self, ref: ScopeRef, index: int) -> list[Site]:
        """The body of a class, which runs where it stands."""
        classes = [cls.ref for cls in self._resolver.node(ref, index) if isinstance(cls, ClassValue)]
        return [Site(ref, index, cls.scope.span, "call", (self._resolver.make(FunctionValue, cls),)) for cls in classes]

    @staticmethod
    def _add(found: list[Site], site: Site) -> None:
        if site.values:
            found.append(site)

    def _operator(self, ref: ScopeRef, index: int, node: ex.Subscript | ex.Binary, found: list[Site]) -> None:
        """Operators that the program's own classes define, or of which the catalog speaks."""
        r = self._resolver
        if isinstance(node, ex.Binary) and (node.op in OPERATORS or node.op.startswith(ex.SET)):
            for called, passed in self._implied.by_operator(ref, node):
                self._add(found, Site(ref, index, node.span, "call", called, passed.itself))
            return
        is_item = isinstance(node, ex.Subscript)
        operand = r.node(ref, node.base if isinstance(node, ex.Subscript) else node.left)
        name = "__getitem__" if isinstance(node, ex.Subscript) else f"__{node.op}__"
        for value in operand if is_item else ():
            self._add(found, Site(ref, index, node.span, "call", made_by_default(r, value)))
        if name == "__contains__":
            self._add(found, Site(ref, index, node.span, "iterate", tuple(filter(is_lazy, operand))))
        own = self._with_own(operand, name)
        missing = self._missing(operand) if is_item else ()
        if not own and not missing:
            if isinstance(node, ex.Binary) and node.right != ex.NO_NODE:
                self._turned(ref, index, node, found)
            return
        methods = (*r.attribute(own, name), *missing)
        if name == "__contains__" and not methods:
            self._add(found, Site(ref, index, node.span, "iterate", own))
            return
        other = r.node(ref, node.index if isinstance(node, ex.Subscript) else node.right) if is_item or methods else ()
        self._add(found, Site(ref, index, node.span, "call", methods, functools.partial(Arguments, (other,))))

    def _missing(self, operand: ValueSet) -> ValueSet:
        """What a dict of the program's own runs for a key that it does not have."""
        if not self._names.functions("__missing__"):
            return ()
        found = self._resolver.attribute(self._with_own(operand, "__missing__"), "__missing__")
        return tuple(value for value in found if isinstance(value, (FunctionValue, Symbol)))

    def _turned(self, ref: ScopeRef, index: int, node: ex.Binary, found: list[Site]) -> None:
        """`1 + value`: what the right operand does where the left one has no such method of the program's own."""
        name = f"__r{node.op}__"
        if self._names.functions(name):
            r = self._resolver
            own = self._with_own(r.node(ref, node.right), name)
            given = functools.partial(Arguments, (r.node(ref, node.left),))
            self._add(found, Site(ref, index, node.span, "call", r.attribute(own, name), given))

    def _with_own(self, operand: ValueSet, name: str) -> ValueSet:
        """What may have a special method that matters: what is not known yet, where the program defines such a one."""
        is_defined = bool(self._names.functions(name))
        r = self._resolver
        return tuple(one for one in operand if _has_own(r, one, name) or (is_defined and isinstance(one, Symbol)))

    def _length(self, ref: ScopeRef, index: int, node: ex.Call, found: list[Site]) -> None:
        """`len(value)`, where some class of the program, or the catalog, says what that runs."""
        r = self._resolver
        own = self._with_own(r.node(ref, node.args[0]), "__len__")
        self._add(found, Site(ref, index, node.span, "call", r.attribute(own, "__len__")))


def _has_own(r: Resolver, value: Value, name: str) -> bool:
    cls = getattr(value, "cls", None) or getattr(value, "bound", None)
    if cls is None:
        return False
    if isinstance(cls, External):
        return r.catalog.speaks_of(f"{cls.name}.{name}")
    if not cls.ref.module.is_foreign:
        return True
    bases = r.class_info(cls).ancestors
    return any(isinstance(base, ClassValue) and r.catalog.speaks_of(f"{base.ref.name}.{name}") for base in bases)
