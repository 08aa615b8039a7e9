"""What tests ask, and of what: `mode == "fast"`, `delay > 0`, `isinstance(item, Mail)`, `"://" in name`."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from antifreeze.lower.builder import Builder
from antifreeze.lower.literals import can_be_kept
from antifreeze.lower.paths import defined_path, path_of, text_of
from antifreeze.model.expression import NO_NODE, Attribute, Call, Choice, Coroutineness, Fact, Name, Param, Refine
from antifreeze.model.summary import HAS, IS_A, IS_EXACTLY, IS_HEIR, OF_KIND, TELLS, Guard

_COMPARISONS: dict[type, tuple[str, bool]] = {
    ast.Eq: ("equal", True), ast.NotEq: ("equal", False), ast.Is: ("equal", True), ast.IsNot: ("equal", False),
    ast.In: ("in", True), ast.NotIn: ("in", False), ast.Lt: ("less", True), ast.GtE: ("less", False),
    ast.Gt: ("more", True), ast.LtE: ("more", False),
}  # fmt: skip

_TURNED: dict[type, type[ast.cmpop]] = {
    ast.Eq: ast.Eq, ast.NotEq: ast.NotEq, ast.Lt: ast.Gt, ast.Gt: ast.Lt, ast.LtE: ast.GtE, ast.GtE: ast.LtE,
}  # fmt: skip
"""What a comparison is where its sides change places."""

_OF_CLASSES = {"isinstance": IS_A, "issubclass": IS_HEIR}

GENERATORS = "generator function"

KINDS = {
    "iscoroutinefunction": "coroutine function", "is_async_callable": "coroutine function",
    "isasyncgenfunction": "async generator function", "isgeneratorfunction": GENERATORS,
    "isawaitable": "awaitable", "iscoroutine": "awaitable",
}  # fmt: skip
"""What functions test for that tell kinds of functions apart, by their names."""

_DISPLAYS = (ast.Tuple, ast.List, ast.Set)

OF_CONSTANTS = frozenset(("none", "equal", "in", "less", "more", "contains"))
"""The operators of comparisons with constants."""

Operand = tuple[bool | int | float | str | None, ...]


class Question(NamedTuple):
    """What is tested, how, against what, and the outcome that the test's truth stands for."""

    subject: ast.expr
    operator: str
    operand: Operand
    outcome: bool
    named: Sequence[ast.expr] = ()


class Read(NamedTuple):
    """The number of the parameter that an expression reads, when it may be another, and the loop heads between."""

    number: int
    remade: list[Guard]
    heads: tuple[int, ...]
    joined: int = NO_NODE


def question(builder: Builder, test: ast.expr) -> Question | None:
    """What a test asks; None where that is nothing that a constant, a class or an attribute can answer."""
    if isinstance(test, (ast.Name, ast.Attribute, ast.Subscript)):
        return Question(test, "truthy", (), True)
    if isinstance(test, ast.Compare) and len(test.ops) == 1:
        return _compared(builder, test.left, test.ops[0].__class__, test.comparators[0])
    return _called(builder, test) if isinstance(test, ast.Call) else None


def _compared(builder: Builder, left: ast.expr, comparison: type[ast.cmpop], right: ast.expr) -> Question | None:
    is_name_of_file = isinstance(left, ast.Name) and left.id == "__name__"  # its own, or that of what is run
    if comparison not in _COMPARISONS or is_name_of_file:
        return None
    operator, outcome = _COMPARISONS[comparison]
    if isinstance(left, ast.Constant):
        if operator == "in":
            is_text = isinstance(left.value, str) and can_be_kept(left.value) and bool(path_of(right))
            return Question(right, "contains", (left.value,), outcome) if is_text else None  # type: ignore[arg-type]  # a text
        return _compared(builder, right, _TURNED[comparison], left) if comparison in _TURNED else None
    if operator in ("equal", "in") and (of_class := _class_of(builder, left)) is not None and is_type(right):
        return Question(of_class, IS_EXACTLY, (), outcome, [right])
    if (operator == "in") is not isinstance(right, _DISPLAYS):
        return None
    parts = parts_of(builder, right.elts if isinstance(right, _DISPLAYS) else [right])
    if parts is None or (operator in ("less", "more") and not _is_number(parts)):
        return None
    if operator == "equal" and parts == ((None,), []):
        operator = "none"
    return Question(left, operator, parts[0], outcome, parts[1])


