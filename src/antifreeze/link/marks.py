"""What is set on functions as attributes: `func.threaded = True` in a decorator, or after the definition."""

from __future__ import annotations

from antifreeze.link.resolver import Resolver
from antifreeze.model.expression import Call, Decorate, Function, Name, Param
from antifreeze.model.summary import ScopeKind, Store
from antifreeze.model.value import ANYTHING, External, FunctionValue, ScopeRef, Value, ValueSet, union

_MAX_HANDED_ON = 2
"""How many functions a decorator may hand on what it decorates through, one by the other."""


def marks(r: Resolver, function: FunctionValue, name: str) -> ValueSet:
    """What an attribute of a function holds; nothing where nobody sets it, anything where that is not known."""
    return r.once(("mark", function, name), lambda: _marks(r, function, name))


def _marks(r: Resolver, function: FunctionValue, name: str) -> ValueSet:
    ref = function.ref
    parent = ref.enclosing
    found = [  # where it is defined, or a wrapper is made
        r.substitute(r.node(parent, store.value), dict(function.env))
        for store in parent.scope.stores
        if store.name == name and _is_function(parent, store.base, ref)
    ]
    decorators = [decorator for index in ref.scope.decorators for decorator in r.node(parent, index)]
    found.extend(_set_by(r, decorator, name) for decorator in decorators)
    wrapped = (value for _, values in function.env for value in values if isinstance(value, FunctionValue))
    found.extend(marks(r, one, name) for one in wrapped)  # `functools.wraps` takes over what the function has
    known = union(found)
    is_open = any(isinstance(decorator, External) for decorator in decorators) or _is_set_at_will(r, name)
    return known or ((ANYTHING,) if is_open else ())


def _is_set_at_will(r: Resolver, name: str) -> bool:
    """Whether something sets the attribute on what it is given otherwise than as a decorator."""
    stores = r.program.set_from_outside.get(name, ())
    return any(isinstance(ref.scope.nodes[store.base], Param) and not _decorates(r, ref) for ref, store in stores)


def _decorates(r: Resolver, ref: ScopeRef) -> bool:
    """Whether a function is only ever used as a decorator, or what it returns is."""
    outer = ref.parent
    if outer is None or outer.scope.kind is not ScopeKind.FUNCTION:
        return not r.program.calls_named(ref.scope.name)
    calls, decorations = r.program.calls_named(outer.scope.name), r.program.decorations(outer.scope.name)
    return len(calls) <= len(decorations) and not r.program.calls_of_made(outer.scope.name)


def _is_function(ref: ScopeRef, index: int, function: ScopeRef) -> bool:
    node = ref.scope.nodes[index]
    while isinstance(node, Decorate):
        node = ref.scope.nodes[node.base]
    if isinstance(node, Name):
        return node.name == function.scope.name
    return isinstance(node, Function) and ref.module.scopes[node.scope] is function.scope


def _set_by(r: Resolver, decorator: Value, name: str, depth: int = 0) -> ValueSet:
    """What a decorator sets on what it decorates, itself or by a function that it hands that to: `return mark(f)`."""
    if not isinstance(decorator, FunctionValue) or decorator.ref.module.is_foreign or depth > _MAX_HANDED_ON:
        return ()
    ref = decorator.ref
    place = int(decorator.receiver is not None)
    found = [
        r.substitute(r.node(ref, store.value), dict(decorator.env))
        for store in ref.scope.stores
        if _is_of_parameter(ref, store, place, name)
    ]
    for node in ref.scope.nodes:
        if isinstance(node, Call) and node.args and _is_parameter(ref, node.args[0], place):
            others = r.substitute(r.node(ref, node.func), dict(decorator.env))
            found += [_set_by(r, other, name, depth + 1) for other in others]
    return union(found)


def _is_of_parameter(ref: ScopeRef, store: Store, place: int, name: str) -> bool:
    return store.name == name and _is_parameter(ref, store.base, place)


def _is_parameter(ref: ScopeRef, index: int, place: int) -> bool:
    node = ref.scope.nodes[index]
    return isinstance(node, Param) and node.index == place
