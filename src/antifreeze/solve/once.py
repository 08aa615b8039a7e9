"""What runs once: handlers of start-up and shutdown, and the coroutines that only they await."""

from __future__ import annotations

from collections.abc import Iterator

from antifreeze.link.evaluate import Linker
from antifreeze.model import expression as ex
from antifreeze.model.value import FunctionValue, ScopeRef
from antifreeze.solve.callers import Callers
from antifreeze.solve.registered import by_call, by_decorator

ONCE = "at start-up or shutdown"
"""What is said of functions that run once."""


def run_once(linker: Linker, callers: Callers) -> frozenset[ScopeRef]:
    """The functions that frameworks call at start-up or shutdown only."""
    catalog = linker.catalog
    found = {ref for ref, _ in by_decorator(linker, catalog.once_decorators, callers.closed)}
    found.update(ref for ref, _ in by_call(linker, catalog.once_calls, callers))
    pending = list(found)
    while pending:
        for ref in _awaited_by(linker, pending.pop()):
            if ref not in found and _only_from(linker, ref, found):
                found.add(ref)
                pending.append(ref)
    return frozenset(found)


def _awaited_by(linker: Linker, ref: ScopeRef) -> Iterator[ScopeRef]:
    """The coroutines of the program that a function awaits where it calls them."""
    nodes = ref.scope.nodes
    for node in nodes:
        call = nodes[node.value] if isinstance(node, ex.Await) else None
        for value in linker.node(ref, call.func) if isinstance(call, ex.Call) else ():
            if isinstance(value, FunctionValue) and value.ref.scope.is_async and not value.ref.module.is_foreign:
                yield value.ref


def _only_from(linker: Linker, ref: ScopeRef, found: set[ScopeRef]) -> bool:
    """Whether all that the program does with a coroutine function is to await it in functions that run once."""
    scope = ref.scope
    if scope.decorators:
        return False
    sites = linker.program.calls_named(scope.name)
    return all(
        caller in found and any(isinstance(node, ex.Await) and node.value == index for node in caller.scope.nodes)
        for caller, index in sites
    )
