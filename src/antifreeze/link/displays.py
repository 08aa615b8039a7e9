"""Dict displays: the item under a key, where the display is written out: here, in a class, or in another module."""

from __future__ import annotations

from dataclasses import dataclass

from antifreeze.catalog.conditions import UNKNOWN
from antifreeze.link.arguments import arguments_of, bind_arguments
from antifreeze.link.choosers import asking, is_getattr, places_of
from antifreeze.link.openclass import class_of
from antifreeze.link.places import absolute
from antifreeze.link.reached import reached
from antifreeze.link.resolver import Arguments, Bindings, Resolver
from antifreeze.link.tested import constant
from antifreeze.model import expression as ex
from antifreeze.model.summary import Store
from antifreeze.model.value import (
    NOTHING,
    Applied,
    ClassValue,
    Env,
    FunctionValue,
    LiteralValue,
    ScopeRef,
    Value,
    ValueSet,
    alternatives,
    any_symbolic,
    union,
)

_MAX_IMPORTS = 4
"""How many imports and names are followed to the display that a dict is."""

_SHARED = (ex.Name, ex.Import, ex.Attribute)

_MAX_KEYS = 24
"""How many items a display may have for its items to be told apart."""


Puts = tuple[tuple[int, int], ...]
"""The nodes of the keys and items that are put into a display right after it, in the same scope."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A dict display that is asked for an item: by `table[key]`, or `table.get(key, default)`."""

    ref: ScopeRef
    display: ex.Collection
    key: int
    """The node of the key, in the scope that asks."""
    default: int = ex.NO_NODE
    puts: Puts = ()
    given: Env = ()
    """What the function was given that the display stands in, where a call of it returns the display."""

    def item(self, r: Resolver, index: int) -> ValueSet:
        """What the node of an item is, where the display is asked."""
        values = r.node(self.ref, index)
        return r.substitute(values, dict(self.given)) if self.given else values

    def items(self, r: Resolver) -> dict[bool | int | float | str | None, int]:
        """The nodes of the items by their keys; empty where one is not known."""
        found: dict[bool | int | float | str | None, int] = {}
        for key, item in (*zip(self.display.keys, self.display.items, strict=True), *self.puts):
            known = constant_of(r, self.ref, key)
            if known is not None and not isinstance(known, (bool, int, float, str)):
                return {}
            found[known] = item
        return found


def constant_of(r: Resolver, ref: ScopeRef, index: int) -> object:
    """The one constant that a node is; `UNKNOWN` for all others."""
    node = ref.scope.nodes[index]
    if isinstance(node, ex.Literal):
        return node.value
    values = r.node(ref, index)
    return constant(values[0]) if len(values) == 1 else UNKNOWN


def written_item(r: Resolver, ref: ScopeRef, node: ex.Subscript | ex.Call) -> ValueSet:
    """The item under a known key that a dict display spells out, where nothing is put into the dict later on.

    Of a call of `get`, the default where the display has no such key.
    """
    asked = asked_of(r, ref, node)
    key = UNKNOWN if asked is None else constant_of(r, ref, asked.key)
    if asked is not None and key is UNKNOWN:
        return _any_text(r, asked)
    items = asked.items(r) if asked is not None and key is not UNKNOWN else {}
    if asked is None or not items or _is_put_elsewhere(r, asked.ref, key):
        return NOTHING
    item = items.get(key)  # type: ignore[call-overload]  # any constant may be looked for
    if item is not None or isinstance(node, ex.Subscript):
        return NOTHING if item is None else asked.item(r, item)
    return r.node(ref, asked.default) if asked.default != ex.NO_NODE else (r.make(LiteralValue, None),)


def _any_text(r: Resolver, asked: Asked) -> ValueSet:
    """The items of a display of names, any of which may be meant: those of members, perhaps."""
    items = [*asked.display.items, *(item for _, item in asked.puts)]
    nodes = [asked.ref.scope.nodes[item] for item in items]
    texts = [node.value for node in nodes if isinstance(node, ex.Literal) and isinstance(node.value, str)]
    are_names = len(texts) == len(nodes) and all(map(str.isidentifier, texts))
    return union([r.node(asked.ref, item) for item in items]) if are_names else NOTHING


