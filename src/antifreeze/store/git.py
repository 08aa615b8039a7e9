"""What git knows: which lines of Python files changed since a revision, uncommitted and untracked ones included."""

from __future__ import annotations

import os
import re
import subprocess

from antifreeze.errors import UsageError
from antifreeze.model.source import printable

Lines = tuple[tuple[int, int], ...]
"""Ranges of lines, both ends included."""

WHOLE: Lines = ((0, 1 << 62),)
"""All of a file."""
_HUNK = re.compile(rb"@@ -\S+ \+(\d+)(?:,(\d+))? @@")
_PYTHON = (":(top,glob)**/*.py", ":(top,glob)**/*.pyi")
_PLAIN = ("--no-color", "--no-ext-diff", "--no-textconv", "--no-renames", "--no-relative", "--ignore-submodules", "-a")


def changed_since(revision: str, base: str) -> dict[str, Lines]:
    """The changed lines by path, as the folder `base` sees it; raises `UsageError` without git or the revision.

    On a branch, what counts is where it left the revision's history: what others changed there since is not ours.
    Where lines were only removed, their neighbours count.
    """
    top = os.fsdecode(_git(base, "rev-parse", "--show-toplevel").rstrip(b"\n"))
    start = _start(revision, base)
    names = _names(_git(top, "diff", *_PLAIN, "--name-only", "-z", start, "--", *_PYTHON))
    diff = _git(top, "diff", *_PLAIN, "-U0", start, "--", *_PYTHON)
    # Each file's part begins with a line that no content can look like: contents are led by +, - or a backslash.
    parts = re.split(rb"^diff --git .*\n", diff, flags=re.MULTILINE)[1:]
    found = dict(zip(names, map(_added, parts), strict=True))
    untracked = _names(_git(top, "ls-files", "--others", "--exclude-standard", "-z", "--", *_PYTHON))
    found.update((name, WHOLE) for name in untracked)
    shown = {name: os.path.relpath(os.path.join(top, name), base).replace(os.sep, "/") for name in found}
    return {printable(shown[name]): lines for name, lines in found.items()}


def _start(revision: str, base: str) -> str:
    """The commit to compare with: where HEAD left the revision's history, else the revision itself."""
    query = ("rev-parse", "--verify", "--quiet", "--end-of-options")
    try:
        commit = _git(base, *query, f"{revision}^{{commit}}").decode().strip()
    except UsageError:
        raise UsageError(f"git knows no revision {revision}", hint="fetch it, or name another for --since") from None
    try:
        return _git(base, "merge-base", commit, "HEAD").decode().strip()
    except UsageError:  # no common history, or none that was fetched
        return commit


def _names(output: bytes) -> list[str]:
    return [os.fsdecode(name) for name in output.split(b"\0") if name]


def _added(part: bytes) -> Lines:
    """The ranges of lines that a file's part of the diff adds or changes."""
    found = []
    for match in re.finditer(rb"^" + _HUNK.pattern, part, re.MULTILINE):
        first, count = int(match[1]), int(match[2] or b"1")
        found.append((first, first + count - 1) if count else (first, first + 1))
    return tuple(found)


def _git(folder: str, *arguments: str) -> bytes:
    """What git prints; raises `UsageError` where it is missing or fails."""
    command = ["git", "-c", "core.fsmonitor=false", "-c", "core.quotepath=off", *arguments]
    try:
        result = subprocess.run(command, cwd=folder, capture_output=True, check=False)  # noqa: S603 (fixed program)
    except FileNotFoundError:
        raise UsageError("git is not installed", hint="--since asks it what changed") from None
    if result.returncode:
        told = result.stderr.decode("utf-8", "replace").strip().splitlines()
        what = told[0].removeprefix("fatal: ") if told else f"git {arguments[0]} failed"
        raise UsageError(f"git: {what}", hint="--since needs a git repository")
    return result.stdout
