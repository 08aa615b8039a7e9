"""Whose parameter a test is of: the function's own, one of a function around it, or one that a constructor keeps."""

from __future__ import annotations

from msgspec.structs import replace

from antifreeze.link.places import bound_outside
from antifreeze.link.resolver import Resolver
from antifreeze.model.expression import NO_NODE, Call, Captured, Compared, Declared, Expression, Free, Not, Param
from antifreeze.model.summary import Guard, Store
from antifreeze.model.value import ClassValue, External, ParamRoot, Root, ScopeRef


def root_of(r: Resolver, ref: ScopeRef, guard: Guard) -> Root | None:
    """The parameter that a test in a function is of, its own, a captured one or its constructor's; None for others."""
    if guard.param == NO_NODE:
        return _captured(r, ref, guard.asked) if guard.asked != NO_NODE else None
    if not guard.attribute:
        return r.make(ParamRoot, ref, guard.param)
    owner = ref.enclosing
    known = r.program.flags
    key = (owner, guard.attribute)
    if key not in known:
        known[key] = _kept_as_given(r, owner, guard.attribute)
    return known.get(key)


def _captured(r: Resolver, ref: ScopeRef, index: int) -> Root | None:
    """The parameter of a function around this one that a node reads, where nothing binds it anew."""
    node = ref.scope.nodes[index]
    if not isinstance(node, (Free, Captured)):
        return None
    owner, at = bound_outside(ref, node)
    param = owner.scope.nodes[at]
    if not isinstance(param, Param):
        return None
    is_rebound = (owner.index, owner.scope.params[param.index].name) in r.program.module_of(ref).outer
    return None if is_rebound else r.make(ParamRoot, owner, param.index)


def is_kept(r: Resolver, root: Root) -> bool:
    """Whether a constructor's parameter is kept in an attribute that some method tests."""
    if not isinstance(root, ParamRoot):
        return False
    ref = root.ref
    if ref.scope.name != "__init__":
        names = list(ref.scope.annotations)
        return root.index < len(names) and names[root.index] in r.program.tested
    stored = (store for store in ref.scope.stores if store.name in r.program.tested)
    return any(
        _parameter(ref, ref.scope.nodes[store.value]) == root.index or root.index in _choosing(ref, store.value)
        for store in stored
    )


def _choosing(ref: ScopeRef, index: int) -> set[int]:
    """The parameters whose tests choose what a node stands for, or are what it is."""
    node = ref.scope.nodes[index]
    if isinstance(node, Call) and len(node.args) == 1:  # `bool(mode == "fast")`
        node = ref.scope.nodes[node.args[0]]
    while isinstance(node, (Compared, Not)):
        node = ref.scope.nodes[node.base]
    offers = ref.scope.origins.get(index, ())
    return {_parameter(ref, node), *(ref.scope.guards[place].param for _, places in offers for place in places)}


def kept_choice(r: Resolver, ref: ScopeRef, guard: Guard) -> tuple[ScopeRef, Guard] | None:
    """A test of an attribute as one of the node that alone is ever assigned to it, in the scope that does it."""
    owner = ref.parent
    if owner is None or not guard.attribute or guard.attribute in r.program.set_from_outside:
        return None
    stores = stores_of(r, owner, guard.attribute)
    if len(stores) != 1 or stores[0][1].scope.name != "__init__":
        return None
    _, made_in, store = stores[0]
    return made_in, replace(guard, param=NO_NODE, attribute="", asked=store.value, remade=[])


def note_choice(r: Resolver, ref: ScopeRef, name: str, root: Root) -> str:
    """The name under which a test of a constructor's parameter goes that chooses an attribute."""
    assert isinstance(root, ParamRoot)
    key = f"{name}?{root.index}"
    r.program.flags[ref.parent, key] = root
    return key


def stores_of(r: Resolver, owner: ScopeRef, name: str) -> list[tuple[ClassValue, ScopeRef, Store]]:
    """All that assigns an attribute of a class's objects: in the class, its bases and what derives from it."""
    cls = r.make(ClassValue, owner)
    bases = [base for base in r.class_info(cls).ancestors if not isinstance(base, External)]
    return [
        (base, ref, store)
        for base in dict.fromkeys([*bases, *r.subclasses(cls)])
        for ref, store in r.program.attribute_stores.get((base.ref, name), ())
    ]


def _kept_as_given(r: Resolver, owner: ScopeRef, name: str) -> Root | None:
    """The constructor's parameter that alone is ever assigned to an attribute."""
    if name in r.program.set_from_outside or r.sets_at_will(owner):
        return None
    stores = stores_of(r, owner, name)
    if not stores:
        ancestors = r.class_info(r.make(ClassValue, owner)).ancestors
        return _field(r, [base for base in ancestors if not isinstance(base, External)], name)
    base, ref, store = stores[0]
    index = _parameter(ref, ref.scope.nodes[store.value])
    if len(stores) > 1 or index <= 0 or ref.scope.name != "__init__" or ref.parent is not base.ref:
        return None
    return r.make(ParamRoot, ref, index)


def _field(r: Resolver, bases: list[ClassValue], name: str) -> Root | None:
    """The field of a class that leaves its constructor to its fields."""
    declaring = [base.ref for base in bases if name in base.ref.scope.annotations]
    if len(declaring) != 1 or any("__init__" in base.ref.scope.names for base in bases):
        return None
    return r.make(ParamRoot, declaring[0], list(declaring[0].scope.annotations).index(name))


def _parameter(ref: ScopeRef, node: Expression) -> int:
    """The number of the parameter that a node is, declared or not; -1 for another node."""
    if isinstance(node, Declared):
        return _parameter(ref, ref.scope.nodes[node.value])
    return node.index if isinstance(node, Param) else -1
