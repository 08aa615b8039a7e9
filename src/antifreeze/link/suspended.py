"""The methods of bodies that have not run yet: coroutines and generators."""

from __future__ import annotations

from antifreeze.link.imports import member
from antifreeze.link.resolver import Resolver
from antifreeze.model.value import NOTHING, Coroutine, External, Instance, Partial, Suspended, ValueSet


def method_of(r: Resolver, value: Coroutine | Suspended, name: str) -> ValueSet:
    """A method of a coroutine or a generator, as far as it matters what it gives."""
    if isinstance(value, Suspended):
        advancing = (r.make(Partial, member(r, "builtins", "next"), ((value,),), ()),)
        return advancing if name in ("send", "__next__") else NOTHING
    generator = r.make(Instance, r.make(External, "typing.Generator"), (NOTHING, NOTHING, value.result))
    driving = (r.make(Instance, r.make(External, "typing.Callable"), (NOTHING, (generator,))),)
    return driving if name == "__await__" else NOTHING
