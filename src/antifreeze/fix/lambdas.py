"""A call as a lambda that a thread runs; its arguments are still worked out on the loop, in their order."""

from __future__ import annotations

import ast

from antifreeze.fix.refused import Refused
from antifreeze.fix.text import Text

_STEADY = (
    ast.Name, ast.Constant, ast.Attribute, ast.expr_context, ast.JoinedStr, ast.FormattedValue, ast.BinOp, ast.operator,
    ast.UnaryOp, ast.unaryop, ast.Tuple, ast.BoolOp, ast.boolop, ast.IfExp, ast.Compare, ast.cmpop,
)  # fmt: skip


def as_lambda(text: Text, call: ast.Call, is_chain: bool) -> str:
    """`lambda: f(p).g()`, or `lambda value: f(value).g(), work()` where working something out takes more than names.

    Of a chain all calls run in the thread, else only the last.
    """
    moved = _worked_out(call, is_chain)
    if any(isinstance(part, (ast.Yield, ast.YieldFrom)) for node in moved for part in ast.walk(node)):
        raise Refused("an argument yields")
    taken = {part.id for part in ast.walk(call) if isinstance(part, ast.Name)}
    names: list[str] = []
    start, end = text.span(call)
    pieces: list[str] = []
    place = start
    for node in moved:
        name = _unused("value", taken)
        names.append(name)
        first, last = text.span(node)
        pieces += [text.value[place:first], name]
        place = last
    body = "".join([*pieces, text.value[place:end]])
    arguments = "".join(f", {_argument(text, node)}" for node in moved)
    return f"lambda{' ' if names else ''}{', '.join(names)}: {body}{arguments}"


def _argument(text: Text, node: ast.expr) -> str:
    own = text.of(node)
    return f"({own})" if isinstance(node, (ast.NamedExpr, ast.GeneratorExp)) and not own.startswith("(") else own


def _worked_out(call: ast.Call, is_chain: bool) -> list[ast.expr]:
    """The expressions that have to be worked out before, in the order in which Python does."""
    inner = call.func
    receiver = inner.value if isinstance(inner, ast.Attribute) else inner
    if is_chain and isinstance(receiver, ast.Call) and isinstance(inner, ast.Attribute):
        found = _worked_out(receiver, is_chain)
    else:
        found = [] if _is_steady(receiver) else [receiver]
    values = [*call.args, *(keyword.value for keyword in call.keywords)]
    plain = [value.value if isinstance(value, ast.Starred) else value for value in values]
    return found + [value for value in sorted(plain, key=_place) if not _is_steady(value)]


def _place(node: ast.expr) -> tuple[int, int]:
    return node.lineno, node.col_offset


def _is_steady(node: ast.AST) -> bool:
    """Whether an expression means the same a moment later, and in another thread."""
    if isinstance(node, ast.Lambda):
        return not (node.args.defaults or any(node.args.kw_defaults))
    return isinstance(node, _STEADY) and all(map(_is_steady, ast.iter_child_nodes(node)))


def _unused(name: str, taken: set[str]) -> str:
    number, chosen = 1, name
    while chosen in taken:
        number += 1
        chosen = f"{name}_{number}"
    taken.add(chosen)
    return chosen


def calls_super(part: ast.AST) -> bool:
    """Whether a node is a call of `super`, which means something in the method itself only."""
    return isinstance(part, ast.Call) and isinstance(part.func, ast.Name) and part.func.id == "super"