def _is_put_elsewhere(r: Resolver, ref: ScopeRef, key: object) -> bool:
    """Whether another module puts something under that key into a dict that it did not make: it may be this one."""
    stores = r.program.open_stores.get(f"[{key!r}]", ())
    return any(at.module is not ref.module and isinstance(at.scope.nodes[store.base], _SHARED) for at, store in stores)


def asked_of(r: Resolver, ref: ScopeRef, node: ex.Expression) -> Asked | None:
    """The display that a node asks for an item."""
    places = places_of(ref, node)
    if places is None:
        return None
    base, key, default = places
    found = _display(r, ref, ref.scope.nodes[base])
    if found is None:
        return None
    owner, display, puts, given = found
    if not 0 < len(display.keys) + len(puts) <= _MAX_KEYS:
        return None
    return Asked(owner, display, key, default, puts, given)


def helper_called(r: Resolver, ref: ScopeRef, call: ex.Call) -> FunctionValue | None:
    """The one plain function of the program that a call in another one calls."""
    callees = r.node(ref, call.func)
    function = callees[0] if len(callees) == 1 else None
    if not isinstance(function, FunctionValue) or function.ref.module.is_foreign or function.ref is ref:
        return None
    return None if function.ref.scope.is_async or function.ref.scope.is_generator else function


Display = tuple[ScopeRef, ex.Collection, Puts, Env]
"""A dict display with the scope that it stands in, what is put into it there, and what a function was given that
returns it."""


def _display(r: Resolver, ref: ScopeRef, base: ex.Expression) -> Display | None:
    """The dict display that an expression denotes."""
    if isinstance(base, ex.Attribute):
        return _of_class(r, ref, base)
    if isinstance(base, ex.Call):
        return _returned(r, ref, base)
    for _ in range(_MAX_IMPORTS):
        if isinstance(base, ex.Name):
            place: tuple[str | None, str] = (ref.module.module, base.name)
        elif isinstance(base, ex.Import) and base.name:
            place = (absolute(ref.module, base.module, base.level), base.name)
        else:
            break
        module = r.program.module(r.program.find(place[0]) or "") if place[0] else None
        if module is None or module.puts.get(place[1]) or module.outer.get((0, place[1])):
            return None
        ref = module.root
        bound = ref.scope.names.get(place[1])
        if bound is None:
            return None
        base = undeclared(ref, bound)
        if isinstance(base, ex.Extend):
            return _filled_at_once(ref, base)
    return _as_display(ref, base)


def _as_display(ref: ScopeRef, node: ex.Expression) -> Display | None:
    return (ref, node, (), ()) if isinstance(node, ex.Collection) and node.kind == "dict" else None


def _returned(r: Resolver, ref: ScopeRef, call: ex.Call) -> Display | None:
    """The display that a function returns, and what the call gives the function."""
    function = helper_called(r, ref, call)
    if function is None or len(function.ref.scope.returns) != 1:
        return None
    found = _as_display(function.ref, undeclared(function.ref, function.ref.scope.returns[0]))
    given = bind_arguments(r, function.ref, function.receiver, arguments_of(r, ref, call)) if found is not None else {}
    return None if found is None else (*found[:3], (*function.env, *given.items()))


def _filled_at_once(ref: ScopeRef, node: ex.Expression) -> Display | None:
    """A display that items are put into, one by one: `table = {}`, then `table["slow"] = slow`."""
    puts: list[tuple[int, int]] = []
    while isinstance(node, ex.Extend):
        keys = [store.index for store in ref.scope.stores if (store.base, store.value) == (node.base, node.value)]
        if len(keys) != 1 or keys[0] == ex.NO_NODE:
            return None
        puts.insert(0, (keys[0], node.value))
        node = undeclared(ref, node.base)
    found = _as_display(ref, node)
    return None if found is None else (ref, found[1], tuple(puts), ())


