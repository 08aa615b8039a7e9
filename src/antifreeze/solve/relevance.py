"""Which functions and sites can lead to a sink, and which roots decide it; the rest is never instantiated.

The effect of a function is stated in terms of its own parameters, those of the functions around it
and those of its class's constructor. Only the roots that can decide whether it enters a sink are kept;
most functions have none. A least fixpoint, by worklist, over what is reachable from the functions asked
about.
"""

from __future__ import annotations

from collections import defaultdict

from antifreeze.link.calls import holds_code
from antifreeze.link.resolver import Resolver
from antifreeze.model.summary import Guard
from antifreeze.model.value import FunctionValue, ParamRoot, Root, ScopeRef, Symbol, Value, ValueSet
from antifreeze.solve.names import method_names
from antifreeze.solve.roots import roots_of
from antifreeze.solve.sites import Site, Sites
from antifreeze.solve.spelling import Names, names_of
from antifreeze.solve.targets import Latent, Run, Targets

Roots = frozenset[Root]

_NONE: Roots = frozenset()


class Relevance:
    """The sites that may lead to a sink, by function."""

    def __init__(self, resolver: Resolver, names: Names, sites: Sites, targets: Targets) -> None:
        self._r = resolver
        self._sites = sites
        self._targets = targets
        self._names = names
        self._visited: set[ScopeRef] = set()
        self._found: dict[ScopeRef, dict[int, Site]] = {}
        self._roots: dict[ScopeRef, Roots] = {}
        self._certain: set[ScopeRef] = set()
        self._callers: dict[ScopeRef, list[tuple[Site, Run]]] = defaultdict(list)
        self._waiting: dict[str, list[tuple[Site, set[Root]]]] = defaultdict(list)
        self._named: set[str] = set()
        self.guards: dict[Root, list[Guard]] = defaultdict(list)
        """The tests that arguments have to pass, by parameter, also where they are handed on."""
        self._unvisited: list[ScopeRef] = []
        self._changed: list[ScopeRef] = []

    def of(self, ref: ScopeRef) -> tuple[Site, ...]:
        """The sites of a function that may lead to a sink, in order of evaluation."""
        self._require(ref)
        found = self._found.get(ref)
        return tuple(found[node] for node in sorted(found)) if found else ()

    def tests(self, site: Site) -> list[Guard]:
        """The tests of parameters that a site stands under."""
        return self._sites.guards(site)

    def roots(self, ref: ScopeRef) -> Roots:
        """The roots that decide what a function enters, beside what it enters in any case."""
        self._require(ref)
        return self._roots.get(ref, _NONE)

    def _require(self, ref: ScopeRef) -> None:
        if ref in self._visited:
            return
        self._unvisited.append(ref)
        while self._unvisited or self._changed:
            if self._unvisited:
                self._visit(self._unvisited.pop())
            else:
                for site, run in tuple(self._callers.get(self._changed.pop(), ())):
                    self._through(site, run)

    def _visit(self, ref: ScopeRef) -> None:
        """Take note of what a function's sites run."""
        if ref in self._visited:
            return
        self._visited.add(ref)
        for site in self._sites.of(ref):
            for target in self._targets.at(site):
                if isinstance(target, Run):
                    callee = target.function.ref
                    self._callers[callee].append((site, target))
                    if callee in self._visited:
                        self._through(site, target)
                    else:
                        self._unvisited.append(callee)
                elif isinstance(target, Latent):
                    self._open(site, target.symbol)
                else:
                    self._keep(site, _handed_over(site) if target.sink.unless else set(), certain=True)

    def _open(self, site: Site, symbol: Symbol) -> None:
        """A call of what is not known here matters if something of that name does."""
        roots = roots_of((symbol,)) | _handed_over(site)
        name = f"@{site.name}" if site.how == "read" else symbol.path[-1] if symbol.path and site.how == "call" else ""
        if name in self._named or not self._names.are_definitions(name):
            self._keep(site, roots, certain=False)
            return
        self._waiting[name].append((site, roots))
        self._unvisited.extend(self._names.functions(name))

    def _through(self, site: Site, run: Run) -> None:
        """What a call of a function that matters means to its caller."""
        ref = run.function.ref
        if ref not in self._roots:
            return
        certain = ref in self._certain
        found: set[Root] = set()
        roots = self._roots[ref]
        bound = dict(run.function.env) if roots else {}
        for root in roots:
            values = run.bindings.get(root, bound.get(root))
            if values is None:
                found.add(root)
                continue
            found |= roots_of(values)
            self._hand_on(root, values, site.ref)
            carried = [self._carries(value, site, run) for value in values]
            certain = certain or any(carried)
        if certain or found:
            self._keep(site, found, certain)

    def _guarded(self, site: Site) -> set[Root]:
        """The parameters whose arguments decide whether control gets to a site."""
        found: set[Root] = set()
        for guard in self._sites.guards(site):
            root = self._r.make(ParamRoot, site.ref, guard.param)
            found.add(root)
            self._test(root, guard, site.ref)
        return found

    def _hand_on(self, root: Root, values: ValueSet, ref: ScopeRef) -> None:
        """A parameter that is handed on is tested where it arrives."""
        for value in values if root in self.guards else ():
            if isinstance(value, Symbol) and not value.path:
                for guard in tuple(self.guards[root]):
                    self._test(value.root, guard, ref)

    def _test(self, root: Root, guard: Guard, ref: ScopeRef) -> None:
        """Add a test of a parameter; what hands it to `ref` has to know, too."""
        if guard not in self.guards[root]:
            self.guards[root].append(guard)
            self._changed.append(ref)

    def _carries(self, value: Value, site: Site, run: Run) -> bool:
        """Whether a value that is handed to a function that depends on it can have it enter a sink."""
        if not isinstance(value, FunctionValue):
            return holds_code(value)
        if value.ref.module.is_stub:
            return any(self._r.catalog.speaks_of(name) for name in method_names(self._r, value))
        if value.ref not in self._roots:
            self._callers[value.ref].append((site, run))
            self._unvisited.append(value.ref)
            return False
        return True

    def _keep(self, site: Site, roots: set[Root], certain: bool) -> None:
        """Keep a site that matters; its function then matters, too."""
        ref = site.ref
        self._found.setdefault(ref, {})[site.node] = site
        roots = roots | self._guarded(site)
        known = self._roots.get(ref)
        if known is not None and (not certain or ref in self._certain) and roots <= known:
            return
        self._roots[ref] = (known or _NONE) | roots
        if certain:
            self._certain.add(ref)
        self._changed.append(ref)
        if known is None:
            for name in names_of(self._r, ref):
                self._named.add(name)
                for waiting, open_roots in self._waiting.pop(name, ()):
                    self._keep(waiting, open_roots, certain=False)


def _handed_over(site: Site) -> set[Root]:
    """The roots of what a call hands over: a sink's conditions may depend on them, or what an unknown callee runs."""
    arguments = site.arguments
    parts = (*arguments.positional, *(values for _, values in arguments.keywords), arguments.rest)
    found = roots_of(value for values in parts for value in values)
    for value in site.values:
        receiver = getattr(value, "receiver", None)
        if receiver is not None:
            found |= roots_of((receiver,))
    return found
