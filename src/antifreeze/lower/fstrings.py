"""Texts that are put together: f-strings, and `"%s" % value`."""

from __future__ import annotations

import ast
import re
from typing import Any

from antifreeze.lower.builder import Builder
from antifreeze.lower.implied import CONVERSIONS, implied
from antifreeze.model.expression import ANYTHING_BETWEEN, STARTS, Collection, Fact, Param

_MARK = re.compile(r"%[-+ #0]*\d*(?:\.\d+)?([a-zA-Z%])")
"""A conversion in a text before `%`, without names."""


def _may_name(text: str) -> bool:
    """Whether a text may be part of the name of a member or a module."""
    return text.replace(".", "_").isidentifier()


def joined_str(builder: Builder, node: ast.JoinedStr) -> int:
    """A text that is put together, with what it begins and ends with where that may be part of a name."""
    for value in node.values:
        builder.expr(value)
    text = _around_parameter(builder, node)
    written = [str(value.value) if isinstance(value, ast.Constant) else "" for value in node.values]
    start, end = (written or [""])[0], written[-1] if len(written) > 1 else ""
    if not (start or end) or not _may_name("_" + "".join(written)):
        return text
    return builder.add(Fact(text, STARTS, f"{start}{ANYTHING_BETWEEN}{end}" if end else start))


def _around_parameter(builder: Builder, node: ast.JoinedStr) -> int:
    """A text, with the one parameter that an f-string puts in as it is, where it does: `f"handle_{kind}"`."""
    parts = [value for value in node.values if isinstance(value, ast.FormattedValue)]
    if len(parts) == 1 and isinstance(parts[0].value, ast.Name) and parts[0].format_spec is None:
        index = builder.read(parts[0].value.id)
        if isinstance(builder.nodes[index], Param):
            return builder.add(Collection("str", (index,)))
    return builder.builtin("str")


def formatted_value(builder: Builder, node: Any) -> int:
    """A part of it, which runs what makes a text of an object."""
    implied(builder, CONVERSIONS[node.conversion], node.value, builder.expr(node.value))
    if node.format_spec is not None:
        builder.expr(node.format_spec)
    return builder.builtin("str")


def put_in(builder: Builder, text: str, given: ast.expr, value: int) -> None:
    """Note what `"%s and %r" % given` asks of objects, where it asks for nothing but their texts."""
    marks = [mark for mark in _MARK.findall(text) if mark != "%"]
    node = builder.nodes[value]
    parts: list[ast.expr] = [given]
    values: tuple[int, ...] = (value,)
    if isinstance(given, ast.Tuple) and isinstance(node, Collection):
        parts, values = given.elts, node.items
    if len(marks) == len(parts) == len(values):
        for mark, part, each in zip(marks, parts, values, strict=True):
            if mark in "sra":
                implied(builder, CONVERSIONS[ord(mark)], part, each)
