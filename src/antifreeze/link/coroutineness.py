"""Coroutine functions, generator functions and what is awaited, as `inspect` tells them apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from antifreeze.link.entered import AROUND, called_within
from antifreeze.link.generic import GENERIC
from antifreeze.link.resolver import Resolver
from antifreeze.model.value import (
    ClassValue,
    Coroutine,
    Descriptor,
    FunctionValue,
    Instance,
    LiteralValue,
    ModuleValue,
    Partial,
    ScopeRef,
    Suspended,
    Value,
    ValueSet,
)

_OF_FUNCTIONS = frozenset((AROUND, GENERIC, "staticmethod", "classmethod"))
"""The kinds of descriptors that are what the functions are which they hold."""


def of_kind(r: Resolver, values: ValueSet, asynchronous: bool) -> ValueSet:
    """The values that are coroutines (or coroutine functions), or those that are not; the unknown are both."""
    return tuple(value for value in values if is_async(r, value) in (None, asynchronous))


def is_async(r: Resolver, value: Value) -> bool | None:
    """Whether a value is a coroutine (function); None where that is not known."""
    if isinstance(value, FunctionValue):
        return value.ref.scope.is_async
    if isinstance(value, Coroutine):
        return True
    if _has_functions(value):
        return _as_all_of(r, value, is_async)
    if isinstance(value, (Instance, Suspended, LiteralValue, ModuleValue)):
        return False if not isinstance(value, Instance) or isinstance(value.cls, ClassValue) else None
    if isinstance(value, Descriptor):
        return True if value.kind == "offload" else None
    return None


_KINDS: dict[str, Callable[[ScopeRef], bool]] = {
    "coroutine function": lambda ref: ref.scope.is_async and not ref.scope.is_generator,
    "async generator function": lambda ref: ref.scope.is_async and ref.scope.is_generator,
    "generator function": lambda ref: ref.scope.is_generator and not ref.scope.is_async,
    "awaitable": lambda _ref: False,
}


def has_kind(r: Resolver, value: Value, kinds: Iterable[object]) -> bool | None:
    """How a test for one of several kinds of functions, or for what is awaited, comes out; None if that is open."""
    outcomes = {_has_kind(r, value, str(kind)) for kind in kinds}
    return True if True in outcomes else None if None in outcomes else False


def _has_kind(r: Resolver, value: Value, kind: str) -> bool | None:
    if isinstance(value, FunctionValue):
        return None if value.ref.module.is_stub else _KINDS[kind](value.ref)
    if isinstance(value, Coroutine):
        return kind == "awaitable"
    if _has_functions(value):
        return _as_all_of(r, value, lambda r, function: _has_kind(r, function, kind)) if kind != "awaitable" else False
    if isinstance(value, (Suspended, LiteralValue, ModuleValue, ClassValue)):
        return False
    if isinstance(value, Instance) and isinstance(value.cls, ClassValue) and not value.cls.ref.module.is_foreign:
        return bool(r.attribute((value,), "__await__")) if kind == "awaitable" else False
    return None


def _has_functions(value: Value) -> bool:
    return isinstance(value, Partial) or (isinstance(value, Descriptor) and value.kind in _OF_FUNCTIONS)


def _as_all_of(r: Resolver, value: Value, asked: Callable[[Resolver, Value], bool | None]) -> bool | None:
    """What is true of all functions that a value holds; None where some differ."""
    answers = {asked(r, function) for function in called_within(r, value.functions)}  # type: ignore[attr-defined]  # it has functions
    return answers.pop() if len(answers) == 1 else None
