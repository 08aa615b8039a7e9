"""The slice of the call graph between functions on the loop and what blocks."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable

import msgspec

from antifreeze.model.rule import Severity


class Edge(msgspec.Struct, frozen=True, order=True):
    """A call site that leads on: to a function of the program, or (with a rule's code) to a call that blocks."""

    caller: str
    path: str
    line: int
    column: int
    callee: str
    code: str = ""
    category: str = ""
    severity: Severity = Severity.INFO


class CallSlice(msgspec.Struct, frozen=True):
    """The functions on the loop, with what puts them there, and every edge on a way from one to what blocks."""

    on_loop: dict[str, str]
    edges: tuple[Edge, ...]

    def narrowed(self, keep: Callable[[Edge], bool]) -> CallSlice:
        """The slice with those blocking calls alone that are to be kept, and the ways that lead to them."""
        sinks = [edge for edge in self.edges if edge.code and keep(edge)]
        callers: dict[str, list[Edge]] = {}
        for edge in self.edges:
            if not edge.code:
                callers.setdefault(edge.callee, []).append(edge)
        reached = _closure(
            {edge.caller for edge in sinks}, lambda name: (edge.caller for edge in callers.get(name, ()))
        )
        inner = [edge for edge in self.edges if not edge.code and edge.callee in reached]
        return CallSlice(self.on_loop, tuple(sorted([*sinks, *inner])))

    def functions(self) -> set[str]:
        """Every function that some way leads through."""
        return {edge.caller for edge in self.edges}

    def named(self, name: str) -> list[str]:
        """The functions called so, by their whole name or its last parts."""
        known = {*self.on_loop, *self.functions()}
        return [name] if name in known else sorted(each for each in known if each.endswith(f".{name}"))

    def ways_from(self, function: str) -> list[tuple[Edge, ...]]:
        """The shortest way from a function to each blocking call that it reaches; nothing behind another coroutine."""
        leaving: dict[str, list[Edge]] = {}
        for edge in self.edges:
            leaving.setdefault(edge.caller, []).append(edge)
        ways: dict[str, tuple[Edge, ...]] = {function: ()}
        found: list[tuple[Edge, ...]] = []
        queue = deque([function])
        while queue:
            here = queue.popleft()
            for edge in leaving.get(here, ()):
                if edge.code:
                    found.append((*ways[here], edge))
                elif edge.callee not in ways:
                    ways[edge.callee] = (*ways[here], edge)
                    queue.append(edge.callee)
        return found

    def reaching(self, function: str) -> list[str]:
        """The functions on the loop from which a way leads through a function."""
        callers = self._callers()
        return sorted(_closure({function}, lambda name: callers.get(name, ())) & self.on_loop.keys() - {function})

    def _callers(self) -> dict[str, set[str]]:
        callers: dict[str, set[str]] = {}
        for edge in self.edges:
            if not edge.code:
                callers.setdefault(edge.callee, set()).add(edge.caller)
        return callers


def _closure(start: set[str], following: Callable[[str], Iterable[str]]) -> set[str]:
    found, pending = set(start), list(start)
    while pending:
        for name in following(pending.pop()):
            if name not in found:
                found.add(name)
                pending.append(name)
    return found