def _of_class(r: Resolver, ref: ScopeRef, node: ex.Attribute) -> Display | None:
    """A dict display of a class's body, that no instance or heir has another of."""
    name = node.name
    values = r.node(ref, node.base)
    cls = _class_of(values[0]) if len(values) == 1 else None
    if cls is None or cls.ref.module.is_stub or name in r.program.set_from_outside or r.overridden(cls, name):
        return None
    for base in r.class_info(cls).ancestors:
        if not isinstance(base, ClassValue):
            return None
        stores = r.program.attribute_stores.get((base.ref, name))
        if stores:
            return _kept(name, stores)
        if name in base.ref.scope.names:
            return _as_display(base.ref, undeclared(base.ref, base.ref.scope.names[name]))
    return None


def _kept(name: str, stores: list[tuple[ScopeRef, Store]]) -> Display | None:
    """The display that a constructor alone puts into an attribute, and that nobody changes."""
    ref, store = stores[0]
    display = undeclared(ref, store.value)
    is_alone = len(stores) == 1 and store.name == name and ref.scope.name == "__init__"
    return _as_display(ref, display) if is_alone else None


def _class_of(value: Value) -> ClassValue | None:
    named = value.cls if isinstance(value, Applied) else value
    return named if isinstance(named, ClassValue) else class_of(value)


def undeclared(ref: ScopeRef, index: int) -> ex.Expression:
    """What a node is bound to, seen through its annotation."""
    node = ref.scope.nodes[index]
    return ref.scope.nodes[node.value] if isinstance(node, ex.Declared) else node


def by_key(r: Resolver, ref: ScopeRef, index: int) -> tuple[int, Asked] | None:
    """The node of the key, and the display, where a parameter (or what it has) picks the item a node is made of."""
    nodes = ref.scope.nodes
    place = asking(ref, index)
    if place is None or not isinstance(nodes[place[1]], (ex.Param, ex.Attribute)):
        return None
    asked = asked_of(r, ref, nodes[place[0]])
    return None if asked is None else (place[1], asked)


def made_of(r: Resolver, ref: ScopeRef, index: int, item: ValueSet) -> ValueSet:
    """What a node gives where the item that it is made of is known."""
    node = ref.scope.nodes[index]
    if places_of(ref, node) is not None:
        return item
    if isinstance(node, ex.Call) and is_getattr(ref, node):
        return r.call(
            r.node(ref, node.func), Arguments((r.node(ref, node.args[0]), made_of(r, ref, node.args[1], item)))
        )
    if isinstance(node, ex.Call):
        return r.call(made_of(r, ref, node.func, item), arguments_of(r, ref, node))
    assert isinstance(node, ex.Attribute)
    return r.attribute(made_of(r, ref, node.base, item), node.name)


def returned(r: Resolver, ref: ScopeRef, bindings: Bindings) -> ValueSet:
    """What a body returns: of several places, or items of a display, those that the arguments of the call lead to."""
    kept = reached(r, ref, bindings)
    picked = [_picked(r, ref, index, bindings) for index in kept]
    if all(part is None for part in picked):
        return r.returns(ref) if kept == tuple(ref.scope.returns) else _of_places(r, ref, kept)
    return alternatives(
        [r.node(ref, index) if part is None else part for index, part in zip(kept, picked, strict=True)]
    )


def _of_places(r: Resolver, ref: ScopeRef, kept: tuple[int, ...]) -> ValueSet:
    return r.once(("returns", ref, kept), lambda: alternatives([r.node(ref, index) for index in kept]))


def _picked(r: Resolver, ref: ScopeRef, index: int, bindings: Bindings) -> ValueSet | None:
    """What a place returns of the items of a display that the arguments pick; None where they do not."""
    place = asking(ref, index)
    keys = r.node(ref, place[1]) if place is not None else NOTHING
    asked = asked_of(r, ref, ref.scope.nodes[place[0]]) if place is not None and any_symbolic((keys,)) else None
    if asked is None:
        return None
    known = [constant(value) for value in r.substitute(keys, bindings)]
    items = asked.items(r)
    if not known or not items or UNKNOWN in known:
        return None
    given = [asked.item(r, items[key]) for key in known if key in items]
    if len(given) < len(known) and asked.default != ex.NO_NODE:
        given.append(r.node(ref, asked.default))
    return made_of(r, ref, index, alternatives(given))
