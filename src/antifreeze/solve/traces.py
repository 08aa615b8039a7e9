"""The ways from each instance to the sinks: the shortest to each of the nearest, for each rule and severity."""

from __future__ import annotations

from dataclasses import dataclass

from antifreeze.catalog.index import Sink
from antifreeze.model import expression as ex
from antifreeze.model.location import start_of
from antifreeze.model.rule import CATEGORY_RULES, Severity
from antifreeze.model.value import ScopeRef
from antifreeze.solve.graph import Node
from antifreeze.solve.site import Site

MAX_SINKS = 8
"""How many call sites of sinks an entry is followed to, for each rule and severity; the nearest are taken."""

Kind = tuple[str, Severity]
"""A rule's code and a severity."""


Place = tuple[ScopeRef, int]
"""A function, and where in it an expression begins."""


@dataclass(slots=True, frozen=True, eq=False)
class Way:
    """How control gets from an instance to a sink: the site, then on from the callee (None: the sink itself)."""

    length: int
    """How many calls away the sink is; functions that only hand on are not counted."""
    site: Site
    sink: Sink
    on: Way | None
    end: Place
    """Where the expression begins that calls the sink: `open(path).read()` is one thing to mend."""


def kind_of(sink: Sink) -> Kind:
    """The rule and severity under which a sink is reported."""
    return CATEGORY_RULES[sink.category].code, sink.severity


def begin(site: Site) -> Place:
    """Where the expression of a site begins."""
    return site.ref, start_of(site.span)


def _place(start: tuple[Node, Way]) -> tuple[str, int, str]:
    """Of ways that are equally long, the one to the sink that is written first is taken, as people would read it."""
    _, way = start
    return way.site.ref.module.path, way.site.span, way.sink.name


def _longer(way: Way, site: Site) -> Way:
    """The way from a caller: one call longer, unless the caller does nothing but to return what the callee does."""
    return Way(way.length + (not _hands_on(site)), site, way.sink, way, way.end)


def _hands_on(site: Site) -> bool:
    scope = site.ref.scope
    if scope.returns != [site.node] or scope.is_async or scope.is_generator or scope.guards or scope.stores:
        return False
    return sum(isinstance(node, ex.Call) for node in scope.nodes) == 1


class _Names:
    """Which sinks each instance reaches, as bits of a number: they spread to the callers until nothing changes."""

    def __init__(self, starts: list[tuple[Node, Way]]) -> None:
        self._all = sorted({way.sink.name for _, way in starts})
        bits = {name: 1 << place for place, name in enumerate(self._all)}
        self._own: dict[Node, dict[int, int]] = {}
        self._reached: dict[Node, int] = {}
        for node, way in starts:
            own = self._own.setdefault(node, {})
            own[way.site.node] = own.get(way.site.node, 0) | bits[way.sink.name]
            self._reached[node] = self._reached.get(node, 0) | bits[way.sink.name]
        pending = list(self._reached)
        while pending:
            callee = pending.pop()
            for caller in callee.callers:
                known = self._reached.get(caller, 0)
                if known | self._reached[callee] != known:
                    self._reached[caller] = known | self._reached[callee]
                    pending.append(caller)

    def by_site(self, node: Node) -> dict[int, list[str]]:
        """The names that each site of an instance leads to."""
        bits = dict(self._own.get(node, {}))
        for site, callee in node.edges:
            if callee in self._reached:
                bits[site.node] = bits.get(site.node, 0) | self._reached[callee]
        return {at: [name for place, name in enumerate(self._all) if known >> place & 1] for at, known in bits.items()}


class Ways:
    """The shortest ways from each instance to the nearest sinks of each kind, found backwards from the sinks (BFS)."""

    def __init__(self, nodes: list[Node], silenced: frozenset[tuple[ScopeRef, int]]) -> None:
        self._silenced = silenced
        self._ways: dict[Kind, dict[Node, dict[Place, Way]]] = {}
        starts: dict[Kind, list[tuple[Node, Way]]] = {}
        for node in nodes:
            for site, sink in node.sinks:
                if (site.ref, site.node) not in silenced:
                    starts.setdefault(kind_of(sink), []).append((node, Way(1, site, sink, None, begin(site))))
        for kind in sorted(starts):
            self._ways[kind] = self._search(sorted(starts[kind], key=_place))
        self._names = {code: _Names([start for (one, _), of in starts.items() if one == code for start in of])
                       for code in sorted({code for code, _ in starts})}  # fmt: skip

    def names(self, node: Node, code: str) -> dict[int, list[str]]:
        """For each site of an instance, the names of all sinks of a rule that are reached from there."""
        return self._names[code].by_site(node)

    @staticmethod
    def _search(starts: list[tuple[Node, Way]]) -> dict[Node, dict[Place, Way]]:
        """For each instance the ways to the sinks nearest to it: what is near to a caller is near to its callee."""
        ways: dict[Node, dict[Place, Way]] = {}
        waiting: list[list[tuple[Node, Way]]] = [[], starts]  # by length; what only hands on adds to the list it is on
        for level in waiting:
            for node, way in level:
                known = ways.setdefault(node, {})
                if len(known) >= MAX_SINKS or way.end in known:
                    continue
                known[way.end] = way
                for caller in dict.fromkeys(node.callers):
                    site = next(site for site, target in caller.edges if target is node)
                    further = _longer(way, site)
                    if further.length == len(waiting):
                        waiting.append([])
                    waiting[further.length].append((caller, further))
            level.clear()
        return ways

    def from_entries(self, node: Node) -> list[tuple[Site, Kind, Way]]:
        """For each site of an instance and each kind, the shortest ways that start at that site, to each sink."""
        best: dict[tuple[int, Kind, Place], tuple[Site, Way]] = {}

        def offer(site: Site, kind: Kind, way: Way) -> None:
            known = best.get((site.node, kind, way.end))
            if known is None or (way.length, way.sink.name) < (known[1].length, known[1].sink.name):
                best[site.node, kind, way.end] = (site, way)

        for site, sink in node.sinks:
            if (site.ref, site.node) not in self._silenced:
                offer(site, kind_of(sink), Way(1, site, sink, None, begin(site)))
        for site, callee in node.edges:
            for kind, ways in self._ways.items():
                for way in ways.get(callee, {}).values():
                    offer(site, kind, _longer(way, site))
        return [(site, kind, way) for (_, kind, _), (site, way) in best.items()]
