"""Calls as steps of access paths: `world.spawn(Player)` of a world not known yet, with the classes it is given.

A step is a text; it spells the classes among the arguments, by which factories and containers tell what to make.
"""

from __future__ import annotations

from antifreeze.link.resolver import NO_ARGUMENTS, Arguments, Resolver
from antifreeze.model.value import NOTHING, ClassValue, ValueSet

CALL = "()"
"""How every such step begins."""


def call_step(arguments: Arguments) -> str:
    """The step that a call with these arguments is."""
    given = [(str(place), _class_of(values)) for place, values in enumerate(arguments.positional)]
    given += [(name, _class_of(values)) for name, values in arguments.keywords]
    spelt = [f"{at}={cls.ref.module.module}:{cls.ref.index}" for at, cls in given if cls is not None]
    return CALL + ",".join(spelt)


def _class_of(values: ValueSet) -> ClassValue | None:
    only = values[0] if len(values) == 1 else None
    return only if isinstance(only, ClassValue) and not only.ref.module.is_foreign else None


def arguments_of_step(r: Resolver, step: str) -> Arguments:
    """The arguments that a step tells of."""
    if step == CALL:
        return NO_ARGUMENTS
    positional: list[ValueSet] = []
    keywords: list[tuple[str, ValueSet]] = []
    for part in step.removeprefix(CALL).split(","):
        at, _, spelt = part.partition("=")
        name, _, index = spelt.rpartition(":")
        module = r.program.module(name)
        values = NOTHING if module is None else (r.make(ClassValue, module.refs[int(index)]),)
        if at.isdigit():
            positional.extend([NOTHING] * (int(at) - len(positional)))
            positional.append(values)
        else:
            keywords.append((at, values))
    return Arguments(tuple(positional), tuple(keywords))
