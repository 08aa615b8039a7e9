"""Lowering of expressions: one handler a syntax node, found by its type."""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import Any

from antifreeze.lower.askedfor import awaited
from antifreeze.lower.builder import Builder
from antifreeze.lower.comparisons import any_kind, compare
from antifreeze.lower.fallbacks import falling_back, given_by
from antifreeze.lower.fstrings import formatted_value, joined_str, put_in
from antifreeze.lower.implied import SIGNS, implied, tested
from antifreeze.lower.literals import is_small, is_text
from antifreeze.lower.narrow import narrow, of_kind_told
from antifreeze.lower.parameters import parameters_of, unquoted
from antifreeze.lower.paths import called_name, text_of, tracked
from antifreeze.lower.questions import kind_asked
from antifreeze.lower.settled import waited_for
from antifreeze.lower.spread import keywords_of
from antifreeze.lower.taken import taken_by_key, taken_by_name
from antifreeze.lower.targets import assign_target, put_default
from antifreeze.lower.walked import reduced
from antifreeze.model.expression import (
    NO_NODE,
    Attribute,
    Await,
    Binary,
    Both,
    Call,
    Captured,
    Collection,
    Compared,
    Element,
    Function,
    Import,
    Name,
    Not,
    Star,
    Subscript,
)
from antifreeze.model.summary import OF_KIND, Scope, ScopeKind

_LITERAL_LENGTH = 100

_OPERATORS: dict[type, str] = {
    ast.Add: "add", ast.Sub: "sub", ast.Mult: "mul", ast.MatMult: "matmul", ast.Div: "truediv", ast.Mod: "mod",
    ast.Pow: "pow", ast.LShift: "lshift", ast.RShift: "rshift", ast.BitOr: "or", ast.BitXor: "xor",
    ast.BitAnd: "and", ast.FloorDiv: "floordiv",
}  # fmt: skip


def _name(builder: Builder, node: ast.Name) -> int:
    return builder.read(node.id)


def _constant(builder: Builder, node: ast.Constant) -> int:
    value = node.value
    if value is None or isinstance(value, (bool, float)):
        return builder.literal(value)
    if isinstance(value, str):
        return builder.literal(value) if len(value) <= _LITERAL_LENGTH and is_text(value) else builder.builtin("str")
    if isinstance(value, int):
        return builder.literal(value) if is_small(value) else builder.builtin("int")
    if isinstance(value, bytes):
        return builder.builtin("bytes")
    return builder.unknown()


def _attribute(builder: Builder, node: ast.Attribute) -> int:
    if node.attr == "__func__":  # the function of a method or a descriptor: what calling either runs
        return builder.expr(node.value)
    if builder.flow.paths:
        known = tracked(builder, node)
        if known >= 0:
            before = builder.nodes[known]
            if not isinstance(before, Attribute) or before.name != node.attr:  # assigned, and a property is asked still
                builder.add(Attribute(builder.expr(node.value), node.attr, builder.span(node)))
            return known
    read = builder.add(Attribute(builder.expr(node.value), node.attr, builder.span(node)))
    return of_kind_told(builder, node, read) if builder.kinds else read


def _note_imported(builder: Builder, node: ast.Call) -> None:
    """A module that a call imports by its name, or a helper that says so by its own: `import_or_raise("openai")`."""
    if "import" in called_name(builder, node).lower():
        root, _, _ = text_of(builder, node.args[0]).partition(".")
        if root.isidentifier():
            builder.module.imports[root] = None


def _call(builder: Builder, node: ast.Call) -> int:
    expr = builder.expr
    if isinstance(node.func, ast.Name) and node.func.id in ("getattr", "hasattr"):
        known = _getattr(builder, node)
        if known >= 0:
            builder.asked[builder.span(node)] = known
            return known if node.func.id == "getattr" else builder.builtin("bool")
    if len(node.args) == 2 and isinstance(node.args[0], ast.Constant) and called_name(builder, node) == "cast":  # noqa: PLR2004
        node.args[0] = unquoted(node.args[0]) or node.args[0]
    taken = taken_by_name(builder, node)
    if taken >= 0:
        return taken
    whole = reduced(node) if called_name(builder, node) == "reduce" else None
    if whole is not None:
        return expr(whole)
    if node.args:
        _note_imported(builder, node)
    func = expr(node.func)
    starred = False
    args: list[int] = []
    for argument in node.args:
        starred = starred or argument.__class__ is ast.Starred
        args.append(expr(argument))
    kind = kind_asked(builder, node)
    if kind:
        return builder.add(Compared(args[0], OF_KIND, (kind,), True))
    keywords = keywords_of(builder, node.keywords) if node.keywords else ()
    span = builder.span(node)
    index = builder.add(Call(func, tuple(args), keywords, starred, span))
    if isinstance(node.func, ast.Attribute) and node.func.attr == "setdefault" and len(args) > 1:
        put_default(builder, node.func.value, args[1])
    asked = builder.nodes[func]
    most = 2 if isinstance(asked, Attribute) and asked.name == "get" else 1
    if len(args) <= most and not keywords and isinstance(asked, (Name, Import, Function, Attribute)):
        builder.asked[span] = index
    return index


