"""Lowering elsewhere: the same report with any number of processes, with workers that die, and on a cluster."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from pathlib import Path
from typing import Any

import msgspec
import pytest

from antifreeze import engine
from antifreeze.cli.analysis import Run, analyse
from antifreeze.config.options import Config
from antifreeze.errors import UsageError
from antifreeze.model.finding import Report

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

    def refuse(_jobs: int) -> None:
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
