"""Defaults that stand in for what is not given: `self.client = client or Client()`."""

from __future__ import annotations

from antifreeze.link.resolver import Resolver
from antifreeze.model import expression as ex
from antifreeze.model.value import (
    ClassValue,
    FunctionValue,
    Instance,
    ParamRoot,
    Partial,
    ScopeRef,
    Value,
    ValueSet,
    says_nothing,
    union,
)


def options_of(ref: ScopeRef, index: int) -> tuple[int, list[int]] | None:
    """The number of the parameter, and the other options, where a node is a parameter or a default in its place."""
    nodes = ref.scope.nodes
    node = nodes[index]
    if isinstance(node, ex.Declared):
        node = nodes[node.value]
    if not isinstance(node, ex.Choice) or not node.falls_back:
        return None
    first = nodes[node.options[0]]
    return (first.index, node.options[1:]) if isinstance(first, ex.Param) else None


def kept(r: Resolver, owner: ScopeRef, name: str) -> tuple[ScopeRef, int, list[int]] | None:
    """The method that keeps such a node in an attribute, the parameter and the defaults; None where others do, too."""
    stores = r.program.attribute_stores.get((owner, name), ())
    if len(stores) != 1 or not stores[0][1].name or name in r.program.set_from_outside:
        return None
    ref, store = stores[0]
    found = options_of(ref, store.value)
    return None if found is None else (ref, *found)


def depends_on_maker(r: Resolver, cls: ClassValue, name: str) -> bool:
    """Whether an attribute of a class is what its constructor is given, or else a default."""
    found = [kept(r, base.ref, name) for base in r.class_info(cls).ancestors if isinstance(base, ClassValue)]
    return any(_runs_code(r, ref, defaults) for ref, _, defaults in filter(None, found))


def _runs_code(r: Resolver, ref: ScopeRef, defaults: list[int]) -> bool:
    """Whether a default may run anything: an empty dict does not."""
    return any(_is_true(value) for index in defaults for value in r.node(ref, index))


def given_or_default(r: Resolver, owner: ScopeRef, name: str, receiver: Value) -> ValueSet | None:
    """What an object keeps that is known to be made with the parameter, or without it."""
    if not isinstance(receiver, Instance) or not receiver.env:
        return None
    found = kept(r, owner, name)
    if found is None:
        return None
    ref, number, defaults = found
    root = r.make(ParamRoot, ref, number)
    given = next((values for known, values in receiver.env if known is root), ())
    if given and all(map(says_nothing, given)):
        return union([r.node(ref, index) for index in defaults])
    return given if given and all(map(_is_true, given)) else None


def _is_true(value: Value) -> bool:
    """Whether a value surely counts as true: objects of the program and of libraries, and functions."""
    if isinstance(value, Instance):
        return not isinstance(value.cls, ClassValue) or not value.cls.ref.module.is_stub
    return isinstance(value, (FunctionValue, ClassValue, Partial))
