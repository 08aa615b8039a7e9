"""The ways from the loop to what blocks as a graph: DOT for Graphviz, Mermaid for Markdown, JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Callable

import msgspec

from antifreeze.model.ways import CallSlice, Edge
from antifreeze.present._wording import clean


def dot(ways: CallSlice) -> str:
    """For Graphviz: functions on the loop are filled, what blocks is an octagon."""
    ids = _ids(ways)
    lines = ["digraph antifreeze {", "  rankdir=LR;", '  node [shape=box, fontname="monospace"];']
    for (name, code), node in ids.items():
        look = ', shape=octagon, color="red"' if code else ""
        look += ', style=filled, fillcolor="lightblue"' if not code and name in ways.on_loop else ""
        lines.append(f"  {node} [label={_quoted(f'{code} {name}'.strip())}{look}];")
    for (caller, callee), places in _joined(ways, ids).items():
        lines.append(f"  {caller} -> {callee} [tooltip={_quoted(', '.join(places))}];")
    return "\n".join([*lines, "}", ""])


def mermaid(ways: CallSlice) -> str:
    """For Markdown that draws Mermaid: functions on the loop are rounded, what blocks is a hexagon."""
    ids = _ids(ways)
    lines = ["flowchart LR"]
    for (name, code), node in ids.items():
        start, end = ("{{", "}}") if code else ("([", "])") if name in ways.on_loop else ("[", "]")
        lines.append(f'  {node}{start}"{_entities(f"{code} {name}".strip())}"{end}')
    lines += [f"  {caller} --> {callee}" for caller, callee in _joined(ways, ids)]
    sinks = [node for (_, code), node in ids.items() if code]
    loop = [node for (name, code), node in ids.items() if not code and name in ways.on_loop]
    lines += ["  classDef blocks stroke:#c00", "  classDef loop fill:#bde,color:#000"]
    lines += [f"  class {','.join(nodes)} {kind}" for nodes, kind in ((sinks, "blocks"), (loop, "loop")) if nodes]
    return "\n".join([*lines, ""])


def as_json(ways: CallSlice) -> str:
    """The functions and the edges, each with its place."""
    functions = ways.functions() | {edge.callee for edge in ways.edges if not edge.code}
    document = {
        "version": 1,
        "functions": [{"name": name, "on_loop": ways.on_loop.get(name)} for name in sorted(functions)],
        "edges": [edge_as_json(edge) for edge in ways.edges],
    }
    return json.dumps(document, indent=2) + "\n"


def edge_as_json(edge: Edge) -> dict[str, object]:
    """An edge; only one to a blocking call has a rule."""
    fields = msgspec.structs.asdict(edge)
    if not edge.code:
        return {key: value for key, value in fields.items() if key not in ("code", "category", "severity")}
    return {**fields, "severity": edge.severity.label}


GRAPHS: dict[str, Callable[[CallSlice], str]] = {"dot": dot, "mermaid": mermaid, "json": as_json}


def _ids(ways: CallSlice) -> dict[tuple[str, str], str]:
    """A name for each function and each blocking call, in the order of the edges."""
    nodes: dict[tuple[str, str], str] = {}
    for edge in ways.edges:
        for node in ((edge.caller, ""), (edge.callee, edge.code)):
            nodes.setdefault(node, f"n{len(nodes)}")
    return nodes


def _joined(ways: CallSlice, ids: dict[tuple[str, str], str]) -> dict[tuple[str, str], list[str]]:
    """The edges between two nodes as one, with all their places."""
    joined: dict[tuple[str, str], list[str]] = {}
    for edge in ways.edges:
        ends = ids[edge.caller, ""], ids[edge.callee, edge.code]
        joined.setdefault(ends, []).append(f"{edge.path}:{edge.line}")
    return joined


def _quoted(text: str) -> str:
    escaped = clean(text).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _entities(text: str) -> str:
    return "".join(char if char.isalnum() or char in " ._-:/" else f"#{ord(char)};" for char in clean(text))
