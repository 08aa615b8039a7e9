"""Conditions under which a sink does not block, on bound arguments and on facts of the receiver."""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Mapping, Sequence

import msgspec

from antifreeze.errors import CatalogError

UNKNOWN: object = object()
"""Stands for an argument whose value is not known."""

MEMORY = "<memory>"
"""Stands for an argument that is a file in memory: it blocks nobody."""


SLICE = "<slice>"
"""Stands for a key that is a slice: where items are fetched one by one, it fetches none yet."""


class Flags(msgspec.Struct, frozen=True):
    """An argument that is put together of named constants: `fcntl.LOCK_EX | fcntl.LOCK_NB`."""

    names: frozenset[str]
    value: object = UNKNOWN


LiteralType = bool | int | float | str | None

_OPERATORS: dict[type, tuple[str, Callable[[object, object], bool]]] = {
    ast.Eq: ("==", operator.eq),
    ast.NotEq: ("!=", operator.ne),
    ast.Lt: ("<", operator.lt),  # type: ignore[dict-item]  # applied to numbers only
    ast.LtE: ("<=", operator.le),  # type: ignore[dict-item]  # as above
    ast.Gt: (">", operator.gt),  # type: ignore[dict-item]  # as above
    ast.GtE: (">=", operator.ge),  # type: ignore[dict-item]  # as above
    ast.Is: ("is", operator.is_),
    ast.IsNot: ("is not", operator.is_not),
}
_BY_NAME = dict(_OPERATORS.values())
_ORDER = {"<", "<=", ">", ">="}


class Signature(msgspec.Struct, frozen=True):
    """The parameters of a call, `self` left out: names in order, and the defaults that are literals.

    The last ones, which are given by name only, are `keywords`.
    """

    names: tuple[str, ...]
    defaults: tuple[tuple[str, LiteralType], ...] = ()
    keywords: int = 0

    @property
    def by_place(self) -> tuple[str, ...]:
        """The parameters that arguments without a name are for."""
        return self.names[: len(self.names) - self.keywords]


class Test(msgspec.Struct, frozen=True):
    """One comparison; `name` is a parameter, or `self.` and the name of a fact.

    `given` asks whether the call passes the parameter at all, which the signature must not tell a default for; of a
    fact, whether it is known of the object. `lacks` holds also where nothing is known: then a sink takes evidence.
    """

    name: str
    operator: str
    value: LiteralType | tuple[LiteralType, ...]


class Condition(msgspec.Struct, frozen=True):
    """A conjunction of tests, as it is written in the catalog."""

    text: str
    tests: tuple[Test, ...]

    @property
    def is_of_one_value(self) -> bool:
        """Whether an odd value of an argument alone fulfils it: a timeout of 0, an empty host, a flag not to wait.

        What the receiver was told before is no argument.
        """
        return all(
            test.name.startswith("self.") or (test.operator in ("==", "<=", "has") and not isinstance(test.value, bool))
            for test in self.tests
        )


def parse_signature(text: str) -> Signature:
    """`(block=True, timeout=None)` to a signature; raises `CatalogError` where it is not Python."""
    try:
        node = ast.parse(f"def f{text}: ...").body[0]
    except SyntaxError as error:
        raise CatalogError(
            f"not a signature: {text!r}", hint="write it as in a def: (block=True, timeout=None)"
        ) from error
    assert isinstance(node, ast.FunctionDef)
    arguments = node.args
    positional = [*arguments.posonlyargs, *arguments.args]
    defaults: dict[str, LiteralType] = {}
    for parameter, default in zip(reversed(positional), reversed(arguments.defaults), strict=False):
        _keep_literal(defaults, parameter.arg, default)
    for parameter, keyword_default in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True):
        if keyword_default is not None:
            _keep_literal(defaults, parameter.arg, keyword_default)
    names = tuple(parameter.arg for parameter in [*positional, *arguments.kwonlyargs])
    return Signature(names, tuple(defaults.items()), len(arguments.kwonlyargs))


def _keep_literal(defaults: dict[str, LiteralType], name: str, node: ast.expr) -> None:
    try:
        value = ast.literal_eval(node)
    except ValueError:
        return
    if value is None or isinstance(value, (bool, int, float, str)):
        defaults[name] = value


_OPPOSITES = {"truthy": "falsy", "given": "not given", "has": "lacks"}


