"""Tests of parameters whose outcome an argument can decide: `if wait:`, `name.startswith("x")`, `mode == "fast"`."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from antifreeze.lower.builder import Builder
from antifreeze.lower.literals import can_be_kept
from antifreeze.lower.paths import defined_path, path_of
from antifreeze.lower.running import assume_no_loop, truth_on_loop
from antifreeze.model.expression import (
    NO_NODE,
    Attribute,
    Both,
    Call,
    Captured,
    Choice,
    Coroutineness,
    Fact,
    Free,
    Import,
    Item,
    Name,
    Not,
    Param,
    Refine,
)
from antifreeze.model.summary import HAS, IS_A, TELLS, Guard, ScopeKind

_COMPARISONS: dict[type, tuple[str, bool]] = {
    ast.Eq: ("equal", True), ast.NotEq: ("equal", False), ast.Is: ("equal", True), ast.IsNot: ("equal", False),
    ast.In: ("in", True), ast.NotIn: ("in", False),
}  # fmt: skip

Operand = tuple[bool | int | float | str | None, ...]


class _Test(NamedTuple):
    """What is tested, how, against what, and the outcome that the test's truth stands for."""

    subject: ast.expr
    operator: str
    operand: Operand
    outcome: bool
    named: Sequence[ast.expr] = ()


class _Parameter(NamedTuple):
    """The number of the parameter that an expression reads, when it may be another, and the loop heads between."""

    number: int
    remade: list[Guard]
    heads: tuple[int, ...]
    joined: int = NO_NODE


def assume(builder: Builder, test: ast.expr, positive: bool) -> None:
    """Note that what follows in this branch stands under a test of a parameter, where it is one."""
    found = _test(builder, test)
    if found is not None:
        _assume(builder, found, positive)


def assume_any(builder: Builder, subject: ast.expr, values: list[ast.expr], positive: bool) -> None:
    """Note that what follows is only reached where the subject equals one of the values, or none of them."""
    parts = _parts(builder, values)
    if parts is not None and any(parts):
        _assume(builder, _Test(subject, "in", parts[0], True, parts[1]), positive)


def assume_class(builder: Builder, subject: ast.expr, classes: list[ast.expr], positive: bool) -> None:
    """Note that what follows is only reached where the subject is of one of the classes, or of none of them."""
    if classes:
        _assume(builder, _Test(subject, IS_A, (), True, classes), positive)


def _assume(builder: Builder, test: _Test, positive: bool) -> None:
    flow = builder.flow
    outcome = test.outcome is positive
    subject = test.subject
    if isinstance(subject, ast.Call) and _parameter(builder, subject) is None:
        asked = builder.asked.get(builder.span(subject), NO_NODE)
        if asked >= 0 and (test.operator == TELLS or not subject.args or _is_read(builder, asked)):
            _assume_of(builder, test, outcome, asked)
        return
    is_compared = bool(test.named or test.operand) and test.operator not in (IS_A, HAS)
    if isinstance(subject, ast.Attribute) and subject.attr == "value" and is_compared:
        subject = subject.value  # of a member of an enumeration
    attribute = _attribute_of_self(builder, subject)
    param = _parameter(builder, subject.value if attribute and isinstance(subject, ast.Attribute) else subject)
    if param is not None:
        named = tuple(builder.expr(part) for part in test.named)
        start = len(builder.nodes)
        guard = Guard(param.number, test.operator, test.operand, outcome, start, remade=param.remade, named=named)
        guard.attribute = attribute
        guard.joined = param.joined
        flow.assume(guard, param.heads)
    kept, heads = (NO_NODE, ()) if param is not None and not attribute else _kept(builder, subject)
    if kept >= 0:
        _assume_of(builder, test, outcome, kept, heads)


def assume_any_of(builder: Builder, tests: list[ast.expr], positive: bool) -> None:
    """Note that what follows is only reached where one of several tests of parameters comes out so."""
    guards = [_single(builder, test, positive) for test in tests]
    known = [guard for guard in guards if guard is not None]
    if len(known) == len(guards):
        known[0].others = known[1:]
        builder.flow.assume(known[0])


