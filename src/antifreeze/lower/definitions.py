"""Lowering of function and class definitions."""

from __future__ import annotations

import ast
from itertools import chain

from antifreeze.lower.blocks import run_block
from antifreeze.lower.builder import Builder
from antifreeze.lower.narrow import kinds_told
from antifreeze.lower.parameters import annotation_of, parameters_of
from antifreeze.lower.records import NAMED_TUPLE, fields_made
from antifreeze.model.expression import NO_NODE, Class, Decorate, Free, Function, Import
from antifreeze.model.summary import Scope, ScopeKind


def define_function(builder: Builder, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
    """Bind the function's name; its body waits until the scopes around it are complete."""
    decorators = [builder.expr(decorator) for decorator in node.decorator_list]
    scope = Scope(ScopeKind.FUNCTION, node.name, _qualname(builder, node.name), builder.index, builder.span(node))
    scope.is_async = isinstance(node, ast.AsyncFunctionDef)
    scope.params = parameters_of(builder, node.args)
    scope.returns_annotation = annotation_of(builder, node.returns)
    scope.decorators = tuple(decorators)
    scope.is_stub = _does_nothing(node.body)
    scope.is_abstract = scope.is_stub and _leaves_the_work(node)
    inner = builder.module.open(scope, builder)
    if builder.flow.paths:
        inner.kinds = {**builder.kinds, **kinds_told(builder)}
    if not builder.module.is_stub:
        builder.module.pending.append((inner, node.body))
    if any(_is_accessor(decorator, node.name) for decorator in node.decorator_list):
        return
    value = builder.add(Function(inner.index))
    value = _decorated(builder, value, node.decorator_list, decorators)
    _bind(builder, scope, node, value)
    if builder.scope.kind is ScopeKind.FUNCTION:
        _share_nonlocals(builder, node)


def _decorated(builder: Builder, value: int, written: list[ast.expr], decorators: list[int]) -> int:
    for decorator, index in zip(reversed(written), reversed(decorators), strict=True):
        value = builder.add(Decorate(index, value, builder.span(decorator)))
    return value


def _share_nonlocals(builder: Builder, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
    """From here on, names that the inner function rebinds may hold what it binds them to."""
    for inner in ast.walk(node):
        if isinstance(inner, ast.Nonlocal):
            for name in inner.names:
                current = builder.flow.get(name)
                if current >= 0:
                    builder.scope.names.setdefault(name, current)
                    builder.assign(name, builder.choice([current, builder.add(Free(builder.index, name))]))


def _bind(builder: Builder, scope: Scope, node: ast.FunctionDef | ast.AsyncFunctionDef, value: int) -> None:
    """Bind the name; overloads are kept together, and the function that is defined after them keeps them."""
    if any(_last_name(decorator) == "overload" for decorator in node.decorator_list):
        previous = builder.flow.get(node.name) if node.name in builder.overloads else NO_NODE
        builder.overloads.add(node.name)
        if previous >= 0:
            value = builder.choice([previous, value])
    elif node.name in builder.overloads:
        scope.overloads = (builder.flow.get(node.name),)
    builder.assign(node.name, value)


def _last_name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _is_accessor(decorator: ast.expr, name: str) -> bool:
    """`@name.setter` and its like add to the property `name`, and leave it bound."""
    return (
        isinstance(decorator, ast.Attribute)
        and decorator.attr in ("setter", "deleter")
        and isinstance(decorator.value, ast.Name)
        and decorator.value.id == name
    )


def _qualname(builder: Builder, name: str) -> str:
    outer = builder.scope.qualname
    if not outer:
        return name
    return f"{outer}.{name}" if builder.scope.kind is ScopeKind.CLASS else f"{outer}.<locals>.{name}"


def _does_nothing(body: list[ast.stmt]) -> bool:
    return all(
        isinstance(statement, ast.Pass)
        or (isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant))
        or (isinstance(statement, ast.Raise) and _raises_not_implemented(statement))
        or (isinstance(statement, ast.If) and _is_never(statement.test) and _does_nothing(statement.orelse))
        or (isinstance(statement, ast.Try) and all(map(_does_nothing, _blocks(statement))))
        for statement in body
    )


def _is_never(test: ast.expr) -> bool:
    return isinstance(test, ast.Constant) and not test.value


def _blocks(node: ast.Try) -> list[list[ast.stmt]]:
    return [node.body, node.orelse, node.finalbody]


def _leaves_the_work(node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Whether a body that does nothing says that subclasses are to do it: `pass` and a docstring do not."""
    return any(
        isinstance(statement, ast.Raise)
        or (isinstance(statement, ast.Expr) and getattr(statement.value, "value", None) is Ellipsis)
        for statement in ast.walk(node)
    ) or any("abstract" in _last_name(decorator) for decorator in node.decorator_list)


def _raises_not_implemented(statement: ast.Raise) -> bool:
    error = statement.exc.func if isinstance(statement.exc, ast.Call) else statement.exc
    return error is not None and _last_name(error) == "NotImplementedError"


def define_class(builder: Builder, node: ast.ClassDef) -> None:
    """Lower a class: its body runs where it stands."""
    decorators = [builder.expr(decorator) for decorator in node.decorator_list]
    scope = Scope(ScopeKind.CLASS, node.name, _qualname(builder, node.name), builder.index, builder.span(node))
    made = [fields_made(builder, base) for base in node.bases]
    body = [*chain.from_iterable(filter(None, made)), *node.body]
    scope.bases = tuple(
        [
            builder.add(Import(NAMED_TUPLE[0], 0, NAMED_TUPLE[1])) if fields is not None else builder.expr(base)
            for base, fields in zip(node.bases, made, strict=True)
        ]
    )
    for keyword in node.keywords:
        value = builder.expr(keyword.value)
        if keyword.arg == "metaclass":
            scope.metaclass = value
        elif keyword.arg is not None:
            scope.options[keyword.arg] = value
    inner = builder.module.open(scope, builder)
    run_block(inner, body)
    inner.flow.dead = False
    scope.names = {name: value for name, value in inner.flow.env.items() if "." not in name}
    value = builder.add(Class(inner.index))
    value = _decorated(builder, value, node.decorator_list, decorators)
    builder.assign(node.name, value)
