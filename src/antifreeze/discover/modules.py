"""Module names: the dotted name under which the program imports a file."""

from __future__ import annotations

import os

_MARKERS = ("pyproject.toml", "setup.py", "setup.cfg", ".git")


class ModuleNames:
    """Works out source roots folder by folder, and gives each file a name of its own."""

    def __init__(self, source_roots: tuple[str, ...]) -> None:
        self._given = sorted((os.path.abspath(root) for root in source_roots), key=len, reverse=True)
        self._roots: dict[str, str] = {}
        self._taken: set[str] = set()

    def name(self, path: str, top: str) -> tuple[str, bool]:
        """The module's name and whether it is a package; `top` is the named path that the file was found below."""
        full = os.path.abspath(path)
        folder, file = os.path.split(full)
        stem = os.path.splitext(file)[0].replace(".", "_")
        root = self._root(folder, os.path.abspath(top))
        relative = os.path.relpath(folder, root)
        parts = [] if relative == "." else relative.split(os.sep)
        is_package = stem == "__init__"
        if not is_package:
            parts.append(stem)
        name = ".".join(part.replace(".", "_") for part in parts) or os.path.basename(folder)
        return self._unique(name, full), is_package

    def _unique(self, name: str, full: str) -> str:
        """Two files of one name (scripts in different folders) are told apart by their folders."""
        if name in self._taken:
            parts = [part.replace(".", "_") for part in os.path.dirname(full).split(os.sep) if part]
            for size in range(1, len(parts) + 1):
                longer = ".".join([*parts[-size:], name])
                if longer not in self._taken:
                    name = longer
                    break
        self._taken.add(name)
        return name

    def _root(self, folder: str, top: str) -> str:
        for given in self._given:
            if folder == given or folder.startswith(given + os.sep):
                return given
        known = self._roots.get(folder)
        if known is None:
            known = self._roots[folder] = self._find(folder, top)
        return known

    def _find(self, folder: str, top: str) -> str:
        """Above the outermost package that the folder lies in; for plain folders, the project's source root."""
        outermost = None
        current = folder
        while True:
            if os.path.exists(os.path.join(current, "__init__.py")) or os.path.exists(
                os.path.join(current, "__init__.pyi")
            ):
                outermost = current
            elif (
                self._is_root(current)
                or current == os.path.dirname(current)
                or (outermost is not None and not self._below(current, top))
            ):
                break
            current = os.path.dirname(current)
            if outermost is None and not self._below(current, top):
                break
        if outermost is None:
            return self._plain_root(folder, top)
        above = os.path.dirname(outermost)
        return above if not self._below(above, top) or above == top else self._namespace_root(above, top)

    def _namespace_root(self, folder: str, top: str) -> str:
        """A package within plain folders: they are namespace packages up to the source root."""
        return self._plain_root(folder, top)

    def _plain_root(self, folder: str, top: str) -> str:
        if os.path.isfile(top):
            return os.path.dirname(top)
        current = folder
        while self._below(current, top) and current != top:
            if self._is_root(current):
                return current
            current = os.path.dirname(current)
        return os.path.join(top, "src") if folder.startswith(os.path.join(top, "src") + os.sep) else self._top_root(top)

    @staticmethod
    def _top_root(top: str) -> str:
        """The root for a named folder: above it where it is a package itself, else the folder."""
        root = top
        while os.path.exists(os.path.join(root, "__init__.py")):
            root = os.path.dirname(root)
        return root

    @staticmethod
    def _is_root(folder: str) -> bool:
        return os.path.basename(folder) == "src" or any(os.path.exists(os.path.join(folder, name)) for name in _MARKERS)

    @staticmethod
    def _below(folder: str, top: str) -> bool:
        return folder == top or folder.startswith(top + os.sep)
