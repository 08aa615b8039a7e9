"""A module of the program: its summary, with a reference for each scope, and what is done to its globals."""

from __future__ import annotations

from collections import defaultdict

from antifreeze.model.expression import Name
from antifreeze.model.summary import ModuleSummary, Store
from antifreeze.model.value import ScopeRef


class Module:
    """A summary, with a reference for each of its scopes."""

    def __init__(self, summary: ModuleSummary) -> None:
        self.summary = summary
        self.refs: list[ScopeRef] = []
        for index, scope in enumerate(summary.scopes):
            parent = self.refs[scope.parent] if scope.parent >= 0 else None
            self.refs.append(ScopeRef(summary, index, scope, parent, [None] * len(scope.nodes)))
        self.outer: dict[tuple[int, str], list[tuple[ScopeRef, int]]] = defaultdict(list)
        for ref in self.refs:
            for target, name, node in ref.scope.outer_names:
                self.outer[target, name].append((ref, node))
        self.puts: dict[str, list[tuple[ScopeRef, Store]]] = defaultdict(list)
        """What is put into containers that a global name denotes."""
        for ref in self.refs:
            for store in ref.scope.stores:
                base = ref.scope.nodes[store.base]
                if not store.name and isinstance(base, Name):
                    self.puts[base.name].append((ref, store))

    @property
    def name(self) -> str:
        """The module's dotted name."""
        return self.summary.module

    @property
    def root(self) -> ScopeRef:
        """The module's own scope."""
        return self.refs[0]
