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


def index_names(modules: Mapping[str, Module]) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """The modules by the ends of their names, and by the longer names that their paths would give them."""
    tails: dict[str, list[str]] = defaultdict(list)
    longer: dict[str, list[str]] = defaultdict(list)
    for known, module in modules.items():
        parts = known.split(".")
        for start in range(1, len(parts)):
            tails[".".join(parts[start:])].append(known)
        path, _, _ = module.summary.path.rpartition(".")
        folders = path.removesuffix("/__init__").split("/")
        if len(folders) > len(parts) and folders[-len(parts) :] == parts:
            for size in range(len(parts) + 1, len(folders) + 1):
                longer[".".join(folders[-size:])].append(known)
    return tails, longer


def may_begin(modules: Mapping[str, Module], known: str, name: str) -> bool:
    """Whether names may begin at the folder from which the module goes by the shorter name, too.

    They do not within a package, nor within a folder that the program imports from as if it was one, unless somebody
    there imports by such a name: `docx` is not `app.readers.docx`.
    """
    root = known.removesuffix(name).removesuffix(".")
    if not known.endswith(f".{name}"):
        return True
    package = modules.get(root)
    if package is None or not package.summary.is_package:
        top = known.partition(".")[0]
        if not any(top in module.summary.imports for module in modules.values()):
            return True
    within = (module for other, module in modules.items() if other.startswith(f"{root}."))
    return any(name.partition(".")[0] in module.summary.imports for module in within)


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
