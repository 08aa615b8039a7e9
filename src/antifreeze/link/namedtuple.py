"""Named tuples: instances whose items are the fields that the class declares, in their order."""

from __future__ import annotations

from antifreeze.link.resolver import Resolver
from antifreeze.model.value import ClassValue, External, Instance, Value, ValueSet


def fields_of(r: Resolver, value: Value) -> tuple[ValueSet, ...] | None:
    """The items of an instance of `class Point(NamedTuple)`; None for all else."""
    cls = value.cls if isinstance(value, Instance) else None
    if not isinstance(cls, ClassValue) or cls.ref.module.is_stub or not cls.ref.scope.bases:
        return None
    for base in r.class_info(cls).ancestors:
        if isinstance(base, External) and base.name == "typing.NamedTuple":
            owner = next(one for one in reversed(r.class_info(cls).ancestors) if isinstance(one, ClassValue))
            return tuple(r.attribute((value,), name) for name in owner.ref.scope.annotations)
    return None
