"""What a function evaluates whenever it is called: its expressions in order, with the ways on which control may differ.

What stands under a test may be a cache that is filled once, a branch for debugging, or another platform's; only what
lies on every way counts. Loops are taken to run, bodies of `try` to end.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Sequence
from typing import NamedTuple, Union

from antifreeze.lower.parse import decode, parse, parsed
from antifreeze.model.location import pack, unpack
from antifreeze.model.source import SourceError, SourceFile, lines_of

RETURN, JUMP, RAISE = -1, -2, -3
"""Where control leaves: the function, the loop's round, or by an exception."""

_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
_AnyFunction = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
_NESTED = (*_FUNCTIONS, ast.ClassDef, ast.Lambda)
_TELLING = (ast.Call, ast.Subscript, ast.BinOp, ast.Compare, ast.Starred)
"""Expressions that may run code; all others only hold them."""
_TESTERS = frozenset(("len", "isinstance", "callable"))

Flow = tuple[Union[int, "Branch", "Loop", "Attempt"], ...]
"""Steps in order: packed spans of expressions, places where control leaves, and compound statements."""


class Branch(NamedTuple):
    """Several ways, one of which is taken; `of_parameters` where a test of parameters alone decides."""

    ways: tuple[Flow, ...]
    of_parameters: bool = False


class Loop(NamedTuple):
    """A body that runs once or more often."""

    body: Flow


class Attempt(NamedTuple):
    """The body of a `try` (with its `else`), and its handlers."""

    body: Flow
    handlers: tuple[Flow, ...]


class CertainFlows:
    """What the functions of a file evaluate, each worked out when it is asked for."""

    def __init__(self, source: SourceFile) -> None:
        self._source = source
        self._lines = lines_of(decode(source.content))
        self._all: dict[int, _AnyFunction] | None = None
        self._flows: dict[int, Flow | None] = {}

    def get(self, span: int) -> Flow | None:
        """The steps of the function of that packed span; None where there is none."""
        if span not in self._flows:
            node = self._alone(span) or self._among_all(span)
            self._flows[span] = None if node is None else _Body(_parameters(node)).of(node)
        return self._flows[span]

    def _alone(self, span: int) -> _AnyFunction | None:
        """The function, parsed without the file around it; None for what takes no whole lines: a lambda."""
        place = unpack(span)
        text = "\n".join(self._lines[place.line - 1 : place.end_line])
        head = "if True:\n" if place.column else ""
        try:
            tree = parsed("\n" * (place.line - 1 - len(head[:1])) + head + text)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return None
        body = tree.body[0].body if head and isinstance(tree.body[0], ast.If) else tree.body
        node = body[0]
        return node if isinstance(node, _FUNCTIONS) and span_of(node) == span else None

    def _among_all(self, span: int) -> _AnyFunction | None:
        """The function, found by a walk through the whole file, which few files need."""
        if self._all is None:
            tree = parse(self._source)
            nodes = () if isinstance(tree, SourceError) else ast.walk(tree)
            self._all = {span_of(node): node for node in nodes if isinstance(node, (*_FUNCTIONS, ast.Lambda))}
        return self._all.get(span)


def _parameters(node: _AnyFunction) -> set[str]:
    args = node.args
    return {arg.arg for arg in (*args.posonlyargs, *args.args, *args.kwonlyargs)} - {"self", "cls"}


def span_of(node: ast.expr | ast.stmt) -> int:
    """The packed span of a syntax node."""
    return pack(node.lineno, node.col_offset, node.end_lineno or node.lineno, node.end_col_offset or 0)


