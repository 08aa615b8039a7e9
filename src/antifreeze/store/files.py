"""Writing results: whole, or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from antifreeze.errors import UsageError


def write_atomically(path: Path, text: str) -> None:
    """Write a file beside its place and rename it there; raises `UsageError` where that fails."""
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
            os.replace(name, path)
        except BaseException:
            os.unlink(name)
            raise
    except OSError as error:
        raise UsageError(
            f"cannot write {path}: {error.strerror}", hint="name a file in a folder you may write to"
        ) from error
