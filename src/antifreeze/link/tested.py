"""Tests of parameters, with the constants that they name."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from antifreeze.catalog.conditions import UNKNOWN, Flags
from antifreeze.link.coroutineness import has_kind
from antifreeze.link.flags import root_of
from antifreeze.link.given import is_given
from antifreeze.link.kinds import has, is_a, is_exactly, is_heir
from antifreeze.link.resolver import Bindings, Resolver
from antifreeze.model.expression import NO_NODE
from antifreeze.model.summary import HAS, IS_DEFAULT, IS_EXACTLY, IS_HEIR, OF_CLASSES, OF_KIND, Guard
from antifreeze.model.value import (
    ANYTHING,
    ClassValue,
    External,
    FunctionValue,
    Instance,
    LiteralValue,
    ScopeRef,
    Symbol,
    Value,
    ValueSet,
    union,
)

OF_OBJECTS = OF_CLASSES | {HAS, OF_KIND, IS_DEFAULT}
"""The operators of tests that ask for more than for a constant."""

MEMBER = "_value_"
"""The fact that tells which member of an enumeration an instance is."""

NAMED = "named"
"""The fact that tells which constant of a library an instance is."""


def constant(value: Value) -> object:
    """What a value is where that is the same each time: a literal, or what stands for a member of an enumeration."""
    if isinstance(value, LiteralValue):
        return value.value
    if isinstance(value, Instance) and value.facts:
        return dict(value.facts).get(MEMBER, UNKNOWN)
    return UNKNOWN


def flags_of(values: ValueSet) -> Flags | None:
    """The named constants that an argument is put together of, or the class that it, or what it holds, is or is of."""
    names = [_name_of(value) or _class_of_items(value) or _class_name(value) for value in values]
    if not names or not all(names):
        return None
    return Flags(frozenset(names), constant(values[0]) if len(values) == 1 else UNKNOWN)


def _class_of_items(value: Value) -> str:
    """The name of the one class that a dict's or a list's items are of: `{"default": MemoryJobStore()}`."""
    if not isinstance(value, Instance) or not isinstance(value.cls, ClassValue) or not value.args:
        return ""
    names = {_class_name(item) for item in value.args[-1]} if value.cls.ref.name in _CONTAINERS else set()
    return names.pop() if len(names) == 1 else ""


_CONTAINERS = frozenset(("builtins.dict", "builtins.list"))


def is_flag(value: Value) -> bool:
    """Whether a value is a named constant."""
    return bool(_name_of(value))


def _name_of(value: Value) -> str:
    if isinstance(value, External):
        name = value.name.rpartition(".")[2]
        return name if name.isupper() else ""
    return str(dict(value.facts).get(NAMED, "")) if isinstance(value, Instance) and value.facts else ""


def _class_name(value: Value) -> str:
    """The name of a library's class, for the class and for its instances."""
    cls = value.cls if isinstance(value, Instance) else value
    if isinstance(cls, ClassValue):
        return cls.ref.scope.name if cls.ref.module.is_foreign else ""
    name = cls.name.rpartition(".")[2] if isinstance(cls, External) else ""
    return name if name[:1].isupper() else ""


def guards_of_parameters(r: Resolver, ref: ScopeRef, guards: Sequence[Guard]) -> tuple[Guard, ...]:
    """Those that are tests of the function's parameters, with the constants that they name as literals where known.

    One of several tests of which any may let control pass has to be known in all of its parts.
    """
    found: list[Guard] = []
    for guard in guards:
        tests = [each for each in (guard, *guard.others) if root_of(r, ref, each) is not None]
        parts = [worked_out(r, ref, each) or _of_default(r, ref, each) for each in tests]
        known = [part for part in parts if part is not None]
        if len(known) == 1 + len(guard.others):
            found.append(msgspec.structs.replace(known[0], others=known[1:]) if guard.others else known[0])
    return tuple(found)


