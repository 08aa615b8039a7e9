"""Results of calls that are awaited under a test of them: what was called need not have been a coroutine function."""

from __future__ import annotations

import ast

from antifreeze.lower.builder import Builder
from antifreeze.model.expression import Call, Coroutineness

_TESTED = ".?"
"""The last part of the path under which the flow keeps that the result which a name holds has been tested."""


def note_tested(builder: Builder, test: ast.expr) -> None:
    """From here to the end of the branch, the results of calls that a test asks about may be anything."""
    kind = test.__class__
    if kind is ast.Name:
        _note(builder, test)
    elif kind is ast.Call:
        for part in test.args:  # type: ignore[attr-defined]  # by its class
            _note(builder, part)
    elif kind is ast.Compare:
        _note(builder, test.left)  # type: ignore[attr-defined]
    elif kind is ast.BoolOp:
        for part in test.values:  # type: ignore[attr-defined]
            note_tested(builder, part)
    elif kind is ast.NamedExpr:
        _note(builder, test.target)  # type: ignore[attr-defined]


def _note(builder: Builder, subject: ast.expr) -> None:
    if subject.__class__ is ast.Name:
        name: str = subject.id
        index = builder.flow.env.get(name, -1)
        if index >= 0 and builder.nodes[index].__class__ is Call:
            builder.flow.narrow(name + _TESTED, index)


def awaited(builder: Builder, node: ast.expr) -> int:
    """What an `await` waits for; of a result that was tested before, the coroutine that it is here."""
    index = builder.expr(node)
    if isinstance(node, ast.Name) and builder.flow.env.get(node.id + _TESTED, -1) == index:
        return builder.add(Coroutineness(index, True))
    return index
