"""Tests of parameters whose outcome an argument can decide: `if wait:`, `name.startswith("x")`, `mode == "fast"`."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from antifreeze.lower.builder import Builder
from antifreeze.lower.paths import path_of
from antifreeze.lower.questions import Question, as_bound, parameter, parts_of, question, through_heads
from antifreeze.lower.running import assume_no_loop, truth_on_loop
from antifreeze.model.expression import (
    NO_NODE,
    Attribute,
    Both,
    Call,
    Captured,
    Choice,
    Compared,
    Coroutineness,
    Free,
    Import,
    Item,
    Literal,
    Name,
    Not,
    Param,
    Subscript,
)
from antifreeze.model.summary import HAS, IS_A, OF_CLASSES, OF_KIND, TELLS, Guard, ScopeKind

_TOLD = (Name, Import, Free, Captured, Not, Both, Item, Compared)
"""Nodes of which the program may tell how a test of them comes out."""


def assume(builder: Builder, test: ast.expr, positive: bool) -> None:
    """Note that what follows in this branch stands under a test of a parameter, where it is one."""
    found = question(builder, test)
    if found is not None:
        _assume(builder, found, positive)


def assume_any(builder: Builder, subject: ast.expr, values: list[ast.expr], positive: bool) -> None:
    """Note that what follows is only reached where the subject equals one of the values, or none of them."""
    parts = parts_of(builder, values)
    if parts is not None and any(parts):
        _assume(builder, Question(subject, "in", parts[0], True, parts[1]), positive)


def assume_class(builder: Builder, subject: ast.expr, classes: list[ast.expr], positive: bool) -> None:
    """Note that what follows is only reached where the subject is of one of the classes, or of none of them."""
    if classes:
        _assume(builder, Question(subject, IS_A, (), True, classes), positive)


def _assume(builder: Builder, test: Question, positive: bool) -> None:
    flow = builder.flow
    outcome = test.outcome is positive
    subject = test.subject
    if isinstance(subject, (ast.Call, ast.Subscript)) and parameter(builder, subject) is None:
        asked = builder.asked.get(builder.span(subject), NO_NODE)
        if asked >= 0 and (test.operator == TELLS or not _has_arguments(subject) or _is_read(builder, asked)):
            _assume_of(builder, test, outcome, asked)
        return
    is_compared = bool(test.named or test.operand) and test.operator not in OF_CLASSES | {HAS, OF_KIND}
    if isinstance(subject, ast.Attribute) and subject.attr == "value" and is_compared:
        subject = subject.value  # of a member of an enumeration
    attribute = _attribute_of_self(builder, subject)
    param = parameter(builder, subject.value if attribute and isinstance(subject, ast.Attribute) else subject)
    if param is not None:
        named = tuple(builder.expr(part) for part in test.named)
        start = len(builder.nodes)
        guard = Guard(param.number, test.operator, test.operand, outcome, start, remade=param.remade, named=named)
        guard.attribute = attribute
        guard.joined = param.joined
        flow.assume(guard, param.heads)
    is_telling = test.operator in ("none", "truthy", OF_KIND)
    kept, heads = (NO_NODE, ()) if param is not None and not attribute else _kept(builder, subject, is_telling)
    if kept >= 0:
        _assume_of(builder, test, outcome, kept, heads)


def assume_any_of(builder: Builder, tests: list[ast.expr], positive: bool) -> None:
    """Note that what follows is only reached where one of several tests of parameters comes out so."""
    guards = [_single(builder, test, positive) for test in tests]
    known = [guard for guard in guards if guard is not None]
    if len(known) == len(guards):
        known[0].others = known[1:]
        builder.flow.assume(known[0])


def entering(builder: Builder, test: ast.expr) -> list[Guard]:
    """The tests that a loop's first round stands under, and with it all others, whatever its body binds."""
    parts = test.values if isinstance(test, ast.BoolOp) and isinstance(test.op, ast.And) else [test]
    return [guard for part in parts if (guard := _single(builder, part, positive=True)) is not None]


def assume_entered(builder: Builder, tests: list[Guard]) -> None:
    """Note that what follows is a loop's body, for which control has passed these tests."""
    for guard in tests:
        guard.start = len(builder.nodes)
        builder.flow.assume(guard)


