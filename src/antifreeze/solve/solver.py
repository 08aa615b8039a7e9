"""The solving stage as a whole: contexts, the call graph, ways to sinks, findings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from antifreeze.link.evaluate import Linker
from antifreeze.model.expression import Call
from antifreeze.model.finding import Coverage, Finding, Remedy, Step
from antifreeze.model.location import unpack
from antifreeze.model.rule import CATEGORY_RULES, RULES, Severity
from antifreeze.model.summary import Suppression
from antifreeze.model.value import ScopeRef
from antifreeze.model.ways import CallSlice
from antifreeze.solve.asking import Asking
from antifreeze.solve.awaited import BY_STATEMENT
from antifreeze.solve.bases import Bases
from antifreeze.solve.callers import Callers
from antifreeze.solve.contexts import on_loop
from antifreeze.solve.derived import Sources
from antifreeze.solve.findings import Reporter
from antifreeze.solve.fingerprints import Draft, fingerprinted
from antifreeze.solve.graph import CallGraph, Node
from antifreeze.solve.once import ONCE, run_once
from antifreeze.solve.relevance import Relevance
from antifreeze.solve.remedies import Remedies
from antifreeze.solve.sites import Sites
from antifreeze.solve.slices import slice_of
from antifreeze.solve.spelling import Names
from antifreeze.solve.suppressions import Suppressions
from antifreeze.solve.targets import Targets
from antifreeze.solve.traces import Ways


@dataclass(frozen=True, slots=True)
class Solution:
    """What solving a program gives."""

    findings: tuple[Finding, ...]
    functions_on_loop: int
    coverage: Coverage
    unresolved: tuple[Step, ...]
    ways: CallSlice | None = None


def solve(
    linker: Linker,
    rps: float,
    want_unresolved: bool,
    progress: Callable[[str, int, int], None],
    place: Callable[[str], str] = str,
    want_ways: bool = False,
    sources: Sources | None = None,
) -> Solution:
    """Find every blocking call that can run on the loop; `place` tells a path as fingerprints know it.

    Where `sources` are given, libraries of which the catalog says nothing are followed by their source.
    """
    names = Names(linker)
    callers = Callers(linker)
    bases = Bases(linker)
    asking = Asking(linker, callers, bases)
    sites = Sites(linker, names, asking.sees, everything=want_unresolved)
    targets = Targets(linker, bases, sources)
    if targets.derived is not None:
        targets.derived.attach(sites)
    relevance = Relevance(linker, names, sites, targets, callers)
    graph = CallGraph(linker, relevance, targets, callers, asking, bases)
    contexts, awaits = on_loop(linker, callers, asking)
    instances: dict[ScopeRef, list[Node]] = {}
    for done, ref in enumerate(contexts):
        if done % 64 == 0:
            progress("solving", done, len(contexts))
        instances[ref] = graph.roots(ref) if relevance.of(ref) else []
    suppressions = Suppressions(module.summary for module in linker.program.modules.values())
    nodes = list(graph.nodes.values())
    silenced = _silenced(nodes, suppressions)
    ways = Ways(nodes, silenced)
    reporter = Reporter(ways, suppressions, Remedies(linker, graph.callers), rps)
    once = run_once(linker, callers)
    called = {node.ref for node in nodes if node.callers}  # by coroutines that await or iterate what has the method
    drafts = [
        draft
        for ref, why in contexts.items()
        if ref.scope.is_async or why not in BY_STATEMENT.values() or ref not in called
        for draft in reporter.of(ref, f"{why}, {ONCE}" if ref in once else why, instances[ref], ref in once)
        if draft.finding.category not in awaits.get(ref, ())
    ]
    drafts.extend(_about_comments(suppressions))
    drafts.sort(key=_order)
    findings = tuple(fingerprinted(drafts, place))
    coverage, unresolved = _coverage(contexts, sites, graph, want_unresolved)
    sliced = slice_of(contexts, nodes, silenced) if want_ways else None
    return Solution(findings, len(contexts), coverage, unresolved, sliced)


def _order(draft: Draft) -> tuple[str, int, int, str, str, str, int, int]:
    finding = draft.finding
    sink = finding.trace[-1]
    return (
        finding.path, finding.line, finding.column, finding.code, finding.call, sink.path, sink.line, sink.column,
    )  # fmt: skip


def _silenced(nodes: list[Node], suppressions: Suppressions) -> frozenset[tuple[ScopeRef, int]]:
    """The sinks whose own line suppresses them: they are silent for every caller."""
    if not suppressions:
        return frozenset()
    return frozenset(
        (site.ref, site.node)
        for node in nodes
        for site, sink in node.sinks
        if suppressions.covers(site.ref.module.path, site.span, CATEGORY_RULES[sink.category].code)
    )


def _about_comments(suppressions: Suppressions) -> list[Draft]:
    """AF901 for comments that silence nothing, AF902 for those without a reason."""
    found = []
    for path, entry in suppressions.unused():
        what = entry.problem or "this suppression silences nothing: remove it"
        found.append(_comment_finding("AF901", path, entry, what))
    found.extend(
        _comment_finding("AF902", path, entry, "say why this call may block here")
        for path, entry in suppressions.without_reason()
    )
    return found


def _comment_finding(code: str, path: str, entry: Suppression, message: str) -> Draft:
    rule = RULES[code]
    column, end = entry.column + 1, entry.end_column + 1
    step = Step(path, entry.comment_line, column, entry.comment_line, end, "", "")
    finding = Finding(
        code, rule.name, Severity.WARNING, rule.category, path, entry.comment_line, column, entry.comment_line, end,
        "", "", "", message, Remedy(message, fallback=""), None, (step,), "",
    )  # fmt: skip
    return Draft(finding, "", f"{','.join(entry.codes)}:{entry.reason}")


def _coverage(
    contexts: dict[ScopeRef, str], sites: Sites, graph: CallGraph, want_unresolved: bool
) -> tuple[Coverage, tuple[Step, ...]]:
    calls = external = unknown = 0
    steps: list[Step] = []
    for ref in contexts:
        calls += sum(isinstance(node, Call) for node in ref.scope.nodes)
        external += sites.external.get(ref, 0)
        spans = sites.unresolved.get(ref, [])
        unknown += len(spans)
        if want_unresolved:
            for packed in spans:
                span = unpack(packed)
                steps.append(
                    Step(ref.module.path, span.line, span.column + 1, span.end_line, span.end_column + 1, ref.name, "")
                )
    steps.sort(key=lambda step: (step.path, step.line, step.column))
    return Coverage(calls - external - unknown, external, unknown, graph.cut + graph.callers.cut), tuple(steps)
