"""One analysis with everything around it: standard input, the cache, the processes that share the work."""

from __future__ import annotations

import os
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from antifreeze.cli.focus import below_paths, shown_names
from antifreeze.cli.progress import Progress
from antifreeze.config.options import Config
from antifreeze.errors import UsageError
from antifreeze.model.finding import Report
from antifreeze.store.cache import Cache, key_of, stamps_of

if TYPE_CHECKING:
    from antifreeze.engine import Ports, Request
    from antifreeze.store.library import InstalledLibraries


@dataclass
class Run:
    """How to run: nothing of it changes what is found."""

    stdin_filename: str | None = None
    cache_dir: str | None = None
    """Where to keep what later runs can reuse; None for nowhere."""
    jobs: int = 1
    executor: str = ""
    """`dask:ADDRESS` of a scheduler, or empty for processes of this machine."""
    program: str | None = None
    """The folder to analyse whole, where the paths only tell what to report on."""
    ways: bool = False
    """Whether the call graph between functions on the loop and what blocks is wanted too."""
    fixes: bool = False
    """Whether the fixes that are sure are wanted too."""
    libraries: InstalledLibraries | None = None
    """Those of the environment, once it was looked up."""
    counts: dict[str, float] = field(default_factory=dict)
    """Filled by the run: seconds by stage, and how many files were reused."""

    def told(self, report: Report) -> str:
        """What the run did, in a few lines."""
        if "all" in self.counts:
            return f"{report.files} files unchanged: the last report was reused, in {self.counts['all']:.2f} s"
        reused = int(self.counts.get("reused", 0))
        seconds = ", ".join(f"{stage} {self.counts[stage]:.2f} s" for stage in _STAGES if stage in self.counts)
        return f"{report.files} files: {report.files - reused} read, {reused} reused; {seconds}"


_ALIVE: list[object] = []
"""What a run leaves behind: freeing it would take longer than ending the process."""
NO_ENVIRONMENT = "ANTIFREEZE_NO_ENVIRONMENT"
"""The variable that keeps a run from looking for an environment by itself."""
STDIN = "stdin.py"
"""What the text of standard input is called where nothing else is said."""
_STAGES = ("discover", "lower", "solve")


def analyse(paths: tuple[str, ...], config: Config, run: Run | None = None) -> Report:
    """What there is to say of the paths, in the light of the whole program."""
    run = run or Run()
    return focused(analyse_whole(paths, config, run), paths, run)


def focused(report: Report, paths: tuple[str, ...], run: Run) -> Report:
    """What a report says of the paths, where they are only a part of the program."""
    return report if run.program is None else below_paths(report, shown_names(paths, run.stdin_filename or STDIN))


def analyse_whole(paths: tuple[str, ...], config: Config, run: Run) -> Report:
    """What there is to say of the program: an earlier run's report where nothing changed since, else a new one."""
    config = msgspec.structs.replace(config, baseline="")  # it changes nothing of what is found
    if run.program is None:
        return _recalled(paths, config, run)
    outside = [path for path in paths if path == "-" or not _is_below(path, run.program)]
    return _recalled((run.program, *outside), config, run)


def _is_below(path: str, folder: str) -> bool:
    top = os.path.realpath(folder)
    return os.path.realpath(path).startswith(os.path.join(top, ""))


def _recalled(paths: tuple[str, ...], config: Config, run: Run) -> Report:
    start = time.perf_counter()
    libraries = libraries_of(paths, config, run)
    if run.cache_dir is None:
        return _analysed(paths, config, run, None, b"")
    cache = Cache(Path(run.cache_dir))
    wanted = (b"ways" if run.ways else b"") + (b"fixes" if run.fixes else b"")
    key = key_of(paths, config) + wanted + os.fsencode(libraries.prefix if libraries is not None else "")
    report = cache.report(key) if "-" not in paths else None
    if report is None:
        return _analysed(paths, config, run, cache, key)
    run.counts["all"] = time.perf_counter() - start
    return msgspec.structs.replace(report, seconds=run.counts["all"])


def libraries_of(paths: tuple[str, ...], config: Config, run: Run) -> InstalledLibraries | None:
    """The libraries of the environment that is read for the paths, looked up once a run; None where none is wanted."""
    if not config.environment or (os.environ.get(NO_ENVIRONMENT) and not config.python):
        return None
    if run.libraries is None:
        from antifreeze.store.environment import find_environment

        first = next((path for path in paths if path != "-"), run.stdin_filename or STDIN)
        prefix = find_environment(config.python, first, os.environ)
        if prefix is not None:
            from antifreeze.store.library import InstalledLibraries, user_cache

            folder = None if run.cache_dir is None else user_cache(os.environ) / "libraries"
            run.libraries = InstalledLibraries(prefix, folder)
    return run.libraries


def _analysed(paths: tuple[str, ...], config: Config, run: Run, cache: Cache | None, key: bytes) -> Report:
    from antifreeze.catalog.packaged import load_packaged
    from antifreeze.cli.workers import workers
    from antifreeze.discover.sources import discover
    from antifreeze.engine import NO_MEMORY, Ports, Request, check
    from antifreeze.store.stubs import read_stub

    stdin = _standard_input(run) if "-" in paths else None
    named = tuple(path for path in paths if path != "-")
    if cache is not None:
        cache.prepare()
    start, began = time.perf_counter(), time.time_ns()
    with Progress() as progress, workers(run.executor, run.jobs) as executor:
        found = discover(named, config, os.getcwd(), stdin)
        stamps = stamps_of(found.watched) if cache is not None else {}
        run.counts["discover"] = time.perf_counter() - start
        clock, memory = time.perf_counter, cache or NO_MEMORY
        libraries = run.libraries
        ports = Ports(
            read_stub, load_packaged, clock, progress.tell, memory, executor, run.jobs, libraries, _ALIVE,
            spares=lambda _error: not os.environ.get("ANTIFREEZE_TRACEBACK"), counts=run.counts,
        )  # fmt: skip
        request = Request(found.sources, found.errors, config, ways=run.ways)
        report = check(request, ports)
        if run.fixes:
            report = _with_fixes(report, request, ports)
    if libraries is not None:
        libraries.close()
        report = msgspec.structs.replace(report, environment=_shown(libraries.prefix))
        if cache is not None:
            stamps = {**stamps_of(libraries.watched()), **stamps}
    if cache is not None:
        cache.close()
        if stdin is None and not found.errors:
            cache.keep_report(key, report, stamps, began)
    return report


def _with_fixes(report: Report, request: Request, ports: Ports) -> Report:
    """The report with the fixes that `antifreeze fix` would make, for editors."""
    from antifreeze.catalog.packaged import load_loop_bound
    from antifreeze.mending import offered

    return msgspec.structs.replace(report, fixes=offered(request, ports, load_loop_bound))


def _shown(prefix: Path) -> str:
    """The environment's folder, from the working directory where it lies below."""
    relative = os.path.relpath(prefix)
    return str(prefix) if relative.startswith("..") else relative.replace(os.sep, "/")


def _standard_input(run: Run) -> tuple[str, bytes]:
    if sys.stdin is None:
        raise UsageError("standard input is closed", hint="the path - reads it")
    return run.stdin_filename or STDIN, sys.stdin.buffer.read()
