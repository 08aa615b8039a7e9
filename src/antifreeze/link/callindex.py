"""Where the program calls and decorates, by the names that are written there; read in one pass over all nodes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from antifreeze.link.spelled import Renamed
from antifreeze.model.expression import Attribute, Call, Decorate, Expression, Import, Name, Subscript
from antifreeze.model.value import ScopeRef

Sites = dict[str, list[tuple[ScopeRef, int]]]
"""Scopes and nodes, by a name that is spelt there."""

_MAX_RETURNED = 2
"""How many functions may hand back, one through another, what one of them gives."""


class CallIndex:
    """The calls and decorations of the scopes that `refs` gives, by the names of what is called."""

    def __init__(self, refs: Callable[[], Iterable[ScopeRef]]) -> None:
        self._renamed = Renamed(refs)
        self.calls: Sites = defaultdict(list)
        """The call sites, by what is called."""
        self.decorations: Sites = defaultdict(list)
        """The decorations, by the decorator, with or without arguments."""
        self.of_made: Sites = defaultdict(list)
        """The calls of what a call returns, by what that one calls."""
        self.imported: dict[str, None] = {}
        """The dotted names that are imported, but for those relative to a module."""
        self.names: set[str] = set()
        """The names that are spelt anywhere, of whatever they are."""
        self.keywords: set[str] = set()
        """The names of all keywords that calls are given."""
        self.keys: dict[str, set[str]] = defaultdict(set)
        """The attributes that are keys of items, by the name of what is asked for them: `STORES[config.store]`."""
        self._returned_by: dict[str, dict[str, None]] = defaultdict(dict)
        """The functions that return what a call gives, by what that one calls."""
        for ref in refs():
            nodes = ref.scope.nodes
            self.names.add(ref.scope.name)
            for place in ref.scope.returns:
                node = nodes[place]
                if node.__class__ is Call:
                    for spelt in self._renamed.of(ref, node.func):
                        self._returned_by[spelt][ref.scope.name] = None
            for index, node in enumerate(nodes):
                kind = node.__class__
                if kind is Attribute or kind is Name:
                    self.names.add(node.name)  # type: ignore[union-attr]  # these have names
                elif kind is Call:
                    self._add(self.calls, ref, index, node.func)  # type: ignore[union-attr]  # a call
                    self.keywords.update([name for name, _ in node.keywords])  # type: ignore[union-attr]  # a call
                    made = nodes[node.func]  # type: ignore[union-attr]  # a call
                    if made.__class__ is Call:
                        self._add(self.of_made, ref, index, made.func)
                    elif made.__class__ is Attribute and made.name == "get" and node.args:  # type: ignore[union-attr]
                        self._note_key(nodes[made.base], nodes[node.args[0]])  # type: ignore[union-attr]
                elif kind is Subscript:
                    self._note_key(nodes[node.base], nodes[node.index])  # type: ignore[union-attr]  # a subscript
                elif kind is Decorate:
                    at = node.decorator  # type: ignore[union-attr]  # a decoration
                    callee = nodes[at]
                    self._add(self.decorations, ref, index, callee.func if isinstance(callee, Call) else at)
                elif isinstance(node, Import):
                    self.names.add(node.name)
                    if not node.level:
                        self.imported[_full_name(node)] = None
        self._handed: dict[str, list[tuple[ScopeRef, int, int]]] | None = None

    def _note_key(self, base: Expression, key: Expression) -> None:
        if isinstance(key, Attribute) and isinstance(base, (Attribute, Name, Import)):
            self.keys[base.name].add(key.name)

    def _add(self, sites: Sites, ref: ScopeRef, index: int, callee: int) -> None:
        node = ref.scope.nodes[callee]
        callee = node.base if isinstance(node, Subscript) else callee  # `Cache[str](store)` makes a `Cache`
        for spelt in self._renamed.of(ref, callee):
            sites[spelt].append((ref, index))

    def names_of(self, name: str) -> list[str]:
        """The name of a function, and of those that return what it gives: `return self.on(path)`."""
        found = {name: None}
        for _ in range(_MAX_RETURNED):
            found.update({one: None for known in tuple(found) for one in self._returned_by.get(known, ())})
        return list(found)

    def handed_over(self, name: str, takers: frozenset[str]) -> list[tuple[ScopeRef, int, int]]:
        """Every call of one of `takers` that is given something spelt `name`, with that argument's node."""
        if self._handed is None:
            self._handed = defaultdict(list)
            sites = [site for taker in sorted(takers) for site in self.calls.get(taker, ())]
            for ref, index in dict.fromkeys(sites):
                node = ref.scope.nodes[index]
                assert isinstance(node, Call)
                for argument in (*node.args, *(given for _, given in node.keywords)):
                    for spelt in self._renamed.of(ref, argument):
                        self._handed[spelt].append((ref, index, argument))
        return self._handed.get(name, [])


def _full_name(node: Import) -> str:
    """The dotted name of what an import gets."""
    return node.full or (f"{node.module}.{node.name}" if node.name else node.module)
