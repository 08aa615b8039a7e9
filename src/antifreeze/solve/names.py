"""The names by which the catalog may know what a site calls."""

from __future__ import annotations

from antifreeze.link.coroutineness import is_async
from antifreeze.link.resolver import Resolver
from antifreeze.model.summary import ScopeKind
from antifreeze.model.value import (
    ClassValue,
    External,
    FunctionValue,
    Instance,
    LiteralValue,
    ModuleValue,
    Value,
    ValueSet,
)
from antifreeze.solve.mixins import called_by_mixin


def method_names(r: Resolver, value: FunctionValue) -> list[str]:
    """The names a function goes by: through each class from its receiver's down to the one that defines it.

    The `__init__` of a class that is none of the program's goes by the name of its class, too: a heir that calls it
    runs what making one of them runs.
    """
    ref = value.ref
    owner = ref.parent
    canonical = r.catalog.canonical
    cls = _receiver_class(value.receiver)
    if owner is None or owner.scope.kind is not ScopeKind.CLASS:
        return [canonical(ref.name)]
    made = [canonical(owner.name)] if ref.scope.name == "__init__" and ref.module.is_foreign else []
    if cls is None:
        return [canonical(ref.name), *made]
    names = []
    for base in r.class_info(cls).ancestors:
        dotted = base.name if isinstance(base, External) else base.ref.name
        names.append(canonical(f"{dotted}.{ref.scope.name}"))
        if isinstance(base, ClassValue) and base.ref is owner:
            break
    return names + made


def _receiver_class(receiver: Value | None) -> ClassValue | None:
    if isinstance(receiver, ClassValue):
        return receiver
    cls = getattr(receiver, "cls", None) or getattr(receiver, "bound", None)
    return cls if isinstance(cls, ClassValue) else None


def dotted_name(value: Value) -> str:
    """The one name of an external, a function or a class; empty for other values."""
    if isinstance(value, External):
        return value.name
    return value.ref.name if isinstance(value, (FunctionValue, ClassValue)) else ""


def is_inert(r: Resolver, value: Value) -> bool:
    """Whether calling the value surely runs nothing that matters: stubs and coroutines that no row speaks of."""
    if isinstance(value, FunctionValue):
        if value.ref.module.is_library:
            return False  # its source may tell
        if not (value.ref.module.is_foreign or value.ref.scope.is_async) or called_by_mixin(r, value):
            return False
        return not any(r.catalog.speaks_of(name) for name in method_names(r, value))
    if isinstance(value, ClassValue):
        return value.ref.module.is_stub and not value.ref.module.is_library and not r.catalog.speaks_of(value.ref.name)
    return isinstance(value, (LiteralValue, ModuleValue))


def awaitable(r: Resolver, values: ValueSet) -> ValueSet:
    """Of the alternatives of a call that is awaited, those that an `await` can be meant for.

    That are the coroutine functions, where there are some; else all but the known synchronous ones: code that works
    awaits none of these, so the object is of another class, or of another version of the library, than it seems.
    """
    asynchronous = tuple(value for value in values if is_async(r, value))
    return asynchronous or tuple(value for value in values if not (_is_sink(r, value) or _gives_plain(r, value)))


def _gives_plain(r: Resolver, value: Value) -> bool:
    """Whether a function of the program gives nothing but constants and containers, which nobody can await."""
    if not isinstance(value, FunctionValue) or value.ref.module.is_foreign:
        return False
    scope = value.ref.scope
    if scope.is_abstract or scope.is_generator or scope.kind is not ScopeKind.FUNCTION:
        return False
    given = r.returns(value.ref)
    return bool(given) and all(isinstance(one, LiteralValue) or _is_builtin(one) for one in given)


def _is_builtin(value: Value) -> bool:
    cls = value.cls if isinstance(value, Instance) else None
    return isinstance(cls, ClassValue) and cls.ref.module.is_stub and cls.ref.module.module == "builtins"


def _is_sink(r: Resolver, value: Value) -> bool:
    if isinstance(value, Instance) and isinstance(value.cls, External):
        return r.catalog.sinks(r.catalog.canonical(f"{value.cls.name}.__call__")) is not None
    if isinstance(value, FunctionValue) and value.ref.module.is_stub:
        return any(r.catalog.sinks(name) is not None for name in method_names(r, value))
    return isinstance(value, External) and r.catalog.sinks(r.catalog.canonical(value.name)) is not None
