"""Writing results: whole, or not at all."""

from __future__ import annotations

import os
import secrets
import stat
from pathlib import Path

from antifreeze.errors import UsageError


def write_atomically(path: Path, text: str) -> None:
    """Write a file beside its place and rename it there; raises `UsageError` where that fails.

    A link is followed, and what is no regular file (a device, a pipe) is written to, never replaced.
    """
    content = text.encode("utf-8", "backslashreplace")
    try:
        target = Path(os.path.realpath(path))
        if target.exists() and not target.is_file():
            with target.open("wb") as file:
                file.write(content)
        else:
            replace_file(target, content)
    except OSError as error:
        raise _refused(path, error) from error


def check_writable(path: Path) -> None:
    """Raise `UsageError` where a file has no folder to stand in, or is one."""
    try:
        if path.is_dir():
            raise IsADirectoryError(None, "it is a folder")
        os.stat(path.parent)
    except OSError as error:
        raise _refused(path, error) from error


def replace_file(target: Path, content: bytes) -> None:
    """Write a new file under a passing name, with the old one's permissions, then rename it; raises `OSError`."""
    mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else None
    passing = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
    handle = os.open(passing, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            passing.chmod(mode)
        passing.replace(target)
    except BaseException:
        passing.unlink()
        raise


def _refused(path: Path, error: OSError) -> UsageError:
    return UsageError(f"cannot write {path}: {error.strerror}", hint="name a file in a folder you may write to")
