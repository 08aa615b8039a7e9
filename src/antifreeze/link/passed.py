"""Calls as steps of access paths: `world.spawn(Player)` of a world not known yet, with the classes it is given.

A step is a text; it spells the classes among the arguments, by which factories and containers tell what to make, and
what separates the parts of a text: `spec.partition(":")`.
"""

from __future__ import annotations

from antifreeze.link.resolver import NO_ARGUMENTS, Arguments, Resolver
from antifreeze.model.value import NOTHING, ClassValue, LiteralValue, ValueSet

CALL = "()"
"""How every such step begins."""

_TEXT = "'"
"""Begins a text, the bytes of which follow as hexadecimal digits."""

_MAX_SEPARATOR = 3


def call_step(arguments: Arguments) -> str:
    """The step that a call with these arguments is."""
    given = [*((str(place), values) for place, values in enumerate(arguments.positional)), *arguments.keywords]
    spelt = [(at, _spelt(values)) for at, values in given]
    return CALL + ",".join([f"{at}={text}" for at, text in spelt if text])


def _spelt(values: ValueSet) -> str:
    """A class of the program's own, or what separates parts of texts, as part of a step; empty for all others."""
    cls = _class_of(values)
    if cls is not None:
        return f"{cls.ref.module.module}:{cls.ref.index}"
    only = values[0].value if len(values) == 1 and isinstance(values[0], LiteralValue) else None
    is_separator = isinstance(only, str) and 0 < len(only) <= _MAX_SEPARATOR and not any(map(str.isalnum, only))
    return f"{_TEXT}{only.encode().hex()}" if is_separator and isinstance(only, str) else ""


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
        module = r.program.module(name) if name else None
        values = NOTHING if module is None else (r.make(ClassValue, module.refs[int(index)]),)
        if spelt.startswith(_TEXT):
            values = (r.make(LiteralValue, bytes.fromhex(spelt.removeprefix(_TEXT)).decode()),)
        if at.isdigit():
            positional.extend([NOTHING] * (int(at) - len(positional)))
            positional.append(values)
        else:
            keywords.append((at, values))
    return Arguments(tuple(positional), tuple(keywords))
