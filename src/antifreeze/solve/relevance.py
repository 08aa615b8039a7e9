"""Which functions and sites can lead to a sink, and which roots decide it; the rest is never instantiated.

The effect of a function is stated in terms of its own parameters, those of the functions around it
and those of its class's constructor. Only the roots that can decide whether it enters a sink are kept;
most functions have none. What may be handed to a root is weighed by what is done with it: a value whose
uses all end harmlessly keeps a call of the function from mattering.

The answers are the least model of Horn clauses over two kinds of facts, that a function leads to a sink
and that a value does where it is handed to a root; they are found by worklist, over what is reachable
from the functions asked about.
"""

from __future__ import annotations

from collections import defaultdict
from functools import partial

from antifreeze.link.arguments import decorated_as
from antifreeze.link.flags import root_of
from antifreeze.link.generic import is_generic
from antifreeze.link.homes import made_with
from antifreeze.link.imports import IMPORTED
from antifreeze.link.resolver import Resolver
from antifreeze.link.truths import TOLD
from antifreeze.model.summary import Guard
from antifreeze.model.value import (
    Env,
    FunctionValue,
    Member,
    ParamRoot,
    Root,
    ScopeRef,
    Symbol,
    TypeVarRoot,
    Value,
    ValueSet,
)
from antifreeze.solve.callers import Callers, root_order
from antifreeze.solve.guards import MemberTest, as_handed_on
from antifreeze.solve.paths import goes_round, is_one_too_many, is_whole, leads_by_name
from antifreeze.solve.roots import roots_of
from antifreeze.solve.site import Site, handed_over
from antifreeze.solve.sites import Sites
from antifreeze.solve.spelling import ANY_NAME, Names
from antifreeze.solve.target import Block, Latent, Run, Use
from antifreeze.solve.targets import Targets
from antifreeze.solve.watch import Waiting, Watch

Roots = frozenset[Root]
Handed = tuple[Root, Value]
"""A value that is handed to a root."""

_NONE: Roots = frozenset()