def _getattr(builder: Builder, node: ast.Call) -> int:
    """`getattr(x, "name")` reads an attribute like any other, as `hasattr` does; a negative number for other uses."""
    if len(node.args) not in (2, 3) or node.keywords:
        return NO_NODE
    base, name, *default = node.args
    text = text_of(builder, name)
    if not text.isidentifier():
        return NO_NODE
    read = _attribute(builder, ast.copy_location(ast.Attribute(base, text, ast.Load()), node))
    index = builder.choice([read, *(builder.expr(part) for part in default)])
    builder.asked[builder.span(node)] = index
    return index


def _await(builder: Builder, node: ast.Await) -> int:
    result = builder.add(Await(awaited(builder, node.value), builder.span(node)))
    if isinstance(node.value, ast.Call):
        waited_for(builder, node.value)
    return result


def _subscript(builder: Builder, node: ast.Subscript) -> int:
    taken = taken_by_key(builder, node)
    if taken >= 0:
        return taken
    base = builder.expr(node.value)
    index = builder.add(Subscript(base, builder.expr(node.slice), builder.span(node)))
    if isinstance(node.slice, ast.Constant):
        builder.asked[builder.span(node)] = index
    return index


def _slice(builder: Builder, node: ast.Slice) -> int:
    for part in (node.lower, node.upper, node.step):
        if part is not None:
            builder.expr(part)
    return builder.builtin("slice")


def _bool_op(builder: Builder, node: ast.BoolOp) -> int:
    """`and`, `or`: each operand is evaluated where the ones before it came out true (or false)."""
    positive = isinstance(node.op, ast.And)
    values = [builder.expr(node.values[0])]
    tested(builder, node.values[0], values[0])
    for previous, value in zip(node.values, node.values[1:], strict=False):
        builder.flow.begin()
        narrow(builder, previous, positive)
        values.append(builder.expr(value))
        if value is not node.values[-1]:
            tested(builder, value, values[-1])
        builder.flow.merge([builder.flow.end(), {}])
    if positive:
        return builder.add(Both(tuple(values)))
    joined = any_kind(builder, values)
    return falling_back(builder, builder.choice(values), values[0]) if joined is None else builder.add(joined)


def _if_exp(builder: Builder, node: ast.IfExp) -> int:
    tested(builder, node.test, builder.expr(node.test))
    flow = builder.flow
    values = []
    deltas = []
    for branch, positive in ((node.body, True), (node.orelse, False)):
        flow.begin()
        narrow(builder, node.test, positive)
        values.append(builder.expr(branch))
        deltas.append(flow.end())
    flow.merge(deltas)
    given = _given_under(node)
    choice = builder.choice(values)
    if given is not None:
        falling_back(builder, choice, values[given])
    if choice not in values:
        flow.note_origins(choice, list(zip(values, deltas, strict=True)))
    return choice


def _given_under(node: ast.IfExp) -> int | None:
    """Which branch of `x if x is not None else y` is the very thing that is tested: 0 or 1."""
    tested = given_by(node.test)
    if tested is None:
        return None
    branch = node.body if tested[1] else node.orelse
    return None if not isinstance(branch, ast.Name) or branch.id != tested[0] else 0 if tested[1] else 1


def _bin_op(builder: Builder, node: ast.BinOp) -> int:
    left, right = builder.expr(node.left), builder.expr(node.right)
    if isinstance(node.op, ast.Mod) and isinstance(node.left, ast.Constant) and isinstance(node.left.value, str):
        put_in(builder, node.left.value, node.right, right)
    return builder.add(Binary(_OPERATORS[node.op.__class__], left, right, builder.span(node)))


def _unary_op(builder: Builder, node: ast.UnaryOp) -> int:
    operand = node.operand
    if isinstance(node.op, ast.USub) and isinstance(operand, ast.Constant) and isinstance(operand.value, (int, float)):
        return builder.literal(-operand.value) if abs(operand.value) < 1 << 31 else builder.builtin("int")
    value = builder.expr(operand)
    if isinstance(node.op, ast.Not):
        tested(builder, operand, value)
        return builder.add(Not(value))
    implied(builder, SIGNS[node.op.__class__], operand, value)
    return value


def _lambda(builder: Builder, node: ast.Lambda) -> int:
    scope = Scope(ScopeKind.LAMBDA, "<lambda>", _qualname(builder, "<lambda>"), builder.index, builder.span(node))
    scope.params = parameters_of(builder, node.args)
    inner = builder.module.open(scope, builder)
    inner.bind_parameters()
    scope.returns.append(inner.expr(node.body))
    return builder.add(Function(inner.index))


def _qualname(builder: Builder, name: str) -> str:
    outer = builder.scope.qualname
    if not outer:
        return name
    return f"{outer}.{name}" if builder.scope.kind is ScopeKind.CLASS else f"{outer}.<locals>.{name}"


