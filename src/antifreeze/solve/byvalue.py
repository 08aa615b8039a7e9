"""Calls of coroutine functions under no name of theirs: out of a table, through a parameter or an attribute.

Plain functions are seen through each of their callers. A coroutine reports itself, and has to be told what the
program's dispatchers pass to it: `await self.handlers[kind](self, message)`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeGuard

from antifreeze.link.arguments import substituted
from antifreeze.link.callables import annotated_callables, stored_callables
from antifreeze.link.resolver import Bindings, Resolver
from antifreeze.link.spelled import spellings
from antifreeze.link.taken_up import taken_up
from antifreeze.model.expression import Attribute, Call, Class, Decorate, Expression, Function, Import, Name
from antifreeze.model.summary import ScopeKind
from antifreeze.model.value import FunctionValue, ParamRoot, Root, ScopeRef, Symbol, ValueSet
from antifreeze.solve.callers import Callers, parameter_of

MAX_CALLS = 24
"""How many such calls of one function are looked at."""


@dataclass(frozen=True, slots=True)
class Called:
    """A call site, the function that is called there, and what its caller was given together with that function."""

    at: ScopeRef
    index: int
    function: FunctionValue
    given: tuple[tuple[Root, ValueSet], ...]


class ByValue:
    """Finds such calls."""

    def __init__(self, resolver: Resolver, callers: Callers) -> None:
        self._r = resolver
        self._callers = callers
        self._found: dict[ScopeRef, dict[Called, None]] = defaultdict(dict)
        self._is_done = False

    def passed(self, root: ParamRoot) -> Iterator[ValueSet]:
        """What the calls pass for a parameter of a coroutine function."""
        if not self._is_done:
            self._is_done = True
            self._callers.afresh(self._look)
            self._callers.forget()  # it was found without what those calls pass
        for call in list(self._found.get(root.ref, ()))[:MAX_CALLS]:
            arguments = substituted(self._r, self._callers.arguments(call.at, call.index), dict(call.given))
            given = self._callers.given(call.function, root, call.at, arguments)
            if given is not None:
                yield self._callers.closed(given)

    def _look(self) -> None:
        """Look for the calls of all coroutine functions."""
        for ref, index, func in self._sites():
            for values, given in self._together(self._r.node(ref, func)):
                for value in values:
                    if _is_coroutine(value) and value.ref.scope.name not in spellings(ref, func):
                        self._found[value.ref][Called(ref, index, value, tuple(given.items()))] = None

    def _together(self, callees: ValueSet) -> Iterator[tuple[ValueSet, Bindings]]:
        """What callees may be: for a helper's parameter, each with all that the same call of the helper passes."""
        for value in callees:
            root = parameter_of(value)
            is_open = root is not None and not self._callers.is_asked_for(root)
            calls = self._callers.calls_of_helper(root) if root is not None and is_open else ()
            found = [(self._callers.closed(given[root]), given) for given in calls if root in given]
            yield from found or [(self._callers.closed((value,)), {})]

    def _sites(self) -> Iterator[tuple[ScopeRef, int, int]]:
        """The calls that pass something to what is not called by the name of a definition."""
        program = self._r.program
        kept = {name for ref in program.refs() for name in _keeps(ref)}
        for ref in program.refs():
            nodes = ref.scope.nodes
            found = [
                (index, node.func)
                for index, node in enumerate(nodes)
                if isinstance(node, Call) and (node.args or node.keywords) and not _is_named(nodes[node.func], kept)
            ]
            used = taken_up(ref) if found else set()
            for index, func in found:
                if index in used and any(map(_may_be, self._r.node(ref, func))):
                    yield ref, index, func


def _keeps(ref: ScopeRef) -> Iterator[str]:
    """The attributes that may hold what can be called."""
    yield from stored_callables(ref)
    if ref.scope.kind is ScopeKind.CLASS:
        yield from annotated_callables(ref)


def _is_named(func: Expression, kept: set[str]) -> bool:
    """Whether what is called is called by the name of a definition."""
    if isinstance(func, Attribute):
        return func.name not in kept
    return isinstance(func, (Name, Function, Import, Class, Decorate))


def _may_be(value: object) -> bool:
    return isinstance(value, Symbol) or _is_coroutine(value)


def _is_coroutine(value: object) -> TypeGuard[FunctionValue]:
    """Whether a value is a coroutine function of the program that takes something."""
    if not isinstance(value, FunctionValue) or value.ref.module.is_foreign:
        return False
    return value.ref.scope.is_async and len(value.ref.scope.params) > (value.receiver is not None)