class Relevance:
    """The sites that may lead to a sink, by function."""

    def __init__(self, resolver: Resolver, names: Names, sites: Sites, targets: Targets, callers: Callers) -> None:
        self._r = resolver
        self._sites = sites
        self.tables = sites.tables
        self._targets = targets
        self._names = names
        self._callers_of_all = callers
        self.guards = callers.guards
        self._visited: set[ScopeRef] = set()
        self._found: dict[ScopeRef, dict[Site, None]] = {}
        self._roots: dict[ScopeRef, Roots] = {}
        self.picking: set[Root] = set()
        """The parameters that are the key of an item."""
        self._in_order: dict[ScopeRef, tuple[Root, ...]] = {}
        """The same in an order that is the same each time: what is looked at first may cut short what comes later."""
        self._certain: set[ScopeRef] = set()
        self._callers: dict[ScopeRef, list[tuple[Site, Run]]] = defaultdict(list)
        self._watch = Watch(names)
        self._woken: list[Waiting] = []
        self._seen: set[tuple[ScopeRef, int]] = set()
        self._uses: dict[Root, dict[Use, None]] = defaultdict(dict)
        self._values: dict[Root, dict[Value, None]] = defaultdict(dict)
        self._harmful: set[Handed] = set()
        self._dependents: dict[Handed, list[Site | Handed]] = defaultdict(list)
        self._runners: dict[ScopeRef, list[tuple[Handed, Use, Run]]] = defaultdict(list)
        self._holders: dict[FunctionValue, dict[Site, None]] = defaultdict(dict)
        """The sites that hand over a function which lies within another, by that function."""
        self._closures: dict[ScopeRef, dict[FunctionValue, None]] = defaultdict(dict)
        self._unvisited: list[ScopeRef] = []
        self._changed: list[ScopeRef] = []
        self._unweighed: list[tuple[Handed, Use]] = []

    def of(self, ref: ScopeRef) -> tuple[Site, ...]:
        """The sites of a function that may lead to a sink, in order of evaluation."""
        self._require(ref)
        found = self._found.get(ref)
        return tuple(sorted(found, key=lambda site: site.node)) if found else ()

    def tests(self, site: Site) -> list[Guard]:
        """The tests of parameters that a site stands under."""
        return self._sites.guards(site)

    def passed(self, site: Site) -> list[tuple[Root, Guard]]:
        """The tests that tell that a parameter is not None at a site, with the parameters."""
        return self._sites.passed(site)

    def members(self, site: Site) -> list[MemberTest]:
        """The tests of parameters' attributes that a site stands under."""
        return self._sites.members(site)

    def tests_members(self, ref: ScopeRef) -> bool:
        """Whether a function tests attributes of what it is given."""
        return bool(self._sites.members_of(ref))

    def roots(self, ref: ScopeRef) -> Roots:
        """The roots that decide what a function enters, beside what it enters in any case."""
        self._require(ref)
        return self._roots.get(ref, _NONE)

    def in_order(self, ref: ScopeRef) -> tuple[Root, ...]:
        """The same in an order that is the same each time."""
        self._require(ref)
        return self._in_order.get(ref, ())

    def decisive(self, ref: ScopeRef) -> Roots | None:
        """The roots whose values decide whether a function enters a sink at all; None where it may in any case."""
        self._require(ref)
        if ref in self._certain:
            return None
        return frozenset(root for root in self._roots.get(ref, ()) if root in self._uses)

    def may_block(self, ref: ScopeRef, env: Env) -> bool:
        """Whether a function may enter a sink where its roots stand for these values."""
        self._require(ref)
        if ref in self._certain:
            return True
        for root, values in env:
            for value in values:
                self._hand((root, value), None)
        self._work()
        return any((root, value) in self._harmful for root, values in env for value in values)

    def _require(self, ref: ScopeRef) -> None:
        if ref not in self._visited:
            self._unvisited.append(ref)
            self._work()

    def _work(self) -> None:
        while True:
            if self._unvisited:
                self._visit(self._unvisited.pop())
            elif self._woken:
                self._woken.pop()()
            elif self._changed:
                ref = self._changed.pop()
                for value in tuple(self._closures.get(ref, ())):
                    for site in tuple(self._holders[value]):
                        self._keep_captured(site, value)
                for site, run in tuple(self._callers.get(ref, ())):
                    self._through(site, run)
                for handed, use, run in tuple(self._runners.get(ref, ())):
                    self._through_use(handed, use, run)
            elif self._unweighed:
                self._weigh(*self._unweighed.pop())
            else:
                return

    def _visit(self, ref: ScopeRef) -> None:
        """Look at what a function's nodes run, but for those whose names lead to nothing so far."""
        if ref in self._visited:
            return
        self._visited.add(ref)
        for index, names in self._sites.worth(ref):
            if not names or self._watch.has_seen(names):
                self._look(ref, index)
            else:
                self._unvisited += self._watch.put(names, partial(self._look, ref, index))

    def _look(self, ref: ScopeRef, index: int) -> None:
        """Take note of what a node runs."""
        if (ref, index) in self._seen:
            return
        self._seen.add((ref, index))
        for site in self._sites.at(ref, index):
            self._name_members(site)
            for target in self._targets.at(site):
                if isinstance(target, Run):
                    callee = target.function.ref
                    self._callers[callee].append((site, target))
                    if callee in self._visited:
                        self._through(site, target)
                    else:
                        self._unvisited.append(callee)
                elif isinstance(target, Latent):
                    self._open(site, target)
                else:
                    self._keep(site, handed_over(site) if target.sink.unless else set(), certain=True)

    def _name_members(self, site: Site) -> None:
        """A site whose callee is named by a parameter may run anything: it is kept, with what decides the name."""
        members = [value for value in site.values if isinstance(value, Member)]
        if members:
            self._callers_of_all.naming |= roots_of(name for value in members for name in value.names)
            self._keep(site, roots_of(members) | handed_over(site), certain=True)

    def _open(self, site: Site, latent: Latent) -> None:
        """A call of what is not known here matters if something of that name does."""
        path = latent.symbol.path
        name = f"@{latent.name}" if latent.how == "read" else path[-1] if path and latent.how == "call" else ""
        name = name if leads_by_name(name) else ""
        names = (name if self._names.functions(name) else ANY_NAME,)
        if not self._names.are_definitions(name) or self._watch.has_seen((name, *names)):
            self._keep_open(site, latent)
        else:
            self._unvisited += self._watch.put(names, partial(self._keep_open, site, latent))

    def _keep_open(self, site: Site, latent: Latent) -> None:
        symbol = latent.symbol
        if IMPORTED in symbol.path:
            self._callers_of_all.naming.add(symbol.root)
        self._use(symbol.root, Use(symbol.path, latent.how, latent.name or site.name))
        self._keep(site, roots_of((symbol,)) | handed_over(site), certain=False)

    def _use(self, root: Root, use: Use) -> None:
        """Something more is done with a root: whatever is handed to it has to be weighed by that, too."""
        uses = self._uses[root]
        if use not in uses and not is_one_too_many(use.path, len(uses)):
            uses[use] = None
            self._unweighed.extend(((root, value), use) for value in self._values.get(root, ()))

    def _hand(self, handed: Handed, dependent: Site | Handed | None) -> None:
        """A value is handed to a root; if that leads to a sink, so does what depends on it."""
        if handed in self._harmful:
            self._harm(dependent)
            return
        if dependent is not None:
            self._dependents[handed].append(dependent)
        root, value = handed
        known = self._values[root]
        if value not in known:
            known[value] = None
            self._unweighed.extend((handed, use) for use in self._uses.get(root, ()))

    def _harm(self, what: Site | Handed | None) -> None:
        pending = [what]
        while pending:
            what = pending.pop()
            if isinstance(what, Site):
                self._keep(what, set(), certain=True)
            elif what is not None and what not in self._harmful:
                self._harmful.add(what)
                pending.extend(self._dependents.pop(what, ()))

    def _weigh(self, handed: Handed, use: Use) -> None:
        """What one use of a root comes to for a value that is handed to it."""
        if handed in self._harmful:
            return
        for target in self._targets.of_use(handed[1], use):
            if isinstance(target, Block):
                self._harm(handed)
            elif isinstance(target, Latent):
                root, path = target.symbol.root, target.symbol.path
                if isinstance(root, TypeVarRoot) or (goes_round(path) and not is_whole(handed[1])):
                    continue
                self._use(root, Use(path, target.how, target.name or use.name))
                for value in self._callers_of_all.values(root):
                    self._hand((root, value), handed)
            else:
                callee = target.function.ref
                self._runners[callee].append((handed, use, target))
                if callee in self._visited:
                    self._through_use(handed, use, target)
                else:
                    self._unvisited.append(callee)

    def _through_use(self, handed: Handed, use: Use, run: Run) -> None:
        """What it means to a value that using it runs a function that matters."""
        ref = run.function.ref
        if handed in self._harmful or ref not in self._roots:
            return
        if ref in self._certain:
            self._harm(handed)
            return
        for root in self._in_order[ref]:
            if root not in self._uses:
                continue
            values = self._known(root, use, run)
            if values is None:
                self._harm(handed)
                return
            for value in values:
                self._hand((root, value), handed)

    def _known(self, root: Root, use: Use, run: Run) -> ValueSet | None:
        """What a root stands for where a use runs a function; None for the arguments of a call, which are not known."""
        function = run.function
        if isinstance(root, ParamRoot) and root.ref is function.ref:
            is_receiver = function.receiver is not None and root.index == 0 and decorated_as(root.ref) != "staticmethod"
            if use.how == "call" and not is_receiver:
                return None
            return run.bindings.get(root, ())
        for known, values in (*function.env, *made_with(function)):
            if known is root:
                return values
        return run.bindings[root] if root in run.bindings else self._callers_of_all.values(root)

    def _through(self, site: Site, run: Run) -> None:
        """What a call of a function that matters means to its caller."""
        ref = run.function.ref
        if ref not in self._roots:
            return
        certain = ref in self._certain
        found: set[Root] = set()
        roots = self._in_order[ref]
        bound = {**dict(made_with(run.function)), **dict(run.function.env)} if roots else {}
        for root in roots:
            values = run.bindings.get(root, bound.get(root))
            if values is None:
                found.add(root)
                continue
            found |= roots_of(values)
            self._hand_on(root, values, site.ref)
            self._note_closures(site, values)
            for value in () if certain else values:
                self._hand((root, value), site)
        if certain or found:
            self._keep(site, found, certain)

    def _note_closures(self, site: Site, values: ValueSet) -> None:
        """A function that is handed over may depend on what the functions around it are given."""
        for value in values:
            if isinstance(value, FunctionValue) and value.ref.captures and site not in self._holders[value]:
                self._holders[value][site] = None
                self._closures[value.ref][value] = None
                self._keep_captured(site, value)

    def _keep_captured(self, site: Site, value: FunctionValue) -> None:
        captured = self.captured(value)
        if captured:
            self._keep(site, set(captured), certain=False)

    def captured(self, value: FunctionValue) -> Roots:
        """The parameters of the functions around a function that decide what it enters, and that it does not know."""
        known = {root for root, _ in value.env}
        found = self._roots.get(value.ref, _NONE)
        return frozenset(
            root for root in found if isinstance(root, ParamRoot) and root.ref is not value.ref and root not in known
        )

    def _guarded(self, site: Site) -> set[Root]:
        """The parameters whose arguments decide whether control gets to a site."""
        found: set[Root] = set()
        for guard in self._sites.guards(site):
            for each in (guard, *guard.others):
                root = root_of(self._r, site.ref, each)
                assert root is not None  # sites keep tests of parameters alone
                found.add(root)
                self._test(root, each, site.ref)
        found.update(symbol.root for _, symbol, _ in self._sites.members(site))
        if any(map(is_generic, site.values)):
            found |= roots_of(site.arguments.at(0))
        if site.picked is not None:
            keys = roots_of(site.picked.key)
            found.update(keys, roots_of(site.picked.keeper))
            self._callers_of_all.naming.update(keys)
            self.picking.update(keys)
        return found

    def _hand_on(self, root: Root, values: ValueSet, ref: ScopeRef) -> None:
        """A parameter that is handed on is tested, or names something, where it arrives."""
        if root in self._callers_of_all.naming:
            self._callers_of_all.naming |= roots_of(values)
        if root in self.picking:
            self.picking |= roots_of(values)
        for value in values if root in self.guards else ():
            if isinstance(value, Symbol) and (not value.path or value.path[0].startswith(TOLD)):
                for guard in tuple(self.guards[root]):
                    self._test(value.root, as_handed_on(guard, value.path), ref)

    def _test(self, root: Root, guard: Guard, ref: ScopeRef) -> None:
        """Add a test of a parameter; what hands it to `ref` has to know, too."""
        if guard not in self.guards[root]:
            self.guards[root].append(guard)
            self._changed.append(ref)

    def _keep(self, site: Site, roots: set[Root], certain: bool) -> None:
        """Keep a site that matters; its function then matters, too."""
        ref = site.ref
        self._found.setdefault(ref, {})[site] = None
        roots = roots | self._guarded(site)
        known = self._roots.get(ref)
        if known is not None and (not certain or ref in self._certain) and roots <= known:
            return
        self._roots[ref] = (known or _NONE) | roots
        self._in_order[ref] = tuple(sorted(self._roots[ref], key=root_order))
        if certain:
            self._certain.add(ref)
        self._changed.append(ref)
        if known is None:
            self._woken += self._watch.tell(ref)
