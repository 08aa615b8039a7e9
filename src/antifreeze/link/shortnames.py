"""Which module of the program an absolute import means, where its name as it is written is none of theirs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from antifreeze.model.expression import Import
from antifreeze.model.summary import ModuleSummary
from antifreeze.model.value import ScopeRef


class Module(Protocol):
    """What is asked of a module here."""

    @property
    def summary(self) -> ModuleSummary:
        """What lowering kept of it."""

    @property
    def refs(self) -> Sequence[ScopeRef]:
        """All its scopes."""


class ShortNames:
    """The modules by the names that imports from another folder give them."""

    def __init__(self, modules: Mapping[str, Module]) -> None:
        self._modules = modules
        self._tails: dict[str, list[str]] = defaultdict(list)
        """The modules by the ends of their names."""
        self._longer: dict[str, list[str]] = defaultdict(list)
        """The modules by the longer names that their paths would give them."""
        self._imported = {name for module in modules.values() for name in module.summary.imports}
        self._within: dict[str, set[str]] = {}
        for known, module in modules.items():
            parts = known.split(".")
            for start in range(1, len(parts)):
                self._tails[".".join(parts[start:])].append(known)
            path, _, _ = module.summary.path.rpartition(".")
            folders = path.removesuffix("/__init__").split("/")
            if len(folders) > len(parts) and folders[-len(parts) :] == parts:
                for size in range(len(parts) + 1, len(folders) + 1):
                    self._longer[".".join(folders[-size:])].append(known)

    def matches(self, name: str) -> list[str]:
        """The modules that may be called `name` from some folder."""
        return self._tails.get(name, []) or self._longer.get(name, [])

    def may_begin(self, known: str, name: str) -> bool:
        """Whether names may begin at the folder from which the module goes by the shorter name, too.

        They do not within a package, nor within a folder that the program imports from as if it was one, unless
        somebody there imports by such a name: `docx` is not `app.readers.docx`.
        """
        root = known.removesuffix(name).removesuffix(".")
        if not known.endswith(f".{name}"):
            return True
        package = self._modules.get(root)
        is_package = package is not None and package.summary.is_package
        if not is_package and known.partition(".")[0] not in self._imported:
            return True
        return name.partition(".")[0] in self._imported_within(root)

    def _imported_within(self, root: str) -> set[str]:
        """What the modules below a package import."""
        if root not in self._within:
            inner = (module for other, module in self._modules.items() if other.startswith(f"{root}."))
            self._within[root] = {name for module in inner for name in module.summary.imports}
        return self._within[root]


def wraps(modules: Mapping[str, Module], packages: Collection[str], known: str, name: str) -> bool:
    """Whether the module imports, under its own last name, something that it does not hold itself."""
    module = modules[known]
    if name not in module.summary.imports:
        return False
    if not module.summary.is_package:
        return True
    imports = [node for ref in module.refs for node in ref.scope.nodes if isinstance(node, Import)]
    asked = {
        f"{node.module}.{node.name}" if node.name and node.module == name else node.full or node.module
        for node in imports
        if not node.level and (node.full or node.module).partition(".")[0] == name
    }
    own = {f"{known}{full[len(name) :]}" for full in asked}
    return not all(full in modules or full in packages for full in own)
