"""Generic functions of `functools.singledispatch`: which implementations a call runs, by the class of its argument."""

from __future__ import annotations

from collections.abc import Callable

from antifreeze.link.arguments import arguments_of, decorated_as
from antifreeze.link.kinds import distance, is_a
from antifreeze.link.resolver import Arguments, Resolver
from antifreeze.link.spelled import spellings
from antifreeze.model.expression import Attribute, Call, Decorate
from antifreeze.model.summary import ScopeKind
from antifreeze.model.value import (
    Descriptor,
    FunctionValue,
    Instance,
    ScopeRef,
    Symbol,
    Value,
    ValueSet,
    union,
)

GENERIC = "generic"
"""The kind of descriptor that a generic function is: of the function itself and its implementations."""

_REGISTER = "register"


def generic(r: Resolver, arguments: Arguments) -> ValueSet:
    """The generic function that `singledispatch` makes of a function."""
    return (r.make(Descriptor, GENERIC, union([arguments.at(0), registered(r, arguments.at(0))])),)


def registered(r: Resolver, functions: ValueSet) -> ValueSet:
    """The implementations that are registered under the names of functions."""
    names = {value.ref.scope.name for value in functions if isinstance(value, FunctionValue)}
    found: list[ValueSet] = []
    for ref, index in r.program.decorations(_REGISTER):
        node = ref.scope.nodes[index]
        assert isinstance(node, Decorate)
        register = _register_of(ref, node.decorator)
        if register is not None and not names.isdisjoint(spellings(ref, register.base)):
            found.append(r.node(ref, node.base))
    return union(found)


def is_generic(value: Value) -> bool:
    """Whether a value is a generic function."""
    return isinstance(value, Descriptor) and value.kind == GENERIC


def chosen_by(r: Resolver, value: Descriptor, arguments: Arguments) -> ValueSet:
    """The implementations that a call may run: all of them where nothing is known of its first argument."""
    given = arguments.at(0)
    if value.kind != GENERIC or not given:
        return value.functions
    return union([_for_one(r, value.functions, one) for one in given])


def called_at(r: Resolver, ref: ScopeRef, node: Call, closed: Callable[[ValueSet], ValueSet]) -> ValueSet:
    """What a call calls, with the implementations that it may run of generic functions; `closed` resolves arguments."""
    callees = r.node(ref, node.func)
    if not any(map(is_generic, callees)):
        return callees
    given = Arguments((closed(arguments_of(r, ref, node).at(0)),))
    return union([chosen_by(r, one, given) if isinstance(one, Descriptor) else (one,) for one in callees])


def _for_one(r: Resolver, functions: ValueSet, value: Value) -> ValueSet:
    if isinstance(value, Symbol):
        if value.path or value.bound is None:
            return functions
        value = r.make(Instance, value.bound)  # or of a heir, of which that tells as much
    surely: list[tuple[int, Value]] = []
    perhaps: list[Value] = []
    others: list[Value] = []
    for function in functions:
        classes = _classes(r, function.ref) if isinstance(function, FunctionValue) else ()
        if not classes:
            others.append(function)
            continue
        outcome = is_a(r, value, classes)
        if outcome:
            surely.append((distance(r, value, classes), function))
        elif outcome is None:
            perhaps.append(function)
    nearest = min((far for far, _ in surely), default=0)
    return (*(function for far, function in surely if far == nearest), *perhaps, *(() if surely else others))


def _classes(r: Resolver, ref: ScopeRef) -> ValueSet:
    """The classes for which a function is registered; nothing for the generic function itself."""
    return r.once(("registered for", ref), lambda: _registered_for(r, ref))


def names_of_generic(ref: ScopeRef) -> list[str]:
    """The names of the generic functions that a function is registered with."""
    around = ref.enclosing
    registers = (_register_of(around, index) for index in ref.scope.decorators)
    return [name for one in registers if one is not None for name in spellings(around, one.base)]


def _registered_for(r: Resolver, ref: ScopeRef) -> ValueSet:
    around = ref.enclosing
    found: list[ValueSet] = []
    for index in ref.scope.decorators:
        node = around.scope.nodes[index]
        if _register_of(around, index) is None:
            continue
        if isinstance(node, Call):
            found.append(r.node(around, node.args[0]) if node.args else ())
        else:
            is_bound = around.scope.kind is ScopeKind.CLASS and decorated_as(ref) != "staticmethod"
            params = ref.scope.params[int(is_bound) :]
            declared = r.annotation(around, params[0].annotation) if params else ()
            found.append(tuple(one.cls if isinstance(one, Instance) else one for one in declared))
    return union(found)


def _register_of(ref: ScopeRef, index: int) -> Attribute | None:
    """The `generic.register` that a decorator is, or calls with the class that is meant."""
    node = ref.scope.nodes[index]
    called = ref.scope.nodes[node.func] if isinstance(node, Call) else node
    return called if isinstance(called, Attribute) and called.name == _REGISTER else None
