"""One run from sources to a report: the only place that joins the stages."""

from __future__ import annotations

import contextlib
import functools
import gc
import heapq
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future
from dataclasses import dataclass, field
from typing import Protocol

import msgspec

from antifreeze.bugs import blamed, left_out
from antifreeze.catalog.index import Catalog
from antifreeze.catalog.packaged import SELF_CONTAINED, roots_mentioned
from antifreeze.catalog.parse import rows_of
from antifreeze.config.options import Config
from antifreeze.config.selection import path_in_config, selected
from antifreeze.link.evaluate import Linker
from antifreeze.link.program import Program
from antifreeze.lower import lower
from antifreeze.lower.batch import Lowered, decoded, encoded, lower_batch
from antifreeze.lower.certain import CertainFlows
from antifreeze.model.finding import Finding, Report, Step
from antifreeze.model.rule import Severity
from antifreeze.model.source import SourceError, SourceFile
from antifreeze.model.summary import BODY_MARK, ModuleSummary
from antifreeze.model.ways import CallSlice
from antifreeze.retry import Retry
from antifreeze.solve.derived import Sources
from antifreeze.solve.solver import Solution, solve


class Request(msgspec.Struct, frozen=True):
    """What to analyse: the sources, what could not be read, and how to report; `focus` limits the report to paths."""

    sources: tuple[SourceFile, ...]
    errors: tuple[SourceError, ...] = ()
    config: Config = Config()
    focus: frozenset[str] | None = None
    ways: bool = False
    """Whether the call graph between functions on the loop and what blocks is wanted too."""


class Memory(Protocol):
    """Summaries of earlier runs."""

    keeps: bool
    """Whether `keep_summary` is of use."""

    def summary(self, source: SourceFile) -> ModuleSummary | None:
        """The summary of a source, if it is known."""
        ...

    def keep_summary(self, source: SourceFile, data: bytes) -> None:
        """Remember an encoded summary."""
        ...


class Libraries(Protocol):
    """The installed libraries of the program's environment, and summaries of theirs that earlier runs made."""

    def source(self, module: str, body: bool = False) -> SourceFile | None:
        """The source of a module: its stub, unless its `body` is asked for or there is none."""
        ...

    def summary(self, source: SourceFile) -> ModuleSummary | None:
        """The summary of a source, if it is known."""
        ...

    def keep_summary(self, source: SourceFile, data: bytes) -> None:
        """Remember an encoded summary."""
        ...

    def roots(self, roots: Iterable[str]) -> set[str] | None:
        """Root packages, with those that their distributions need; None where they may need any."""
        ...

    def heirs(self, root: str) -> Mapping[str, Sequence[tuple[str, str]]]:
        """The classes of a root package, as module and name, by the last name of each of their bases."""
        ...

    def read(self) -> tuple[str, ...]:
        """The distributions of which something was read, by name and version."""
        ...


class _NoMemory:
    """Knows nothing and keeps nothing."""

    keeps = False

    def summary(self, source: SourceFile) -> ModuleSummary | None:  # noqa: ARG002 (the protocol's signature)
        return None

    def keep_summary(self, source: SourceFile, data: bytes) -> None:
        """Forget it."""


NO_MEMORY = _NoMemory()

WORTH_PROCESSES = 2_000_000
"""Bytes of source from which on several processes are quicker than one."""

CHUNKS_PER_JOB = 4

MAX_LEFT_OUT = 5
"""How many modules are left out, each in a new attempt, because of bugs in antifreeze."""


@dataclass(frozen=True)
class Ports:
    """What the run needs from outside: the standard library's stubs, the catalog, a clock, somebody to tell.

    `catalog` gives the catalog as far as it speaks of the root packages that the program imports; all of it for None.
    """

    stubs: Callable[[str], SourceFile | None]
    catalog: Callable[[Iterable[str] | None], Catalog]
    clock: Callable[[], float] = float
    progress: Callable[[str, int, int], None] = lambda _stage, _done, _total: None
    memory: Memory = NO_MEMORY
    executor: Callable[[], Executor | None] = lambda: None
    """Where large programs are lowered; asked for only when there is much to do."""
    jobs: int = 1
    libraries: Libraries | None = None
    """None where no environment is read."""
    alive: list[object] = field(default_factory=list)
    """Takes what would take long to free, for its owner to decide when."""
    spares: Callable[[Exception], bool] = lambda _error: False
    """Whether a file over which a bug of antifreeze shows is left out; else the error is raised."""
    counts: dict[str, float] = field(default_factory=dict)
    """Filled by the run: how many summaries were `reused`, and the seconds that each stage took."""


