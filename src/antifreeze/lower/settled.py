"""What a statement or an await brings to its end: events that are set, threads that are joined, futures."""

from __future__ import annotations

import ast

from antifreeze.lower.builder import Builder
from antifreeze.lower.paths import called_name, path_of
from antifreeze.model.expression import Fact

_DONE = "done"
"""The fact that tells that a future is done."""

_SETTLING = {"set": True, "clear": False}
"""Methods of events, and what `is_set` answers from then on."""

_COMPLETING = frozenset(("set_result", "set_exception"))
"""Methods of futures after which they are done."""

_WAITS = frozenset(("join", "wait", "result", "exception", "communicate"))
"""Methods that return when something has come to its end."""


def settles(builder: Builder, call: ast.Call, func: ast.Attribute) -> bool:
    """Note what the statement `event.set()` does; whether it is one like it."""
    if func.attr in _COMPLETING and path_of(func.value):
        _now(builder, func.value, _DONE)
        return True
    answer = _SETTLING.get(func.attr)
    if answer is None or call.args or call.keywords or not path_of(func.value):
        return False
    _now(builder, func.value, "is_set", answer)
    return True


def waited_for(builder: Builder, call: ast.Call) -> None:
    """After `await wrap_future(future)` it is done, after `await to_thread(thread.join)` the thread has been joined."""
    _handed_over(builder, call)
    if called_name(builder, call) == "wrap_future" and call.args and path_of(call.args[0]):
        _now(builder, call.args[0], _DONE)


def _handed_over(builder: Builder, call: ast.Call) -> None:
    """The method that was handed over has been called."""
    for argument in call.args:
        if isinstance(argument, ast.Call):
            _handed_over(builder, argument)
        elif isinstance(argument, ast.Attribute) and argument.attr in _WAITS and path_of(argument.value):
            _now(builder, argument.value, argument.attr)


def _now(builder: Builder, subject: ast.expr, fact: str, answer: bool = True) -> None:
    builder.flow.narrow(path_of(subject), builder.add(Fact(builder.expr(subject), fact, answer)))
