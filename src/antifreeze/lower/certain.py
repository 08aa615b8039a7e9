"""What a function evaluates whenever it is called: the expressions that no branch and no earlier return keep it from.

What stands under a test may be a cache that is filled once, a branch for debugging, or another platform's. Loops are
taken to run, bodies of `try` to end, and returns under a test of parameters alone to be for odd arguments.
"""

from __future__ import annotations

import ast
from typing import NamedTuple

from antifreeze.lower.parse import parse
from antifreeze.model.location import pack
from antifreeze.model.source import SourceError, SourceFile

_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
_NESTED = (*_FUNCTIONS, ast.ClassDef, ast.Lambda)
_JUMPS = (ast.Return, ast.Break, ast.Continue)


class Certain(NamedTuple):
    """The packed spans of what functions evaluate: whenever they are called, or as tests of parameters come out."""

    always: frozenset[int]
    tested: frozenset[int]


NOT_CERTAIN = Certain(frozenset(), frozenset())


def certain_spans(source: SourceFile) -> Certain:
    """What the functions of a file evaluate for certain."""
    tree = parse(source)
    found: set[int] = set()
    tested: set[int] = set()
    if isinstance(tree, SourceError):
        return NOT_CERTAIN
    for node in ast.walk(tree):
        if isinstance(node, _FUNCTIONS):
            args = node.args
            names = {arg.arg for arg in (*args.posonlyargs, *args.args, *args.kwonlyargs)} - {"self", "cls"}
            _Body(names, found, tested).block(node.body)
    return Certain(frozenset(found), frozenset(tested - found))


class _Body:
    """Walks the statements of one function for as long as control surely gets there."""

    def __init__(self, parameters: set[str], found: set[int], tested: set[int]) -> None:
        self._parameters = parameters
        self._found = found
        self._tested = tested

    def block(self, body: list[ast.stmt]) -> bool:
        """Note what the statements evaluate; whether control surely gets past them, if nothing is raised."""
        return all(self._statement(statement) for statement in body)

    def _statement(self, node: ast.stmt) -> bool:
        if isinstance(node, _NESTED):
            return True
        if isinstance(node, ast.If):
            self._expression(node.test)
            of_parameters = self._is_of_parameters(node.test)
            if of_parameters:
                for body in (node.body, node.orelse):
                    _Body(self._parameters, self._tested, self._tested).block(body)
            return not _jumps([*node.body, *node.orelse]) or of_parameters
        if isinstance(node, (ast.For, ast.AsyncFor)):
            self._expression(node.iter)
            self.block(node.body)
            return not _returns(node.body)
        if isinstance(node, ast.While):
            self._expression(node.test)
            self.block(node.body)
            return not _returns(node.body)
        if isinstance(node, (ast.With, ast.AsyncWith)):
            for item in node.items:
                self._expression(item.context_expr)
            return self.block(node.body)
        if isinstance(node, ast.Try):
            past = self.block(node.body) and self.block(node.orelse)
            past = past and not any(_jumps(handler.body) for handler in node.handlers)
            return self.block(node.finalbody) and past
        if isinstance(node, ast.Match):
            self._expression(node.subject)
            return not any(_jumps(case.body) for case in node.cases)
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.expr):
                self._expression(child)
        return not isinstance(node, (*_JUMPS, ast.Raise))

    def _is_of_parameters(self, test: ast.expr) -> bool:
        """Whether a test asks for parameters alone."""
        names = {node.id for node in ast.walk(test) if isinstance(node, ast.Name)}
        others = any(isinstance(node, (ast.Attribute, ast.Await)) for node in ast.walk(test))
        return bool(names) and names <= self._parameters | {"len", "isinstance", "callable"} and not others

    def _expression(self, node: ast.expr) -> None:
        end = node.end_lineno or node.lineno
        self._found.add(pack(node.lineno, node.col_offset, end, node.end_col_offset or 0))
        if isinstance(node, _NESTED):
            return
        if isinstance(node, ast.BoolOp):
            self._expression(node.values[0])
        elif isinstance(node, ast.IfExp):
            self._expression(node.test)
        elif isinstance(node, (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)):
            self._expression(node.generators[0].iter)
        else:
            for child in ast.iter_child_nodes(node):
                if isinstance(child, ast.expr):
                    self._expression(child)
                elif isinstance(child, ast.keyword):
                    self._expression(child.value)


def _jumps(body: list[ast.stmt]) -> bool:
    """Whether statements can leave what is around them without raising."""
    return any(isinstance(node, _JUMPS) for node in _inside(body))


def _returns(body: list[ast.stmt]) -> bool:
    return any(isinstance(node, ast.Return) for node in _inside(body))


def _inside(body: list[ast.stmt]) -> list[ast.AST]:
    """The statements and everything in them, but for nested functions and classes."""
    found: list[ast.AST] = []
    pending: list[ast.AST] = list(body)
    while pending:
        node = pending.pop()
        if not isinstance(node, _NESTED):
            found.append(node)
            pending.extend(ast.iter_child_nodes(node))
    return found
