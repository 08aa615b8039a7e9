"""What file systems hold and do: nothing of it stops a run, hangs it or ends in a traceback."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from test_cli import BLOCKING, antifreeze, one_line, shell

from antifreeze.cli.analysis import Run, analyse
from antifreeze.config.options import Config
from antifreeze.discover import sources
from antifreeze.model.finding import Report
from antifreeze.store import cache as cache_module
from antifreeze.store import files

NOBODY = 65534
POSIX = pytest.mark.skipif(os.name != "posix", reason="the file systems of this system hold no such things")


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program with one finding."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(cache_module, "_FRESH", 0)
    monkeypatch.setattr(cache_module, "_COARSE", 0)
    (tmp_path / "main.py").write_text(BLOCKING)
    return tmp_path


def report(cache: str | None = None, **options: Any) -> Report:
    return msgspec.structs.replace(analyse((".",), Config(), Run(cache_dir=cache, **options)), seconds=0.0)


def errors(found: Report) -> dict[str, str]:
    return {error.path: error.message for error in found.errors}


@contextlib.contextmanager
def unprivileged(tree: Path) -> Iterator[None]:
    """Nobody's rights, where the tests have all: only those see what cannot be read or written."""
    if os.geteuid() != 0:
        yield
        return
    for folder in (tree, *tree.parents):
        if not os.stat(folder).st_mode & 0o001:
            pytest.skip(f"{folder} is closed to everybody but root, who may read all")
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def open_tree(tree: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A tree that everybody may enter, unlike those that pytest makes; everything has been imported once."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        (Path(name) / "main.py").write_text(BLOCKING)
        monkeypatch.chdir(name)
        report(".cache")
        yield Path(name)
        monkeypatch.chdir(tree)


@POSIX
def test_pipes_sockets_devices_and_loops_are_passed_over(tree: Path) -> None:
    os.mkfifo(tree / "pipe.py")
    (tree / "zero.py").symlink_to("/dev/zero")
    (tree / "loop").symlink_to(tree, target_is_directory=True)
    (tree / "itself.py").symlink_to(tree / "itself.py")
    (tree / "dangling.py").symlink_to(tree / "nothing.py")
    (tree / "folder.py").mkdir()
    (tree / "folder.py" / "inner.py").write_text(BLOCKING)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket.py")
        found = report()
    assert [finding.path for finding in found.findings] == ["folder.py/inner.py", "main.py"]
    assert set(errors(found)) == {"itself.py", "dangling.py"}
    assert all(message.startswith("cannot be read: ") for message in errors(found).values())


@POSIX
def test_what_may_not_be_read_is_told(open_tree: Path) -> None:
    (open_tree / "secret.py").write_text(BLOCKING)
    (open_tree / "secret.py").chmod(0)
    (open_tree / "closed").mkdir()
    (open_tree / "closed" / "a.py").write_text(BLOCKING)
    (open_tree / "closed").chmod(0)
    try:
        with unprivileged(open_tree):
            found = report()
    finally:
        (open_tree / "closed").chmod(0o700)
    assert [finding.path for finding in found.findings] == ["main.py"]
    assert errors(found) == dict.fromkeys(("./closed", "secret.py"), "cannot be read: Permission denied")


@POSIX
def test_a_tree_that_may_not_be_written(open_tree: Path) -> None:
    wanted = report()
    (open_tree / "main.py").chmod(0o444)
    open_tree.chmod(0o555)
    try:
        with unprivileged(open_tree):
            assert report(".new_cache") == report(".new_cache") == wanted
            assert not (open_tree / ".new_cache").exists()
    finally:
        open_tree.chmod(0o755)


def test_files_that_vanish_or_change_while_they_are_read(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tree / "gone.py").write_text(BLOCKING)
    read = sources._read

    def meddling(path: str) -> bytes:
        if path.endswith("gone.py"):
            os.unlink(path)
        content = read(path)
        (tree / "main.py").write_text("x = 1\n")
        return content

    with monkeypatch.context() as patched:
        patched.setattr(sources, "_read", meddling)
        found = report(".cache")
        assert errors(found) == {"gone.py": "cannot be read: No such file or directory"}
        assert len(found.findings) == 1
    assert report(".cache") == report()
    assert report().findings == ()


def test_a_folder_that_vanishes_while_it_is_walked(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tree / "package").mkdir()
    (tree / "package" / "a.py").write_text(BLOCKING)
    scandir: Callable[..., Any] = os.scandir

    def meddling(path: str) -> Any:
        if path.endswith("package"):
            (tree / "package" / "a.py").unlink(missing_ok=True)
            (tree / "package").rmdir()
        return scandir(path)

    monkeypatch.setattr(os, "scandir", meddling)
    found = report()
    assert errors(found) == {"./package": "cannot be read: No such file or directory"}
    assert len(found.findings) == 1


NAMES = [
    "new\nline.py",
    "a space.py",
    "\x1b[31mred.py",
    "::error file=x::y.py",
    " ##[error]y.py",
    "<b>&amp;.py",
    "-option.py",
    "ü\u202e.py",
]


@POSIX
def test_strange_names_are_analysed_reported_and_mended(tree: Path) -> None:
    (tree / "main.py").unlink()
    for name in NAMES:
        (tree / name).write_text(BLOCKING)
    (tree / os.fsdecode(b"latin\xe9.py")).write_text(BLOCKING)
    count = len(NAMES) + 1
    for format_ in ("concise", "github", "rich"):
        shown = antifreeze("check", ".", "--format", format_, "--no-cache", cwd=tree)
        assert shown.returncode == 1
        assert "\x1b" not in shown.stdout
        assert not any(line.lstrip().startswith(("::error file=x", "##[")) for line in shown.stdout.splitlines())
    for format_ in ("json", "sarif", "gitlab", "junit", "html"):
        assert antifreeze("check", ".", "--format", format_, "--no-cache", cwd=tree).returncode == 1
    listed = antifreeze("check", ".", "--format", "concise", cwd=tree).stdout.splitlines()
    assert sum("AF101" in line for line in listed) == count
    found = json.loads(antifreeze("check", ".", "--format", "json", cwd=tree).stdout)
    assert len(found["findings"]) == count
    assert antifreeze("check", ".", "--format", "json", cwd=tree).returncode == 1  # from the cache
    for command in (
        ["init", "-q"],
        ["add", "-A"],
        ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "all"],
    ):
        subprocess.run(["git", *command], cwd=tree, check=True)
    for path in tree.glob("*.py"):
        path.write_text(f"# changed\n{BLOCKING.replace('sleep(1)', 'sleep(2)')}")
    changed = antifreeze("check", ".", "--since", "HEAD", "--format", "concise", cwd=tree).stdout.splitlines()
    assert sum("AF101" in line for line in changed) == count
    assert antifreeze("fix", ".", cwd=tree).returncode == 0
    assert not any(b"time.sleep" in path.read_bytes() for path in tree.glob("*.py"))