def _single(builder: Builder, test: ast.expr, positive: bool) -> Guard | None:
    """A test of one parameter, the function's own or one of a function around it, that is compared with constants."""
    while isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        test, positive = test.operand, not positive
    found = _test(builder, test)
    is_of_class = found is not None and found.operator == IS_A
    if found is None or (found.named and not is_of_class) or not isinstance(found.subject, ast.Name):
        return None
    param = _parameter(builder, found.subject)
    if param is None and is_of_class:
        return None
    named = tuple(builder.expr(part) for part in found.named)
    outcome, start = found.outcome is positive, len(builder.nodes)
    if param is not None and not param.heads and not param.remade:
        return Guard(param.number, found.operator, found.operand, outcome, start, named=named)
    kept, heads = _kept(builder, found.subject)
    is_captured = kept >= 0 and not heads and isinstance(builder.nodes[kept], (Free, Captured))
    return Guard(NO_NODE, found.operator, found.operand, outcome, start, asked=kept) if is_captured else None


def _assume_of(builder: Builder, test: _Test, outcome: bool, asked: int, heads: tuple[int, ...] = ()) -> None:
    """Note a test of something that is no parameter, whose node is `asked`."""
    named = tuple(builder.expr(part) for part in test.named)
    start = len(builder.nodes)
    guard = Guard(NO_NODE, test.operator, test.operand, outcome, start, named=named, asked=asked)
    builder.flow.assume(guard, heads)


def _kept(builder: Builder, subject: ast.expr) -> tuple[int, tuple[int, ...]]:
    """The node of a global, an attribute or a local that only the program can tell of, and the loop heads between."""
    if isinstance(subject, ast.Name):
        index, heads = _through_heads(builder, builder.read(subject.id))
        node = builder.nodes[index]
        is_told = isinstance(node, (Name, Import, Free, Captured, Not, Both, Item)) or index in builder.flow.origins
        is_told = is_told or _is_read(builder, index)
        if is_told or (isinstance(node, Call) and not node.args and not node.keywords):
            return index, heads
    if isinstance(subject, ast.Attribute) and path_of(subject):
        return builder.add(Attribute(builder.expr(subject.value), subject.attr, builder.span(subject))), ()
    return NO_NODE, ()


def _is_read(builder: Builder, index: int) -> bool:
    """Whether a node reads an attribute, as `getattr` with a default does."""
    node = builder.nodes[index]
    if isinstance(node, Choice) and len(node.options) == 2 and index not in builder.flow.origins:  # noqa: PLR2004 (the default)
        node = builder.nodes[node.options[0]]
    return isinstance(node, Attribute)


def note_remade(builder: Builder, test: ast.expr, before: dict[str, int], names: Iterable[str]) -> None:
    """After an `if`: a parameter that its body bound anew is still the parameter where the test failed."""
    found = _test(builder, test)
    if found is None or found.named:
        return
    for name in names:
        node, joined = before.get(name, -1), builder.flow.env.get(name, -1)
        known = builder.nodes[node] if node >= 0 else None
        subject = found.subject
        if isinstance(known, Param) and joined != node and isinstance(subject, ast.Name) and subject.id == name:
            passed = Guard(known.index, found.operator, found.operand, found.outcome, 0)
            builder.flow.remade[joined] = (known.index, [passed])


def assume_failed(builder: Builder, test: ast.expr) -> None:
    """Note that what follows is only reached where a test came out false, in each of its parts that decides that."""
    _assume_outcome(builder, test, positive=False)


def _assume_outcome(builder: Builder, test: ast.expr, positive: bool) -> None:
    if truth_on_loop(builder, test) is (not positive):
        assume_no_loop(builder)
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        _assume_outcome(builder, test.operand, not positive)
    elif not isinstance(test, ast.BoolOp):
        assume(builder, test, positive)
    elif isinstance(test.op, ast.And) is positive:
        for part in test.values:
            _assume_outcome(builder, part, positive)
    else:
        assume_any_of(builder, test.values, positive)


