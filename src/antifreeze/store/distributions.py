"""Installed distributions: which one a package belongs to, what it needs, and what tells its states apart."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable

import msgspec


class Distribution(msgspec.Struct, frozen=True):
    """One installed distribution; `digest` is that of its record of files."""

    name: str
    version: str
    folder: str
    digest: str
    tops: tuple[str, ...]
    """The root packages that it installs."""
    needs: tuple[str, ...]
    """The names of the distributions that it requires, normalised; with those that it only can make use of."""

    @property
    def shown(self) -> str:
        """Its name and version, as reports name it."""
        return f"{self.name} {self.version}"

    def modules(self) -> list[str]:
        """The modules that its record of files names, in their order."""
        found: dict[str, None] = {}
        for path in _recorded(_read(os.path.join(self.folder, "RECORD"))):
            parts = path.removesuffix(".py").split("/")
            if path.endswith(".py") and all(part.isidentifier() for part in parts):
                found[".".join(parts[:-1] if len(parts) > 1 and parts[-1] == "__init__" else parts)] = None
        return list(found)


class Distributions:
    """All that are installed in some folders, read where they are asked for."""

    def __init__(self, sites: Iterable[str]) -> None:
        self._folders: dict[str, str] = {}
        self._read: dict[str, Distribution] = {}
        self._tops: dict[str, str] | None = None
        for site in sites:
            try:
                names = sorted(os.listdir(site))
            except OSError:
                continue
            for name in names:
                if name.endswith(".dist-info"):
                    self._folders.setdefault(normal(name.partition("-")[0]), os.path.join(site, name))

    def of_root(self, root: str) -> Distribution | None:
        """The distribution that installs a root package."""
        guess = self.named(root)
        if guess is not None and root in guess.tops:
            return guess
        if self._tops is None:
            self._tops = {}
            for name in self._folders:
                found = self.named(name)
                for top in found.tops if found is not None else ():
                    self._tops.setdefault(top, name)
        return self.named(self._tops[root]) if root in self._tops else None

    def named(self, name: str) -> Distribution | None:
        """The distribution of that name."""
        name = normal(name)
        if name not in self._folders:
            return None
        if name not in self._read:
            self._read[name] = _distribution(self._folders[name])
        return self._read[name]

    def needed(self, roots: Iterable[str]) -> set[str]:
        """The root packages, with those of everything that their distributions require."""
        found: set[str] = set(roots)
        pending = [known for root in sorted(found) if (known := self.of_root(root)) is not None]
        seen: set[str] = set()
        while pending:
            distribution = pending.pop()
            if distribution.name in seen:
                continue
            seen.add(distribution.name)
            found.update((*distribution.tops, *(name.replace("-", "_") for name in distribution.needs)))
            pending.extend(known for name in distribution.needs if (known := self.named(name)) is not None)
        return found


def normal(name: str) -> str:
    """A distribution's name as the index compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _distribution(folder: str) -> Distribution:
    metadata = _read(os.path.join(folder, "METADATA")).decode("utf-8", "replace").partition("\n\n")[0]
    record = _read(os.path.join(folder, "RECORD"))
    paths = _recorded(record)
    tops: dict[str, None] = dict.fromkeys(
        _read(os.path.join(folder, "top_level.txt")).decode("utf-8", "replace").split()
    )
    for path in paths:
        top, slash, _ = path.partition("/")
        if slash and path.endswith((".py", ".pyi")) and top.isidentifier():
            tops[top] = None
        elif not slash and top.endswith(".py"):
            tops[top.removesuffix(".py")] = None
    name, version = _field(metadata, "Name"), _field(metadata, "Version")
    needs = re.findall(r"(?m)^Requires-Dist:\s*([\w.-]+)", metadata)
    digest = hashlib.blake2b(record, digest_size=8).hexdigest()
    return Distribution(name, version, folder, digest, tuple(tops), tuple(dict.fromkeys(map(normal, needs))))


def _recorded(record: bytes) -> list[str]:
    """The paths of a record of files."""
    return [line.partition(",")[0].strip('"') for line in record.decode("utf-8", "replace").splitlines()]


def _field(metadata: str, name: str) -> str:
    found = re.search(rf"(?m)^{name}:\s*(.+)$", metadata)
    return found.group(1).strip() if found else "?"


def _read(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError:
        return b""
