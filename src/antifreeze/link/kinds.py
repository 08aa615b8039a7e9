"""How tests of an object's class and attributes come out: `isinstance(value, Mail)`, `hasattr(value, "read")`."""

from __future__ import annotations

from antifreeze.link.resolver import Resolver
from antifreeze.model.value import (
    Applied,
    ClassValue,
    Coroutine,
    Descriptor,
    External,
    FunctionValue,
    Instance,
    LiteralValue,
    Partial,
    Value,
    ValueSet,
    is_none,
)

_BY_SHAPE = ("typing.", "typing_extensions.", "collections.abc.", "_collections_abc.", "os.", "numbers.", "contextlib.")
"""Modules whose classes may take for their own what does not derive from them."""

_SHAPES = {
    "PathLike": "__fspath__", "Callable": "__call__", "Awaitable": "__await__", "Iterable": "__iter__",
    "Iterator": "__next__", "AsyncIterable": "__aiter__", "AsyncIterator": "__anext__", "Sized": "__len__",
    "Container": "__contains__", "Reversible": "__reversed__", "AbstractContextManager": "__enter__",
    "AbstractAsyncContextManager": "__aenter__",
}  # fmt: skip
"""The classes of these that go by one method, by name."""


_CONSTANTS = frozenset(f"builtins.{name}" for name in ("str", "bytes", "int", "float", "bool"))
"""Classes whose objects are hardly ever those of a library's heirs."""


def is_a(r: Resolver, value: Value, classes: ValueSet) -> bool | None:
    """Whether a value is of one of the classes; None where that cannot be told."""
    outcomes = {_is_of(r, value, cls) for cls in flattened(r, classes)} or {None}
    return True if True in outcomes else None if None in outcomes else False


def is_exactly(r: Resolver, value: Value, classes: ValueSet) -> bool | None:
    """Whether a value's own class is one of the classes; None where that cannot be told."""
    outcome = is_a(r, value, classes)
    own = _class_of(r, value)
    if outcome is not True or not isinstance(own, ClassValue):
        return outcome
    may_be_heir = not isinstance(value, LiteralValue) and bool(r.subclasses(own))
    return None if may_be_heir else own in flattened(r, classes)


def is_heir(r: Resolver, value: Value, classes: ValueSet) -> bool | None:
    """Whether a class is one of the classes, or derives from one; None where that cannot be told."""
    if not isinstance(value, ClassValue):
        return None
    outcome = is_a(r, r.make(Instance, value), classes)
    return False if outcome is None and _are_heirs_alone(r, value, classes) else outcome


def _are_heirs_alone(r: Resolver, cls: ClassValue, classes: ValueSet) -> bool:
    """Whether all that keeps a class from being none of the classes is that one of these derives from it."""
    found = flattened(r, classes)
    ancestors = r.class_info(cls).ancestors
    return not any(isinstance(base, External) for base in ancestors) and all(
        isinstance(one, ClassValue) and cls in r.class_info(one).ancestors for one in found
    )


def distance(r: Resolver, value: Value, classes: ValueSet) -> int:
    """How far the nearest of the classes stands from a value's own, in its order of ancestors."""
    own = _class_of(r, value)
    ancestors = r.class_info(own).ancestors if isinstance(own, ClassValue) else ()
    wanted = flattened(r, classes)
    return next((place for place, base in enumerate(ancestors) if base in wanted), len(ancestors))


def flattened(r: Resolver, classes: ValueSet) -> list[Value]:
    """The classes that a test names, also those in tuples."""
    found: list[Value] = []
    for value in classes:
        if isinstance(value, Instance) and value.cls is r.builtin("tuple"):
            found.extend(part for parts in value.args for part in flattened(r, parts))
        else:
            found.append(value.cls if isinstance(value, Applied) else value)
    return found


def _is_of(r: Resolver, value: Value, cls: Value) -> bool | None:
    if isinstance(cls, LiteralValue):  # `X | None`
        return is_none(value) if cls.value is None else None
    own = _class_of(r, value)
    ancestors = r.class_info(own).ancestors if isinstance(own, ClassValue) else (own,)
    if cls in ancestors or cls is r.builtin("object"):
        return True
    if not _is_plain(value) if own is None else _says_little(r, own):
        return None
    if not isinstance(cls, (ClassValue, External)):
        return None
    is_own = isinstance(own, ClassValue) and isinstance(cls, ClassValue) and not cls.ref.module.is_foreign
    if any(isinstance(base, External) for base in ancestors) and not is_own:  # no library derives from the program
        return None
    name = cls.name if isinstance(cls, External) else cls.ref.name
    if name.startswith(_BY_SHAPE):
        shape = _SHAPES.get(name.rpartition(".")[2])
        return _is_shaped(r, value, own, shape) if shape is not None else None
    if isinstance(cls, External):
        return False if own is None or (isinstance(own, ClassValue) and own.ref.name in _CONSTANTS) else None
    info = r.class_info(cls)
    is_heir = own in info.ancestors and not isinstance(value, LiteralValue)
    return None if info.is_protocol or is_heir else False


def _says_little(r: Resolver, own: ClassValue | External) -> bool:
    """Whether what is declared to be of a class may be of one that does not derive from it in the source."""
    if not isinstance(own, ClassValue):
        return False
    return own is r.builtin("object") or own.ref.name.startswith(_BY_SHAPE) or r.class_info(own).is_protocol


def _is_shaped(r: Resolver, value: Value, own: ClassValue | External | None, method: str) -> bool | None:
    """Whether an object has the method by which a class goes; those of the standard library have what stubs tell."""
    if own is None or isinstance(own, External):
        return None if own is not None else has(r, value, method)
    return bool(r.attribute((value,), method)) if own.ref.module.is_stub else has(r, value, method)


def _class_of(r: Resolver, value: Value) -> ClassValue | External | None:
    """The class that an object is made of."""
    if isinstance(value, LiteralValue):
        return None if value.value is None else r.builtin(type(value.value).__name__)
    return value.cls if isinstance(value, Instance) else None


def _is_plain(value: Value) -> bool:
    """Whether a value of no known class is none of a program's objects: None, or a function."""
    return isinstance(value, (LiteralValue, FunctionValue, Coroutine))


def has(r: Resolver, value: Value, name: str) -> bool | None:
    """Whether an object has an attribute; None where that cannot be told."""
    if name == "__call__" and isinstance(value, (FunctionValue, ClassValue, Partial, Descriptor)):
        return True
    cls = _class_of(r, value)
    if not isinstance(cls, ClassValue):
        return False if is_none(value) else None
    found = r.attribute((value,), name)
    if found:
        return True if any(isinstance(part, (FunctionValue, Descriptor)) for part in found) else None
    if cls.ref.module.is_foreign:
        return False if cls.ref.name in _CONSTANTS else None
    return None if r.overridden(cls, name) or _may_be_given(r, cls, name) else False


def _may_be_given(r: Resolver, cls: ClassValue, name: str) -> bool:
    """Whether an object may have an attribute that its class does not define."""
    if name in r.program.set_from_outside:
        return True
    for base in r.class_info(cls).ancestors:
        if isinstance(base, External) or "__getattr__" in base.ref.scope.names or r.sets_at_will(base.ref):
            return True
        if (base.ref, name) in r.program.attribute_stores:
            return True
    return False
