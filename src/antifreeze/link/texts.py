"""What methods and operators make of texts that are known: `"GET".lower()`, `"do_{}".format(name)`, `name + "_job"`."""

from __future__ import annotations

import re

from antifreeze.link.containers import container
from antifreeze.link.held import with_facts
from antifreeze.link.members import starts_of
from antifreeze.link.resolver import Arguments, Resolver
from antifreeze.model.expression import ANYTHING_BETWEEN, STARTS
from antifreeze.model.value import NOTHING, FunctionValue, Instance, LiteralValue, Symbol, Value, ValueSet

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

_CONVERSION = re.compile(r"%[sdr]")


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
    start, brace, rest = known.partition("{")
    return _around(r, start, rest.rpartition("}")[2] if brace else "")


def _around(r: Resolver, start: str, end: str = "") -> ValueSet:
    """A text of which it is known what it begins and ends with, where that may be part of a name."""
    made = r.instances((r.builtin("str"),))
    if not (start or end) or not f"_{start}{end}".replace(".", "_").isidentifier():
        return made
    return with_facts(r, made, [(STARTS, f"{start}{ANYTHING_BETWEEN}{end}" if end else start)])


def computed(r: Resolver, op: str, left: LiteralValue) -> ValueSet:
    """What comes of a literal and something else: of its type; a text begins, and may end, as it did."""
    if not isinstance(left.value, str) or op not in ("add", "mod"):
        return r.instances((r.builtin(type(left.value).__name__),))
    if op == "add":
        return _around(r, left.value)
    start, *rest = _CONVERSION.split(left.value)
    return _around(r, start, rest[-1] if rest and "%" not in rest[-1] else "")


def with_end(r: Resolver, left: Value, right: ValueSet) -> ValueSet:
    """`name + "_job"`, of which the end is known, and the beginning if that of `name` is; else nothing."""
    end = _text(right[0]) if len(right) == 1 else None
    is_text = isinstance(left, Instance) and left.cls is r.builtin("str")
    is_open = isinstance(left, Symbol) and (left.bound is None or left.bound.ref.module.is_stub)
    if not end or not (is_text or is_open):
        return NOTHING
    starts = starts_of((left,))
    return _around(r, starts[0].partition(ANYTHING_BETWEEN)[0] if starts else "", end)
