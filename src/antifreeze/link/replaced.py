"""Methods that a class's decorator puts in the place of its own: `cls.update = wrapper`, then `return cls`."""

from __future__ import annotations

from antifreeze.link.resolver import Resolver
from antifreeze.model.expression import Class, Decorate, Param
from antifreeze.model.summary import ScopeKind
from antifreeze.model.value import ClassValue, FunctionValue, ParamRoot, ScopeRef, ValueSet, union


def replaced(r: Resolver, cls: ClassValue, name: str) -> ValueSet:
    """What decorators of a class assign to a member of it, in terms of nothing but the class."""
    stores = r.program.open_stores.get(name, ())
    if not stores or cls.ref.module.is_foreign:
        return ()
    return r.once(("replaced", cls, name), lambda: _found(r, cls, name))


def _found(r: Resolver, cls: ClassValue, name: str) -> ValueSet:
    sets: list[ValueSet] = []
    for ref, store in r.program.open_stores[name]:
        base = ref.scope.nodes[store.base]
        if store.name == name and isinstance(base, Param) and base.index == 0 and _decorates(r, ref, cls.ref):
            values = r.substitute(r.node(ref, store.value), {r.make(ParamRoot, ref, 0): (cls,)})
            sets.append(tuple(value for value in values if isinstance(value, FunctionValue)))
    return union(sets)


def _decorates(r: Resolver, function: ScopeRef, cls: ScopeRef) -> bool:
    """Whether a function, or the one that makes it, decorates a class."""
    outer = function.parent
    maker = outer if outer is not None and outer.scope.kind is ScopeKind.FUNCTION else function
    return any(
        at.module is cls.module and _is_around(at, index, cls) for at, index in r.program.decorations(maker.scope.name)
    )


def _is_around(at: ScopeRef, index: int, cls: ScopeRef) -> bool:
    """Whether a decoration is of a class, be it with others between."""
    node = at.scope.nodes[index]
    while isinstance(node, Decorate):
        node = at.scope.nodes[node.base]
    return isinstance(node, Class) and at.module.scopes[node.scope] is cls.scope
