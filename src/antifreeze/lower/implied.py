"""Operators whose results are known, noted because a class of the program's own may define what they do."""

from __future__ import annotations

import ast

from antifreeze.lower.builder import Builder
from antifreeze.model.expression import NO_NODE, Binary

MAY_RUN_CODE = (ast.Name, ast.Attribute, ast.Call, ast.Subscript, ast.Await)
"""What may be an object of the program's own; displays and texts are not."""

COMPARISONS: dict[type, str] = {
    ast.Eq: "eq", ast.NotEq: "ne", ast.Lt: "lt", ast.LtE: "le", ast.Gt: "gt", ast.GtE: "ge",
}  # fmt: skip
SIGNS: dict[type, str] = {ast.USub: "neg", ast.UAdd: "pos", ast.Invert: "invert"}
CONVERSIONS = {-1: "format", ord("s"): "str", ord("r"): "repr", ord("a"): "repr"}
"""By what a formatted value in a text says: `{value!r}`."""


def implied(builder: Builder, operator: str, operand: ast.expr, value: int) -> None:
    """Note what is done to `operand`, whose node is `value`."""
    if isinstance(operand, MAY_RUN_CODE):
        builder.add(Binary(operator, value, NO_NODE, builder.span(operand)))


def tested(builder: Builder, test: ast.expr, value: int) -> None:
    """Note that the truth of a value is asked for."""
    implied(builder, "bool", test, value)
