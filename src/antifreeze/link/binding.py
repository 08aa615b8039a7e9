"""Functions bound to what they are read through, and what is known of the variables that they capture."""

from __future__ import annotations

from antifreeze.link.resolver import Bindings, Resolver
from antifreeze.model.value import ClassValue, Env, FunctionValue, Value, ValueSet, union


def is_descriptor(r: Resolver, cls: ClassValue) -> bool:
    """Whether reading an instance of the class through an attribute runs its `__get__`."""
    return any(
        isinstance(base, ClassValue) and "__get__" in base.ref.scope.names for base in r.class_info(cls).ancestors
    )


def bound_functions(r: Resolver, functions: ValueSet, receiver: Value, variables: Bindings | None = None) -> ValueSet:
    """The functions among the values, bound to a receiver, with what the type variables of its class stand for."""
    return union(
        [
            (r.make(FunctionValue, value.ref, receiver, merged(value.env, variables or {})),)
            if isinstance(value, FunctionValue)
            else (value,)
            for value in functions
        ]
    )


def merged(env: Env, bindings: Bindings) -> Env:
    """The environment with more bindings; those that it has already win."""
    have = dict(env)
    return (*env, *((root, values) for root, values in bindings.items() if root not in have and values))
