"""The walk over named paths: which Python files there are, each once, in a fixed order."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from typing import Any

import pathspec

from antifreeze.config.options import Config
from antifreeze.config.selection import path_in_config
from antifreeze.discover.ignores import (
    above,
    enclosing,
    ignored,
    named_within_ignored,
    read_ignore_file,
    skipped_by_nature,
    spec_of,
)
from antifreeze.model.source import SourceError

_SUFFIXES = (".py", ".pyi")


class Walk:
    """Collects files below the named paths; what cannot be read is kept as an error."""

    def __init__(self, config: Config, base: str) -> None:
        self._base = base
        self._config = config
        self._include = spec_of(config.include)
        self._exclude = spec_of(config.exclude)
        self._seen: set[tuple[int, int]] = set()
        self.errors: list[SourceError] = []
        self.watched: list[str] = []
        """The folders that were listed and the ignore files that were looked for."""

    def files(self, path: str) -> Iterator[str]:
        """The Python files at or below a path; a file that is named itself is always taken."""
        self.watched.extend(above(path))
        if not os.path.isdir(path):
            yield path
            return
        specs = enclosing(path)
        yield from self._folder(path, [] if named_within_ignored(path, specs) else specs)

    def _folder(self, top: str, inherited: list[tuple[str, pathspec.PathSpec[Any]]]) -> Iterator[str]:
        pending = [(top, os.path.realpath(top), inherited)]
        while pending:
            folder, real, specs = pending.pop()
            try:
                where = os.stat(folder)
                entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
            except OSError as error:
                self.errors.append(SourceError(folder.replace(os.sep, "/"), 0, f"cannot be read: {error.strerror}"))
                continue
            identity = (where.st_dev, where.st_ino)
            if identity in self._seen:
                continue
            self._seen.add(identity)
            self.watched.append(folder)
            own = read_ignore_file(folder)
            if own is not None:
                self.watched.append(os.path.join(folder, ".gitignore"))
                specs = [*specs, (real, own)]
            below = []
            for entry in entries:
                place = os.path.join(real, entry.name)
                if self._is_folder(entry):
                    if not skipped_by_nature(entry) and not self._left_out(entry.path, True, place, specs):
                        below.append((entry.path, place, specs))
                elif entry.name.endswith(_SUFFIXES) and self._is_file(entry) and self._wanted(entry.path, place, specs):
                    yield entry.path
            pending.extend(reversed(below))

    @staticmethod
    def _is_folder(entry: os.DirEntry[str]) -> bool:
        try:
            return entry.is_dir()
        except OSError:
            return False

    @staticmethod
    def _is_file(entry: os.DirEntry[str]) -> bool:
        """Regular files only: reading a pipe or a device would wait."""
        try:
            return stat.S_ISREG(entry.stat().st_mode)
        except OSError:
            return entry.is_symlink()

    def _wanted(self, path: str, place: str, specs: list[tuple[str, pathspec.PathSpec[Any]]]) -> bool:
        if self._include is not None and not self._include.match_file(self._relative(path)):
            return False
        return not self._left_out(path, False, place, specs)

    def _left_out(self, path: str, is_dir: bool, place: str, specs: list[tuple[str, pathspec.PathSpec[Any]]]) -> bool:
        """Whether patterns exclude the path; `place` is where it really is, which ignore files speak of."""
        if self._exclude is not None:
            relative = self._relative(path)
            if self._exclude.match_file(f"{relative}/" if is_dir else relative):
                return True
        return bool(specs) and ignored(place, is_dir, specs)

    def _relative(self, path: str) -> str:
        return path_in_config(os.path.relpath(path, self._base).replace(os.sep, "/"), self._config)
