"""Models and what relates them: managers, and fields that name another model, which has the first one's objects."""

from __future__ import annotations

from functools import partial

from antifreeze.link.openclass import class_of
from antifreeze.link.resolver import Resolver
from antifreeze.model.expression import Call, Declared, Literal
from antifreeze.model.summary import ScopeKind
from antifreeze.model.value import (
    NOTHING,
    ClassValue,
    External,
    Instance,
    LiteralValue,
    ScopeRef,
    Value,
    ValueSet,
    union,
)


def is_of_owner(r: Resolver, cls: ClassValue | External) -> bool:
    """Whether an object is about the instances of the class that it is a member of: a model's manager."""
    bases = (cls,) if isinstance(cls, External) else r.class_info(cls).ancestors
    rows = (r.catalog.class_row(base.name) for base in bases if isinstance(base, External))
    return any(row is not None and row.of_owner for row in rows)


def named_by_field(r: Resolver, field: Instance, owner: ClassValue) -> ValueSet:
    """What an object has under a field that names a model: one of its objects, or a manager of many."""
    relates = _relates(r, field)
    models = _models(r, field, owner) if relates else NOTHING
    return r.instances(models) if relates.endswith("one") else r.attribute(models, "objects")


def naming_fields(r: Resolver, receiver: Value, name: str) -> ValueSet:
    """What an object has of the models whose fields name its own: `author.book_set`, or a `related_name`."""
    cls = class_of(receiver)
    if cls is None or not r.catalog.relating:
        return NOTHING
    found: list[ValueSet] = []
    for owner in r.once(("relating", name), lambda: _relating(r, name)):
        assert isinstance(owner, ClassValue)
        for index in owner.ref.scope.names.values():
            for field in r.node(owner.ref, index) if name in _other_names(owner.ref, index) else ():
                relates = _relates(r, field)
                if relates and any(model in r.class_info(cls).ancestors for model in _models(r, field, owner)):
                    is_one = relates.startswith("one")
                    found.append(r.instances((owner,)) if is_one else r.attribute((owner,), "objects"))
    return union(found)


def _relates(r: Resolver, field: Value) -> str:
    cls = field.cls if isinstance(field, Instance) else None
    return r.catalog.relating.get(r.catalog.canonical(cls.name), "") if isinstance(cls, External) else ""


def _models(r: Resolver, field: Value, owner: ClassValue) -> ValueSet:
    """The models that a field names, themselves or by a text."""
    found: list[ValueSet] = []
    for value in field.args[0] if isinstance(field, Instance) and field.args else ():
        if isinstance(value, LiteralValue) and isinstance(value.value, str):
            name = value.value.rpartition(".")[2]
            found.append((owner,) if name == "self" else r.once(("model", name), partial(_named, r, name)))
        elif isinstance(value, ClassValue):
            found.append((value,))
    return union(found)


def _named(r: Resolver, name: str) -> ValueSet:
    """The program's classes of a name that derive from a library's."""
    refs = (ref for ref in r.program.refs() if ref.scope.kind is ScopeKind.CLASS and ref.scope.name == name)
    classes = (r.make(ClassValue, ref) for ref in refs)
    return tuple(cls for cls in classes if isinstance(r.class_info(cls).ancestors[-1], External))


def _relating(r: Resolver, name: str) -> ValueSet:
    """The classes with a field by which others may have their objects under a name."""
    tails = dict.fromkeys(field.rpartition(".")[2] for field in r.catalog.relating)
    places = [place for tail in tails for place in r.program.calls_named(tail)]
    refs = dict.fromkeys(ref for ref, index in places if ref.scope.kind is ScopeKind.CLASS)
    return tuple(
        r.make(ClassValue, ref)
        for ref in refs
        if any(name in _other_names(ref, index) for index in ref.scope.names.values())
    )


def _other_names(ref: ScopeRef, index: int) -> tuple[str, ...]:
    """The names by which the model that a field names may have what the field is of."""
    node = ref.scope.nodes[index]
    node = ref.scope.nodes[node.value] if isinstance(node, Declared) else node
    if not isinstance(node, Call):
        return ()
    told = ref.scope.nodes[dict(node.keywords)["related_name"]] if "related_name" in dict(node.keywords) else None
    if told is not None:
        return (told.value,) if isinstance(told, Literal) and isinstance(told.value, str) else ()
    own = ref.scope.name.lower()
    return (own, f"{own}_set")
