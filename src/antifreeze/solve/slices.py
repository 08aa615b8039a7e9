"""The slice of the call graph between functions on the loop and sinks, told without instances."""

from __future__ import annotations

import msgspec

from antifreeze.model.location import unpack
from antifreeze.model.value import ScopeRef
from antifreeze.model.ways import CallSlice, Edge
from antifreeze.solve.findings import shown
from antifreeze.solve.graph import Node
from antifreeze.solve.site import Site
from antifreeze.solve.traces import kind_of


def slice_of(contexts: dict[ScopeRef, str], nodes: list[Node], silenced: frozenset[tuple[ScopeRef, int]]) -> CallSlice:
    """Every edge between nodes from which a sink is reached; the graph holds only what functions on the loop reach."""
    edges: dict[Edge, None] = {}
    reaching: set[Node] = set()
    for node in nodes:
        for site, sink in node.sinks:
            if (site.ref, site.node) not in silenced:
                code, severity = kind_of(sink)
                code = "AF201" if site.before_offload else code
                edge = msgspec.structs.replace(
                    _edge(site, shown(sink.name)), code=code, category=sink.category, severity=severity
                )
                edges[edge] = None
                reaching.add(node)
    pending = list(reaching)
    while pending:
        for caller in pending.pop().callers:
            if caller not in reaching:
                reaching.add(caller)
                pending.append(caller)
    for node in reaching:
        for site, callee in node.edges:
            if callee in reaching:
                edges[_edge(site, callee.ref.name)] = None
    return CallSlice({ref.name: why for ref, why in contexts.items()}, tuple(sorted(edges)))


def _edge(site: Site, callee: str) -> Edge:
    span = unpack(site.span)
    return Edge(site.ref.name, site.ref.module.path, span.line, span.column + 1, callee)
