"""Lowering elsewhere: the same report with any number of processes, with workers that die, and on a cluster."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from multiprocessing import get_start_method
from pathlib import Path
from typing import Any

import msgspec
import pytest

from antifreeze import engine
from antifreeze.cli.analysis import Run, analyse
from antifreeze.config.options import Config
from antifreeze.errors import UsageError
from antifreeze.lower import batch
from antifreeze.model.finding import Report
from antifreeze.model.source import SourceFile

HELPER = "import time\n\ndef work():\n    time.sleep(1)\n"
CALLER = "from part{}.helper import work\n\nasync def main():\n    work()\n"


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program that counts as large."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(engine, "WORTH_PROCESSES", 10)
    for number in range(12):
        folder = tmp_path / f"part{number}"
        folder.mkdir()
        (folder / "helper.py").write_text(HELPER)
        (folder / "main.py").write_text(CALLER.format(number))
    (tmp_path / "broken.py").write_text("def (\n")
    return tmp_path


def report(**options: Any) -> Report:
    return msgspec.structs.replace(analyse((".",), Config(), Run(**options)), seconds=0.0)


def test_any_number_of_jobs(tree: Path) -> None:
    alone = report()
    assert len(alone.findings) == 12
    assert len(alone.errors) == 1
    assert report(jobs=2) == alone
    assert report(jobs=4, cache_dir=".cache") == alone
    assert report(jobs=1, cache_dir=".cache") == alone


def _die(_sources: object) -> None:
    os._exit(9)


class _Dying(ProcessPoolExecutor):
    """Runs what kills its workers in place of what it is given."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        return super().submit(_die, *args, **kwargs)


def test_dead_workers_cost_a_retry(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = report()
    monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor", _Dying)
    assert report(jobs=2) == alone


def test_a_system_without_processes(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = report()

    def refuse(_jobs: int, **_options: object) -> None:
        raise OSError(38, "Function not implemented")

    monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor", refuse)
    assert report(jobs=2) == alone


def test_chunks_are_balanced() -> None:
    chunks = engine.balanced([9, 1, 1, 1, 8, 1, 1, 8], 3)
    assert sorted(place for chunk in chunks for place in chunk) == list(range(8))
    assert max(sum([9, 1, 1, 1, 8, 1, 1, 8][place] for place in chunk) for chunk in chunks) <= 11
    assert engine.balanced([], 4) == []


@pytest.mark.parametrize("spec", ["dask", "ray:somewhere", "dask:"])
def test_unknown_executors(tree: Path, spec: str) -> None:
    with pytest.raises(UsageError, match="unknown executor"):
        report(executor=spec)


def test_a_dask_cluster(tree: Path) -> None:
    distributed = pytest.importorskip("distributed", reason="needs the extra dask")
    with distributed.LocalCluster(n_workers=3, threads_per_worker=1, processes=True, dashboard_address=None) as cluster:
        assert report(executor=f"dask:{cluster.scheduler_address}") == report()


def test_a_dask_worker_is_lost(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    distributed = pytest.importorskip("distributed", reason="needs the extra dask")
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster:
        nanny = next(iter(cluster.workers.values()))
        submitted = engine._submitted
        killed: list[int] = []

        def submit(executor: Executor, sources: list[Any]) -> Any:
            if not killed:
                killed.append(nanny.pid)
                os.kill(nanny.pid, 9)
            return submitted(executor, sources)

        monkeypatch.setattr(engine, "_submitted", submit)
        assert report(executor=f"dask:{cluster.scheduler_address}") == report()
        assert killed


@pytest.mark.skipif(get_start_method() != "fork", reason="workers that are not forked do not inherit what is patched")
def test_a_file_that_kills_its_worker_is_named(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = report()
    (tree / "killer.py").write_text(CALLER.format(3))
    lower, parent = batch.lower, os.getpid()

    def deadly(source: SourceFile) -> Any:
        if source.path == "killer.py":
            assert os.getpid() != parent
            os.kill(os.getpid(), 9)
        return lower(source)

    monkeypatch.setattr(batch, "lower", deadly)
    found = report(jobs=2)
    assert found.findings == alone.findings
    assert [error.path for error in found.errors] == ["broken.py", "killer.py"]
    assert "ended the process" in found.errors[1].message


_HEEDED = "import signal\nsignal.signal(signal.SIGINT, signal.default_int_handler)\n"
"""A shell has what it starts in the background ignore Ctrl-C, and so would what the tests start there."""

_RUN = (
    f"{_HEEDED}from antifreeze import engine\nengine.WORTH_PROCESSES = 0\nfrom antifreeze.cli.app import main\nmain()\n"
)
_ENDS = [
    (signal.SIGINT, True, 130),
    (signal.SIGINT, False, 130),
    (signal.SIGTERM, False, -signal.SIGTERM),
    (signal.SIGKILL, False, -signal.SIGKILL),
]


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="the children are found in /proc")
@pytest.mark.parametrize(("number", "whole_group", "status"), _ENDS)
def test_an_interrupted_run_ends_at_once_and_leaves_nobody(
    tree: Path, number: int, whole_group: bool, status: int
) -> None:
    parts = [tree / f"long{part}.py" for part in range(100)]
    for part in parts:
        part.write_text("x = f(1)(2)(3)\n" * 5000)
    options = ["check", ".", "--jobs=2", "--cache-dir=.cache", "--no-environment", "--format=concise"]
    process = subprocess.Popen(
        [sys.executable, "-c", _RUN, *options],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
        text=True,
    )
    try:
        children = _until(lambda: _children(process.pid), process)
        (os.killpg if whole_group else os.kill)(process.pid, number)
        told = process.communicate(timeout=60)[1]
        assert process.returncode == status
        assert "Traceback" not in told
        _until(lambda: not any(Path(f"/proc/{child}").exists() for child in children), None)
    finally:
        with contextlib.suppress(OSError):
            os.killpg(process.pid, signal.SIGKILL)
    for part in parts:
        part.unlink()
    assert report(cache_dir=".cache") == report()


def _children(parent: int) -> list[str]:
    """The processes that a process has started."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            fields = path.read_text().rpartition(")")[2].split()
            if fields[1] == str(parent):
                found.append(path.parent.name)
    return found


def _until(ask: Callable[[], Any], process: subprocess.Popen[str] | None) -> Any:
    """The first answer that counts, within ten seconds."""
    for _ in range(500):
        answer = ask()
        if answer:
            return answer
        assert process is None or process.poll() is None, "the process ended too early"
        time.sleep(0.02)
    raise AssertionError("nothing happened")
