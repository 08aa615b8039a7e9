"""The environment that a program runs in: which one it is, and the modules that its site-packages hold.

Everything is read as files. Nothing of it is executed or imported: of `.pth` files only the lines that name a
folder count, and of the finders that editable installs leave behind only the table that they are written with.
"""

from __future__ import annotations

import ast
import base64
import contextlib
import hashlib
import os
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from antifreeze.errors import UsageError

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

_POETRY_NAME = 42
"""How many characters of a project's name poetry puts into that of its environment."""


def find_environment(python: str, start: str, variables: Mapping[str, str]) -> Path | None:
    """The folder of the environment to read: the named one, the active one, or the project's own.

    `python` is an interpreter or an environment's folder, and must exist where it is given; `start` is the first
    path that is analysed.
    """
    if python:
        found = prefix_of(Path(python))
        if found is None or not site_folders(found):
            raise UsageError(f"no Python environment: {python}", hint="name its interpreter, or its folder")
        return found
    return next((prefix for prefix in _candidates(start, variables) if site_folders(prefix)), None)


def prefix_of(python: Path) -> Path | None:
    """The environment that an interpreter (not followed through links) or a folder stands for."""
    if python.is_dir():
        return python.parent if python.name in ("bin", "Scripts") else python
    return Path(os.path.abspath(python)).parent.parent if python.is_file() else None


def _candidates(start: str, variables: Mapping[str, str]) -> Iterator[Path]:
    if variables.get("VIRTUAL_ENV"):
        yield Path(variables["VIRTUAL_ENV"])
    first = Path(os.path.abspath(start))
    folders = [first, *first.parents] if first.is_dir() else list(first.parents)
    uv = variables.get("UV_PROJECT_ENVIRONMENT", "")
    for folder in folders:
        yield from (folder / name for name in (uv, ".venv", "venv") if name)
    if variables.get("CONDA_PREFIX"):
        yield Path(variables["CONDA_PREFIX"])
    project = next((folder for folder in folders if (folder / "pyproject.toml").is_file()), None)
    if project is not None:
        yield from _of_poetry(project, variables)


def _of_poetry(project: Path, variables: Mapping[str, str]) -> Iterator[Path]:
    """Where poetry keeps a project's environments: in its cache, under the project's name and a digest of its path."""
    try:
        data = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return
    name = data.get("tool", {}).get("poetry", {}).get("name") or data.get("project", {}).get("name")
    if not isinstance(name, str) or "poetry" not in data.get("tool", {}):
        return
    place = os.path.normcase(os.path.realpath(project))
    digest = base64.urlsafe_b64encode(hashlib.sha256(os.fsencode(place)).digest()).decode()[:8]
    plain = re.sub(r'[ $`!*@"\\\r\n\t]', "_", name.lower())[:_POETRY_NAME]
    home = variables.get("HOME", "")
    caches = [
        variables.get("POETRY_CACHE_DIR", ""),
        os.path.join(variables.get("XDG_CACHE_HOME", "") or os.path.join(home, ".cache"), "pypoetry"),
        os.path.join(home, "Library", "Caches", "pypoetry"),
    ]
    for cache in filter(None, caches):
        yield from sorted(Path(cache, "virtualenvs").glob(f"{plain}-{digest}-py*"), reverse=True)


def site_folders(prefix: Path) -> list[Path]:
    """The folders of an environment that hold installed packages; those of the system's Python where it shares them."""
    found = [folder for folder in _sites(prefix) if folder.is_dir()]
    try:
        settings = (prefix / "pyvenv.cfg").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return found
    if re.search(r"(?im)^include-system-site-packages\s*=\s*true", settings):
        home = re.search(r"(?m)^home\s*=\s*(.+)$", settings)
        if home:
            found += [folder for folder in _sites(Path(home.group(1).strip()).parent) if folder.is_dir()]
    return found


def _sites(prefix: Path) -> list[Path]:
    versions = sorted(
        prefix.glob("lib/python3*"), key=lambda path: [int(part) for part in re.findall(r"\d+", path.name)]
    )
    newest = versions[-1:]
    return [
        *(folder / name for folder in newest for name in ("site-packages", "dist-packages")),
        prefix / "lib" / "python3" / "dist-packages",
        prefix / "Lib" / "site-packages",
    ]


