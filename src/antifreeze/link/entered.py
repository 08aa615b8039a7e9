"""Context managers as decorators: `@timer()` enters what `timer()` gives around each call of the function."""

from __future__ import annotations

from antifreeze.link.resolver import Resolver
from antifreeze.model.value import ClassValue, FunctionValue, Instance, Suspended, Value, ValueSet

AROUND = "around"
"""The kind of a descriptor that holds the functions that are decorated so, and the managers."""

_DECORATORS = frozenset(("contextlib.ContextDecorator", "contextlib.AsyncContextDecorator"))


def is_manager(r: Resolver, value: Value) -> bool:
    """Whether a value, called with a function, gives one that enters the value around each call."""
    if isinstance(value, Suspended):
        return value.is_context_manager
    if not isinstance(value, Instance) or not isinstance(value.cls, ClassValue) or value.cls.ref.module.is_foreign:
        return False
    bases = [base for base in r.class_info(value.cls).ancestors if isinstance(base, ClassValue)]
    caller = next((base for base in bases if "__call__" in base.ref.scope.names), None)
    return caller is not None and caller.ref.name in _DECORATORS


def called_within(r: Resolver, values: ValueSet) -> ValueSet:
    """The functions that are called, of what a descriptor holds."""
    return tuple(value for value in values if not is_manager(r, value))


def entered_around(r: Resolver, values: ValueSet, *, is_async: bool = False) -> ValueSet:
    """The managers that are entered, of what a descriptor holds; a coroutine's own are entered when it is awaited."""
    return tuple(value for value in values if is_manager(r, value) and _is_async(value) is is_async)


def _is_async(value: Value) -> bool:
    return (
        isinstance(value, Suspended) and isinstance(value.function, FunctionValue) and value.function.ref.scope.is_async
    )
