"""Calls of a decorated function: what its wrapper hands on, where it calls the function that it stands for."""

from __future__ import annotations

from collections.abc import Iterator

from antifreeze.link.arguments import arguments_of, bind_arguments, substituted
from antifreeze.link.resolver import Arguments, Bindings, Resolver
from antifreeze.model.expression import Call
from antifreeze.model.summary import ScopeKind
from antifreeze.model.value import ClassValue, FunctionValue, Instance, ParamRoot, ScopeRef, Value, ValueSet

MAX_WRAPPERS = 3
"""How many wrappers around one another are seen through."""

MAX_DECORATIONS = 100
"""How many methods are looked at that a decorator puts a function of its own in the place of."""


def wraps(value: Value, ref: ScopeRef, depth: int = MAX_WRAPPERS) -> bool:
    """Whether a function, or an object of the program's own, has a function that it may stand for."""
    if not depth or not isinstance(value, (FunctionValue, Instance)) or not value.env:
        return False
    parts = [part for _, values in value.env for part in values]
    return any(
        (isinstance(part, FunctionValue) and part.ref is ref) or wraps(part, ref, depth - 1)
        for part in parts
    )  # fmt: skip


def owners(r: Resolver, root: ParamRoot) -> ValueSet:
    """What the first parameter of a decorator's wrapper is: an object of a class whose methods it stands for."""
    found: dict[Value, None] = {}
    outer = root.ref.parent if root.index == 0 else None
    while outer is not None and outer.scope.kind is ScopeKind.FUNCTION:
        for at, index in r.program.decorations(outer.scope.name)[:MAX_DECORATIONS]:
            if at.scope.kind is ScopeKind.CLASS:
                made = r.node(at, index)
                if any(isinstance(one, FunctionValue) and one.ref is root.ref for one in made):
                    found[r.make(Instance, r.make(ClassValue, at))] = None
        outer = outer.parent
    return tuple(found)


def calls_within(
    r: Resolver, wrapper: Value, ref: ScopeRef, arguments: Arguments, depth: int = MAX_WRAPPERS
) -> Iterator[tuple[FunctionValue, Arguments]]:
    """The calls of `ref` that a call of its wrapper makes, with what they pass."""
    if isinstance(wrapper, Instance):
        methods = [one for one in r.attribute((wrapper,), "__call__") if isinstance(one, FunctionValue)]
    else:
        methods = [wrapper] if isinstance(wrapper, FunctionValue) else []
    for method in methods:
        given = _known(r, method, arguments)
        for node in method.ref.scope.nodes:
            if not isinstance(node, Call):
                continue
            for callee in r.substitute(r.node(method.ref, node.func), given):
                if isinstance(callee, FunctionValue) and callee.ref is ref:
                    yield callee, substituted(r, arguments_of(r, method.ref, node), given)
                elif depth and wraps(callee, ref):
                    passed = substituted(r, arguments_of(r, method.ref, node), given)
                    yield from calls_within(r, callee, ref, passed, depth - 1)


def _known(r: Resolver, function: FunctionValue, arguments: Arguments) -> Bindings:
    receiver = function.receiver
    made_with = dict(receiver.env) if isinstance(receiver, Instance) else {}
    return {**made_with, **dict(function.env), **bind_arguments(r, function.ref, receiver, arguments)}