def _single(builder: Builder, test: ast.expr, positive: bool) -> Guard | None:
    """A test of one parameter, the function's own or one of a function around it, that is compared with constants."""
    while isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        test, positive = test.operand, not positive
    found = question(builder, test)
    is_of_class = found is not None and found.operator in OF_CLASSES
    if found is None or not isinstance(found.subject, ast.Name):
        return None
    param = parameter(builder, found.subject)
    if param is None and is_of_class:
        return None
    named = tuple(builder.expr(part) for part in found.named)
    outcome, start = found.outcome is positive, len(builder.nodes)
    if param is not None and not param.heads and not param.remade:
        return Guard(param.number, found.operator, found.operand, outcome, start, named=named)
    kept, heads = _kept(builder, found.subject)
    is_captured = kept >= 0 and not heads and isinstance(builder.nodes[kept], (Free, Captured))
    return Guard(NO_NODE, found.operator, found.operand, outcome, start, asked=kept) if is_captured else None


def _assume_of(builder: Builder, test: Question, outcome: bool, asked: int, heads: tuple[int, ...] = ()) -> None:
    """Note a test of something that is no parameter, whose node is `asked`."""
    named = tuple(builder.expr(part) for part in test.named)
    start = len(builder.nodes)
    guard = Guard(NO_NODE, test.operator, test.operand, outcome, start, named=named, asked=asked)
    builder.flow.assume(guard, heads)


def _kept(builder: Builder, subject: ast.expr, is_telling: bool = False) -> tuple[int, tuple[int, ...]]:
    """The node of a global, an attribute or a local that only the program can tell of, and the loop heads between.

    What a call with arguments gave is not told of, but a test may tell of it that it is not None.
    """
    if isinstance(subject, ast.Name):
        index, heads = through_heads(builder, builder.read(subject.id))
        node = builder.nodes[index]
        if isinstance(node, Coroutineness):  # the test itself has told what it is
            index = as_bound(builder, index)
            node = builder.nodes[index]
        is_told = isinstance(node, _TOLD) or index in builder.flow.origins
        is_switch = isinstance(node, Literal) and builder.parent is None  # `USE_THREADS = False`
        is_told = is_told or is_switch or _is_read(builder, index)
        if is_told or (isinstance(node, Call) and (is_telling or not (node.args or node.keywords))):
            return index, heads
    if isinstance(subject, ast.Attribute) and path_of(subject):
        return builder.add(Attribute(builder.expr(subject.value), subject.attr, builder.span(subject))), ()
    return NO_NODE, ()


def _has_arguments(subject: ast.expr) -> bool:
    return isinstance(subject, ast.Call) and bool(subject.args)


def _is_item(builder: Builder, index: int) -> bool:
    """Whether a node takes an item out of a dict, by `[key]` or `get`."""
    node = builder.nodes[index]
    get = builder.nodes[node.func] if isinstance(node, Call) and node.args else None
    return isinstance(node, Subscript) or (isinstance(get, Attribute) and get.name == "get")


def _is_read(builder: Builder, index: int) -> bool:
    """Whether a node reads an attribute, as `getattr` with a default does, or an item of a dict."""
    if _is_item(builder, index):
        return True
    node = builder.nodes[index]
    if isinstance(node, Choice) and len(node.options) == 2 and index not in builder.flow.origins:  # noqa: PLR2004 (the default)
        node = builder.nodes[node.options[0]]
    return isinstance(node, Attribute)


def note_remade(builder: Builder, test: ast.expr, before: dict[str, int], names: Iterable[str]) -> None:
    """After an `if`: a parameter that its body bound anew is still the parameter where the test failed."""
    found = question(builder, test)
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


def _attribute_of_self(builder: Builder, subject: ast.expr) -> str:
    """The attribute of a method's own object that an expression reads, as far as the method has not assigned it."""
    if not isinstance(subject, ast.Attribute) or not isinstance(subject.value, ast.Name):
        return ""
    if builder.parent is None or builder.parent.scope.kind is not ScopeKind.CLASS:
        return ""
    params = builder.scope.params
    index = as_bound(builder, builder.flow.get(path_of(subject)))
    known = builder.nodes[index] if index >= 0 else None
    is_read = known is None or (isinstance(known, Attribute) and known.name == subject.attr)
    is_own = bool(params) and params[0].name == subject.value.id and is_read
    return subject.attr if is_own else ""
