"""What a test tells of the values that it asks about, and tests whose outcome is known."""

from __future__ import annotations

import ast
from collections.abc import Callable, Sequence

from msgspec.structs import replace

from antifreeze.lower.askedfor import note_tested
from antifreeze.lower.builder import Builder
from antifreeze.lower.guards import assume, assume_any_of
from antifreeze.lower.paths import defined_path, path_of, text_of
from antifreeze.lower.questions import GENERATORS, KINDS, as_bound, kind_asked
from antifreeze.lower.running import assume_no_loop, truth_on_loop
from antifreeze.model.expression import (
    LACKS,
    NOT_OF_KINDS,
    OF_KINDS,
    Compared,
    Coroutineness,
    Expression,
    Fact,
    Literal,
    Refine,
)
from antifreeze.model.summary import OF_KIND

_GENERATOR_TESTS = frozenset(("isasyncgenfunction", "isgeneratorfunction"))
_ASYNC_TESTS = frozenset(KINDS) - _GENERATOR_TESTS
_AWAITABLE_TYPES = {"Awaitable", "Coroutine"}
_OLDEST = (3, 10)
_NEWEST = (3, 14)


def static_truth(builder: Builder, test: ast.expr) -> bool | None:
    """The outcome of a test that is the same in every run: constants, Python's version, the platform.

    The platform is taken to be Linux, where services run; Python any version that antifreeze supports.
    """
    if isinstance(test, ast.Constant):
        return bool(test.value)
    if isinstance(test, ast.Name) and test.id == "__debug__":
        return True  # without `-O`, which drops tests that a service relies on
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        inner = static_truth(builder, test.operand)
        return None if inner is None else not inner
    if isinstance(test, ast.BoolOp):
        outcomes = [static_truth(builder, value) for value in test.values]
        decisive = isinstance(test.op, ast.Or)
        if decisive in outcomes:
            return decisive
        return None if None in outcomes else not decisive
    if isinstance(test, ast.Compare) and len(test.ops) == 1:
        return _comparison(defined_path(builder, test.left), test.ops[0], test.comparators[0])
    if isinstance(test, ast.Call) and test.args and defined_path(builder, test.func) == "sys.platform.startswith":
        prefix = test.args[0]
        if isinstance(prefix, ast.Constant) and isinstance(prefix.value, str):
            return "linux".startswith(prefix.value)
    return None


def _comparison(left: str, operator: ast.cmpop, right: ast.expr) -> bool | None:
    if left in ("sys.platform", "os.name") and isinstance(right, ast.Constant):
        actual = "linux" if left == "sys.platform" else "posix"
        if isinstance(operator, ast.Eq):
            return bool(right.value == actual)
        if isinstance(operator, ast.NotEq):
            return bool(right.value != actual)
    if left == "sys.version_info" and isinstance(right, ast.Tuple):
        parts = [part.value for part in right.elts if isinstance(part, ast.Constant)]
        wanted = tuple(part for part in parts if isinstance(part, int))[:2]
        if len(wanted) == len(right.elts[:2]) and wanted:
            return _version(operator, wanted)
    return None


def _version(operator: ast.cmpop, wanted: tuple[int, ...]) -> bool | None:
    oldest, newest = wanted <= _OLDEST, wanted <= _NEWEST
    if isinstance(operator, (ast.GtE, ast.Gt)):
        return oldest if oldest == newest else None
    if isinstance(operator, (ast.Lt, ast.LtE)):
        return not oldest if oldest == newest else None
    return None


def narrow(builder: Builder, test: ast.expr, positive: bool) -> None:
    """Refine the bindings for a branch in which `test` came out as `positive`."""
    note_tested(builder, test)
    if truth_on_loop(builder, test) is (not positive):
        assume_no_loop(builder)
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        narrow(builder, test.operand, not positive)
    elif isinstance(test, ast.BoolOp):
        if isinstance(test.op, ast.And) is positive:
            for value in test.values:
                narrow(builder, value, positive)
        else:
            assume_any_of(builder, test.values, positive)
            _narrow_kinds(builder, test.values, positive)
    elif isinstance(test, ast.Compare):
        assume(builder, test, positive)
        _narrow_none(builder, test, positive)
        _narrow_asked(builder, test, positive)
    elif isinstance(test, ast.Call):
        assume(builder, test, positive)
        _narrow_call(builder, test, positive)
    elif isinstance(test, (ast.Name, ast.Attribute, ast.Subscript)):
        assume(builder, test, positive)
        _narrow_told(builder, test, positive)
    elif isinstance(test, ast.NamedExpr):
        narrow(builder, test.value, positive)


def _narrow_none(builder: Builder, test: ast.Compare, positive: bool) -> None:
    """`x is None`, where it holds."""
    if len(test.ops) != 1 or not isinstance(test.ops[0], (ast.Is, ast.IsNot)):
        return
    right = test.comparators[0]
    if isinstance(test.ops[0], ast.Is) is positive and isinstance(right, ast.Constant) and right.value is None:
        path = path_of(test.left)
        known = builder.flow.get(path) if path else -1
        if path and ("." in path or known >= 0):
            none = builder.add(Literal(None))
            builder.flow.narrowed[none] = known
            builder.flow.narrow(path, none)


