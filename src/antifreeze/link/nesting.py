"""Values that would nest too deeply: of what lies deepest no more is kept than what function or class it is of.

So a tuple keeps all of its items, though one of them is a closure over closures over closures.
"""

from __future__ import annotations

from antifreeze.link.resolver import Resolver
from antifreeze.model.value import MAX_DEPTH, FunctionValue, Instance, Value, ValueSet


def within_bounds(r: Resolver, draft: Instance | FunctionValue) -> Value | None:
    """The draft, interned, with what nests too deeply in it forgotten; None where that is not enough."""
    if draft.depth > MAX_DEPTH:
        env = tuple((root, _shallow(r, values)) for root, values in draft.env)
        if isinstance(draft, Instance):
            draft = Instance(draft.cls, tuple(_shallow(r, values) for values in draft.args), env, draft.facts)
        else:
            draft = FunctionValue(draft.ref, draft.receiver, env)
    if draft.depth > MAX_DEPTH:
        return None
    if isinstance(draft, Instance):
        return r.make(Instance, draft.cls, draft.args, draft.env, draft.facts)
    return r.make(FunctionValue, draft.ref, draft.receiver, draft.env)


def _shallow(r: Resolver, values: ValueSet) -> ValueSet:
    return tuple(dict.fromkeys(_forgetful(r, value) if value.depth >= MAX_DEPTH else value for value in values))


def _forgetful(r: Resolver, value: Value) -> Value:
    """What an object is of, without what it was made with; a function without what it has captured.

    A container keeps its items, the deepest without what they were made with.
    """
    if isinstance(value, Instance) and value.args and not value.env:
        return r.make(Instance, value.cls, tuple(_lighter(r, values) for values in value.args), (), value.facts)
    return _bare(r, value)


def _lighter(r: Resolver, values: ValueSet) -> ValueSet:
    deepest = max((value.depth for value in values), default=0)
    return tuple(dict.fromkeys(_bare(r, value) if value.depth == deepest else value for value in values))


def _bare(r: Resolver, value: Value) -> Value:
    if isinstance(value, Instance):
        return r.make(Instance, value.cls, (), (), value.facts)
    if isinstance(value, FunctionValue):
        return r.make(FunctionValue, value.ref, _bare(r, value.receiver) if value.receiver is not None else None)
    return value
