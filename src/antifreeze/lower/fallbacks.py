"""Defaults in the place of what is not given: `x or y`, `x if x is not None else y`, `if x is None: x = y`."""

from __future__ import annotations

import ast

from antifreeze.lower.builder import Builder
from antifreeze.model.expression import Choice, Param


def given_by(test: ast.expr) -> tuple[str, bool] | None:
    """The name that a test asks about, and whether it is given where the test holds; None for other tests."""
    if isinstance(test, ast.Name):
        return test.id, True
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not) and isinstance(test.operand, ast.Name):
        return test.operand.id, False
    if isinstance(test, ast.Compare) and len(test.ops) == 1 and isinstance(test.left, ast.Name):
        right = test.comparators[0]
        if isinstance(right, ast.Constant) and right.value is None and isinstance(test.ops[0], (ast.Is, ast.IsNot)):
            return test.left.id, isinstance(test.ops[0], ast.IsNot)
    return None


def falling_back(builder: Builder, choice: int, given: int) -> int:
    """Note that a choice is a parameter where that is given, and one of the other options only where it is not."""
    node = builder.nodes[choice]
    if (
        isinstance(node, Choice)
        and choice != given
        and isinstance(builder.nodes[given], Param)
        and given in node.options
    ):
        node.options = [given, *(option for option in node.options if option != given)]
        node.falls_back = True
    return choice