def _class_of(builder: Builder, node: ast.expr) -> ast.expr | None:
    """The object whose class an expression is: `type(item)`, `item.__class__`, or a local that is bound to it."""
    if isinstance(node, ast.Name):
        return _of_local(builder, builder.flow.env.get(node.id, NO_NODE))
    if isinstance(node, ast.Attribute) and node.attr == "__class__":
        return node.value
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and len(node.args) == 1 and not node.keywords:
        return node.args[0] if node.func.id == "type" else None
    return None


def _of_local(builder: Builder, index: int) -> ast.Name | None:
    """The name of the object whose class a node is."""
    asked = builder.nodes[index] if index >= 0 else None
    base = NO_NODE
    if isinstance(asked, Attribute) and asked.name == "__class__":
        base = asked.base
    elif isinstance(asked, Call) and len(asked.args) == 1:
        called = builder.nodes[asked.func]
        base = asked.args[0] if isinstance(called, Name) and called.name == "type" else NO_NODE
    names = [path for path, bound in builder.flow.env.items() if bound == base >= 0 and path.isidentifier()]
    return ast.Name(names[0], ast.Load()) if names else None


def _is_number(parts: tuple[Operand, list[ast.expr]]) -> bool:
    """Whether what is compared with is one number, or named like a constant."""
    literals, named = parts
    return all(isinstance(part, (int, float)) for part in literals) and all(
        path_of(part).rpartition(".")[2].isupper() for part in named
    )


def _called(builder: Builder, test: ast.Call) -> Question | None:
    if builder.asked.get(builder.span(test)) is not None and defined_path(builder, test.func) == "getattr":
        return Question(test, "truthy", (), True)
    if isinstance(test.func, ast.Attribute) and test.func.attr == "get" and not test.keywords:
        return Question(test, "truthy", (), True) if test.args and isinstance(test.args[0], ast.Constant) else None
    if len(test.args) == 2 and not test.keywords:  # noqa: PLR2004 (what, and of what)
        return _of_kind(builder, test)
    if isinstance(test.func, ast.Attribute) and len(test.args) == 1:
        operand = _literals(test.args[0])
        are_texts = operand is not None and all(isinstance(part, str) for part in operand)
        if operand is not None and are_texts and test.func.attr in ("startswith", "endswith"):
            return Question(test.func.value, test.func.attr, operand, True)
    if not (test.args or test.keywords) or parameter(builder, test) is not None:
        return Question(test, "truthy", (), True)
    if len(test.args) == 1 and not test.keywords and path_of(test.args[0]):
        if defined_path(builder, test.func) == "callable":
            return Question(test.args[0], HAS, ("__call__",), True)
        kind = kind_asked(builder, test)
        if kind:
            return Question(test.args[0], OF_KIND, (kind,), True)
        return Question(test, TELLS, (), True)
    return None


def kind_asked(builder: Builder, test: ast.Call) -> str:
    """The kind of function that a call tests its one argument for; empty for other calls."""
    is_single = len(test.args) == 1 and not test.keywords and bool(path_of(test.args[0]))
    return KINDS.get(defined_path(builder, test.func).rpartition(".")[2], "") if is_single else ""


