"""What the call sites of a name call: each is looked at once, however many functions go by the name."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, field
from heapq import merge

from antifreeze.link.generic import is_generic
from antifreeze.link.resolver import Resolver
from antifreeze.model import expression as ex
from antifreeze.model.value import (
    Applied,
    ClassValue,
    FunctionValue,
    Instance,
    Member,
    Partial,
    ScopeRef,
    Symbol,
    Value,
)

Place = tuple[ScopeRef, int]
"""A call site."""


@dataclass(slots=True)
class _Sorted:
    """The places of the sites of one name that were looked at, by what they can call."""

    done: int = 0
    of: dict[ScopeRef, list[int]] = field(default_factory=lambda: defaultdict(list))
    open: list[int] = field(default_factory=list)
    """Those that can turn out to call anything."""


class Callees:
    """Sorts call sites by the functions that they call."""

    def __init__(self, resolver: Resolver) -> None:
        self._r = resolver
        self._known: dict[str, _Sorted] = defaultdict(_Sorted)

    def sites(self, name: str, ref: ScopeRef, limit: int) -> list[Place]:
        """Those of the first `limit` call sites spelt `name` that may call a function, in their order."""
        sites = self._r.program.calls_named(name)
        known = self._known[name]
        while known.done < min(limit, len(sites)):
            self._look(known, sites[known.done])
        places = [_below(found, limit) for found in (known.of.get(ref, []), known.open)]
        return [sites[place] for place in merge(*places)]

    def _look(self, known: _Sorted, site: Place) -> None:
        place, known.done = known.done, known.done + 1
        ref, index = site
        callees = self._r.node(ref, call_at(ref, index).func)
        if any(map(_is_open, callees)):
            known.open.append(place)
            return
        for function in {value.ref: None for value in callees if isinstance(value, FunctionValue)}:
            known.of[function].append(place)


def call_at(ref: ScopeRef, index: int) -> ex.Call:
    """The call that a node is."""
    node = ref.scope.nodes[index]
    assert isinstance(node, ex.Call)
    return node


def _is_open(value: Value) -> bool:
    """Whether what is called by a value is not told by its name: a class has constructors, a wrapper what it wraps."""
    if isinstance(value, (FunctionValue, Instance)):
        return bool(value.env)
    return isinstance(value, (Symbol, Member, ClassValue, Applied, Partial)) or is_generic(value)


def _below(places: list[int], limit: int) -> list[int]:
    return places[: bisect_left(places, limit)]
