"""What waits until something of a name is known to lead to a sink: nodes not worth it before, and open calls."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from antifreeze.model.value import ScopeRef
from antifreeze.solve.spelling import ANY_NAME, Names

Waiting = Callable[[], None]
"""What is to be done then."""


class Watch:
    """Keeps both by the names."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._named: set[str] = set()
        self._followed: set[str] = set()
        self._waiting: dict[str, list[Waiting]] = defaultdict(list)

    def has_seen(self, names: Iterable[str]) -> bool:
        """Whether something of one of the names is known to lead to a sink."""
        return not self._named.isdisjoint(names)

    def put(self, names: Iterable[str], waiting: Waiting) -> list[ScopeRef]:
        """Let something wait for the names; the functions that have to be looked at for it, if nothing else did so."""
        found: list[ScopeRef] = []
        for name in names:
            self._waiting[name].append(waiting)
            if name not in self._followed:
                self._followed.add(name)
                found += self._names.made if name == ANY_NAME else self._names.functions(name)
        return found

    def tell(self, ref: ScopeRef) -> list[Waiting]:
        """A function leads to a sink: what waited for one of its names."""
        names = self._names.of(ref)
        self._named.update(names)
        return [waiting for name in names for waiting in self._waiting.pop(name, ())]
