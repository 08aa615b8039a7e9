"""Latent calls: which parameters decide what a function runs.

The effect of a function is stated in terms of its own parameters, those of the functions around it
and those of its class's constructor. Only these roots tell one use of the function from another, so
only they are kept when a function is instantiated for a caller; most functions have none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from antifreeze.link.resolver import Resolver
from antifreeze.model.value import (
    Applied,
    Coroutine,
    Descriptor,
    Env,
    External,
    FunctionValue,
    Instance,
    Partial,
    Root,
    ScopeRef,
    Super,
    Suspended,
    Symbol,
    TypeVarRoot,
    Value,
    ValueSet,
)
from antifreeze.solve.sites import Site, Sites
from antifreeze.solve.targets import Run, Targets

Roots = frozenset[Root]
_NONE: Roots = frozenset()


def roots_of(values: Iterable[Value]) -> set[Root]:
    """The roots of all symbols in the values."""
    found: set[Root] = set()
    pending = [value for value in values if value.symbolic]
    while pending:
        value = pending.pop()
        if isinstance(value, Symbol):
            if not isinstance(value.root, TypeVarRoot):
                found.add(value.root)
        else:
            pending.extend(part for part in parts_of(value) if part.symbolic)
    return found


def parts_of(value: Value) -> list[Value]:
    """The values that a value is made of."""
    if isinstance(value, Instance):
        return [*_flat(value.args), *_env(value.env)]
    if isinstance(value, FunctionValue):
        return [*([value.receiver] if value.receiver is not None else []), *_env(value.env)]
    if isinstance(value, Suspended):
        return [value.function, *_env(value.args)]
    if isinstance(value, Partial):
        return [*_flat((value.functions, *value.args)), *_flat(values for _, values in value.keywords)]
    if isinstance(value, Coroutine):
        return list(value.result)
    if isinstance(value, Descriptor):
        return list(value.functions)
    if isinstance(value, Applied):
        return _flat(value.args)
    if isinstance(value, (External, Super)):
        return [value.receiver] if value.receiver is not None else []
    return []


def _flat(sets: Iterable[ValueSet]) -> list[Value]:
    return [value for values in sets for value in values]


def _env(env: Env) -> list[Value]:
    return _flat(values for _, values in env)


class Latents:
    """The roots on which each function's effect depends; a least fixpoint, by worklist."""

    def __init__(self, resolver: Resolver, sites: Sites, targets: Targets) -> None:
        self._r = resolver
        self._sites = sites
        self._targets = targets
        self._roots: dict[ScopeRef, Roots] = {}
        self._flows: dict[ScopeRef, list[Run]] = {}
        self._callers: dict[ScopeRef, set[ScopeRef]] = defaultdict(set)

    def of(self, ref: ScopeRef) -> Roots:
        """The roots that decide what the function runs."""
        known = self._roots.get(ref)
        if known is None:
            self._solve(ref)
            known = self._roots[ref]
        return known

    def _solve(self, start: ScopeRef) -> None:
        pending = [start]
        queued = {start}
        while pending:
            ref = pending.pop()
            queued.discard(ref)
            before = self._roots.get(ref)
            if before is None:
                self._roots[ref] = self._visit(ref)
                for callee in dict.fromkeys(run.function.ref for run in self._flows[ref]):
                    self._callers[callee].add(ref)
                    if callee not in self._roots and callee not in queued:
                        pending.append(callee)
                        queued.add(callee)
            after = self._roots[ref] | self._through_calls(ref)
            if before is None or after != before:
                self._roots[ref] = after
                for caller in self._callers[ref]:
                    if caller not in queued:
                        pending.append(caller)
                        queued.add(caller)

    def _visit(self, ref: ScopeRef) -> Roots:
        """The roots that the function's own sites mention, and what flows from here into callees."""
        direct: set[Root] = set()
        flows: list[Run] = []
        for site in self._sites.of(ref):
            direct |= self._mentioned(site)
            for target in self._targets.at(site):
                if isinstance(target, Run):
                    flows.append(target)
        self._flows[ref] = flows
        return frozenset(direct)

    def _mentioned(self, site: Site) -> set[Root]:
        found: set[Root] = set()
        open_call = False
        for value in site.values:
            if isinstance(value, Symbol):
                found |= roots_of((value,))
                open_call = True
            elif isinstance(value, External) or (isinstance(value, FunctionValue) and value.ref.module.is_stub):
                open_call = True
                if value.receiver is not None:
                    found |= roots_of((value.receiver,))
            elif isinstance(value, FunctionValue):
                open_call = open_call or self._r.catalog.speaks_of(value.ref.name)
            else:
                found |= roots_of((value,))
        if open_call:
            for values in (
                *site.arguments.positional,
                *(part for _, part in site.arguments.keywords),
                site.arguments.rest,
            ):
                found |= roots_of(values)
        return found

    def _through_calls(self, ref: ScopeRef) -> Roots:
        found: set[Root] = set()
        for run in self._flows[ref]:
            roots = self._roots.get(run.function.ref, _NONE)
            bound = dict(run.function.env) if roots else {}
            for root in roots:
                if root in run.bindings:
                    found |= roots_of(run.bindings[root])
                elif root in bound:
                    found |= roots_of(bound[root])
                else:
                    found.add(root)
        return frozenset(found)