def check(request: Request, ports: Ports) -> Report:
    """Analyse the sources; findings are selected and sorted, files that failed are listed beside them."""
    with no_collector():
        return _check(request, ports)


@contextlib.contextmanager
def no_collector() -> Iterator[None]:
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
    ports.counts["lower"] = ports.clock() - start
    libraries = ports.libraries
    given = [*config.knowledge, *([("configuration", config.tables)] if config.tables else [])]
    own = [rows_of(data, origin) for origin, data in given]
    roots = {root for summary in summaries for root in summary.imports}.union(*map(roots_mentioned, own))
    of_libraries = None if libraries is None else functools.partial(read_library, libraries)
    catalog = ports.catalog(roots if libraries is None else roots_in_reach(libraries, roots))
    if own:
        catalog = catalog.merged(*own)
    place = functools.partial(path_in_config, config=config)
    sources = sources_of(libraries) if libraries is not None and config.derived else None

    def solved(known: list[ModuleSummary]) -> Solution:
        linker = Linker(Program(known, functools.partial(read_stub, ports), of_libraries), catalog)
        ports.alive.append(linker)
        return solve(linker, config.rps, config.unresolved, ports.progress, place, request.ways, sources)

    solution = _solved_without(summaries, errors, ports.spares, solved)
    ports.counts["solve"] = ports.clock() - start - ports.counts["lower"]
    report = _report(request, solution, [*request.errors, *errors], ports.clock() - start)
    return report if libraries is None else msgspec.structs.replace(report, libraries=libraries.read())


def _solved_without(
    summaries: list[ModuleSummary],
    errors: list[SourceError],
    spares: Callable[[Exception], bool],
    solved: Callable[[list[ModuleSummary]], Solution],
) -> Solution:
    """What solving gives, without the modules over which a bug shows: they are listed among the errors."""
    known = {summary.path: summary for summary in summaries}
    for _ in range(MAX_LEFT_OUT):
        try:
            return solved(list(known.values()))
        except Exception as error:  # noqa: PERF203 (each attempt takes seconds)
            path = blamed(error, known)
            if path is None or not spares(error):
                raise
            del known[path]
            errors.append(left_out(path, error))
    return solved(list(known.values()))


def roots_in_reach(libraries: Libraries, roots: set[str]) -> set[str] | None:
    """The root packages that the program, or the source of a library that it uses, may import; None for any."""
    known = libraries.roots(roots)
    return None if known is None else known | SELF_CONTAINED


def lower_all(sources: Iterable[SourceFile], ports: Ports) -> tuple[list[ModuleSummary], list[SourceError]]:
    """Lower every source, or recall its summary; those that cannot be parsed give errors."""
    sources = list(sources)
    results: list[ModuleSummary | SourceError | None] = [ports.memory.summary(source) for source in sources]
    missing = [place for place, result in enumerate(results) if result is None]
    ports.counts["reused"] = len(sources) - len(missing)
    for place, lowered in _lowered([sources[place] for place in missing], ports):
        results[missing[place]] = lowered
    summaries = [result for result in results if isinstance(result, ModuleSummary)]
    return summaries, [result for result in results if isinstance(result, SourceError)]


def _lowered(sources: list[SourceFile], ports: Ports) -> Iterator[tuple[int, ModuleSummary | SourceError]]:
    """Lower the sources, each with its place: in this process where that is soon done, else by the executor."""
    executor = ports.executor() if sum(len(source.content) for source in sources) > WORTH_PROCESSES else None
    done = 0
    for places, batch in _batches(sources, ports, executor):
        for place, result in zip(places, batch, strict=True):
            if done % 64 == 0:
                ports.progress("reading", done, len(sources))
            done += 1
            if isinstance(result, bytes):
                ports.memory.keep_summary(sources[place], result)
                result = decoded(result)
            elif isinstance(result, ModuleSummary):
                _keep(sources[place], result, ports)
            yield place, result


def _batches(
    sources: list[SourceFile], ports: Ports, executor: Executor | None
) -> Iterator[tuple[list[int], Sequence[Lowered | ModuleSummary]]]:
    if executor is None:
        for place, source in enumerate(sources):
            yield [place], [_lowered_alone(source, ports.spares)]
        return
    chunks = balanced([len(source.content) for source in sources], ports.jobs * CHUNKS_PER_JOB)
    running = [(chunk, _submitted(executor, [sources[place] for place in chunk])) for chunk in chunks]
    retry = Retry(ports.executor)
    for chunk, future in running:
        yield chunk, _outcome(future, [sources[place] for place in chunk], retry, ports.spares)


