"""Files that are written: whole, in place, with the permissions that anybody would expect."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from antifreeze.errors import UsageError
from antifreeze.store.files import check_writable, write_atomically
from antifreeze.store.stubs import read_stub


def test_a_new_file_has_the_usual_permissions(tmp_path: Path) -> None:
    (tmp_path / "plain").write_text("")
    write_atomically(tmp_path / "report.json", "text\n")
    assert (tmp_path / "report.json").read_bytes() == b"text\n"
    assert (tmp_path / "report.json").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_an_old_file_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    path.write_text("old")
    path.chmod(0o640)
    write_atomically(path, "new")
    assert (path.read_text(), stat.S_IMODE(path.stat().st_mode)) == ("new", 0o640)
    assert os.listdir(tmp_path) == ["report.json"]


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "real")
    write_atomically(tmp_path / "link", "text")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text() == "text"


def test_a_device_is_written_to_and_never_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    reader = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    write_atomically(tmp_path / "pipe", "text")
    assert os.read(reader, 100) == b"text"
    os.close(reader)
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)


def test_what_fails_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "report.json"
    path.write_text("old")

    def refuse(_self: Path, _target: Path) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(UsageError, match=r"cannot write .*report\.json: Operation not permitted"):
        write_atomically(path, "new")
    assert path.read_text() == "old"
    assert os.listdir(tmp_path) == ["report.json"]


def test_a_place_that_cannot_be_written_is_told_before_the_run(tmp_path: Path) -> None:
    check_writable(tmp_path / "new")
    with pytest.raises(UsageError, match="it is a folder"):
        check_writable(tmp_path)
    with pytest.raises(UsageError, match="No such file or directory"):
        check_writable(tmp_path / "no" / "where")


def test_stubs_of_the_standard_library() -> None:
    package, module = read_stub("asyncio"), read_stub("asyncio.events")
    assert package is not None
    assert (package.is_package, package.is_stub, package.module) == (True, True, "asyncio")
    assert module is not None
    assert (module.is_package, module.path) == (False, "typeshed/asyncio/events.pyi")
    assert read_stub("requests") is None
    assert read_stub("..secrets") is None
