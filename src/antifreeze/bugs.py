"""What to make of an error that should not be possible: where it arose, and over which module of the program."""

from __future__ import annotations

import os
import traceback
from collections.abc import Collection

from antifreeze import __version__
from antifreeze.model.source import SourceError
from antifreeze.model.value import ScopeRef

_SEE = "set ANTIFREEZE_TRACEBACK=1 to see where, and report it"


def told(error: Exception) -> str:
    """One line about it."""
    frames = traceback.extract_tb(error.__traceback__)
    where = f" at {os.path.basename(frames[-1].filename)}:{frames[-1].lineno}" if frames else ""
    what = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return f"a bug in antifreeze {__version__}{where}: {what}; {_SEE}"


def left_out(path: str, error: Exception) -> SourceError:
    """Says that a file is not analysed because of it."""
    return SourceError(path, 0, f"left out because of {told(error)}")


def blamed(error: Exception, paths: Collection[str]) -> str | None:
    """The file, out of these, whose code was looked at last when it arose; None where none was.

    The stages after reading call what they look at `ref`.
    """
    for frame, _ in reversed(list(traceback.walk_tb(error.__traceback__))):
        ref = frame.f_locals.get("ref")
        if isinstance(ref, ScopeRef) and ref.module.path in paths:
            return ref.module.path
    return None
