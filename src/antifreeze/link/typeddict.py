"""Typed dictionaries: classes whose annotations say what stands under each key."""

from __future__ import annotations

from antifreeze.link.resolver import Arguments, Resolver
from antifreeze.model.value import (
    NOTHING,
    ClassValue,
    External,
    LiteralValue,
    ValueSet,
    alternatives,
)

METHODS = frozenset(f"typing.TypedDict.{name}" for name in ("get", "pop", "setdefault"))
"""The methods that give what stands under a key."""


def is_typed_dict(r: Resolver, cls: ClassValue) -> bool:
    """Whether a class is a typed dictionary."""
    return not cls.ref.module.is_stub and any(
        isinstance(base, External) and base.name == "typing.TypedDict" for base in r.class_info(cls).ancestors
    )


def under_keys(r: Resolver, cls: ClassValue, keys: ValueSet) -> ValueSet:
    """What a typed dictionary holds under the keys; nothing where one is not known."""
    found: list[ValueSet] = []
    for key in keys:
        found.append(_under(r, cls, str(key.value)) if isinstance(key, LiteralValue) else NOTHING)
    return alternatives(found)


def _under(r: Resolver, cls: ClassValue, key: str) -> ValueSet:
    for base in r.class_info(cls).ancestors:
        if isinstance(base, ClassValue) and key in base.ref.scope.annotations:
            return r.annotation(base.ref, base.ref.scope.annotations[key])
    return NOTHING


def asked_for(r: Resolver, cls: ClassValue, arguments: Arguments) -> ValueSet:
    """What `get`, `pop` or `setdefault` give for a key: what is declared, or else the default."""
    default = arguments.positional[1] if len(arguments.positional) > 1 else (r.make(LiteralValue, None),)
    return alternatives([under_keys(r, cls, arguments.at(0)), default])
