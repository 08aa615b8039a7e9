"""Lowering of compound statements: branches, loops, `try`, `with`, `match`."""

from __future__ import annotations

import ast
from typing import Any

from antifreeze.lower.builder import Builder
from antifreeze.lower.drained import DRAINED, is_drained
from antifreeze.lower.fallbacks import falling_back, given_by
from antifreeze.lower.flow import Delta
from antifreeze.lower.guards import (
    assume_any,
    assume_class,
    assume_entered,
    assume_failed,
    entering,
    note_remade,
)
from antifreeze.lower.implied import tested
from antifreeze.lower.narrow import narrow, static_truth
from antifreeze.lower.paths import called_name
from antifreeze.lower.patterns import (
    asks_for_class_alone,
    asks_for_one_attribute,
    attributes_of,
    bind_pattern,
    classes_of,
    is_irrefutable,
    parts_of,
    values_of,
)
from antifreeze.lower.running import asks_for_loop, assume_no_loop, catches_no_loop
from antifreeze.lower.targets import assign_target
from antifreeze.lower.walked import walked
from antifreeze.model.expression import Element, Enter, Fact, Refine
from antifreeze.model.summary import Guard


def run_block(builder: Builder, body: list[ast.stmt]) -> None:
    """Lower statements up to the first that control cannot pass; what follows it never runs.

    A `with` block that ends in `return` or `raise` can be passed all the same: its context manager may suppress errors,
    and where code follows, it is meant to.
    """
    table = builder.module.statements
    flow = builder.flow
    before: ast.stmt | None = None
    for statement in body:
        if flow.dead:
            if not isinstance(before, (ast.With, ast.AsyncWith)):
                return
            flow.dead = False
        table[statement.__class__](builder, statement)
        before = statement


def _branch(
    builder: Builder, body: list[ast.stmt], test: ast.expr | None = None, positive: bool = True
) -> Delta | None:
    builder.flow.begin()
    if test is not None:
        narrow(builder, test, positive)
    run_block(builder, body)
    return builder.flow.end()


def _if(builder: Builder, node: ast.If) -> None:
    """An `if` with all its `elif`s, without recursion: chains of thousands occur in generated code."""
    deltas: list[Delta | None] = []
    tests: list[ast.expr] = []
    while True:
        truth = static_truth(builder, node.test)
        tested(builder, node.test, builder.expr(node.test))
        if truth is not False:
            deltas.append(_branch(builder, node.body, node.test))
        if truth is True:
            break
        builder.flow.begin()
        tests.append(node.test)
        narrow(builder, node.test, positive=False)
        if len(node.orelse) == 1 and isinstance(node.orelse[0], ast.If):
            node = node.orelse[0]
            continue
        run_block(builder, node.orelse)
        break
    _close(builder, deltas, tests, ended=truth is True)


def _close(builder: Builder, deltas: list[Delta | None], tests: list[ast.expr], ended: bool) -> None:
    """Join the branches of a chain, from the last test outwards; what returned under a test, failed it from then on."""
    flow = builder.flow
    for test in reversed(tests):
        if ended:
            flow.merge([deltas.pop()])
            ended = False
        outer = flow.end()
        returned = bool(deltas) and deltas[-1] is None and outer is not None
        body = deltas[-1] if deltas else None
        before = {name: flow.env.get(name, -1) for name in body or ()}
        flow.merge([deltas.pop(), outer] if deltas else [outer])
        if returned:
            assume_failed(builder, test)
        elif body and outer is not None and body.keys().isdisjoint(outer):
            note_remade(builder, test, before, body)
            _note_default(builder, test, before)
    if ended:
        flow.merge(deltas)


def _note_default(builder: Builder, test: ast.expr, before: dict[str, int]) -> None:
    """`if x is None: x = ...`: what the body binds is only meant where the parameter was not given."""
    tested = given_by(test)
    if tested is not None and not tested[1] and before.get(tested[0], -1) >= 0:
        falling_back(builder, builder.flow.env.get(tested[0], -1), before[tested[0]])


def _for(builder: Builder, node: ast.For | ast.AsyncFor) -> None:
    whole = walked(node)
    if whole is not None:
        run_block(builder, [whole])
        return
    iterable = builder.expr(node.iter)
    flow = builder.flow
    entered = _counting(builder, node.iter)
    flow.enter_loop()
    assume_entered(builder, entered)
    element = Element(iterable, isinstance(node, ast.AsyncFor), builder.span(node.iter))
    assign_target(builder, node.target, builder.add(element))
    run_block(builder, node.body)
    _leave_loop(builder, node.orelse, may_skip=True)


def _counting(builder: Builder, iterable: ast.expr) -> list[Guard]:
    """The test that a loop over `range(count)` makes: `count > 0`."""
    if not isinstance(iterable, ast.Call) or called_name(builder, iterable) != "range":
        return []
    if len(iterable.args) != 1 or not isinstance(iterable.args[0], ast.Name):
        return []
    return entering(builder, ast.Compare(iterable.args[0], [ast.Gt()], [ast.Constant(0)]))


def _while(builder: Builder, node: ast.While) -> None:
    truth = static_truth(builder, node.test)
    if truth is False:
        run_block(builder, node.orelse)
        return
    flow = builder.flow
    entered = entering(builder, node.test)
    flow.enter_loop()
    tested(builder, node.test, builder.expr(node.test))
    assume_entered(builder, entered)
    narrow(builder, node.test, positive=True)
    run_block(builder, node.body)
    if truth is True:
        _leave_loop(builder, [], may_skip=False)
    else:
        _leave_loop(builder, node.orelse, may_skip=True, test=node.test)


