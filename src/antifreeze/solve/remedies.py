"""Remedies that fit the program: its own asynchronous libraries first, its event loop's words, the simplest cure."""

from __future__ import annotations

import functools

import msgspec

from antifreeze.catalog.rows import Alternative
from antifreeze.link.evaluate import Linker
from antifreeze.link.memo import Memo
from antifreeze.link.spelled import spellings
from antifreeze.model import expression as ex
from antifreeze.model.finding import Remedy
from antifreeze.model.value import ScopeRef
from antifreeze.solve.callers import Callers
from antifreeze.solve.registered import by_call, by_decorator

_RUNTIMES = ("trio", "anyio")
_NEEDS_LOOP = {"create_task", "ensure_future", "get_running_loop", "get_event_loop", "TaskGroup", "create_task_group"}


class Remedies:
    """Turns a catalog's remedy into the one for a function of this program; works nothing out before it is asked."""

    def __init__(self, linker: Linker, callers: Callers) -> None:
        self._linker = linker
        self._callers = callers
        self._fitted: Memo[tuple[Remedy, str], Remedy] = Memo(self._fit)

    def of(self, remedy: Remedy, ref: ScopeRef) -> Remedy:
        """The remedy for a call that blocks in, or below, a function on the loop."""
        fitted = self._fitted[remedy, self._runtime(ref)]
        framework = self._threaded.get(ref) if ref in self._threaded and _awaits_nothing(ref) else None
        if framework is None:
            return fitted
        cure = f"make it a plain `def`: {framework} runs it in a thread"
        return msgspec.structs.replace(fitted, summary=f"{cure}; {fitted.summary}" if fitted.summary else cure)

    @functools.cached_property
    def _imported(self) -> frozenset[str]:
        """The root packages that the program imports."""
        return frozenset(root for module in self._linker.program.modules.values() for root in module.summary.imports)

    def _runtime(self, ref: ScopeRef) -> str:
        """The library whose loop runs a function, where that is not asyncio: its module's, else the program's."""
        for imports in (ref.module.imports, self._imported):
            if "asyncio" in imports:
                return ""
            for runtime in _RUNTIMES:
                if runtime in imports:
                    return runtime
        return ""

    @functools.cached_property
    def _threaded(self) -> dict[ScopeRef, str]:
        """Functions that a framework would run in a thread if they were plain, with its name."""
        catalog = self._linker.catalog
        decorated = by_decorator(self._linker, catalog.threaded_decorators, self._callers.closed)
        found = {ref: row.framework for ref, row in decorated}
        called = by_call(self._linker, catalog.threaded_calls, self._callers)
        return found | {ref: row.framework for ref, row in called}

    def _fit(self, asked: tuple[Remedy, str]) -> Remedy:
        remedy, runtime = asked
        fallback = remedy.fallback
        for row in self._linker.catalog.alternatives:
            if row.runtime and row.package == runtime and row.of in fallback:
                fallback = fallback.replace(row.of, row.use)
        remedy = msgspec.structs.replace(remedy, fallback=fallback)
        for row in self._linker.catalog.alternatives:
            use = _replaced(remedy.replacement, row)
            if use is not None and self._is_nearer(row, remedy, runtime):
                return msgspec.structs.replace(remedy, replacement=use, package=row.package, docs="")
        if runtime == "trio" and remedy.replacement.startswith("asyncio."):
            return msgspec.structs.replace(remedy, replacement="", package="", docs="")
        return remedy

    def _is_nearer(self, row: Alternative, remedy: Remedy, runtime: str) -> bool:
        """Whether an alternative fits the program better: it runs there, and the program knows it already."""
        if row.runtime:
            return row.package == runtime
        known = remedy.replacement.partition(".")[0] in self._imported
        return runtime != "trio" and row.package in self._imported and not known


def _replaced(replacement: str, row: Alternative) -> str | None:
    """A remedy with the alternative in the place of its beginning; None where the row does not speak of it."""
    if not replacement.startswith(row.of):
        return None
    rest = replacement[len(row.of) :]
    if rest and (rest[0].isalnum() or rest[0] == "_"):
        return None
    method = rest.rpartition(".")[2].strip("()")
    if row.methods is None:
        return row.use
    return f"{row.use}{rest}" if not method or method in row.methods else None


def _awaits_nothing(ref: ScopeRef) -> bool:
    """Whether a coroutine function would do the same as a plain one: nothing in it needs the loop."""
    if not ref.scope.is_async:
        return False
    for node in ref.scope.nodes:
        if isinstance(node, ex.Await) or (isinstance(node, (ex.Element, ex.Enter)) and node.is_async):
            return False
        if isinstance(node, ex.Call) and _NEEDS_LOOP.intersection(spellings(ref, node.func)):
            return False
    return True
