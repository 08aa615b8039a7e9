"""Comparisons and tests for kinds whose outcome is kept: a caller may tell it."""

from __future__ import annotations

import ast

from antifreeze.lower.builder import Builder
from antifreeze.lower.implied import COMPARISONS, MAY_RUN_CODE, implied
from antifreeze.lower.paths import path_of
from antifreeze.lower.questions import OF_CONSTANTS, as_bound, question
from antifreeze.model.expression import Binary, Compared
from antifreeze.model.summary import OF_KIND


def compare(builder: Builder, node: ast.Compare) -> int:
    """Lower a comparison; each of a chain runs what its operands define for it."""
    first = left = builder.expr(node.left)
    operand = node.left
    for operator, comparator in zip(node.ops, node.comparators, strict=True):
        right = builder.expr(comparator)
        if isinstance(operator, (ast.In, ast.NotIn)) and isinstance(comparator, MAY_RUN_CODE):
            builder.add(Binary("contains", right, left, builder.span(node)))
        elif operator.__class__ in COMPARISONS:
            implied(builder, COMPARISONS[operator.__class__], operand, left)
        left, operand = right, comparator
    return _comparison(builder, node, first, left) if len(node.ops) == 1 else builder.builtin("bool")


def _comparison(builder: Builder, node: ast.Compare, left: int, right: int) -> int:
    """A comparison of what has a name with a constant, of which a caller may tell; some truth for others."""
    asked = question(builder, node)
    if asked is None or asked.operator not in OF_CONSTANTS or not path_of(asked.subject):
        return builder.builtin("bool")
    if asked.named and asked.named[0] is not node.comparators[0]:
        return builder.builtin("bool")
    base = left if asked.subject is node.left else right
    return builder.add(Compared(base, asked.operator, asked.operand, asked.outcome, (right,) if asked.named else ()))


def any_kind(builder: Builder, values: list[int]) -> Compared | None:
    """`iscoroutinefunction(f) or isasyncgenfunction(f)` as one test; None for anything else."""
    nodes = [builder.nodes[value] for value in values]
    tests = [node for node in nodes if isinstance(node, Compared) and node.operator == OF_KIND]
    if len(tests) < len(values) or len({as_bound(builder, test.base) for test in tests}) > 1:
        return None
    return Compared(tests[0].base, OF_KIND, tuple(kind for test in tests for kind in test.operand), True)
