"""One run from sources to a report: the only place that joins the stages."""

from __future__ import annotations

import contextlib
import functools
import gc
from collections.abc import Callable, Iterable, Iterator

import msgspec

from antifreeze.catalog.index import Catalog
from antifreeze.catalog.parse import rows_of
from antifreeze.config.options import Config
from antifreeze.config.selection import selected
from antifreeze.link.evaluate import Linker
from antifreeze.link.program import Program
from antifreeze.lower import lower
from antifreeze.model.finding import Finding, Report, Step
from antifreeze.model.rule import Severity
from antifreeze.model.source import SourceError, SourceFile
from antifreeze.model.summary import ModuleSummary
from antifreeze.solve.solver import Solution, solve


class Request(msgspec.Struct, frozen=True):
    """What to analyse: the sources, what could not be read, and how to report; `focus` limits the report to paths."""

    sources: tuple[SourceFile, ...]
    errors: tuple[SourceError, ...] = ()
    config: Config = Config()
    focus: frozenset[str] | None = None


class Ports(msgspec.Struct, frozen=True):
    """What the run needs from outside: the standard library's stubs, the catalog, a clock, somebody to tell.

    `catalog` gives the catalog as far as it speaks of the root packages that the program imports.
    """

    stubs: Callable[[str], SourceFile | None]
    catalog: Callable[[Iterable[str]], Catalog]
    clock: Callable[[], float] = float
    progress: Callable[[str, int, int], None] = lambda _stage, _done, _total: None


def check(request: Request, ports: Ports) -> Report:
    """Analyse the sources; findings are selected and sorted, files that failed are listed beside them."""
    with _no_collector():
        return _check(request, ports)


@contextlib.contextmanager
def _no_collector() -> Iterator[None]:
    """Cyclic garbage is not collected meanwhile: what a run makes lives until its end, or needs no collector."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _check(request: Request, ports: Ports) -> Report:
    start = ports.clock()
    config = request.config
    summaries, errors = lower_all(request.sources, ports)
    program = Program(summaries, functools.partial(_stub, ports.stubs))
    catalog = ports.catalog({root for summary in summaries for root in summary.imports})
    if config.tables:
        catalog = catalog.merged(rows_of(config.tables, "configuration"))
    solution = solve(Linker(program, catalog), config.rps, config.unresolved, ports.progress)
    return _report(request, solution, [*request.errors, *errors], ports.clock() - start)


def lower_all(sources: Iterable[SourceFile], ports: Ports) -> tuple[list[ModuleSummary], list[SourceError]]:
    """Lower every source; those that cannot be parsed give errors."""
    sources = list(sources)
    summaries: list[ModuleSummary] = []
    errors: list[SourceError] = []
    for done, source in enumerate(sources):
        if done % 64 == 0:
            ports.progress("reading", done, len(sources))
        result = lower(source)
        if isinstance(result, SourceError):
            errors.append(result)
        else:
            summaries.append(result)
    return summaries, errors


def _stub(read: Callable[[str], SourceFile | None], name: str) -> ModuleSummary | None:
    source = read(name)
    summary = lower(source) if source is not None else None
    return summary if isinstance(summary, ModuleSummary) else None


def _report(request: Request, solution: Solution, errors: list[SourceError], seconds: float) -> Report:
    config = request.config
    findings = tuple(
        _reweighed(finding, config)
        for finding in solution.findings
        if selected(finding.code, finding.category, finding.path, config)
        and (request.focus is None or finding.path in request.focus)
        and finding.call not in {row.call for row in config.allow}
    )
    return Report(
        findings=findings,
        errors=tuple(sorted(errors, key=lambda error: (error.path, error.line))),
        files=len(request.sources),
        functions_on_loop=solution.functions_on_loop,
        seconds=seconds,
        coverage=solution.coverage,
        unresolved=solution.unresolved,
        sources=_shown_sources(request, findings, errors),
    )


def _reweighed(finding: Finding, config: Config) -> Finding:
    label = config.severity.get(finding.code)
    return finding if label is None else msgspec.structs.replace(finding, severity=Severity[label.upper()])


def _shown_sources(
    request: Request, findings: tuple[Finding, ...], errors: list[SourceError]
) -> dict[str, tuple[str, ...]]:
    """The lines of the files that some trace shows."""
    steps: list[Step] = [step for finding in findings for step in finding.trace]
    wanted = {step.path for step in steps} | {error.path for error in errors}
    return {
        source.path: tuple(source.content.decode("utf-8", "replace").splitlines())
        for source in request.sources
        if source.path in wanted
    }