def worked_out(r: Resolver, ref: ScopeRef, guard: Guard) -> Guard | None:
    """A test with the constants that it names as literals; None where one of them is not known.

    Classes stay as they are named.
    """
    if not guard.named or guard.operator in OF_CLASSES:
        return guard
    operand = list(guard.operand)
    for index in guard.named:
        values = [constant(value) for value in r.node(ref, index)]
        if len(values) != 1 or not isinstance(values[0], (bool, int, float, str)):
            return None
        operand.append(values[0])
    operator = "in" if len(operand) > 1 else guard.operator
    return msgspec.structs.replace(guard, operator=operator, operand=tuple(operand), named=())


def _of_default(r: Resolver, ref: ScopeRef, guard: Guard) -> Guard | None:
    """A comparison of a parameter with its default, an object that stands for no argument: `value is MISSING`."""
    if guard.param == NO_NODE or guard.attribute or guard.operator != "equal" or len(guard.named) != 1:
        return None
    default = r.node(ref.enclosing, ref.scope.params[guard.param].default)
    is_one = len(default) == 1 and isinstance(default[0], (Instance, ClassValue)) and not default[0].symbolic
    is_meant = is_one and r.node(ref, guard.named[0]) == default
    return msgspec.structs.replace(guard, operator=IS_DEFAULT) if is_meant else None


def _is_default(r: Resolver, ref: ScopeRef, guard: Guard, value: Value) -> bool | None:
    """Whether an argument is that object; None where it may be."""
    if value in r.node(ref, guard.named[0]):
        return True
    return False if isinstance(value, (LiteralValue, Instance, ClassValue, FunctionValue)) else None


def passes(guard: Guard, value: object) -> bool:
    """Whether a constant can pass the test; what is not known can."""
    return value is UNKNOWN or guard.operator in OF_OBJECTS or guard.holds(value)  # type: ignore[arg-type]  # a constant


def may_pass(r: Resolver, ref: ScopeRef, guard: Guard, value: Value) -> bool:
    """Whether a value can pass a test that a function makes."""
    if guard.operator not in OF_OBJECTS:
        return passes(guard, constant(value))
    known = told(r, ref, guard, value)
    return known is None or known is guard.outcome or bool(guard.remade)


def told(r: Resolver, ref: ScopeRef, guard: Guard, value: Value) -> bool | None:
    """How a test of a value's class or attributes comes out; None where that cannot be told."""
    if guard.operator == OF_KIND:
        return has_kind(r, value, guard.operand)
    if guard.operator == IS_DEFAULT:
        return _is_default(r, ref, guard, value)
    if guard.operator == HAS:
        return has(r, value, str(guard.operand[0]))
    classes = union([r.node(ref, index) for index in guard.named])
    if guard.operator == IS_HEIR:
        return is_heir(r, value, classes)
    return is_exactly(r, value, classes) if guard.operator == IS_EXACTLY else is_a(r, value, classes)


def fails(r: Resolver, ref: ScopeRef, guard: Guard, bindings: Bindings) -> bool:
    """Whether arguments are known to keep control from what stands under a test, or under any of several."""
    return all(_fails(r, ref, each, bindings) for each in (guard, *guard.others))


def _fails(r: Resolver, ref: ScopeRef, guard: Guard, bindings: Bindings) -> bool:
    root = root_of(r, ref, guard)
    values = bindings.get(root, ()) if root is not None else ()
    if root is not None and is_given(r, root, guard, bindings):
        return True
    if guard.operator == "none":
        return bool(values) and not any(isinstance(value, Symbol) or _may_be(r, guard, value) for value in values)
    return bool(values) and not any(may_pass(r, ref, guard, value) for value in values)


def _may_be(r: Resolver, guard: Guard, value: Value) -> bool:
    """Whether a value passes a test for None; what a library calls by some name may be anything."""
    if isinstance(value, LiteralValue):
        return guard.holds(value.value)
    is_open = isinstance(value, External) and not (_class_name(value) or r.catalog.speaks_of(value.name))
    return bool(guard.remade) or not guard.outcome or value is ANYTHING or is_open
