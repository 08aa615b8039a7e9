"""Findings: what the ways to sinks mean to the reader, folded, suppressed and told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from antifreeze.catalog.index import Sink
from antifreeze.model.finding import LATER, Finding, Impact, Step
from antifreeze.model.location import start_of, unpack
from antifreeze.model.rule import CATEGORY_RULES, RULES, Severity
from antifreeze.model.value import FunctionValue, ParamRoot, ScopeRef, union
from antifreeze.solve.fingerprints import Draft, written_at
from antifreeze.solve.graph import Node
from antifreeze.solve.remedies import Remedies
from antifreeze.solve.site import Site
from antifreeze.solve.suppressions import Suppressions
from antifreeze.solve.traces import MAX_SINKS, Place, Way, Ways

NEAR = 3
"""How many calls away short system calls are told of one by one."""

Found = tuple[Site, Severity, Way]
"""An entry, how bad it is, and the way from there to a sink."""


class Reporter:
    """Turns ways into findings: for each entry and rule those to the nearest sinks, each sink's call site once.

    A wrapper is one entry for each function that it stands for.
    """

    def __init__(self, ways: Ways, suppressions: Suppressions, remedies: Remedies, rps: float) -> None:
        self._ways = ways
        self._remedies = remedies
        self._suppressions = suppressions
        self._rps = rps

    def of(self, ref: ScopeRef, context: str, instances: Iterable[Node], once: bool = False) -> list[Draft]:
        """The findings of one function on the loop; what happens `once`, at start-up or shutdown, weighs less."""
        found: dict[tuple[int, str, str], dict[Place, Found]] = defaultdict(dict)
        also: dict[tuple[int, str], dict[str, None]] = defaultdict(dict)
        for node in instances:
            for site, (own, severity), way in self._ways.from_entries(node):
                code = "AF201" if site.before_offload else own
                start = start_of(site.span)
                key = (start, code, _stood_for(node, way))
                also[start, code].update(dict.fromkeys(self._ways.names(node, own)[site.node]))
                known = found[key].get(way.end)
                if known is None or _rank(severity, way) < _rank(known[1], known[2]):
                    found[key][way.end] = (site, severity, way)
        drafts = []
        for (start, code, _), by_sink in sorted(found.items(), key=lambda item: item[0]):
            for site, severity, way in _told(by_sink.values()):
                if self._suppressions.covers(ref.module.path, site.span, code):
                    continue
                others = tuple(name for name in also[start, code] if name != way.sink.name)
                if once:  # it does not hold up requests, but still what starts beside it
                    severity = min(severity, Severity.WARNING)
                finding = self._finding(ref, context, code, severity, site, way, others)
                drafts.append(Draft(finding, ref.scope.qualname, written_at(site)))
        return drafts

    def _finding(
        self, ref: ScopeRef, context: str, code: str, severity: Severity, site: Site, way: Way, also: tuple[str, ...]
    ) -> Finding:
        sink = way.sink
        span = unpack(site.span)
        path = ref.module.path
        trace = trace_of(way)
        return Finding(
            code=code,
            name=RULES[code].name,
            severity=severity,
            category=CATEGORY_RULES[sink.category].category,
            path=path,
            line=span.line,
            column=span.column + 1,
            end_line=span.end_line,
            end_column=span.end_column + 1,
            function=ref.name,
            context=context,
            call=shown(sink.name),
            message=_message(code, sink, trace, context),
            remedy=self._remedies.of(sink.remedy, ref),
            impact=_impact(sink, way, self._rps),
            trace=trace,
            fingerprint="",
            how=LATER if sink.how == LATER else site.how,
            also=tuple(shown(name) for name in also),
            frames=sink.frames,
        )


def _stood_for(node: Node, way: Way) -> str:
    """The function that a wrapper stands for and a way goes through; empty where the entry is no wrapper."""
    called = way.on.site.ref if way.on is not None and node.ref.captures else None
    around = node.ref.parent
    given = [values for root, values in node.env if isinstance(root, ParamRoot) and root.ref is around]
    is_given = any(isinstance(value, FunctionValue) and value.ref is called for values in given for value in values)
    return called.name if called is not None and is_given else ""


def _told(found: Iterable[Found]) -> list[Found]:
    """Of the sinks of one rule that an entry reaches, those that are told of: the worst and nearest.

    What takes a constant time (`stat`) is told of where nothing worse is reached, and once where it lies far off;
    `also` names all of them.
    """
    ranked = sorted(found, key=lambda one: (*_rank(one[1], one[2]), _written(one[2])))
    worst = ranked[0][1]
    told = [one for one in ranked if one[1] > Severity.INFO or (worst is Severity.INFO and one[2].length <= NEAR)]
    return (told or ranked[:1])[:MAX_SINKS]


def _written(way: Way) -> tuple[str, int]:
    ref, start = way.end
    return ref.module.path, start


def _rank(severity: Severity, way: Way) -> tuple[int, int, str]:
    """The worst first, then the shortest; names decide between equals, so that nothing depends on the search."""
    return -severity, way.length, way.sink.name


def trace_of(way: Way) -> tuple[Step, ...]:
    """The steps of a way, the entry first, the sink's call site last."""
    steps = []
    here: Way | None = way
    while here is not None:
        site = here.site
        span = unpack(site.span)
        callee = here.on.site.ref.name if here.on is not None else here.sink.via or shown(here.sink.name)
        steps.append(
            Step(
                site.ref.module.path,
                span.line,
                span.column + 1,
                span.end_line,
                span.end_column + 1,
                site.ref.name,
                callee,
            )
        )
        here = here.on
    return (*steps, *way.sink.frames[-1:])


def shown(name: str) -> str:
    """A sink's name as people write it: builtins without their module."""
    return name.removeprefix("builtins.")


def _message(code: str, sink: Sink, trace: tuple[Step, ...], context: str) -> str:
    name = shown(sink.name)
    where = "" if context == "async def" else f" ({context})"
    if code == "AF201":
        return f"`{name}` runs on the event loop while the offload is built: pass the function, do not call it"
    if code == "AF202":
        return f"`{name}` runs an event loop inside the running one{where}"
    if len(trace) == 1:
        return f"`{name}` blocks the event loop{where}"
    return f"`{trace[0].call}` blocks the event loop: it reaches `{name}`{where}"


def _impact(sink: Sink, way: Way, rps: float) -> Impact | None:
    last = way
    while last.on is not None:
        last = last.on
    seconds = sink.typical_seconds
    written = _written_seconds(last.site) if sink.name == "time.sleep" else None
    if written is not None:
        seconds = written
    return None if seconds is None else Impact(seconds, round(seconds * rps), rps)


def _written_seconds(site: Site) -> float | None:
    """The duration that a call spells out."""
    for value in union(site.arguments.positional[:1]):
        literal = getattr(value, "value", None)
        if isinstance(literal, (int, float)) and not isinstance(literal, bool):
            return float(literal)
    return None