def parse_condition(text: str) -> Condition:
    """`timeout == 0`, `not block`, `in_memory(f)`, `sliced(key)`, `given(verify)`, `has(flags, "NOWAIT")`, `a and b`.

    `not has(...)` holds unless it is known to have. Raises `CatalogError` for others.
    """
    try:
        node = ast.parse(text, mode="eval").body
    except SyntaxError as error:
        raise CatalogError(f"not a condition: {text!r}", hint="write it as `timeout == 0` or `not block`") from error
    parts = node.values if isinstance(node, ast.BoolOp) and isinstance(node.op, ast.And) else [node]
    return Condition(text, tuple(_test(part, text) for part in parts))


def _test(node: ast.expr, text: str) -> Test:
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        asked = _test(node.operand, text)
        if asked.operator in _OPPOSITES:
            return Test(asked.name, _OPPOSITES[asked.operator], asked.value)
    if isinstance(node, (ast.Name, ast.Attribute)):
        return Test(_name(node, text), "truthy", None)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and len(node.args) == 1 and not node.keywords:
        if node.func.id == "in_memory":
            return Test(_name(node.args[0], text), "==", MEMORY)
        if node.func.id == "sliced":
            return Test(_name(node.args[0], text), "==", SLICE)
        if node.func.id == "given":
            return Test(_name(node.args[0], text), "given", None)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "has":
        return _has(node, text)
    if isinstance(node, ast.Compare) and len(node.ops) == 1:
        try:
            value = ast.literal_eval(node.comparators[0])
        except ValueError as error:
            raise CatalogError(f"compares with what is no literal: {text!r}") from error
        if isinstance(node.ops[0], ast.In) and isinstance(value, tuple):
            return Test(_name(node.left, text), "in", value)
        if type(node.ops[0]) in _OPERATORS:
            return Test(_name(node.left, text), _OPERATORS[type(node.ops[0])][0], value)
    raise CatalogError(f"not a condition: {text!r}", hint="write it as `timeout == 0` or `not block`")


def _has(node: ast.Call, text: str) -> Test:
    """`has(options, "WNOHANG")`: whether a named constant is among those that an argument is put together of."""
    if len(node.args) == 2 and isinstance(node.args[1], ast.Constant) and isinstance(node.args[1].value, str):  # noqa: PLR2004
        return Test(_name(node.args[0], text), "has", node.args[1].value)
    raise CatalogError(f"not a condition: {text!r}", hint='write it as `has(options, "WNOHANG")`')


def _name(node: ast.expr, text: str) -> str:
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "self":
        return f"self.{node.attr}"
    raise CatalogError(f"speaks of neither a parameter nor self: {text!r}")


def bind(signature: Signature, positional: Sequence[object], keywords: Mapping[str, object]) -> dict[str, object]:
    """The parameters' values for a call; defaults where nothing is given."""
    bound: dict[str, object] = dict(signature.defaults)
    bound.update(zip(signature.by_place, positional, strict=False))
    bound.update({name: value for name, value in keywords.items() if name in signature.names})
    return bound


def holds(condition: Condition, bound: Mapping[str, object]) -> bool:
    """Whether the condition is known to hold; what is not known does not hold."""
    return all(_passes(test, bound) for test in condition.tests)


def may_hold(condition: Condition, bound: Mapping[str, object]) -> bool:
    """Whether arguments can fulfil the condition that are passed on, so that nobody knows them."""
    return all(bound.get(test.name) is UNKNOWN or _passes(test, bound) for test in condition.tests)


def _passes(test: Test, bound: Mapping[str, object]) -> bool:
    if test.operator in ("given", "not given"):
        return (test.name in bound) == (test.operator == "given")
    value = bound.get(test.name, UNKNOWN)
    if test.operator == "lacks":  # unless it is known to be: what is not known is none
        return not (isinstance(value, Flags) and test.value in value.names)
    return _holds(test, value)


def _holds(test: Test, value: object) -> bool:
    if isinstance(value, Flags):
        if test.operator == "has":
            return test.value in value.names
        value = value.value
    if value is UNKNOWN or test.operator == "has":
        return False
    if test.operator == "truthy":
        return bool(value)
    if test.operator == "falsy":
        return not value
    if test.operator == "in":
        return isinstance(test.value, tuple) and value in test.value
    if test.operator in _ORDER and not (isinstance(value, (int, float)) and isinstance(test.value, (int, float))):
        return False
    return bool(_BY_NAME[test.operator](value, test.value))
