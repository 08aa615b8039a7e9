"""The cache: the same report from a warm run as from a cold one, whatever happens to the files on either side."""

from __future__ import annotations

import os
import random
import threading
from collections.abc import Iterable
from pathlib import Path

import msgspec
import pytest

from antifreeze.cli import analysis
from antifreeze.cli.analysis import Run, analyse
from antifreeze.config.options import Config
from antifreeze.model.finding import Report
from antifreeze.store import cache as cache_module

MAIN = "import asyncio\nfrom helper import work\n\nasync def main():\n    work()\n    await asyncio.sleep(1)\n"
HELPER = "import time\n\ndef work():\n    time.sleep(1)\n"


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program of two modules, in the current folder; time stamps count at once."""
    monkeypatch.setattr(cache_module, "_FRESH", 0)
    monkeypatch.setattr(cache_module, "_COARSE", 0)
    monkeypatch.chdir(tmp_path)
    Path("main.py").write_text(MAIN)
    Path("helper.py").write_text(HELPER)
    return tmp_path


def checked(cache: str | None = ".cache", **options: object) -> tuple[Report, Run]:
    """A report without its time, and how it came about."""
    run = Run(cache_dir=cache, **options)  # type: ignore[arg-type]  # keywords of Run
    return msgspec.structs.replace(analyse((".",), Config(), run), seconds=0.0), run


def test_nothing_changed_reuses_the_report(tree: Path) -> None:
    cold, first = checked()
    warm, second = checked()
    assert cold == warm == checked(None)[0]
    assert len(cold.findings) == 1
    assert "all" not in first.counts
    assert "all" in second.counts


def test_a_changed_helper_changes_the_finding(tree: Path) -> None:
    checked()
    Path("helper.py").write_text(HELPER.replace("sleep", "perf_counter"))
    report, run = checked()
    assert report.findings == ()
    assert run.counts["reused"] == 1


@pytest.mark.parametrize("path", ["new.py", "package/__init__.py", ".gitignore"])
def test_new_files_are_seen(tree: Path, path: str) -> None:
    Path("package").mkdir()
    checked()
    Path(path).write_text("helper.py\n" if path == ".gitignore" else MAIN)
    assert checked()[0] == checked(None)[0]


def test_random_edits(tree: Path) -> None:
    dice = random.Random(7)
    bodies = [
        HELPER,
        HELPER.replace("1", "0"),
        "def work():\n    pass\n",
        "def work(:\n",
        "from main import main as work\n",
    ]
    for _ in range(25):
        step = dice.randrange(4)
        name = dice.choice(["helper.py", "main.py", "more.py", "deep/helper.py"])
        Path("deep").mkdir(exist_ok=True)
        if step == 0:
            Path(name).unlink(missing_ok=True)
        else:
            Path(name).write_text(dice.choice([*bodies, MAIN]))
        assert checked()[0] == checked(None)[0]


@pytest.mark.parametrize("damage", [b"", b"x" * 40, None])
def test_damaged_files_cost_time_only(tree: Path, damage: bytes | None) -> None:
    cold, _ = checked()
    files = list(Path(".cache").glob("*.bin"))
    assert len(files) == 2
    for file in files:
        content = file.read_bytes()
        file.write_bytes(content[: len(content) // 2] if damage is None else damage)
    report, run = checked()
    assert report == cold
    assert run.counts["reused"] == 0


def test_a_hostile_check_sum_is_no_trust(tree: Path) -> None:
    cold, _ = checked()
    for file in Path(".cache").glob("*.bin"):
        body = msgspec.msgpack.encode([["a", 1], {"findings": "none"}])
        file.write_bytes(cache_module._digest(body) + body)
    assert checked()[0] == cold


def test_a_file_in_the_folders_place(tree: Path) -> None:
    Path(".cache").write_text("not a folder")
    assert len(checked()[0].findings) == 1
    assert Path(".cache").read_text() == "not a folder"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written(tree: Path) -> None:
    Path(".cache").mkdir(mode=0o500)
    assert len(checked()[0].findings) == 1


def test_the_folder_keeps_itself_out_of_version_control(tree: Path) -> None:
    checked()
    assert Path(".cache/.gitignore").read_text() == "*\n"


def test_it_stays_small(tree: Path) -> None:
    for number in range(20):
        Path("helper.py").write_text(f"{HELPER}# {number}\n")
        analyse((".",), Config(rps=number), Run(cache_dir=".cache"))
    assert len(list(Path(".cache").glob("summaries-*"))) <= cache_module.MAX_SEGMENTS + 1
    assert len(list(Path(".cache").glob("report-*"))) <= cache_module.MAX_REPORTS


def test_two_runs_at_once(tree: Path) -> None:
    expected = checked(None)[0]
    found: list[Report] = []
    threads = [threading.Thread(target=lambda: found.append(checked()[0])) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [expected] * 4


def test_a_fresh_file_is_not_trusted(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache_module, "_FRESH", 10**12)
    checked()
    assert list(Path(".cache").glob("report-*")) == []


def test_a_change_while_reading_is_not_missed(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def edited_first(paths: Iterable[str]) -> dict[str, cache_module.Stamp | None]:
        Path("helper.py").write_text("def work():\n    return 1\n")
        return cache_module.stamps_of(paths)

    monkeypatch.setattr(analysis, "stamps_of", edited_first)
    assert len(checked()[0].findings) == 1
    monkeypatch.setattr(analysis, "stamps_of", cache_module.stamps_of)
    assert checked()[0].findings == ()


def test_a_file_that_becomes_part_of_a_package(tree: Path) -> None:
    Path("package").mkdir()
    Path("package/main.py").write_text("from .helper import work\n\nasync def main():\n    work()\n")
    Path("package/helper.py").write_text(HELPER)
    named = ("package/main.py", "package/helper.py")
    analyse(named, Config(), Run(cache_dir=".cache"))
    Path("package/__init__.py").write_text("")
    run = Run(cache_dir=".cache")
    analyse(named, Config(), run)
    assert "all" not in run.counts


def test_the_program_is_the_context(tree: Path) -> None:
    run = Run(cache_dir=".cache", program=".")
    assert [finding.path for finding in analyse(("main.py",), Config(), run).findings] == ["main.py"]
    run = Run(cache_dir=".cache", program=".")
    assert [finding.path for finding in analyse(("helper.py",), Config(), run).findings] == ["main.py"]
    assert "all" in run.counts
    Path("other.py").write_text("import helper\n")
    assert analyse(("other.py",), Config(), Run(program=".")).findings == ()
