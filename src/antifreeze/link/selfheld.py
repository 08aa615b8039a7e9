"""What classes that are containers put into themselves: `class Registry(dict)`, and `self[name] = function` in it."""

from __future__ import annotations

from antifreeze.link.places import ITEMS
from antifreeze.link.resolver import Resolver
from antifreeze.model.value import NOTHING, ClassValue, External, ValueSet, union

_HELD = {"collections.UserDict": "data", "collections.UserList": "data"}
"""Classes that keep their items in an attribute, with its name."""

_MAPPING = "typing.Mapping"


def with_own_items(
    r: Resolver, cls: ClassValue, base: ClassValue | External, args: tuple[ValueSet, ...]
) -> tuple[ValueSet, ...]:
    """The type arguments of a container that a class derives from, with what its own methods put into it."""
    if cls.ref.module.is_foreign or not isinstance(base, ClassValue) or not base.ref.module.is_stub:
        return args
    put = r.once(("own items", cls), lambda: _put(r, cls))
    if not put:
        return args
    is_mapping = any(_name(one) == _MAPPING for one in r.class_info(cls).ancestors)
    if len(r.class_info(base).type_params) != 1 + is_mapping:
        return args
    return (*(args[:-1] or (NOTHING,) * is_mapping), union([*args[-1:], put]))


def _put(r: Resolver, cls: ClassValue) -> ValueSet:
    ancestors = r.class_info(cls).ancestors
    own = [base.ref for base in ancestors if isinstance(base, ClassValue) and not base.ref.module.is_foreign]
    names = [ITEMS, *(_HELD[_name(base)] for base in ancestors if _name(base) in _HELD)]
    stores = [store for ref in own for name in names for store in r.program.attribute_stores.get((ref, name), ())]
    return union([r.node(ref, store.value) for ref, store in stores if not store.name])


def _name(base: ClassValue | External) -> str:
    return base.name if isinstance(base, External) else base.ref.name