class Paths:
    """Where an environment's modules lie: its site-packages, what `.pth` files add, and editable installs."""

    def __init__(self, prefix: Path) -> None:
        self.sites = [str(folder) for folder in dict.fromkeys(site_folders(prefix))]
        self.watched: list[str] = [*self.sites, str(prefix / "pyvenv.cfg")]
        """Files and folders whose change may change which modules there are."""
        self.added: list[str] = []
        self._mapped: dict[str, str] = {}
        self._listed: dict[str, frozenset[str]] = {}
        for site in self.sites:
            for name in sorted(self._names(site)):
                if name.endswith(".pth"):
                    self._add_lines(site, os.path.join(site, name))
                elif name.startswith("__editable__") and name.endswith("_finder.py"):
                    self._add_table(os.path.join(site, name))

    def _add_lines(self, site: str, path: str) -> None:
        self.watched.append(path)
        for line in _read_text(path).splitlines():
            if not line.strip() or line.startswith(("#", "import ", "import\t")):
                continue
            folder = os.path.normpath(os.path.join(site, line.strip()))
            if os.path.isdir(folder) and folder not in self.sites and folder not in self.added:
                self.added.append(folder)

    def _add_table(self, path: str) -> None:
        """The names and places that an editable install's finder is written with."""
        self.watched.append(path)
        try:
            tree = ast.parse(_read_text(path))
        except (SyntaxError, ValueError):
            return
        for node in tree.body:
            if not isinstance(node, (ast.Assign, ast.AnnAssign)) or node.value is None:
                continue
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            if any(isinstance(target, ast.Name) and target.id == "MAPPING" for target in targets):
                with contextlib.suppress(ValueError, TypeError):
                    self._mapped.update({str(name): str(place) for name, place in ast.literal_eval(node.value).items()})

    def locate(self, module: str, body: bool = False) -> tuple[str, bool] | None:
        """The file of a module, and whether it is a package's `__init__`: its stub, unless its `body` is asked for."""
        parts = module.split(".")
        if not all(part.isidentifier() for part in parts):
            return None
        bases = [*self.sites, *self.added]
        if not body:
            for base in bases:
                if f"{parts[0]}-stubs" in self._names(base):
                    found = self._in(os.path.join(base, f"{parts[0]}-stubs"), parts[1:], (".pyi",))
                    if found is not None:
                        return found
        suffixes = (".py",) if body else (".pyi", ".py")
        for base in bases:
            names = self._names(base)
            if parts[0] in names or any(f"{parts[0]}{suffix}" in names for suffix in suffixes):
                found = self._in(base, parts, suffixes)
                if found is not None:
                    return found
        for size in range(len(parts), 0, -1):
            place = self._mapped.get(".".join(parts[:size]))
            if place is not None:
                if place.endswith(".py"):
                    return (place, False) if size == len(parts) else None
                return self._in(place, parts[size:], suffixes)
        return None

    def modules(self, root: str) -> Iterator[tuple[str, str]]:
        """The modules of a root package that have a source, by name, with their files."""
        found = self.locate(root, body=True)
        if found is None or not found[1]:
            yield from () if found is None else ((root, found[0]),)
            return
        top = os.path.dirname(found[0])
        for folder, names, files in os.walk(top):
            names[:] = sorted(name for name in names if name.isidentifier())
            package = ".".join((root, *os.path.relpath(folder, top).split(os.sep))) if folder != top else root
            for file in sorted(files):
                if file.endswith(".py"):
                    yield package if file == "__init__.py" else f"{package}.{file[:-3]}", os.path.join(folder, file)

    def _in(self, base: str, parts: list[str], suffixes: tuple[str, ...]) -> tuple[str, bool] | None:
        folder = os.path.join(base, *parts)
        names = self._names(folder)
        for suffix in suffixes:
            if f"__init__{suffix}" in names:
                return os.path.join(folder, f"__init__{suffix}"), True
        if parts:
            names = self._names(os.path.dirname(folder))
            for suffix in suffixes:
                if f"{parts[-1]}{suffix}" in names:
                    return f"{folder}{suffix}", False
        return None

    def _names(self, folder: str) -> frozenset[str]:
        known = self._listed.get(folder)
        if known is None:
            try:
                known = frozenset(os.listdir(folder))
            except OSError:
                known = frozenset()
            self._listed[folder] = known
            if not any(folder.startswith(site) for site in self.sites):
                self.watched.append(folder)  # what is edited in place, others are installed anew as a whole
        return known


def _read_text(path: str) -> str:
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            return file.read()
    except OSError:
        return ""