def test_a_full_disk_costs_the_cache_only(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    wanted = report()
    with monkeypatch.context() as patched:
        patched.setattr(files.os, "fsync", full)
        assert report(".cache") == report(".cache") == wanted
    assert [path.name for path in (tree / ".cache").iterdir()] == [".gitignore"]
    assert report(".cache") == wanted


@POSIX
def test_a_limit_on_files_costs_the_cache_only(tree: Path) -> None:
    (tree / "large.py").write_text("".join(f"def f{number}(): return {number}\n" for number in range(5000)))
    command = "check . --cache-dir .cache --format concise"
    limited = shell(f"--version > /dev/null; ulimit -f 8; {_again(command)}", tree)
    assert (limited.returncode, limited.stderr) == (1, "")
    assert limited.stdout == antifreeze("check", ".", "--no-cache", "--format", "concise", cwd=tree).stdout
    assert not [
        path.name for path in (tree / ".cache").iterdir() if path.name.startswith(".") and path.suffix == ".bin"
    ]


def _again(line: str) -> str:
    return f'"{sys.executable}" -m antifreeze {line}'


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no full device to write to")
def test_a_report_that_does_not_fit_is_told(tree: Path) -> None:
    result = antifreeze("check", ".", "--output", "/dev/full", "--no-cache", cwd=tree)
    assert result.returncode == 2
    assert "No space left on device" in one_line(result)
