"""What coroutines call of objects without spelling it: `await` its `__await__`, `async for` its `__aiter__`."""

from __future__ import annotations

from collections.abc import Iterator

from antifreeze.link.resolver import NO_ARGUMENTS, Resolver
from antifreeze.model import expression as ex
from antifreeze.model.value import FunctionValue, ScopeRef, Symbol, ValueSet

BY_STATEMENT = {
    "__await__": "await", "__aenter__": "async with", "__aexit__": "async with", "__aiter__": "async for",
    "__anext__": "async for",
}  # fmt: skip
"""Special methods that only coroutines call, whether they are coroutines themselves or not, and by what."""

Waiting = ex.Await | ex.Element | ex.Enter


def methods_by(node: ex.Expression) -> tuple[str, ...]:
    """The special methods that an asynchronous node calls; none for others."""
    if isinstance(node, ex.Await):
        return ("__await__",)
    if isinstance(node, ex.Element) and node.is_async:
        return ("__aiter__", "__anext__")
    return ("__aenter__", "__aexit__") if isinstance(node, ex.Enter) and node.is_async else ()


def called_by(r: Resolver, ref: ScopeRef, node: Waiting) -> Iterator[tuple[str, ValueSet]]:
    """The plain functions among these methods, and how they are used: called, and what `__await__` gives iterated."""
    values = r.node(ref, node.value if isinstance(node, ex.Await) else node.base)
    for name in methods_by(node):
        found = tuple(one for one in r.attribute(values, name) if _is_plain(one))
        yield "call", found
        if name == "__await__":
            yield "iterate", r.call(found, NO_ARGUMENTS)


def _is_plain(value: object) -> bool:
    """Whether a method is a plain function of the program, or not known yet."""
    if isinstance(value, FunctionValue):
        return not value.ref.module.is_foreign and not value.ref.scope.is_async
    return isinstance(value, Symbol)
