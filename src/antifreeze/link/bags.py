"""What code elsewhere puts into objects that no source defines: `app.state.db = ...`, `app["db"] = ...`.

Frameworks hand such objects around (`request.app.state`), so that no data flow leads from where something is put to
where it is read. Both places spell the object and the attribute alike; that is what joins them here, where nothing
else is known of the attribute.
"""

from __future__ import annotations

from antifreeze.link.resolver import Resolver
from antifreeze.link.settings import SETTINGS
from antifreeze.link.spelled import key_of, spellings
from antifreeze.model.expression import Attribute, Call, Coroutineness, Extend, Fact, Refine
from antifreeze.model.value import (
    Applied,
    ClassValue,
    External,
    FunctionValue,
    Instance,
    LiteralValue,
    ScopeRef,
    Symbol,
    Value,
    ValueSet,
    alternatives,
    says_nothing,
    union,
)

_KINDS = {
    "application": "app", "current_app": "app", "fastapi": "app", "starlette": "app", "sanic": "app", "quart": "app",
    "flask": "app", "litestar": "app", "config_dict": "app", "bot": "bot", "autoshardedbot": "bot",
    "config_entry": "entry", "configentry": "entry",
}  # fmt: skip
"""What objects of frameworks are called otherwise: by their classes, or where they are fetched."""


def kinds_of(ref: ScopeRef, index: int) -> set[str]:
    """What the object that a node denotes is called in the source: `state` for `request.app.state`."""
    node = ref.scope.nodes[index]
    if isinstance(node, (Extend, Fact, Refine, Coroutineness)):
        return kinds_of(ref, node.base)
    if isinstance(node, Call):
        made = _KINDS.get(_plain(spellings(ref, node.func)), "")
        return {made, *(_plain([name]) for name, bound in ref.scope.names.items() if bound == index)} - {""}
    called = _plain(spellings(ref, index))
    if called == "data" and isinstance(node, Attribute):  # many things have data: whose it is tells them apart
        return {f"{owner}.data" for owner in kinds_of(ref, node.base)}
    return {_KINDS.get(called, called)} - {""}


def _plain(names: list[str]) -> str:
    return names[0].strip("_").lower() if names else ""


_DERIVED = frozenset(("app", "bot"))
"""What programs derive classes of their own from."""

_HANDED_AROUND = frozenset((
    "app", "bot", "state", "ctx", "g", "bot_data", "chat_data", "user_data", "extensions", "hass.data",
))  # fmt: skip
"""What frameworks call the objects that they hand to the program's code for it to keep things in."""

_FOR_THE_PROGRAM = frozenset(("runtime_data",))
"""Attributes that frameworks give to their objects for the program to keep things in."""


def with_attribute(r: Resolver, ref: ScopeRef, base: int, name: str, found: ValueSet) -> ValueSet:
    """What reading `base.name` gives, with what code elsewhere assigns to it where nothing else is known."""
    program = r.program
    if name in program.open_stores:
        return _with(r, ref, base, name, found)
    if name in program.keepers and not (found and isinstance(found[0], (FunctionValue, Instance, LiteralValue))):
        return found if kinds_of(ref, base).isdisjoint(_DERIVED) else _with(r, ref, base, name, found)
    return found


def with_item(r: Resolver, ref: ScopeRef, base: int, index: int, found: ValueSet) -> ValueSet:
    """What reading `base[index]` gives, with what code elsewhere puts there where nothing else is known."""
    if not r.program.open_stores and not r.program.settings:
        return found
    key = key_of(ref, index)
    is_kept = key in r.program.open_stores or key in r.program.settings
    return _with(r, ref, base, key, found) if is_kept else found


def _with(r: Resolver, ref: ScopeRef, base: int, key: str, found: ValueSet) -> ValueSet:
    called = kinds_of(ref, base)
    if not called or not _is_open(r, r.node(ref, base), found, called, key):
        return found
    return union([found, *(_kept(r, kind, key) for kind in sorted(called))])


def _is_open(r: Resolver, holder: ValueSet, found: ValueSet, called: set[str], key: str) -> bool:
    """Whether nothing tells what is held; of a parameter callers may tell, but for what is handed around."""
    if holder and all(_is_of_library(value) for value in holder):
        return True  # its own code cannot tell what the program keeps in it
    for value in found:
        if isinstance(value, Applied):  # what is subscripted and not known may be a generic class
            continue
        if isinstance(value, External):
            if r.catalog.speaks_of(value.name) or r.catalog.knows_class(value.name):
                return False
        elif not isinstance(value, Symbol) and not says_nothing(value):
            return False
    if any(isinstance(value, Symbol) for value in found) or not holder:
        return key in _FOR_THE_PROGRAM or not called.isdisjoint(_HANDED_AROUND)
    return any(isinstance(value, External) for value in found) or all(
        isinstance(value, (Instance, External)) for value in holder
    )


def _kept(r: Resolver, kind: str, key: str) -> ValueSet:
    return r.once(("bag", kind, key), lambda: _put(r, kind, key))


def _put(r: Resolver, kind: str, key: str) -> ValueSet:
    stores = [(ref, store) for ref, store in r.program.open_stores.get(key, ()) if kind in kinds_of(ref, store.base)]
    put = [r.node(ref, store.value) for ref, store in stores]
    put += [r.node(*place) for place in r.program.settings.get(key, ()) if kind == SETTINGS]
    return union([alternatives(put), *_of_subclasses(r, kind, key)])


def _of_subclasses(r: Resolver, kind: str, name: str) -> list[ValueSet]:
    """What the program's own bot or application, a class that derives from the framework's, keeps in an attribute."""
    found: list[ValueSet] = []
    for owner in r.program.keepers.get(name, ()):
        cls = r.make(ClassValue, owner)
        for base in r.class_info(cls).ancestors:
            if isinstance(base, External) and _KINDS.get(base.name.rpartition(".")[2].lower()) == kind:
                found.append(r.attribute((r.make(Instance, cls),), name))
                break
    return found


def _is_of_library(value: Value) -> bool:
    return isinstance(value, Instance) and isinstance(value.cls, ClassValue) and value.cls.ref.module.is_library
