"""What modules do to the globals of others: `hooks.HANDLERS["x"] = run`, `from hooks import LISTENERS` and `append`."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from antifreeze.link.module import Module
from antifreeze.link.places import absolute
from antifreeze.model.expression import Attribute, Import, Name
from antifreeze.model.value import ScopeRef

_MAX_IMPORTS = 4
"""How many modules are followed that hand on what they import."""

Find = Callable[[str], "str | None"]
"""Tells the name under which the program holds the module that an absolute import names."""


def note_changes(modules: Mapping[str, Module], find: Find) -> None:
    """Note, with the modules that they are done to, assignments to globals and what is put into containers there."""
    for module in modules.values():
        for ref in module.refs:
            for store in ref.scope.stores:
                if store.name:
                    other = _module(modules, find, module, ref, store.base)
                    if other is not None:
                        other.outer[0, store.name].append((ref, store.value))
                    continue
                place = _global(modules, find, module, ref, store.base)
                if place is not None and place[0] is not module:
                    place[0].puts[place[1]].append((ref, store))


def _imported(module: Module, ref: ScopeRef, index: int) -> Import | None:
    """What a node names that the module, or the function itself, imports."""
    node = ref.scope.nodes[index]
    if isinstance(node, Name) and node.name in module.root.scope.names:
        node = module.root.scope.nodes[module.root.scope.names[node.name]]
    return node if isinstance(node, Import) else None


def _module(modules: Mapping[str, Module], find: Find, module: Module, ref: ScopeRef, index: int) -> Module | None:
    """The other module that a node names: `import hooks`, `from package import hooks`."""
    node = _imported(module, ref, index)
    owner = absolute(ref.module, node.module, node.level) if node is not None else None
    if node is None or owner is None:
        return None
    name = f"{owner}.{node.name}" if node.name else owner
    found = modules.get(find(name) or "")
    return found if found is not module else None


def _global(
    modules: Mapping[str, Module], find: Find, module: Module, ref: ScopeRef, index: int
) -> tuple[Module, str] | None:
    """The module and the name of its global that a node is: `hooks.HANDLERS`, or `HANDLERS` by `from hooks import`."""
    node = ref.scope.nodes[index]
    if isinstance(node, Attribute):
        other = _module(modules, find, module, ref, node.base)
        return (other, node.name) if other is not None else None
    source = _imported(module, ref, index)
    return _defining(modules, find, module, source) if source is not None and source.name else None


def _defining(modules: Mapping[str, Module], find: Find, module: Module, source: Import) -> tuple[Module, str] | None:
    """The module that defines what an import names, also where another one only hands it on, with its name there."""
    for _ in range(_MAX_IMPORTS):
        owner = absolute(module.summary, source.module, source.level)
        other = modules.get(find(owner) or "") if owner is not None else None
        if other is None:
            return None
        bound = other.root.scope.names.get(source.name)
        node = other.root.scope.nodes[bound] if bound is not None else None
        if not isinstance(node, Import) or not node.name:
            return other, source.name
        module, source = other, node
    return None