def _lowered_alone(source: SourceFile, spares: Callable[[Exception], bool]) -> ModuleSummary | SourceError:
    """What lowering gives in this process, or, where a bug shows, that the file is left out."""
    try:
        return lower(source)
    except Exception as error:
        if not spares(error):
            raise
        return left_out(source.path, error)


def _outcome(
    future: Future[list[Lowered]] | None, sources: list[SourceFile], retry: Retry, spares: Callable[[Exception], bool]
) -> Sequence[Lowered | ModuleSummary]:
    try:
        return future.result() if future is not None else retry.lowered(sources)
    except BrokenExecutor:
        return retry.lowered(sources)
    except Exception:  # noqa: BLE001 (a worker out of reach, or a bug, which shows here as well)
        return [_lowered_alone(source, spares) for source in sources]


def _submitted(executor: Executor, sources: list[SourceFile]) -> Future[list[Lowered]] | None:
    """A chunk handed to the executor; None where it takes no more."""
    with contextlib.suppress(Exception):
        return executor.submit(lower_batch, sources)
    return None


def balanced(sizes: list[int], count: int) -> list[list[int]]:
    """Places of the sizes in at most `count` chunks of about the same sum (longest processing time first)."""
    chunks: list[tuple[int, int, list[int]]] = [(0, number, []) for number in range(max(1, count))]
    for place in sorted(range(len(sizes)), key=lambda place: (-sizes[place], place)):
        total, number, places = heapq.heappop(chunks)
        places.append(place)
        heapq.heappush(chunks, (total + sizes[place], number, places))
    return [sorted(places) for _, _, places in sorted(chunks, key=lambda chunk: chunk[1]) if places]


def read_stub(ports: Ports, name: str) -> ModuleSummary | None:
    """The summary of a stub of the standard library."""
    source = ports.stubs(name)
    if source is None:
        return None
    known = ports.memory.summary(source)
    if known is not None:
        return known
    result = lower(source)
    if isinstance(result, SourceError):
        return None
    _keep(source, result, ports)
    return result


def sources_of(libraries: Libraries) -> Sources:
    """What the sources of libraries tell beside their summaries."""
    certain = functools.lru_cache(_SOURCES_KEPT)(functools.partial(_certain, libraries))
    return Sources(certain, functools.cache(libraries.heirs))


_SOURCES_KEPT = 64
"""How many sources of libraries are held at once."""


def _certain(libraries: Libraries, module: str) -> CertainFlows | None:
    """What a library's functions evaluate for certain."""
    source = libraries.source(module, body=True)
    return None if source is None else CertainFlows(source)


def read_library(libraries: Libraries, name: str, body: bool = False) -> ModuleSummary | None:
    """The summary of a library's module, or of its stub."""
    source = libraries.source(name.lstrip(BODY_MARK), body or name.startswith(BODY_MARK))
    if source is None:
        return None
    known = libraries.summary(source)
    if known is not None:
        return known
    result = lower(source)
    if isinstance(result, SourceError):
        return None
    libraries.keep_summary(source, encoded(result))
    return result


def _keep(source: SourceFile, summary: ModuleSummary, ports: Ports) -> None:
    if ports.memory.keeps:
        ports.memory.keep_summary(source, encoded(summary))


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
        ways=_selected_ways(solution, config),
        sources=_shown_sources(request, findings, errors),
    )


def _selected_ways(solution: Solution, config: Config) -> CallSlice | None:
    allowed = {row.call for row in config.allow}
    if solution.ways is None:
        return None
    return solution.ways.narrowed(
        lambda edge: selected(edge.code, edge.category, edge.path, config) and edge.callee not in allowed
    )


def _reweighed(finding: Finding, config: Config) -> Finding:
    label = config.severity.get(finding.code)
    if config.unfold and finding.frames:
        finding = msgspec.structs.replace(finding, trace=finding.unfolded())
    return finding if label is None else msgspec.structs.replace(finding, severity=Severity[label.upper()])


def _shown_sources(request: Request, findings: tuple[Finding, ...], errors: list[SourceError]) -> dict[str, str]:
    """The text of the files that some trace shows."""
    steps: list[Step] = [step for finding in findings for step in finding.trace]
    wanted = {step.path for step in steps} | {error.path for error in errors}
    return {
        source.path: source.content.decode("utf-8", "replace") for source in request.sources if source.path in wanted
    }