def _narrow_asked(builder: Builder, test: ast.Compare, positive: bool) -> None:
    """`process.poll() is None`: whether the method gave something is a fact of the object."""
    left, right = test.left, test.comparators[0]
    if not isinstance(left, ast.Call) or not isinstance(left.func, ast.Attribute) or left.args or left.keywords:
        return
    if len(test.ops) == 1 and isinstance(right, ast.Constant) and right.value is None:
        method, gave = left.func.attr, isinstance(test.ops[0], (ast.IsNot, ast.NotEq)) is positive
        _refine(builder, left.func.value, lambda base: Fact(base, method, gave))


def _narrow_call(builder: Builder, test: ast.Call, positive: bool) -> None:
    func = test.func
    if isinstance(func, ast.Attribute) and not test.args and not test.keywords:
        method = func.attr
        _refine(builder, func.value, lambda base: Fact(base, method, positive))
        return
    name = defined_path(builder, test.func).rpartition(".")[2]
    if not test.args:
        return
    if name == "isinstance" and len(test.args) == 2:  # noqa: PLR2004
        type_test = test.args[1]
        if defined_path(builder, type_test).rpartition(".")[2] in _AWAITABLE_TYPES:
            _refine(builder, test.args[0], lambda base: Coroutineness(base, positive))
        elif path_of(test.args[0]):
            type_node = builder.expr(type_test)
            _refine(builder, test.args[0], lambda base: Refine(base, type_node, positive))
    elif name == "hasattr" and len(test.args) == 2 and not positive:  # noqa: PLR2004 (what, and the name)
        asked = text_of(builder, test.args[1])
        if asked:
            _refine(builder, test.args[0], lambda base: Fact(base, f"{LACKS}{asked}", True))
    elif name in _GENERATOR_TESTS:
        _narrow_kinds(builder, [test], positive)
    elif name in _ASYNC_TESTS:
        _refine(builder, test.args[0], lambda base: Coroutineness(base, positive))


def _narrow_kinds(builder: Builder, tests: Sequence[ast.expr], positive: bool) -> None:
    """`isgeneratorfunction(f) or isasyncgenfunction(f)`: what is left of `f` where that holds, or one does not."""
    calls = [test for test in tests if isinstance(test, ast.Call)]
    kinds = [kind_asked(builder, call) for call in calls]
    are_of_one = len(calls) == len(tests) and all(kinds) and len({path_of(call.args[0]) for call in calls}) == 1
    if are_of_one and (positive or len(calls) == 1):
        _refine(builder, calls[0].args[0], lambda base: _sieve(base, kinds, positive))


def _narrow_told(builder: Builder, test: ast.expr, positive: bool) -> None:
    """`is_async`, where that is what a test of another name gave: `is_async = iscoroutinefunction(function)`."""
    index = builder.flow.env.get(path_of(test), -1)
    asked = builder.nodes[index] if index >= 0 else None
    if not isinstance(asked, Compared) or asked.operator != OF_KIND:
        return
    kinds = [str(kind) for kind in asked.operand]
    told = _sieve(asked.base, kinds, positive) if GENERATORS in kinds else Coroutineness(asked.base, positive)
    same = as_bound(builder, asked.base)
    for path in [path for path, bound in builder.flow.env.items() if as_bound(builder, bound) == same]:
        builder.flow.narrow(path, builder.add(told))


def _sieve(base: int, kinds: Sequence[str], positive: bool) -> Fact:
    return Fact(base, f"{OF_KINDS if positive else NOT_OF_KINDS}{'|'.join(kinds)}", True)


def _refine(builder: Builder, subject: ast.expr, make: Callable[[int], Expression]) -> None:
    path = path_of(subject)
    if path:
        builder.flow.narrow(path, builder.add(make(builder.expr(subject))))


def kinds_told(builder: Builder) -> dict[str, Expression]:
    """What tests have told of attributes here, by path: the kinds of functions that they are."""
    bound = {path: builder.nodes[index] for path, index in builder.flow.env.items() if "." in path and index >= 0}
    return {path: node for path, node in bound.items() if _tells_kind(node)}


def of_kind_told(builder: Builder, node: ast.Attribute, read: int) -> int:
    """An attribute of what is captured, as tests around the definition have told: `if is_async(self.f): def ...`."""
    path = path_of(node)
    told = builder.kinds.get(path)
    if told is None or builder.flow.env.get(path.partition(".")[0], -1) >= 0:
        return read
    return builder.add(replace(told, base=read))


def _tells_kind(node: Expression) -> bool:
    return isinstance(node, Coroutineness) or (
        isinstance(node, Fact) and node.name.startswith((OF_KINDS, NOT_OF_KINDS))
    )