class _Body:
    """Writes down the statements of one function; `parameters` are those that tests may be about."""

    def __init__(self, parameters: set[str]) -> None:
        self._parameters = parameters | _TESTERS

    def of(self, node: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) -> Flow:
        """The steps of the body."""
        return (*self._expression(node.body), RETURN) if isinstance(node, ast.Lambda) else self.block(node.body)

    def block(self, body: Sequence[ast.stmt]) -> Flow:
        """The steps of statements, up to where control surely leaves them."""
        found: list[int | Branch | Loop | Attempt] = []
        for statement in body:
            found.extend(self._statement(statement))
            if isinstance(statement, (ast.Return, ast.Break, ast.Continue, ast.Raise)):
                break
        return tuple(found)

    def _statement(self, node: ast.stmt) -> Flow:
        if isinstance(node, _NESTED):
            return ()
        if isinstance(node, ast.If):
            return self._chosen(node.test, self.block(node.body), self.block(node.orelse))
        if isinstance(node, (ast.For, ast.AsyncFor)):
            return (*self._used(node.iter), Loop(self.block(node.body)), *self.block(node.orelse))
        if isinstance(node, ast.While):
            return (*self._expression(node.test), Loop(self.block(node.body)), *self.block(node.orelse))
        if isinstance(node, (ast.With, ast.AsyncWith)):
            entered = [step for item in node.items for step in self._used(item.context_expr)]
            return (*entered, *self.block(node.body))
        if isinstance(node, ast.Try) or type(node).__name__ == "TryStar":
            return self._attempted(node)  # type: ignore[arg-type]  # both have the same parts
        if isinstance(node, ast.Match):
            return self._matched(node)
        if isinstance(node, ast.Raise):
            return (RAISE,)
        steps = self._all(child for child in ast.iter_child_nodes(node) if isinstance(child, ast.expr))
        return (*steps, *_leaving(node))

    def _attempted(self, node: ast.Try) -> Flow:
        handlers = tuple(flow for handler in node.handlers if _leaves(flow := self.block(handler.body)))
        attempt = Attempt((*self.block(node.body), *self.block(node.orelse)), handlers)
        return (attempt, *self.block(node.finalbody))

    def _matched(self, node: ast.Match) -> Flow:
        ways = [self.block(case.body) for case in node.cases]
        last = node.cases[-1]
        if last.guard is not None or not isinstance(last.pattern, ast.MatchAs) or last.pattern.pattern is not None:
            ways.append(())
        return (*self._expression(node.subject), *self._ways(tuple(ways), self._is_of_parameters(node.subject)))

    def _chosen(self, test: ast.expr, then: Flow, otherwise: Flow) -> Flow:
        return (*self._expression(test), *self._ways((then, otherwise), self._is_of_parameters(test)))

    @staticmethod
    def _ways(ways: tuple[Flow, ...], of_parameters: bool) -> Flow:
        """Several ways; nothing where one of them surely passes by, and none leaves."""
        if not any(ways) or (not all(ways) and not of_parameters and not any(map(_leaves, ways))):
            return ()
        return (Branch(ways, of_parameters),)

    def _is_of_parameters(self, test: ast.expr) -> bool:
        """Whether a test asks for parameters alone."""
        names = {node.id for node in ast.walk(test) if isinstance(node, ast.Name)}
        others = any(isinstance(node, (ast.Attribute, ast.Await)) for node in ast.walk(test))
        return bool(names) and names <= self._parameters and not others

    def _expression(self, node: ast.expr) -> Flow:
        if isinstance(node, _NESTED):
            return ()
        if isinstance(node, ast.BoolOp):
            return self._expression(node.values[0])  # the others may be left out
        if isinstance(node, ast.IfExp):
            return self._chosen(node.test, self._expression(node.body), self._expression(node.orelse))
        if isinstance(node, ast.GeneratorExp):
            return self._used(node.generators[0].iter)
        if isinstance(node, (ast.ListComp, ast.SetComp, ast.DictComp)):
            return self._comprehended(node)
        parts = self._all(
            child.value if isinstance(child, ast.keyword) else child
            for child in ast.iter_child_nodes(node)
            if isinstance(child, (ast.expr, ast.keyword))
        )
        if isinstance(node, ast.YieldFrom):
            return (*parts, span_of(node.value))
        return (*parts, span_of(node)) if isinstance(node, _TELLING) else parts

    def _comprehended(self, node: ast.ListComp | ast.SetComp | ast.DictComp) -> Flow:
        first = node.generators[0]
        start = self._used(first.iter)
        if len(node.generators) > 1 or first.ifs:
            return start
        elements = [node.key, node.value] if isinstance(node, ast.DictComp) else [node.elt]
        return (*start, Loop(self._all(elements)))

    def _used(self, node: ast.expr) -> Flow:
        """An expression that is iterated or entered."""
        steps = self._expression(node)
        return steps if steps and steps[-1] == span_of(node) else (*steps, span_of(node))

    def _all(self, nodes: Iterable[ast.expr]) -> Flow:
        return tuple(step for node in nodes for step in self._expression(node))


def _leaving(node: ast.stmt) -> Flow:
    if isinstance(node, ast.Return):
        return (RETURN,)
    return (JUMP,) if isinstance(node, (ast.Break, ast.Continue)) else ()


def _leaves(flow: Flow) -> bool:
    """Whether control can leave the steps other than by an exception."""
    for step in flow:
        if isinstance(step, int):
            if step in (RETURN, JUMP):
                return True
        elif isinstance(step, Loop):
            if _leaves(step.body):
                return True
        elif any(map(_leaves, step.ways if isinstance(step, Branch) else (step.body, *step.handlers))):
            return True
    return False
