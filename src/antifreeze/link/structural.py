"""Structural types: whether a class has the methods that a protocol asks for."""

from __future__ import annotations

from antifreeze.link.resolver import Resolver
from antifreeze.model.expression import NO_NODE
from antifreeze.model.summary import ParamKind
from antifreeze.model.value import ClassValue, FunctionValue, ScopeRef


def methods_of(r: Resolver, protocol: ClassValue) -> dict[str, ScopeRef]:
    """The methods that a protocol, and the protocols that it derives from, leave to others."""
    found: dict[str, ScopeRef] = {}
    for base in r.class_info(protocol).ancestors:
        if not isinstance(base, ClassValue) or base.ref.module.is_stub:
            continue
        for name, index in base.ref.scope.names.items():
            for value in r.node(base.ref, index):
                if isinstance(value, FunctionValue) and value.ref.scope.is_stub:
                    found.setdefault(name, value.ref)
    return found


def conforms(r: Resolver, cls: ClassValue, name: str, wanted: ScopeRef) -> bool:
    """Whether a class has a method of that name that takes what the protocol's does, and is awaited alike."""
    for base in r.class_info(cls).ancestors:
        if isinstance(base, ClassValue) and name in base.ref.scope.names:
            return any(
                isinstance(value, FunctionValue) and _takes(value.ref, wanted)
                for value in r.node(base.ref, base.ref.scope.names[name])
            )
    return False


def _takes(method: ScopeRef, wanted: ScopeRef) -> bool:
    scope = method.scope
    if scope.is_async is not wanted.scope.is_async:
        return False
    kinds = {param.kind for param in scope.params}
    names = [param.name for param in scope.params[1:]]
    asked = [param.name for param in wanted.scope.params[1:] if param.kind < ParamKind.VAR_KEYWORD]
    if kinds & {ParamKind.VAR_POSITIONAL, ParamKind.VAR_KEYWORD}:
        return True
    needed = [param.name for param in scope.params[1:] if param.default == NO_NODE]
    return set(asked) <= set(names) and set(needed) <= set(asked)
