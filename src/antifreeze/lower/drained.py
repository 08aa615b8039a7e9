"""Executors whose work a coroutine has awaited by the time that it leaves them: leaving them waits for nothing then."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from antifreeze.lower.builder import Builder
from antifreeze.lower.paths import called_name

DRAINED = "drained"
"""The fact that tells it, which the catalog's conditions ask for."""


def is_drained(builder: Builder, body: list[ast.stmt], target: ast.expr | None) -> bool:
    """Whether all that a `with` block does with what it binds is to hand it work, and it awaits something after that.

    As in asyncio's own documentation: `result = await loop.run_in_executor(pool, function)`.
    """
    if not isinstance(target, ast.Name):
        return False
    nodes = [node for statement in body for node in ast.walk(statement)]
    uses = [node for node in nodes if isinstance(node, ast.Name) and node.id == target.id]
    awaited = [(node.end_lineno or 0, node.end_col_offset or 0) for node in nodes if isinstance(node, ast.Await)]
    if not uses or not awaited or max((use.lineno, use.col_offset) for use in uses) > max(awaited):
        return False
    calls = [node for node in nodes if isinstance(node, ast.Call)]
    wraps = any(called_name(builder, call) == "wrap_future" for call in calls)
    handed = [user for call in calls for user in _handed_work(builder, call, wraps)]
    return all(any(use is user for user in handed) for use in uses)


def _handed_work(builder: Builder, call: ast.Call, wraps: bool) -> Iterator[ast.expr]:
    """The executor that a call hands work to, for which the loop waits: by `run_in_executor`, or a wrapped `submit`."""
    if called_name(builder, call) == "run_in_executor":
        yield from call.args[:1]
    elif wraps and isinstance(call.func, ast.Attribute) and call.func.attr == "submit":
        yield call.func.value
