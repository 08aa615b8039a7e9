"""The installed libraries as the linker asks for them: a module's source by its name, and its summary once it is known.

Summaries lie in the user's cache folder, one place for each state of an installed distribution (name, version and
the digest of its record), so that every project that uses it shares them.
"""

from __future__ import annotations

import contextlib
import os
import re
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from antifreeze.model.source import SourceFile
from antifreeze.store.cache import Cache
from antifreeze.store.distributions import Distribution, Distributions
from antifreeze.store.environment import Paths

if TYPE_CHECKING:
    from antifreeze.model.summary import ModuleSummary


_CLASS = re.compile(rb"^class +(\w+) *\(([^)]*)\)", re.MULTILINE)
_BASE = re.compile(rb"(\w+)\s*(?=,|$)")


def user_cache(variables: Mapping[str, str]) -> Path:
    """The user's own folder for what every project can reuse."""
    if variables.get("ANTIFREEZE_CACHE"):
        return Path(variables["ANTIFREEZE_CACHE"])
    if variables.get("XDG_CACHE_HOME"):
        return Path(variables["XDG_CACHE_HOME"], "antifreeze")
    if sys.platform == "win32" and variables.get("LOCALAPPDATA"):
        return Path(variables["LOCALAPPDATA"], "antifreeze", "cache")
    below = ("Library", "Caches") if sys.platform == "darwin" else (".cache",)
    return Path(os.path.expanduser("~"), *below, "antifreeze")


class InstalledLibraries:
    """Modules of an environment; `folder` is where their summaries are kept, None for nowhere."""

    def __init__(self, prefix: Path, folder: Path | None = None) -> None:
        self.prefix = prefix
        self._paths = Paths(prefix)
        self.distributions = Distributions(self._paths.sites)
        self._folder = folder
        self._files: list[str] = []
        self._read: dict[str, None] = {}
        self._caches: dict[str, Cache] = {}
        self._owners: dict[str, Distribution | None] = {}

    def source(self, module: str, body: bool = False) -> SourceFile | None:
        """The source of an installed module: its stub, unless its `body` is asked for or there is none."""
        found = self._paths.locate(module, body)
        if found is None:
            return None
        path, is_package = found
        try:
            with open(path, "rb") as file:
                content = file.read()
        except OSError:
            return None
        self._files.append(path)
        self._read.setdefault(module.partition(".")[0])
        return SourceFile(self._shown(path), module, content, is_package, path.endswith(".pyi"))

    def locate(self, module: str) -> tuple[str, bool] | None:
        """The file of an installed module, and whether it is a package's `__init__`."""
        return self._paths.locate(module, body=True)

    def heirs(self, root: str) -> dict[str, list[tuple[str, str]]]:
        """The classes of a root package, as module and name, by the last name of each of their bases."""
        found: dict[str, list[tuple[str, str]]] = {}
        for module, path in self._paths.modules(root):
            with contextlib.suppress(OSError), open(path, "rb") as file:
                for name, bases in _CLASS.findall(file.read()):
                    for base in _BASE.findall(re.sub(rb"\[[^]]*\]", b"", bases)):
                        found.setdefault(base.decode(), []).append((module, name.decode()))
        return found

    def _shown(self, path: str) -> str:
        for site in self._paths.sites:
            if path.startswith(site + os.sep):
                return f"site-packages/{path[len(site) + 1 :]}".replace(os.sep, "/")
        return path.replace(os.sep, "/")

    def summary(self, source: SourceFile) -> ModuleSummary | None:
        """The summary of an installed module, if some run of any project has made it."""
        cache = self._cache(source.module)
        return cache.summary(source) if cache is not None else None

    def keep_summary(self, source: SourceFile, data: bytes) -> None:
        """Remember an encoded summary, to be written by `close`."""
        cache = self._cache(source.module)
        if cache is not None:
            cache.keep_summary(source, data)

    def close(self) -> None:
        """Write what is new."""
        for cache in self._caches.values():
            with contextlib.suppress(OSError):
                cache.close()

    def _cache(self, module: str) -> Cache | None:
        owner = self.owner(module)
        if self._folder is None or owner is None:
            return None
        key = f"{owner.name}-{owner.version}-{owner.digest}"
        if key not in self._caches:
            self._caches[key] = cache = Cache(self._folder / key)
            with contextlib.suppress(OSError):
                (self._folder / key).mkdir(parents=True, exist_ok=True)
            cache.keeps = True
        return self._caches[key]

    def modules_of(self, distribution: Distribution) -> dict[str, list[str]]:
        """The modules that a distribution installs, by root package; those of an editable one by its folders."""
        found: dict[str, list[str]] = {}
        for module in distribution.modules():
            found.setdefault(module.partition(".")[0], []).append(module)
        if not found:
            found = {top: [name for name, _ in self._paths.modules(top)] for top in distribution.tops}
        return {root: modules for root, modules in found.items() if modules}

    def owner(self, module: str) -> Distribution | None:
        """The distribution that a module belongs to."""
        root = module.partition(".")[0]
        if root not in self._owners:
            self._owners[root] = self.distributions.of_root(root)
        return self._owners[root]

    def roots(self, roots: Iterable[str]) -> set[str] | None:
        """The root packages, with those that their distributions need; None for any, where one belongs to none."""
        known = set(roots)
        if any(self.owner(root) is None and self._paths.locate(root) is not None for root in known):
            return None
        return self.distributions.needed(known)

    def read(self) -> tuple[str, ...]:
        """The distributions that were read for the run, by name and version."""
        owners = [self.owner(module) for module in self._read]
        found = {owner.shown for owner in owners if owner is not None}
        return tuple(sorted(found, key=str.lower))

    def watched(self) -> list[str]:
        """Every file and folder whose change could change what was read."""
        infos = [owner.folder for owner in self._owners.values() if owner is not None]
        return [*dict.fromkeys([*self._paths.watched, *infos, *self._files])]
