"""Which files and folders a walk passes over: ignore files, and what is never a project's own source."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pathspec

_NEVER = {"__pycache__", "node_modules", "__pypackages__", "site-packages", "dist-packages", "buck-out"}
_OUTPUT = {"build", "dist"}
"""What build tools write to; but a package may be called so too."""


_DECISIVE = (".gitignore", "__init__.py", "__init__.pyi", "pyproject.toml", "setup.py", "setup.cfg")
"""Files whose being there decides what is taken of a folder, or where its modules' names start."""


def spec_of(lines: Iterable[str]) -> pathspec.PathSpec[Any] | None:
    """The patterns as git reads them; None where there are none."""
    kept = [line for line in lines if line.strip() and not line.startswith("#")]
    return pathspec.PathSpec.from_lines("gitignore", kept) if kept else None


def read_ignore_file(folder: str) -> pathspec.PathSpec[Any] | None:
    """The patterns of the folder's own .gitignore."""
    try:
        text = Path(folder, ".gitignore").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None
    return spec_of(text.splitlines())


def enclosing(folder: str) -> list[tuple[str, pathspec.PathSpec[Any]]]:
    """The ignore files that hold for a folder, from the repository's top down to the folder's parent."""
    found: list[tuple[str, pathspec.PathSpec[Any]]] = []
    current = os.path.realpath(folder)
    if os.path.exists(os.path.join(current, ".git")):
        return []
    while True:
        parent = os.path.dirname(current)
        if parent == current:
            return []
        spec = read_ignore_file(parent)
        if spec is not None:
            found.append((parent, spec))
        if os.path.exists(os.path.join(parent, ".git")):
            return list(reversed(found))
        current = parent


def named_within_ignored(folder: str, specs: list[tuple[str, pathspec.PathSpec[Any]]]) -> bool:
    """Whether a folder that is named itself lies in what the ignore files above it exclude."""
    current = os.path.realpath(folder)
    while any(current != base and current.startswith(base + os.sep) for base, _ in specs):
        if ignored(current, True, [(base, spec) for base, spec in specs if current.startswith(base + os.sep)]):
            return True
        current = os.path.dirname(current)
    return False


def skipped_by_nature(entry: os.DirEntry[str]) -> bool:
    """Hidden folders, caches, installed packages and virtual environments."""
    name = entry.name
    if name.startswith(".") or name in _NEVER or name.endswith(".egg-info"):
        return True
    if name in _OUTPUT and not os.path.exists(os.path.join(entry.path, "__init__.py")):
        return True
    return os.path.exists(os.path.join(entry.path, "pyvenv.cfg"))


def ignored(path: str, is_dir: bool, specs: list[tuple[str, pathspec.PathSpec[Any]]]) -> bool:
    """Whether the last ignore file that speaks of the path excludes it; every base stands above the path."""
    verdict = False
    for base, spec in specs:
        relative = path[len(base) :].lstrip(os.sep).replace(os.sep, "/")
        result = spec.check_file(f"{relative}/" if is_dir else relative)
        if result.include is not None:
            verdict = result.include
    return verdict


def above(path: str) -> list[str]:
    """The files above a file or folder, there or not, that decide what is taken below it and how it is called."""
    found: list[str] = []
    current = os.path.realpath(path)
    while os.path.dirname(current) != current:
        current = os.path.dirname(current)
        found += [os.path.join(current, name) for name in _DECISIVE]
    return found
