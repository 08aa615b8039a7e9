"""What methods make of texts that are known: `"GET".lower()`, `"do_{}".format(name)`, `"jobs:run".partition(":")`."""

from __future__ import annotations

from antifreeze.link.containers import container
from antifreeze.link.held import with_facts
from antifreeze.link.resolver import Arguments, Resolver
from antifreeze.model.expression import STARTS
from antifreeze.model.value import NOTHING, FunctionValue, LiteralValue, Value, ValueSet

_MAX_LENGTH = 200
"""Longer texts name nothing."""

_OF_TEXT = "builtins.str."

_METHODS = frozenset((
    "capitalize", "casefold", "lower", "lstrip", "removeprefix", "removesuffix", "replace", "rstrip", "strip",
    "swapcase", "title", "upper",
))  # fmt: skip
"""Methods that give a text, and of which the arguments are texts."""


_PARTING = frozenset(("partition", "rpartition", "split", "rsplit"))
"""Methods that take a text apart: what each part is, is known by its place."""

_MAX_PARTS = 12


def made_of_text(r: Resolver, value: FunctionValue, arguments: Arguments) -> ValueSet:
    """The text that a method of a known text gives, or how it begins; nothing where that is not known."""
    known = _text(value.receiver)
    method = value.ref.name.removeprefix(_OF_TEXT)
    if known is None or not value.ref.name.startswith(_OF_TEXT) or len(known) > _MAX_LENGTH:
        return NOTHING
    if method == "format":
        return _formatted(r, known)
    is_parted = method in _PARTING
    given = [_text(part[0]) if len(part) == 1 else None for part in arguments.positional]
    if not (is_parted or method in _METHODS) or None in given or arguments.keywords or arguments.rest:
        return NOTHING
    try:
        made = getattr(known, method)(*given)
    except (TypeError, ValueError):  # a call that would fail
        return NOTHING
    if is_parted:
        return container(r, "tuple", tuple((r.make(LiteralValue, part),) for part in made[:_MAX_PARTS]))
    return (r.make(LiteralValue, made),)


def _text(value: Value | None) -> str | None:
    return value.value if isinstance(value, LiteralValue) and isinstance(value.value, str) else None


def _formatted(r: Resolver, known: str) -> ValueSet:
    start = known.partition("{")[0]
    made = r.instances((r.builtin("str"),))
    return with_facts(r, made, [(STARTS, start)]) if start.replace(".", "_").isidentifier() else made
