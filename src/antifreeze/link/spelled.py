"""The names by which something is called, as they are written; found before anything is known of values."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable

from antifreeze.model.expression import (
    NO_NODE,
    Attribute,
    Captured,
    Choice,
    Class,
    Decorate,
    Free,
    Function,
    Import,
    Literal,
    Name,
    Param,
)
from antifreeze.model.summary import ScopeKind
from antifreeze.model.value import ScopeRef

_MAX_SPELLING = 3


class Renamed:
    """Names that modules and classes give to what goes by another one: `command = registry.register`."""

    def __init__(self, refs: Callable[[], Iterable[ScopeRef]]) -> None:
        self._refs = refs

    def of(self, ref: ScopeRef, index: int) -> list[str]:
        """The names by which a callee goes, with those that it has elsewhere."""
        found = spellings(ref, index)
        others = [other for name in found for other in self._known.get(name, ())]
        return list(dict.fromkeys((*found, *others)))

    @functools.cached_property
    def _known(self) -> dict[str, dict[str, None]]:
        found: dict[str, dict[str, None]] = {}
        for ref in self._refs():
            if ref.scope.kind in (ScopeKind.MODULE, ScopeKind.CLASS):
                for name, index in ref.scope.names.items():
                    node = ref.scope.nodes[index]
                    if isinstance(node, (Attribute, Name)) and node.name != name:
                        found.setdefault(name, {})[node.name] = None
        return found


def spellings(ref: ScopeRef, index: int, depth: int = 0) -> list[str]:
    """The names by which a callee goes: as it is spelt, or as what it is bound to was defined or imported."""
    node = ref.scope.nodes[index]
    if isinstance(node, (Attribute, Name)):
        return [node.name] if node.__class__ is Attribute else _global_spellings(ref, node.name)
    if isinstance(node, (Function, Class)):
        return [ref.module.scopes[node.scope].name]
    if isinstance(node, Import):
        return [node.name or node.module.rpartition(".")[2]]
    if isinstance(node, Param):
        return [ref.scope.params[node.index].name]
    if depth > _MAX_SPELLING:
        return []
    if isinstance(node, Free):
        return [node.name, *_outer_spellings(ref, node.scope, ref.module.scopes[node.scope].names[node.name], depth)]
    if isinstance(node, Captured):
        return _outer_spellings(ref, node.scope, node.node, depth)
    if isinstance(node, Decorate):
        return spellings(ref, node.base, depth + 1)
    if isinstance(node, Choice):
        return [name for option in node.options for name in spellings(ref, option, depth + 1)]
    return []


def _global_spellings(ref: ScopeRef, name: str) -> list[str]:
    """A global's name, and the one under which it was imported where that is another."""
    root = ref.module.scopes[0]
    index = root.names.get(name, NO_NODE)
    bound = root.nodes[index] if index != NO_NODE else None
    return [name, bound.name] if isinstance(bound, Import) and bound.name not in ("", name) else [name]


def _outer_spellings(ref: ScopeRef, scope: int, index: int, depth: int) -> list[str]:
    outer = ref
    while outer.index != scope:
        outer = outer.enclosing
    return spellings(outer, index, depth + 1)


def key_of(ref: ScopeRef, index: int) -> str:
    """The key that a subscript spells, as a text or by a constant's name; empty for others."""
    node = ref.scope.nodes[index]
    if isinstance(node, Literal):
        return f"[{node.value!r}]" if isinstance(node.value, str) else ""
    names = spellings(ref, index) if isinstance(node, (Name, Attribute, Import, Captured, Free)) else []
    return f"[{names[0]}]" if names and names[0].isupper() else ""
