"""Tests of parameters whose outcome an argument can decide: `if wait:`, `name.startswith("x")`, `mode == "fast"`."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from antifreeze.lower.builder import Builder
from antifreeze.lower.literals import is_small, is_text
from antifreeze.model.expression import Choice, Param
from antifreeze.model.summary import Guard

_COMPARISONS: dict[type, tuple[str, bool]] = {
    ast.Eq: ("equal", True), ast.NotEq: ("equal", False), ast.Is: ("equal", True), ast.IsNot: ("equal", False),
    ast.In: ("in", True), ast.NotIn: ("in", False),
}  # fmt: skip

Operand = tuple[bool | int | float | str | None, ...]


def assume(builder: Builder, test: ast.expr, positive: bool) -> None:
    """Note that what follows in this branch stands under a test of a parameter, where it is one."""
    found = _test(test)
    if found is None:
        return
    subject, operator, operand, outcome = found
    param, remade = _parameter(builder, subject)
    if param >= 0:
        start = len(builder.nodes)
        builder.flow.assume(Guard(param, operator, operand, outcome is positive, start, remade=remade))


def note_remade(builder: Builder, test: ast.expr, before: dict[str, int], names: Iterable[str]) -> None:
    """After an `if`: a parameter that its body bound anew is still the parameter where the test failed."""
    found = _test(test)
    if found is None:
        return
    subject, operator, operand, outcome = found
    for name in names:
        node, joined = before.get(name, -1), builder.flow.env.get(name, -1)
        known = builder.nodes[node] if node >= 0 else None
        if isinstance(known, Param) and joined != node and isinstance(subject, ast.Name) and subject.id == name:
            builder.flow.remade[joined] = (known.index, [Guard(known.index, operator, operand, outcome, 0)])


def assume_failed(builder: Builder, test: ast.expr) -> None:
    """Note that what follows is only reached where a test came out false, in each of its parts that decides that."""
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        assume(builder, test.operand, positive=True)
    elif isinstance(test, ast.BoolOp) and isinstance(test.op, ast.Or):
        for part in test.values:
            assume_failed(builder, part)
    else:
        assume(builder, test, positive=False)


def _test(test: ast.expr) -> tuple[ast.expr, str, Operand, bool] | None:
    """What is tested, how, against what, and the outcome that the test's truth stands for."""
    if isinstance(test, ast.Name):
        return test, "truthy", (), True
    if isinstance(test, ast.Compare) and len(test.ops) == 1 and test.ops[0].__class__ in _COMPARISONS:
        operator, outcome = _COMPARISONS[test.ops[0].__class__]
        operand = _literals(test.comparators[0])
        if operand is None or (operator == "equal" and not isinstance(test.comparators[0], ast.Constant)):
            return None
        if operator == "equal" and operand == (None,):
            operator = "none"
        return test.left, operator, operand, outcome
    if isinstance(test, ast.Call) and isinstance(test.func, ast.Attribute) and len(test.args) == 1:
        operand = _literals(test.args[0])
        are_texts = operand is not None and all(isinstance(part, str) for part in operand)
        if operand is not None and are_texts and test.func.attr in ("startswith", "endswith"):
            return test.func.value, test.func.attr, operand, True
    return None


def _literals(node: ast.expr) -> Operand | None:
    parts = node.elts if isinstance(node, (ast.Tuple, ast.List, ast.Set)) else [node]
    values = [part.value for part in parts if isinstance(part, ast.Constant)]
    kept = [value for value in values if value is None or isinstance(value, (bool, int, float, str))]
    return tuple(kept) if len(kept) == len(parts) and all(map(_can_be_kept, kept)) else None


def _can_be_kept(value: bool | float | str | None) -> bool:
    if isinstance(value, str):
        return is_text(value)
    return not isinstance(value, int) or is_small(value)


def _parameter(builder: Builder, subject: ast.expr) -> tuple[int, list[Guard]]:
    """The number of the parameter that an expression reads, and when it may be another; negative for anything else."""
    if not isinstance(subject, ast.Name):
        return -1, []
    index = builder.flow.env.get(subject.id, -1)
    if index in builder.flow.remade:
        return builder.flow.remade[index]
    node = builder.nodes[index] if index >= 0 else None
    while isinstance(node, Choice) and len(node.options) == 1:  # a loop's head
        node = builder.nodes[node.options[0]]
    return (node.index if isinstance(node, Param) else -1), []
