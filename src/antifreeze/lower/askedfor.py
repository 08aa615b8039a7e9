"""Results of calls that are awaited under a test of them: what was called need not have been a coroutine function."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from antifreeze.lower.builder import Builder
from antifreeze.model.expression import Call, Coroutineness

_TESTED = ".?"
"""The last part of the path under which the flow keeps that the result which a name holds has been tested."""


def note_tested(builder: Builder, test: ast.expr) -> None:
    """From here to the end of the branch, the results of calls that a test asks about may be anything."""
    env, nodes = builder.flow.env, builder.nodes
    for name in _names_in(test):
        index = env.get(name, -1)
        if index >= 0 and nodes[index].__class__ is Call:
            builder.flow.narrow(name + _TESTED, index)


def awaited(builder: Builder, node: ast.expr) -> int:
    """What an `await` waits for; of a result that was tested before, the coroutine that it is here."""
    index = builder.expr(node)
    if isinstance(node, ast.Name) and builder.flow.env.get(node.id + _TESTED, -1) == index:
        return builder.add(Coroutineness(index, True))
    return index


def _names_in(test: ast.expr) -> Iterator[str]:
    """The names that a test itself, or one of its parts, asks about."""
    if isinstance(test, ast.Name):
        yield test.id
    elif isinstance(test, ast.UnaryOp):
        yield from _names_in(test.operand)
    elif isinstance(test, ast.BoolOp):
        for part in test.values:
            yield from _names_in(part)
    elif isinstance(test, ast.Compare):
        yield from _names_in(test.left)
    elif isinstance(test, ast.Call):
        for part in test.args:
            yield from _names_in(part)
    elif isinstance(test, ast.NamedExpr):
        yield from _names_in(test.target)