def _display(kind: str) -> Callable[[Builder, Any], int]:
    def lower(builder: Builder, node: ast.List | ast.Tuple | ast.Set) -> int:
        return builder.add(Collection(kind, tuple([builder.expr(item) for item in node.elts])))

    return lower


def _dict(builder: Builder, node: ast.Dict) -> int:
    keys, values = [], []
    for key, value in zip(node.keys, node.values, strict=True):
        if key is None:
            keys.append(builder.unknown())
            values.append(builder.add(Star(builder.expr(value))))
        else:
            keys.append(builder.expr(key))
            values.append(builder.expr(value))
    return builder.add(Collection("dict", tuple(values), tuple(keys)))


def _comprehension(kind: str) -> Callable[[Builder, Any], int]:
    """List, set and dict comprehensions run where they stand, with targets of their own."""

    def lower(builder: Builder, node: Any) -> int:
        flow = builder.flow
        flow.begin()
        walrus = _generators(builder, node.generators)
        if kind == "dict":
            key = builder.expr(node.key)
            result = Collection(kind, (builder.expr(node.value),), (key,))
        else:
            result = Collection(kind, (builder.expr(node.elt),))
        delta: dict[str, int] = flow.end() or {}
        flow.merge([{name: bound for name, bound in delta.items() if name not in walrus}])
        return builder.add(result)

    return lower


def _generators(builder: Builder, generators: list[ast.comprehension], first: int = NO_NODE) -> set[str]:
    """Lower the clauses of a comprehension, but `first`, lowered already; returns the names that its targets bind."""
    targets: set[str] = set()
    for generator in generators:
        iterable = first if first >= 0 else builder.expr(generator.iter)
        first = NO_NODE
        span = builder.span(generator.iter)
        assign_target(builder, generator.target, builder.add(Element(iterable, bool(generator.is_async), span)))
        targets.update(name.id for name in ast.walk(generator.target) if isinstance(name, ast.Name))
        for condition in generator.ifs:
            tested(builder, condition, builder.expr(condition))
            narrow(builder, condition, positive=True)
    return targets


def _generator_expression(builder: Builder, node: ast.GeneratorExp) -> int:
    """A generator expression runs when it is iterated; only its first iterable is evaluated at once."""
    scope = Scope(ScopeKind.GENERATOR, "<genexpr>", _qualname(builder, "<genexpr>"), builder.index, builder.span(node))
    scope.is_generator = True
    scope.is_async = any(generator.is_async for generator in node.generators)
    first = builder.expr(node.generators[0].iter)
    inner = builder.module.open(scope, builder)
    _generators(inner, node.generators, inner.add(Captured(builder.index, first)))
    scope.yields.append(inner.expr(node.elt))
    return builder.add(Function(inner.index))


def _yield(builder: Builder, node: ast.Yield) -> int:
    builder.scope.is_generator = True
    builder.scope.yields.append(builder.expr(node.value) if node.value is not None else builder.literal(None))
    return builder.unknown()


def _yield_from(builder: Builder, node: ast.YieldFrom) -> int:
    builder.scope.is_generator = True
    element = builder.add(Element(builder.expr(node.value), False, builder.span(node.value)))
    builder.scope.yields.append(element)
    return builder.unknown()


def _named_expr(builder: Builder, node: ast.NamedExpr) -> int:
    value = builder.expr(node.value)
    builder.assign(node.target.id, value)
    return value


def _starred(builder: Builder, node: ast.Starred) -> int:
    value = builder.expr(node.value)
    builder.add(Element(value, False, builder.span(node)))
    return builder.add(Star(value))


EXPRESSIONS: dict[type, Any] = {
    ast.Name: _name,
    ast.Constant: _constant,
    ast.Attribute: _attribute,
    ast.Call: _call,
    ast.Await: _await,
    ast.Subscript: _subscript,
    ast.Slice: _slice,
    ast.BoolOp: _bool_op,
    ast.IfExp: _if_exp,
    ast.BinOp: _bin_op,
    ast.UnaryOp: _unary_op,
    ast.Compare: compare,
    ast.Lambda: _lambda,
    ast.JoinedStr: joined_str,
    ast.FormattedValue: formatted_value,
    ast.List: _display("list"),
    ast.Tuple: _display("tuple"),
    ast.Set: _display("set"),
    ast.Dict: _dict,
    ast.ListComp: _comprehension("list"),
    ast.SetComp: _comprehension("set"),
    ast.DictComp: _comprehension("dict"),
    ast.GeneratorExp: _generator_expression,
    ast.Yield: _yield,
    ast.YieldFrom: _yield_from,
    ast.NamedExpr: _named_expr,
    ast.Starred: _starred,
}
"""The handler of each expression node of the grammar."""

for _new in ("TemplateStr", "Interpolation"):  # Python 3.14
    if hasattr(ast, _new):
        EXPRESSIONS[getattr(ast, _new)] = joined_str if _new == "TemplateStr" else formatted_value
