"""Fields with defaults: what the constructor that a decorator or a base class makes may be given instead."""

from __future__ import annotations

from dataclasses import dataclass

from antifreeze.link.held import field_of, filled
from antifreeze.link.resolver import Resolver
from antifreeze.model import expression as ex
from antifreeze.model.expression import NO_NODE
from antifreeze.model.value import (
    Anything,
    Applied,
    ClassValue,
    External,
    Instance,
    LiteralValue,
    ParamRoot,
    ScopeRef,
    Value,
    ValueSet,
    union,
)

_MAKERS = frozenset(("dataclass", "define", "frozen", "mutable", "attrs", "s", "attributes"))
"""What decorates a class whose constructor takes its fields."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field that a constructor takes: its number among the annotations of its class, and how it is given."""

    owner: ScopeRef
    place: int
    name: str
    by_place: bool
    is_passed_on: bool
    """Whether it is not kept, but passed to `__post_init__`."""


def fields_taken(owners: list[ScopeRef]) -> list[Field]:
    """What the constructor of a class takes, with what it inherits; `owners` are the class and its bases in order.

    A field that is declared anew stays in its place.
    """
    found: dict[str, Field] = {}
    for owner in reversed(owners):
        by_place = True
        for place, (name, annotation) in enumerate(owner.scope.annotations.items()):
            form = _form(owner, annotation)
            by_place = by_place and form != "KW_ONLY"
            if form not in ("ClassVar", "KW_ONLY") and not _is_left_out(owner, name):
                found[name] = Field(owner, place, name, by_place, form == "InitVar")
    return list(found.values())


def _form(ref: ScopeRef, annotation: int) -> str:
    """The last name of an annotation, without what stands in brackets."""
    node = ref.scope.nodes[annotation]
    node = ref.scope.nodes[node.base] if isinstance(node, ex.Subscript) else node
    return node.name if isinstance(node, (ex.Name, ex.Attribute, ex.Import)) else ""


def _is_left_out(ref: ScopeRef, name: str) -> bool:
    """Whether a field says that the constructor does not take it: `field(init=False)`."""
    nodes = ref.scope.nodes
    node = nodes[ref.scope.names[name]] if name in ref.scope.names else None
    value = nodes[node.value] if isinstance(node, ex.Declared) else node
    said = dict(value.keywords).get("init", NO_NODE) if isinstance(value, ex.Call) else NO_NODE
    given = nodes[said] if said != NO_NODE else None
    return isinstance(given, ex.Literal) and given.value is False


def is_field(r: Resolver, cls: ClassValue, name: str) -> bool:
    """Whether a class has a constructor made that takes the member as an argument."""
    scope = cls.ref.scope
    if "__init__" in scope.names or (cls.ref, name) in r.program.attribute_stores:
        return False
    declared = r.node(cls.ref, scope.annotations[name])
    if any(isinstance(part, (Applied, External)) and _is_class_variable(part) for part in declared):
        return False
    return _is_decorated(cls.ref) or any(isinstance(base, External) for base in r.class_info(cls).ancestors)


def _is_class_variable(value: Applied | External) -> bool:
    form = value.cls if isinstance(value, Applied) else value
    return isinstance(form, External) and form.name == "typing.ClassVar"


def _is_decorated(ref: ScopeRef) -> bool:
    """Whether a class is decorated by what makes its constructor, as that is spelt."""
    around = ref.enclosing.scope.nodes
    for node in around:
        if not isinstance(node, ex.Decorate):
            continue
        base: ex.Expression = node
        while isinstance(base, ex.Decorate):
            base = around[base.base]
        if isinstance(base, ex.Class) and base.scope == ref.index:
            made = around[node.decorator]
            spelt = around[made.func] if isinstance(made, ex.Call) else made
            if isinstance(spelt, (ex.Name, ex.Attribute, ex.Import)) and spelt.name in _MAKERS:
                return True
    return False


def given_for(r: Resolver, owner: ScopeRef, name: str, default: ValueSet, receiver: Value) -> ValueSet:
    """What a field holds: what the constructor was given, where that is known; else that, or the default."""
    root = r.make(ParamRoot, owner, list(owner.scope.annotations).index(name))
    if any(isinstance(value, (LiteralValue, Anything)) for value in default):
        kept = dict(receiver.env).get(root, ()) if isinstance(receiver, Instance) and receiver.env else ()
        is_all = len(kept) == 1 and isinstance(kept[0], LiteralValue) and name not in r.program.set_from_outside
        return kept if is_all else default
    given = field_of(r, owner, name)
    is_made = isinstance(receiver, Instance) and not any(known is root for known, _ in receiver.env)
    return union([default, given]) if is_made else given


def default_of(r: Resolver, owner: ScopeRef, name: str) -> ValueSet:
    """The default of a field; a container that is made empty, and never filled, holds nothing, whatever is declared."""
    index = owner.scope.names.get(name, NO_NODE)
    node = owner.scope.nodes[index] if index != NO_NODE else None
    if not isinstance(node, ex.Declared):
        return r.node(owner, index)
    made = r.node(owner, node.value)
    is_filled = name in r.program.filled_from_outside or (owner, name) in r.program.attribute_stores
    is_empty = bool(made) and all(isinstance(value, Instance) and not any(value.args) for value in made)
    return made if is_empty and not is_filled else filled(r, owner, name, r.node(owner, index))
