"""The items of a table under a key: of each call that fills it, what it passes, where the key may be the one asked for.

A key and what is put under it belong together: `register("slow", slow)` and `register("quick", quick)` make two items.
"""

from __future__ import annotations

from antifreeze.link.resolver import Bindings, Resolver
from antifreeze.link.tables import Entry, Pick, may_be
from antifreeze.model.value import ClassValue, Symbol, Value, ValueSet, union
from antifreeze.solve.callers import Callers
from antifreeze.solve.roots import roots_of
from antifreeze.solve.together import Together

Item = tuple[ValueSet, ValueSet]
"""What an item's key may be, and the item."""

MAX_KEYS = 12
"""How many keys may be asked for before that says nothing of any one of them."""


class Tables:
    """Finds the items that a key picks."""

    def __init__(self, resolver: Resolver, callers: Callers, together: Together) -> None:
        self._r = resolver
        self._callers = callers
        self._together = together
        self._known: dict[Entry, list[Item]] = {}
        self._picked: dict[tuple[Pick, ValueSet], ValueSet | None] = {}

    def picked(self, pick: Pick, bindings: Bindings) -> ValueSet | None:
        """What comes of the items that a key picks; None where the key is not known."""
        keys = self._r.substitute(pick.key, bindings)
        if not 0 < len(keys) <= MAX_KEYS or any(isinstance(key, Symbol) for key in keys):
            return None
        if (pick, keys) not in self._picked:
            self._picked[pick, keys] = self._pick(pick, keys)
        return self._picked[pick, keys]

    def _pick(self, pick: Pick, keys: ValueSet) -> ValueSet | None:
        keys = union([self._with_heirs(key) for key in keys])
        found = [
            value
            for entry in pick.table.entries
            for under, value in self._items(entry)
            if not under or any(may_be(key, one) for key in keys for one in under)
        ]
        return pick.made_of(self._r, union(found))

    def _with_heirs(self, key: Value) -> ValueSet:
        """A class, and what derives from it: which one an object is of is not always known."""
        return (key, *self._r.subclasses(key)) if isinstance(key, ClassValue) else (key,)

    def _items(self, entry: Entry) -> list[Item]:
        if entry not in self._known:
            self._known[entry] = []  # as long as it is asked for
            self._known[entry] = self._callers.afresh(lambda: self._find(entry))
        return self._known[entry]

    def _find(self, entry: Entry) -> list[Item]:
        r = self._r
        keys, values = r.node(entry.ref, entry.key), r.node(entry.ref, entry.value)
        calls = self._together.calls(entry.ref) if entry.chosen or roots_of(keys) else None
        return [
            (self._callers.closed(r.substitute(keys, given)), self._callers.closed(r.substitute(values, given)))
            for given in calls or [{}]
            if not entry.is_left(r, given)
        ]
