"""Named paths to sources: the files, their bytes and their module names."""

from __future__ import annotations

import os
from collections.abc import Sequence

import msgspec

from antifreeze.config.options import Config
from antifreeze.discover.modules import ModuleNames
from antifreeze.discover.walk import Walk
from antifreeze.errors import UsageError
from antifreeze.model.source import SourceError, SourceFile, printable


class Discovery(msgspec.Struct, frozen=True):
    """What was found: the sources, and what could not be read."""

    sources: tuple[SourceFile, ...]
    errors: tuple[SourceError, ...]
    watched: tuple[str, ...] = ()
    """Every file and folder, by its full path, whose change could change what is found."""
    places: dict[str, str] = {}
    """The full path of each source by the path that is shown: names that are no text are shown otherwise."""


def discover(paths: Sequence[str], config: Config, base: str, stdin: tuple[str, bytes] | None = None) -> Discovery:
    """Read every Python file at or below the paths; raises `UsageError` for a path that does not exist.

    `base` is the folder that patterns and shown paths are relative to; `stdin` is a file's name with
    the content to take in place of what the disk holds.
    """
    for path in paths:
        if not os.path.lexists(path):
            raise UsageError(f"no such file or folder: {path}", hint="name a Python file, or a folder that holds some")
    walk = Walk(config, base)
    names = ModuleNames(config.source_roots)
    found: dict[str, str] = {}
    for top in paths:
        for path in walk.files(top):
            found.setdefault(os.path.abspath(path), top)
    overlay = {os.path.abspath(stdin[0]): stdin[1]} if stdin is not None else {}
    for name in overlay:
        found.setdefault(name, os.path.dirname(name))
    sources: list[SourceFile] = []
    places: dict[str, str] = {}
    errors = list(walk.errors)
    for full in sorted(found):
        if full.endswith(".pyi") and full[:-1] in found:
            continue
        shown = printable(os.path.relpath(full, base).replace(os.sep, "/"))
        try:
            content = overlay[full] if full in overlay else _read(full)
        except OSError as error:
            errors.append(SourceError(shown, 0, f"cannot be read: {error.strerror}"))
            continue
        places[shown] = full
        module, is_package = names.name(full, found[full])
        sources.append(SourceFile(shown, printable(module), content, is_package, full.endswith(".pyi")))
    watched = [*found, *(os.path.join(base, path) for path in walk.watched)]
    return Discovery(tuple(sources), tuple(errors), tuple(watched), places)


def _read(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()