def _test(builder: Builder, test: ast.expr) -> _Test | None:
    if isinstance(test, (ast.Name, ast.Attribute)):
        return _Test(test, "truthy", (), True)
    if isinstance(test, ast.Compare) and len(test.ops) == 1 and test.ops[0].__class__ in _COMPARISONS:
        operator, outcome = _COMPARISONS[test.ops[0].__class__]
        right = test.comparators[0]
        if operator == "in" and not isinstance(right, (ast.Tuple, ast.List, ast.Set)):
            return None
        parts = _parts(builder, right.elts if isinstance(right, (ast.Tuple, ast.List, ast.Set)) else [right])
        if parts is None or (operator == "equal" and isinstance(right, (ast.Tuple, ast.List, ast.Set))):
            return None
        if operator == "equal" and parts == ((None,), []):
            operator = "none"
        return _Test(test.left, operator, parts[0], outcome, parts[1])
    if isinstance(test, ast.Call) and len(test.args) == 2 and not test.keywords:  # noqa: PLR2004 (what, and of what)
        return _of_kind(builder, test)
    if isinstance(test, ast.Call) and isinstance(test.func, ast.Attribute) and len(test.args) == 1:
        operand = _literals(test.args[0])
        are_texts = operand is not None and all(isinstance(part, str) for part in operand)
        if operand is not None and are_texts and test.func.attr in ("startswith", "endswith"):
            return _Test(test.func.value, test.func.attr, operand, True)
    if isinstance(test, ast.Call) and (not (test.args or test.keywords) or _parameter(builder, test) is not None):
        return _Test(test, "truthy", (), True)
    if isinstance(test, ast.Call) and len(test.args) == 1 and not test.keywords and path_of(test.args[0]):
        return _Test(test, TELLS, (), True)
    return None


def _of_kind(builder: Builder, test: ast.Call) -> _Test | None:
    """`isinstance(subject, classes)` and `hasattr(subject, "name")`."""
    name = defined_path(builder, test.func).rpartition(".")[2]
    subject, other = test.args
    if name == "isinstance" and is_type(other):
        return _Test(subject, IS_A, (), True, [other])
    if name == "hasattr" and isinstance(other, ast.Constant) and isinstance(other.value, str):
        return _Test(subject, HAS, (other.value,), True)
    return _Test(test, "truthy", (), True) if _parameter(builder, test) is not None else None


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


def _parts(builder: Builder, nodes: Iterable[ast.expr]) -> tuple[Operand, list[ast.expr]] | None:
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


def _parameter(builder: Builder, subject: ast.expr) -> _Parameter | None:
    """The parameter that an expression reads."""
    if isinstance(subject, ast.Call):
        asked = builder.asked.get(builder.span(subject), NO_NODE)
        taken = builder.nodes[asked] if asked >= 0 else None
        return _Parameter(taken.index, [], ()) if isinstance(taken, Param) else None
    if not isinstance(subject, ast.Name):
        return None
    index, heads = _through_heads(builder, _as_bound(builder, builder.flow.env.get(subject.id, NO_NODE)))
    if index in builder.flow.remade:
        return _Parameter(*builder.flow.remade[index], heads, index)
    node = builder.nodes[index] if index >= 0 else None
    return _Parameter(node.index, [], heads) if isinstance(node, Param) else None


def _attribute_of_self(builder: Builder, subject: ast.expr) -> str:
    """The attribute of a method's own object that an expression reads, as far as the method has not assigned it."""
    if not isinstance(subject, ast.Attribute) or not isinstance(subject.value, ast.Name):
        return ""
    if builder.parent is None or builder.parent.scope.kind is not ScopeKind.CLASS:
        return ""
    params = builder.scope.params
    is_own = bool(params) and params[0].name == subject.value.id and builder.flow.get(path_of(subject)) < 0
    return subject.attr if is_own else ""


def _as_bound(builder: Builder, index: int) -> int:
    """The node that a name was bound to, before tests told more of it; where branches join, in all of them."""
    node = builder.nodes[index] if index >= 0 else None
    if isinstance(node, (Refine, Fact, Coroutineness)):
        return _as_bound(builder, node.base)
    if isinstance(node, Choice) and len(node.options) > 1 and index not in builder.flow.remade:
        bound = {_as_bound(builder, option) for option in node.options if option < index}
        return bound.pop() if len(bound) == 1 and max(node.options) < index else index
    return index


def _through_heads(builder: Builder, index: int) -> tuple[int, tuple[int, ...]]:
    """The node that a loop's head stands for, as long as no later round binds it anew."""
    heads: list[int] = []
    node = builder.nodes[index] if index >= 0 else None
    while isinstance(node, Choice) and len(node.options) == 1:
        heads.append(index)
        index = node.options[0]
        node = builder.nodes[index]
    return index, tuple(heads)
