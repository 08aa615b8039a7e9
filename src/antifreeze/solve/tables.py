"""The items of a table under a key: of each call that fills it, what it passes, where the key may be the one asked for.

A key and what is put under it belong together: `register("slow", slow)` and `register("quick", quick)` make two items.
"""

from __future__ import annotations

from collections.abc import Iterator

from antifreeze.link.homes import home_of
from antifreeze.link.memo import Memo
from antifreeze.link.resolver import Bindings, Resolver
from antifreeze.link.tables import Entry, Finder, Pick, is_left_to_heirs, may_be
from antifreeze.model.expression import NO_NODE, Attribute, Param
from antifreeze.model.value import NOTHING, ClassValue, ParamRoot, ScopeRef, Symbol, Value, ValueSet, union
from antifreeze.solve.callers import Callers
from antifreeze.solve.invocations import Invocations
from antifreeze.solve.roots import roots_of

Item = tuple[ValueSet, ValueSet]
"""What an item's key may be, and the item."""

HOOK = "__init_subclass__"

MAX_KEYS = 12
"""How many keys may be asked for before that says nothing of any one of them."""


class Tables:
    """Finds the items that a key picks."""

    def __init__(self, resolver: Resolver, finder: Finder, callers: Callers, invocations: Invocations) -> None:
        self._r = resolver
        self._callers = callers
        self._invocations = invocations
        self._finder = finder
        self._known: dict[tuple[Entry, str], list[Item]] = {}
        self._picked: Memo[tuple[Pick, ValueSet, frozenset[str]], ValueSet | None] = Memo(self._pick)

    def at(self, ref: ScopeRef, index: int) -> ValueSet | None:
        """What a node is made of some of the items of a table; None where it is made otherwise."""
        pick = self._finder.pick_of(ref, index)
        return None if pick is None else self.picked(pick, {})

    def picked(self, pick: Pick, bindings: Bindings) -> ValueSet | None:
        """What comes of the items that a key picks; None where the key, or the object that keeps them, is not known."""
        homes = frozenset(map(home_of, self._r.substitute(pick.keeper, bindings)))
        if pick.table.is_apart and (not homes or "" in homes):
            return None
        keys = self._r.substitute(pick.key, bindings)
        is_open = any(isinstance(key, Symbol) for key in keys) or is_left_to_heirs(self._r, pick.key, bindings)
        if is_open or not 0 < len(keys) <= MAX_KEYS:
            if not any(entry.chosen for entry in pick.table.entries):
                return None
            keys = NOTHING  # any of them
        return self._picked[pick, keys, homes]

    def _pick(self, asked: tuple[Pick, ValueSet, frozenset[str]]) -> ValueSet | None:
        pick, exact, homes = asked
        keys = union([self._with_heirs(key) for key in exact])
        items = [
            item
            for home in (sorted(homes) if pick.table.is_apart else [""])
            for entry in pick.table.entries
            for item in self._items(entry, home)
        ]
        found = [value for under, value in items if not keys or not under or _may_be_any(keys, under)]
        if not exact or not all(any(not under or _may_be_any((key,), under) for under, _ in items) for key in exact):
            found.append(pick.default)  # some key may be that of no item
        return pick.made_of(self._r, union(found))

    def _with_heirs(self, key: Value) -> ValueSet:
        """A class, and what derives from it: which one an object is of is not always known."""
        return (key, *self._r.subclasses(key)) if isinstance(key, ClassValue) else (key,)

    def _items(self, entry: Entry, home: str) -> list[Item]:
        if (entry, home) not in self._known:
            self._known[entry, home] = []  # as long as it is asked for
            self._known[entry, home] = self._callers.afresh(lambda: self._find(entry, home))
        return self._known[entry, home]

    def _find(self, entry: Entry, home: str) -> list[Item]:
        r = self._r
        if entry.ref.scope.name == HOOK:
            return list(self._by_heir(entry))
        keys = r.node(entry.ref, entry.key)
        values = r.node(entry.ref, entry.value)
        is_open = bool(entry.chosen or home or roots_of(keys))
        calls = self._invocations.of(entry.ref, home) if is_open else None
        return [
            (self._callers.closed(r.substitute(keys, given)), self._callers.closed(r.substitute(values, given)))
            for given in ([{}] if calls is None else calls)
            if not entry.is_left(r, given)
        ]

    def _by_heir(self, entry: Entry) -> Iterator[Item]:
        """What `__init_subclass__` puts in, which runs once for each class that inherits it."""
        r, ref = self._r, entry.ref
        for heir in r.subclasses(r.make(ClassValue, ref.enclosing)):
            given: Bindings = {}
            for index, param in enumerate(ref.scope.params):
                node = heir.ref.scope.options.get(param.name, NO_NODE)
                passed = r.node(ref.enclosing, param.default) if node == NO_NODE else r.node(heir.ref.enclosing, node)
                given[r.make(ParamRoot, ref, index)] = passed
            yield self._of_heir(ref, entry.key, heir, given), self._of_heir(ref, entry.value, heir, given)

    def _of_heir(self, ref: ScopeRef, index: int, heir: ClassValue, given: Bindings) -> ValueSet:
        """What a node of `__init_subclass__` is where it runs for one class."""
        node = ref.scope.nodes[index]
        if isinstance(node, Param) and node.index == 0:
            return (heir,)
        if isinstance(node, Attribute) and isinstance(ref.scope.nodes[node.base], Param):
            return self._callers.closed(self._r.attribute(self._of_heir(ref, node.base, heir, given), node.name))
        return self._callers.closed(self._r.substitute(self._r.node(ref, index), given))


def _may_be_any(keys: ValueSet, others: ValueSet) -> bool:
    return any(may_be(key, other) for key in keys for other in others)
