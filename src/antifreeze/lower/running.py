"""Whether a loop is running: code that only runs where none is never runs on the loop's thread."""

from __future__ import annotations

import ast

from antifreeze.lower.builder import Builder
from antifreeze.lower.paths import defined_path
from antifreeze.model.expression import NO_NODE, Attribute, Call, Choice, Fact, Name
from antifreeze.model.summary import Guard

_ASKS = {"get_running_loop", "_get_running_loop", "get_event_loop"}
"""What gives the running loop, on its own thread."""


def assume_no_loop(builder: Builder) -> None:
    """From here to the end of the branch, no loop is running."""
    builder.flow.assume(Guard(NO_NODE, "no-loop", (), True, len(builder.nodes)))


def truth_on_loop(builder: Builder, test: ast.expr) -> bool | None:
    """The outcome of a test on the loop's thread, where it asks for a running loop, or whether types are checked."""
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        inner = truth_on_loop(builder, test.operand)
        return None if inner is None else not inner
    if isinstance(test, ast.BoolOp):
        outcomes = [truth_on_loop(builder, value) for value in test.values]
        decisive = isinstance(test.op, ast.Or)
        if decisive in outcomes:
            return decisive
        return None if None in outcomes else not decisive
    if isinstance(test, ast.Compare):
        return _is_not_none(builder, test)
    if isinstance(test, ast.Call):
        func = test.func
        asks = isinstance(func, ast.Attribute) and func.attr == "is_running" and _is_loop(builder, func.value)
        return True if asks else None
    if defined_path(builder, test).rpartition(".")[2] == "TYPE_CHECKING":
        return False  # what stands under it is for type checkers, and never runs
    return True if isinstance(test, ast.Name) and _is_loop(builder, test) else None


def _is_not_none(builder: Builder, test: ast.Compare) -> bool | None:
    right = test.comparators[0]
    if len(test.ops) == 1 and isinstance(right, ast.Constant) and right.value is None and _is_loop(builder, test.left):
        return isinstance(test.ops[0], (ast.IsNot, ast.NotEq))
    return None


def _is_loop(builder: Builder, node: ast.expr) -> bool:
    """Whether an expression is the running loop, on its own thread."""
    if isinstance(node, ast.Call):
        return _is_loop_call(builder, node)
    index = builder.flow.env.get(node.id, NO_NODE) if isinstance(node, ast.Name) else NO_NODE
    known = builder.nodes[index] if index >= 0 else None
    options = known.options if isinstance(known, Choice) else [index]
    return index >= 0 and all(_asks(builder, option) for option in options)


def _asks(builder: Builder, index: int) -> bool:
    node = builder.nodes[index]
    while isinstance(node, Fact):  # that a test before has told of it
        node = builder.nodes[node.base]
    func = builder.nodes[node.func] if isinstance(node, Call) else None
    if isinstance(func, Name):
        return builder.module.renamed.get(func.name, func.name).rpartition(".")[2] in _ASKS
    return isinstance(func, Attribute) and func.name in _ASKS


def _is_loop_call(builder: Builder, node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and defined_path(builder, node.func).rpartition(".")[2] in _ASKS


def _last_name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def asks_for_loop(builder: Builder, body: list[ast.stmt]) -> bool:
    """Whether a `try` body raises RuntimeError only where no loop is running: it asks for the loop, and uses it."""
    calls = [node for statement in body for node in ast.walk(statement) if isinstance(node, ast.Call)]
    if not any(_is_loop_call(builder, call) for call in calls):
        return False
    loops = {"asyncio"}
    for statement in body:
        if isinstance(statement, ast.Assign) and _is_loop_call(builder, statement.value):
            loops.update(target.id for target in statement.targets if isinstance(target, ast.Name))
    return all(_is_loop_call(builder, call) or _belongs_to(builder, call.func, loops) for call in calls)


def _belongs_to(builder: Builder, func: ast.expr, loops: set[str]) -> bool:
    if not isinstance(func, ast.Attribute):
        return False
    owner = func.value
    return _is_loop_call(builder, owner) or (
        isinstance(owner, ast.Name) and (owner.id in loops or builder.module.renamed.get(owner.id) == "asyncio")
    )


def catches_no_loop(handler: ast.ExceptHandler) -> bool:
    """Whether a handler is for what is raised where no loop is running."""
    return handler.type is not None and _last_name(handler.type) == "RuntimeError"
