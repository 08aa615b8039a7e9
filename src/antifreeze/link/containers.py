"""Builtin containers as generic instances: displays, what is put into them, and their items."""

from __future__ import annotations

from collections.abc import Mapping

from antifreeze.link.namedtuple import fields_of
from antifreeze.link.nesting import within_bounds
from antifreeze.link.resolver import Arguments, Resolver
from antifreeze.link.typeddict import is_typed_dict, under_keys
from antifreeze.model.expression import Call
from antifreeze.model.summary import ScopeKind
from antifreeze.model.value import (
    NOTHING,
    ClassValue,
    External,
    Instance,
    LiteralValue,
    ParamRoot,
    Symbol,
    Value,
    ValueSet,
    alternatives,
    union,
)

PLACE = "#"
"""How the steps of access paths start that lead from what is unpacked to the item at a place."""


def container(r: Resolver, kind: str, args: tuple[ValueSet, ...]) -> ValueSet:
    """An instance of the builtin container `kind` with these type arguments (a tuple's items)."""
    return (make_instance(r, Instance(r.builtin(kind), args)),)


def make_instance(r: Resolver, draft: Instance) -> Value:
    """Intern an instance; one that nests too deeply loses its arguments."""
    return within_bounds(r, draft) or r.make(Instance, draft.cls, (), (), draft.facts)


def extend(r: Resolver, values: ValueSet, added: ValueSet) -> ValueSet:
    """The containers after `added` was put into them."""
    if not added:
        return values
    return union([(_extended(r, value, added),) for value in values])


def _extended(r: Resolver, value: Value, added: ValueSet) -> Value:
    if not isinstance(value, Instance) or (value.env and value.cls is not r.builtin("dict")):
        return value
    if isinstance(value.cls, ClassValue) and not value.cls.ref.module.is_stub:
        return value  # a class of the program's own is no container, whatever its methods are called
    args = value.args
    if value.cls is r.builtin("dict") or len(args) == 2:  # noqa: PLR2004 (a mapping's key and value)
        key, old = args if len(args) == 2 else (NOTHING, NOTHING)  # noqa: PLR2004
        args = (key, union([old, added]))
    elif len(args) <= 1:
        args = (union([*args, added]),)
    return make_instance(r, Instance(value.cls, args, value.env, value.facts))


def is_of_unknown_items(value: Value) -> bool:
    """Whether a value is a container that says nothing of its items, or a tuple that says nothing of one."""
    if not isinstance(value, Instance) or not isinstance(value.cls, ClassValue):
        return False
    is_tuple = value.cls.ref.name == "builtins.tuple"
    return not value.args or not (all(value.args) if is_tuple else value.args[-1])


def with_declared_items(r: Resolver, values: ValueSet, declared: ValueSet) -> ValueSet:
    """Containers that say nothing of their items, with those that are declared: `jobs: Queue[Job] = Queue()`."""
    known = {value.cls: value.args for value in declared if isinstance(value, Instance) and any(value.args)}
    found: list[ValueSet] = []
    for value in values:
        args = _declared_for(r, value, known) if known and is_of_unknown_items(value) else None
        if args is None or not isinstance(value, Instance):
            found.append((value,))
        else:
            found.append((make_instance(r, Instance(value.cls, args, value.env, value.facts)),))
    return union(found)


def _declared_for(
    r: Resolver, value: Value, known: Mapping[ClassValue | External, tuple[ValueSet, ...]]
) -> tuple[ValueSet, ...] | None:
    """The type arguments for a container, beside its own; for a list also those of a declared sequence."""
    assert isinstance(value, Instance)
    cls, own = value.cls, value.args
    if cls in known:
        told = known[cls]
        return told if len(own) != len(told) else tuple(mine or given for mine, given in zip(own, told, strict=True))
    is_plain = isinstance(cls, ClassValue) and cls.ref.name in ("builtins.list", "builtins.set")
    ancestors = r.class_info(cls).ancestors if isinstance(cls, ClassValue) and is_plain else ()
    return next((known[base] for base in ancestors if base in known and len(known[base]) == 1), None)


def with_items_put(r: Resolver, values: ValueSet, bare: ValueSet, added: ValueSet) -> ValueSet:
    """Containers after `added` was put into them; in one that is only declared, that is what its declaration means.

    `bare` is what the containers are without their declaration. What is put in counts for all that there is only where
    the program shows who calls the functions that are given it.
    """
    is_declared = bare != values and all(isinstance(value, Instance) and not any(value.args) for value in bare)
    if is_declared:  # what is taken out and put back tells no more than the declaration
        known = {part for value in values if isinstance(value, Instance) and value.args for part in value.args[-1]}
        added = tuple(value for value in added if value not in known or _is_made(r, value)) or added
    if added and is_declared and all(_is_given(r, value) for value in added):
        values = tuple(
            make_instance(r, Instance(value.cls, (*value.args[:-1], NOTHING), value.env, value.facts))
            if isinstance(value, Instance) and value.args
            else value
            for value in values
        )
    return extend(r, values, added)