def _of_kind(builder: Builder, test: ast.Call) -> Question | None:
    """`isinstance(subject, classes)`, `issubclass(subject, classes)` and `hasattr(subject, "name")`."""
    name = defined_path(builder, test.func).rpartition(".")[2]
    subject, other = test.args
    if name in _OF_CLASSES and is_type(other):
        return Question(subject, _OF_CLASSES[name], (), True, [other])
    if name == "hasattr" and (text := text_of(builder, other)):
        return Question(subject, HAS, (text,), True)
    return Question(test, "truthy", (), True) if parameter(builder, test) is not None else None


def is_type(node: ast.expr) -> bool:
    """Whether an expression names a class, or several, in a tuple or joined by `|`."""
    if isinstance(node, ast.Tuple):
        return all(map(is_type, node.elts))
    if isinstance(node, ast.BinOp):
        return isinstance(node.op, ast.BitOr) and is_type(node.left) and is_type(node.right)
    return bool(path_of(node))


def _literals(node: ast.expr) -> Operand | None:
    parts = _split(node.elts if isinstance(node, (ast.Tuple, ast.List, ast.Set)) else [node])
    return None if parts is None or parts[1] else parts[0]


def parts_of(builder: Builder, nodes: Iterable[ast.expr]) -> tuple[Operand, list[ast.expr]] | None:
    """The literals among the expressions, and those that name a constant; None where something else is among them."""
    parts = _split(nodes)
    if parts is None or any(builder.flow.env.get(path_of(part).partition(".")[0], NO_NODE) >= 0 for part in parts[1]):
        return None
    return parts


def _split(nodes: Iterable[ast.expr]) -> tuple[Operand, list[ast.expr]] | None:
    literals: list[bool | int | float | str | None] = []
    named: list[ast.expr] = []
    for node in nodes:
        if isinstance(node, ast.Constant) and can_be_kept(node.value):
            literals.append(node.value)
        elif path_of(node):
            named.append(node)
        else:
            return None
    return tuple(literals), named


def parameter(builder: Builder, subject: ast.expr) -> Read | None:
    """The parameter that an expression reads."""
    if isinstance(subject, (ast.Call, ast.Subscript)):
        asked = builder.asked.get(builder.span(subject), NO_NODE)
        taken = builder.nodes[asked] if asked >= 0 else None
        return Read(taken.index, [], ()) if isinstance(taken, Param) else None
    if not isinstance(subject, ast.Name):
        return None
    index, heads = through_heads(builder, as_bound(builder, builder.flow.env.get(subject.id, NO_NODE)))
    if index in builder.flow.remade:
        return Read(*builder.flow.remade[index], heads, index)
    node = builder.nodes[index] if index >= 0 else None
    return Read(node.index, [], heads) if isinstance(node, Param) else None


_MAX_JOINED = 64
"""How many nodes are looked at for what a name was bound to before tests told more of it."""


def as_bound(builder: Builder, index: int) -> int:
    """The node that a name was bound to, before tests told more of it; where branches join, in all of them."""
    bound: set[int] = set()
    seen: set[int] = set()
    pending = [index]
    while pending and len(seen) <= _MAX_JOINED:
        at = pending.pop()
        if at in seen:
            continue
        seen.add(at)
        node = builder.nodes[at] if at >= 0 else None
        if isinstance(node, (Refine, Fact, Coroutineness)):
            pending.append(node.base)
        elif at in builder.flow.narrowed:
            pending.append(builder.flow.narrowed[at])
        elif isinstance(node, Choice) and len(node.options) > 1 and at not in builder.flow.remade:
            pending.extend(node.options if max(node.options) < at else ())
            bound.update(() if max(node.options) < at else (at,))
        else:
            bound.add(at)
    return bound.pop() if len(bound) == 1 and not pending else index


def through_heads(builder: Builder, index: int) -> tuple[int, tuple[int, ...]]:
    """The node that a loop's head stands for, as long as no later round binds it anew."""
    heads: list[int] = []
    node = builder.nodes[index] if index >= 0 else None
    while isinstance(node, Choice) and len(node.options) == 1:
        heads.append(index)
        index = node.options[0]
        node = builder.nodes[index]
    return index, tuple(heads)
