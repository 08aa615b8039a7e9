"""What iterating, awaiting and entering values gives."""

from __future__ import annotations

from antifreeze.link.attributes import step
from antifreeze.link.containers import is_of_library
from antifreeze.link.imports import member
from antifreeze.link.members import is_enumeration
from antifreeze.link.namedtuple import fields_of
from antifreeze.link.resolver import NO_ARGUMENTS, Resolver
from antifreeze.link.unify import upcast
from antifreeze.model.expression import NO_NODE
from antifreeze.model.value import (
    NOTHING,
    ClassValue,
    Coroutine,
    External,
    FunctionValue,
    Instance,
    Suspended,
    Symbol,
    Value,
    ValueSet,
    alternatives,
    says_something,
    union,
)


def iterate(r: Resolver, values: ValueSet, is_async: bool) -> ValueSet:
    """The elements of the values."""
    return alternatives([_elements(r, value, is_async) for value in values])


def _elements(r: Resolver, value: Value, is_async: bool) -> ValueSet:
    if isinstance(value, Suspended):
        return yielded(r, value)
    if isinstance(value, Symbol):
        return step(r, value, "for")
    if isinstance(value, ClassValue) and is_enumeration(r, value):
        return (r.make(Instance, value),)
    if not isinstance(value, Instance):
        return NOTHING
    if value.cls is r.builtin("tuple"):
        return alternatives(value.args)
    if isinstance(value.cls, External):
        made = None if value.args else r.catalog.returns(f"{value.cls.name}.__iter__")
        return r.named_type(made) if made is not None else value.args[0] if value.args else NOTHING
    if value.args and not is_async and value.cls in (r.builtin("list"), r.builtin("set"), r.builtin("dict")):
        return value.args[0]
    fields = fields_of(r, value)
    if fields is not None:
        return alternatives(fields)
    base = typing_class(r, "AsyncIterable" if is_async else "Iterable")
    args = upcast(r, value, base) if base is not None else ()
    if args and args[0]:
        return args[0]
    return _by_protocol(r, value, is_async) or (value.args[0] if value.args and is_of_library(r, value) else NOTHING)


def _by_protocol(r: Resolver, value: Instance, is_async: bool) -> ValueSet:
    """`__iter__`, then the `__next__` of what it returns; without one, what `__getitem__` gives."""
    start, advance = ("__aiter__", "__anext__") if is_async else ("__iter__", "__next__")
    methods = r.attribute((value,), start)
    if not methods and not is_async:
        return r.call(r.attribute((value,), "__getitem__"), NO_ARGUMENTS)
    iterators = r.call(methods, NO_ARGUMENTS)
    sets: list[ValueSet] = []
    for iterator in iterators:
        if isinstance(iterator, Suspended):
            sets.append(yielded(r, iterator))
        elif isinstance(iterator, Instance) and isinstance(iterator.cls, ClassValue):
            elements = upcast(r, iterator, typing_class(r, "AsyncIterable" if is_async else "Iterable") or iterator.cls)
            result = elements[0] if elements else r.call(r.attribute((iterator,), advance), NO_ARGUMENTS)
            sets.append(r.awaited(result) if is_async and not elements else result)
    return union(sets)


def typing_class(r: Resolver, name: str) -> ClassValue | None:
    """A class of the `typing` stub."""
    for value in member(r, "typing", name):
        if isinstance(value, ClassValue):
            return value
    return None


def yielded(r: Resolver, value: Suspended) -> ValueSet:
    """What a suspended body yields; generators of generators share their parts, and each is asked once."""
    return r.once(("yielded", value), lambda: _yielded(r, value))


def _yielded(r: Resolver, value: Suspended) -> ValueSet:
    function = value.function
    ref = function.ref
    found = r.substitute(r.yields(ref), {**dict(function.env), **dict(value.args)})
    if says_something(found) or ref.scope.returns_annotation == NO_NODE:
        return found
    sets: list[ValueSet] = []
    for declared in r.annotation(ref.enclosing, ref.scope.returns_annotation):
        if isinstance(declared, Instance) and declared.args:
            sets.append(declared.args[0])
    return union(sets)


def awaited(r: Resolver, values: ValueSet) -> ValueSet:
    """`await value` for each value."""
    return alternatives([_awaited(r, value) for value in values])


def _awaited(r: Resolver, value: Value) -> ValueSet:
    if isinstance(value, Coroutine):
        return value.result
    if isinstance(value, Symbol):
        return step(r, value, "await")
    if isinstance(value, Instance):
        if isinstance(value.cls, External):
            return value.args[-1] if value.args else NOTHING
        base = typing_class(r, "Awaitable")
        args = upcast(r, value, base) if base is not None else ()
        if args:
            return args[-1]
        return _generator_result(r, r.call(r.attribute((value,), "__await__"), NO_ARGUMENTS))
    return NOTHING


def _generator_result(r: Resolver, values: ValueSet) -> ValueSet:
    sets: list[ValueSet] = []
    for value in values:
        if isinstance(value, Instance) and len(value.args) == 3:  # noqa: PLR2004 (Generator[yield, send, return])
            sets.append(value.args[2])
        elif isinstance(value, Suspended):
            sets.append(r.returns(value.function.ref))
    return union(sets)


def entered(r: Resolver, values: ValueSet, is_async: bool) -> ValueSet:
    """What `with value as x` binds; what waits behind coroutines is shared by many of them, and looked at once."""
    sets: list[ValueSet] = []
    pending, seen = list(reversed(values)), set(values)
    while pending:
        value = pending.pop()
        if isinstance(value, Coroutine):
            fresh = [result for result in value.result if result not in seen]
            seen.update(fresh)
            pending.extend(reversed(fresh))
        else:
            sets.append(_entered(r, value, is_async))
    return union(sets)


def _entered(r: Resolver, value: Value, is_async: bool) -> ValueSet:
    if isinstance(value, Suspended):
        return yielded(r, value)
    if isinstance(value, Symbol):
        return step(r, value, "with")
    if not isinstance(value, Instance):
        return NOTHING
    if isinstance(value.cls, External) and value.cls.name.endswith("()"):
        return value.args[0] if value.args else NOTHING
    if isinstance(value.cls, External):
        known = r.catalog.returns(f"{value.cls.name}.{'__aenter__' if is_async else '__enter__'}")
        return r.named_type(known) if known is not None else (value,)
    enter = r.attribute((value,), "__aenter__" if is_async else "__enter__")
    if not enter or not any(isinstance(method, FunctionValue) for method in enter):
        return (value,)
    result = r.call(enter, NO_ARGUMENTS)
    return r.awaited(result) if is_async else result