def _is_made(r: Resolver, value: Value) -> bool:
    """Whether the program makes just such an object: one of that class, with no arguments."""
    cls = value.cls if isinstance(value, Instance) and not value.env else None
    sites = r.program.calls_named(cls.ref.scope.name) if isinstance(cls, ClassValue) else []
    calls = [ref.scope.nodes[index] for ref, index in sites]
    return any(isinstance(call, Call) and not (call.args or call.keywords) for call in calls)


def _is_given(r: Resolver, value: Value) -> bool:
    """Whether a value is known, or calls of the program tell it."""
    if not isinstance(value, Symbol):
        return True
    scope = value.root.ref if isinstance(value.root, ParamRoot) and not value.path else None
    while scope is not None and scope.scope.kind >= ScopeKind.FUNCTION:
        if r.program.calls_named(scope.scope.name) or r.program.decorations(scope.scope.name):
            return True
        scope = scope.parent
    return False


def is_mapping(value: Instance) -> bool:
    """Whether the type arguments are those of a mapping: its keys and its values."""
    return len(value.args) == 2 and isinstance(value.cls, ClassValue) and value.cls.ref.name != "builtins.tuple"  # noqa: PLR2004


def item(r: Resolver, values: ValueSet, index: int) -> ValueSet:
    """Item number `index` of unpacked values; any item for a negative index."""
    sets: list[ValueSet] = []
    for value in values:
        fields = fields_of(r, value)
        if fields is not None:
            sets.append(fields[index] if 0 <= index < len(fields) else alternatives(fields))
        elif isinstance(value, Instance) and value.cls is r.builtin("tuple") and value.args:
            sets.append(value.args[index] if 0 <= index < len(value.args) else alternatives(value.args))
        elif isinstance(value, Instance) and index < 0 and is_mapping(value):
            sets.append(value.args[1])
        else:
            sets.append(r.iterate((value,)))
    return alternatives(sets)


def subscript(r: Resolver, values: ValueSet, index: ValueSet) -> ValueSet:
    """`value[index]` on instances of builtin containers; nothing for any other value."""
    sets: list[ValueSet] = []
    for value in values:
        if isinstance(value, Instance) and isinstance(value.cls, ClassValue) and is_typed_dict(r, value.cls):
            sets.append(under_keys(r, value.cls, index))
        fields = fields_of(r, value)
        if fields is not None:
            sets.append(_tuple_item(fields, index))
            continue
        if not isinstance(value, Instance) or not value.args:
            continue
        if value.cls is r.builtin("tuple"):
            sets.append(_tuple_item(value.args, index))
        elif value.cls is r.builtin("list"):
            sets.append(value.args[0])
        elif value.cls is r.builtin("dict"):
            sets.append(value.args[-1])
    return alternatives(sets)


def sliced(r: Resolver, values: ValueSet) -> ValueSet:
    """The slices of values: those of a list, or of what a library has for many objects, are of the same kind."""
    return tuple(
        value
        for value in values
        if isinstance(value, Instance) and (value.cls is r.builtin("list") or (value.args and is_of_library(r, value)))
    )


def is_of_library(r: Resolver, value: Instance) -> bool:
    """Whether the one type argument that an object has is what the catalog says of a library's class."""
    if isinstance(value.cls, External):
        return not value.cls.name.endswith("()")
    info = r.class_info(value.cls)
    return not info.type_params and isinstance(info.ancestors[-1], External)


def item_by_method(r: Resolver, value: Value, key: ValueSet) -> ValueSet:
    """`value[key]` on what is no builtin container: what its `__getitem__` gives."""
    if isinstance(value, External) and value.receiver is not None:
        return (r.make(External, f"{value.name}.__getitem__", value.receiver),)
    if isinstance(value, ClassValue):
        return _of_class(r, value, key)
    if not isinstance(value, Instance):
        return NOTHING
    if isinstance(value.cls, External):
        method = r.attribute((value,), "__getitem__")
        is_told = r.catalog.returns(f"{value.cls.name}.__getitem__") is not None
        return r.call(method, Arguments((key,))) if is_told else method
    if r.subscript((value,), NOTHING):
        return NOTHING
    return r.call(r.attribute((value,), "__getitem__"), Arguments((key,)))


def _of_class(r: Resolver, cls: ClassValue, key: ValueSet) -> ValueSet:
    """What a class's own `__class_getitem__` gives, beside the class itself, as generic ones do."""
    own = (base for base in r.class_info(cls).ancestors if isinstance(base, ClassValue))
    if not any("__class_getitem__" in base.ref.scope.names and not base.ref.module.is_foreign for base in own):
        return NOTHING
    given = r.call(r.attribute((cls,), "__class_getitem__"), Arguments((key,)))
    return tuple(value for value in given if not isinstance(value, ClassValue))


def _tuple_item(args: tuple[ValueSet, ...], index: ValueSet) -> ValueSet:
    places = [value.value for value in index if isinstance(value, LiteralValue) and isinstance(value.value, int)]
    if len(places) == 1 and -len(args) <= places[0] < len(args):
        return args[places[0]]
    return alternatives(args)
