"""Names of installed libraries: what their own source or stubs say, wherever the catalog has nothing to say.

The program meets a library as external names. A name that the catalog mentions stays one, and the catalog decides
what it means; another one is looked up in the library's module. What is found there goes by the name under which the
catalog knows it, where it does: a class that the library defines in `vendor.client` is the catalog's `vendor.Client`.
"""

from __future__ import annotations

from antifreeze.link.imports import binds_itself, bound_in, taken_over
from antifreeze.link.resolver import Resolver
from antifreeze.model.summary import BODY_MARK
from antifreeze.model.value import (
    NOTHING,
    Anything,
    ClassValue,
    External,
    FunctionValue,
    LiteralValue,
    Value,
    ValueSet,
    says_something,
    union,
)


def located(r: Resolver, name: str) -> ValueSet:
    """What an external name means by its library's source; nothing where the catalog mentions it."""
    if not r.program.has_libraries or "." not in name or r.catalog.mentions(name.lstrip(BODY_MARK)):
        return NOTHING
    return r.once(("located", name), lambda: _located(r, name))


def _located(r: Resolver, name: str) -> ValueSet:
    values = union([_public(r, value) for value in defined(r, name) if not isinstance(value, (LiteralValue, Anything))])
    return values if says_something(values) else NOTHING


def defined(r: Resolver, name: str, stars: bool = True) -> ValueSet:
    """What the library itself binds to a name, whatever the catalog says; with what its star imports bind, if asked."""
    if not r.program.has_libraries:
        return NOTHING
    owner, _, last = name.rpartition(".")
    module = r.program.library(owner) if owner else None
    if module is None or not (stars or binds_itself(module, last)):
        return NOTHING
    return r.once(("defined", name), lambda: bound_in(r, module, last))


def class_behind(r: Resolver, name: str) -> ClassValue | None:
    """The class that the library defines under a name of the catalog's, seen through re-exports."""
    for one in (name, *_behind(r, name, stars=True)):
        for value in defined(r, one):
            if isinstance(value, ClassValue):
                return value
    return None


_MAX_REEXPORTS = 6


def _public(r: Resolver, value: Value) -> ValueSet:
    """The value under the name that the catalog knows it by."""
    if isinstance(value, (ClassValue, FunctionValue)) and value.ref.module.is_library:
        name = known_as(r, value.ref.name)
        if name:
            return (r.make(External, name),)
    return (value,)


def known_as(r: Resolver, name: str) -> str:
    """The catalog's name for what a library defines as `name`; empty where it has none."""
    if r.catalog.mentions(name):
        return r.catalog.canonical(name)
    root, last = name.partition(".")[0], name.rpartition(".")[2]
    return _public_names(r, root, last).get(name) or _public_names(r, root, "").get(name, "")


def _public_names(r: Resolver, root: str, last: str) -> dict[str, str]:
    """The catalog's names by those of a root package's definitions.

    Either for the names that end in `last`, or for all, but without what only a star import binds: it never renames,
    and following it can mean to read the whole library.
    """
    known = r.program.public_names.get((root, last))
    if known is None:
        known = r.program.public_names[root, last] = {}
        for name in r.catalog.mentioned_below(root):
            if not last or name.rpartition(".")[2] == last:
                for value in _behind(r, name, stars=bool(last)):
                    known.setdefault(value, name)
    return known


def _behind(r: Resolver, name: str, stars: bool) -> list[str]:
    """The names under which the library defines what the catalog calls `name`.

    Imports are followed as they are written: what they mean is told by the catalog's names, which are looked for here.
    """
    seen: list[str] = []
    pending = [name]
    while pending and len(seen) < _MAX_REEXPORTS:
        name = pending.pop()
        owner, _, last = name.rpartition(".")
        module = r.program.library(owner) if owner else None
        further = taken_over(r, module, last, stars) if module is not None else []
        pending.extend(one for one in further if one not in seen)
        seen.extend(one for one in further if one not in seen)
        for value in defined(r, name, stars) if not further else ():
            found = value.ref.name if isinstance(value, (ClassValue, FunctionValue)) else ""
            if isinstance(value, External) and value.name not in seen:
                found = value.name
                pending.append(found)
            if found and found not in seen:
                seen.append(found)
    return seen