def _leave_loop(builder: Builder, orelse: list[ast.stmt], may_skip: bool, test: ast.expr | None = None) -> None:
    flow = builder.flow
    ends, breaks = flow.exit_loop()
    if may_skip:
        flow.begin()
        flow.merge([{}, *ends])
        if test is not None:
            narrow(builder, test, positive=False)
        run_block(builder, orelse)
        breaks = [flow.end(), *breaks]
    flow.merge(breaks)


def _try(builder: Builder, node: Any) -> None:
    flow = builder.flow
    asks = bool(node.handlers) and catches_no_loop(node.handlers[0]) and asks_for_loop(builder, node.body)
    flow.begin()
    flow.begin_try()
    run_block(builder, node.body)
    body, at_handlers = flow.end_try()
    flow.begin()
    flow.merge([body])
    if not flow.dead:
        run_block(builder, node.orelse)
    ends = [flow.end()]
    for handler in node.handlers:
        flow.begin()
        flow.merge([at_handlers])
        if asks and handler is node.handlers[0]:
            assume_no_loop(builder)
        caught = _caught(builder, handler, is_group=node.__class__ is not ast.Try)
        if handler.name:
            builder.assign(handler.name, caught)
        run_block(builder, handler.body)
        if handler.name:
            flow.unbind(handler.name)
        ends.append(flow.end())
    only_without_loop = asks and not any(end is not None for end in [ends[0], *ends[2:]])
    if asks and not only_without_loop:
        ends[1] = None  # what it binds is never seen on the loop
    flow.merge(ends)
    _finally(builder, node.finalbody, at_handlers)
    if only_without_loop and not flow.dead:
        assume_no_loop(builder)


def _caught(builder: Builder, handler: ast.ExceptHandler, *, is_group: bool) -> int:
    """The exception that a handler binds; a group of them, with `except*`, is not known any closer."""
    unknown = builder.unknown()
    if handler.type is None:
        return unknown
    classes = builder.expr(handler.type)
    return unknown if is_group or not handler.name else builder.add(Refine(unknown, classes, True))


def _finally(builder: Builder, body: list[ast.stmt], at_raise: Delta) -> None:
    """A `finally` runs also where nothing after the statement does."""
    flow = builder.flow
    dead = flow.dead
    flow.dead = False
    if dead and body:
        flow.merge([at_raise])
    run_block(builder, body)
    flow.dead = flow.dead or dead
    flow.merge([flow.end()])


def _with(builder: Builder, node: ast.With | ast.AsyncWith) -> None:
    is_async = isinstance(node, ast.AsyncWith)
    for item in node.items:
        context = builder.expr(item.context_expr)
        if builder.scope.is_async and not is_async and is_drained(builder, node.body, item.optional_vars):
            context = builder.add(Fact(context, DRAINED, True))
        entered = builder.add(Enter(context, is_async, builder.span(item.context_expr)))
        if item.optional_vars is not None:
            assign_target(builder, item.optional_vars, entered)
    run_block(builder, node.body)


def _match(builder: Builder, node: ast.Match) -> None:
    subject = builder.expr(node.subject)
    flow = builder.flow
    deltas: list[Delta | None] = []
    exhaustive = False
    subjects = node.subject.elts if isinstance(node.subject, ast.Tuple) else [node.subject]
    failed: list[list[ast.expr]] = [[] for _ in subjects]
    others: list[list[ast.expr]] = [[] for _ in subjects]
    without: list[tuple[ast.expr, list[ast.expr]]] = []
    for case in node.cases:
        flow.begin()
        parts = parts_of(case.pattern, node.subject)
        is_told = case.guard is None and sum(not is_irrefutable(part) for part in parts) == 1
        for place, one in enumerate(subjects):
            assume_any(builder, one, failed[place], positive=False)
            assume_class(builder, one, others[place], positive=False)
        for attribute, values in without:
            assume_any(builder, attribute, values, positive=False)
        for place, part in enumerate(parts):
            values, classes = values_of(part), classes_of(part)
            assume_any(builder, subjects[place], values, positive=True)
            assume_class(builder, subjects[place], classes, positive=True)
            failed[place] += values if is_told else []
            others[place] += classes if is_told and asks_for_class_alone(part) else []
            asked = attributes_of(part, subjects[place])
            for attribute, required in asked:
                assume_any(builder, attribute, required, positive=True)
            without += asked if is_told and asks_for_one_attribute(part) else []
        bind_pattern(builder, case.pattern, subject, node.subject)
        if case.guard is not None:
            tested(builder, case.guard, builder.expr(case.guard))
            narrow(builder, case.guard, positive=True)
        run_block(builder, case.body)
        deltas.append(flow.end())
        exhaustive = exhaustive or (case.guard is None and is_irrefutable(case.pattern))
    flow.merge(deltas if exhaustive else [*deltas, {}])


BLOCKS: dict[type, Any] = {
    ast.If: _if,
    ast.For: _for,
    ast.AsyncFor: _for,
    ast.While: _while,
    ast.Try: _try,
    ast.With: _with,
    ast.AsyncWith: _with,
    ast.Match: _match,
}
"""The handler of each compound statement but definitions."""

if hasattr(ast, "TryStar"):  # Python 3.11
    BLOCKS[ast.TryStar] = _try
