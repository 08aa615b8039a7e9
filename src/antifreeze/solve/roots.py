"""The roots of symbolic values: the parameters of which a value is told in terms."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from antifreeze.model.value import (
    Applied,
    Coroutine,
    Descriptor,
    Env,
    External,
    FunctionValue,
    Instance,
    Member,
    Partial,
    Root,
    Super,
    Suspended,
    Symbol,
    TypeVarRoot,
    Value,
    ValueSet,
)


def roots_of(values: Iterable[Value]) -> set[Root]:
    """The roots of all symbols in the values."""
    found: set[Root] = set()
    for value in values:
        if value.symbolic:
            if value.roots is None:
                value.roots = frozenset(_roots(value))
            found |= value.roots
    return found


def _roots(value: Value) -> Iterator[Root]:
    for part in within((value,), lambda part: part.symbolic):
        if isinstance(part, Symbol) and not isinstance(part.root, TypeVarRoot):
            yield part.root


def within(values: Iterable[Value], wanted: Callable[[Value], bool]) -> Iterator[Value]:
    """The values, and those of their parts that are wanted, with theirs. Values share parts: each comes once."""
    pending = list(values)
    seen = set(pending)
    while pending:
        value = pending.pop()
        yield value
        parts = [part for part in parts_of(value) if part not in seen and wanted(part)]
        seen.update(parts)
        pending.extend(parts)


def parts_of(value: Value) -> list[Value]:
    """The values that a value is made of."""
    if isinstance(value, Instance):
        return [*_flat(value.args), *_env(value.env)]
    if isinstance(value, FunctionValue):
        return [*([value.receiver] if value.receiver is not None else []), *_env(value.env)]
    if isinstance(value, Suspended):
        return [value.function, *_env(value.args)]
    if isinstance(value, Partial):
        return [*_flat((value.functions, *value.args)), *_flat(values for _, values in value.keywords)]
    if isinstance(value, Coroutine):
        return list(value.result)
    if isinstance(value, Descriptor):
        return list(value.functions)
    if isinstance(value, Applied):
        return _flat(value.args)
    if isinstance(value, Member):
        return [*value.owners, *value.names]
    if isinstance(value, (External, Super)):
        return [value.receiver] if value.receiver is not None else []
    return []


def _flat(sets: Iterable[ValueSet]) -> list[Value]:
    return [value for values in sets for value in values]


def _env(env: Env) -> list[Value]:
    return _flat(values for _, values in env)
