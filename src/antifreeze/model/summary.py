"""Module summaries: all that the rest of the program may need of one file, as an object file is to a linker.

A summary is a function of the file's bytes alone: not of other files, the catalog or the configuration.
"""

from __future__ import annotations

import enum
import operator
from collections.abc import Callable
from typing import Union

import msgspec

from antifreeze.model.expression import NO_NODE, Expression


class ScopeKind(enum.IntEnum):
    """What opens the scope."""

    MODULE = 0
    CLASS = 1
    FUNCTION = 2
    LAMBDA = 3
    GENERATOR = 4
    """A generator expression: a function that runs when it is iterated."""


class ParamKind(enum.IntEnum):
    """How arguments bind to a parameter."""

    POSITIONAL_ONLY = 0
    NORMAL = 1
    VAR_POSITIONAL = 2
    KEYWORD_ONLY = 3
    VAR_KEYWORD = 4
    TAKEN = 5
    """No parameter of its own: what the body takes out of its keyword arguments, `kwargs.pop("wait", True)`."""


class Parameter(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A parameter; `annotation` and `default` are nodes of the scope around the function."""

    name: str
    kind: ParamKind
    annotation: int = NO_NODE
    default: int = NO_NODE


class Store(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """An assignment to `base.name` (or, with an empty name, into the container `base`, at `index`)."""

    base: int
    name: str
    value: int
    annotation: int = NO_NODE
    index: int = NO_NODE


TELLS = "tells"
"""The operator of a guard whose test is a call with what is asked about as its argument: `is_mail(channel)`."""

IS_A = "is a"
"""The operator of a guard that tests the class: the nodes that it names are the classes."""

IS_EXACTLY = "is exactly"
"""The operator of a guard that tests for one of the classes that it names, and none that derives from it."""

IS_HEIR = "is heir"
"""The operator of a guard that asks whether a class is one of those that it names, or derives from it."""

OF_CLASSES = frozenset((IS_A, IS_EXACTLY, IS_HEIR))
"""The operators of tests whose nodes are classes."""

OF_KIND = "of kind"
"""The operator of a guard that tests for a kind of function, or for what is awaited: its operand."""

IS_DEFAULT = "is default"
"""The operator of a guard that tests whether a parameter is the object that stands for no argument: `is MISSING`."""

HAS = "has"
"""The operator of a guard that tests for an attribute of the name that is its operand."""


class Guard(msgspec.Struct, array_like=True):
    """A test that decides whether the nodes from `start` up to `end` are evaluated: of a parameter, as a rule."""

    param: int
    """The parameter's number; `NO_NODE` where something else is tested."""
    operator: str
    """`truthy`, `none`, `equal`, `in`, `less`, `more`, `contains`, `startswith` or `endswith`; `is a`, `is exactly`,
    `is heir`; `has`; `of kind`; `tells`; `no-loop` where no loop may be running."""
    operand: tuple[Union[bool, int, float, str, None], ...]  # noqa: UP007 (msgspec reads it at run time, on 3.10 too)
    outcome: bool
    """What the test must give."""
    start: int
    end: int = -1
    remade: list[Guard] = []
    """Tests of the same parameter under which it was bound anew before this one: then nothing is known."""
    named: tuple[int, ...] = ()
    """Nodes for what the parameter is compared with beside `operand`: constants, members of enumerations, classes."""
    asked: int = NO_NODE
    """The call, the global, the attribute or what a local is bound to that is tested, where no parameter is."""
    attribute: str = ""
    """The attribute of the parameter, which is `self`, that is tested."""
    joined: int = NO_NODE
    """The node of the parameter together with what it was bound to under `remade`."""
    others: list[Guard] = []
    """Tests any of which lets control pass, too: `if wait or slow`."""

    def covers(self, node: int) -> bool:
        """Whether a node of the function stands under the test."""
        return self.start <= node < self.end

    def holds(self, value: bool | float | str | None) -> bool:
        """Whether an argument can let control pass."""
        return self.tells(value) is not False or any(guard.holds(value) for guard in self.remade)

    def tells(self, value: bool | float | str | None) -> bool | None:
        """Whether a constant passes the test alone; None for what it cannot be asked of."""
        outcome = _TESTS[self.operator](value, self.operand)
        return None if outcome is None else outcome is self.outcome


def _text_test(method: str) -> Callable[[object, tuple[object, ...]], bool]:
    def test(value: object, operand: tuple[object, ...]) -> bool:
        return isinstance(value, str) and bool(getattr(value, method)(operand))

    return test


def _number_test(is_so: Callable[[float, float], bool]) -> Callable[[object, tuple[object, ...]], bool | None]:
    def test(value: object, operand: tuple[object, ...]) -> bool | None:
        bound = operand[0]
        return is_so(value, bound) if isinstance(value, (int, float)) and isinstance(bound, (int, float)) else None

    return test


_TESTS: dict[str, Callable[[object, tuple[object, ...]], bool | None]] = {
    "truthy": lambda value, _operand: bool(value),
    "none": lambda value, _operand: value is None,
    "equal": lambda value, operand: value == operand[0],
    "in": lambda value, operand: value in operand,
    "less": _number_test(operator.lt),
    "more": _number_test(operator.gt),
    "contains": lambda value, operand: str(operand[0]) in value if isinstance(value, str) else None,
    "startswith": _text_test("startswith"),
    "endswith": _text_test("endswith"),
}


class Scope(msgspec.Struct, array_like=True):
    """One scope of a module, a data-flow graph of its own.

    `names` maps each bound name to a node: the values at the scope's end for modules and classes,
    all values that it ever has for functions. `annotations` maps declared names to type nodes.
    Decorators, bases, and the parameters' annotations and defaults are nodes of the parent scope.
    """

    kind: ScopeKind
    name: str
    qualname: str
    parent: int
    span: int
    is_async: bool = False
    is_generator: bool = False
    is_stub: bool = False
    """The body does nothing: `...`, `pass`, a docstring, `raise NotImplementedError`."""
    params: tuple[Parameter, ...] = ()
    returns_annotation: int = NO_NODE
    decorators: tuple[int, ...] = ()
    bases: tuple[int, ...] = ()
    metaclass: int = NO_NODE
    directive: str = ""
    """What an `# antifreeze: ...` comment on the definition line says of the function."""
    nodes: list[Expression] = []
    returns: list[int] = []
    returns_without_loop: list[int] = []
    """Those of `returns` that are only reached where no loop is running."""
    yields: list[int] = []
    names: dict[str, int] = {}
    annotations: dict[str, int] = {}
    stores: list[Store] = []
    guards: list[Guard] = []
    """The tests that parts of the scope stand under."""
    origins: dict[int, list[tuple[int, tuple[int, ...]]]] = {}
    """Nodes that are choices between branches: for each option, its node and the tests that its branch stood under."""
    is_abstract: bool = False
    """The body leaves the work to subclasses: `...`, `raise NotImplementedError`, or it is decorated as abstract."""
    outer_names: list[tuple[int, str, int]] = []
    """Bindings of other scopes' names from here (`global`, `nonlocal`): scope, name, node."""
    overloads: tuple[int, ...] = ()
    """The signatures that a function is declared with before it is defined, as nodes of the parent scope."""
    options: dict[str, int] = {}
    """What a class's statement tells `__init_subclass__`, by keyword, as nodes of the parent scope."""


class Suppression(msgspec.Struct, frozen=True, array_like=True):
    """A comment that silences findings; `codes` empty means all; `line` 0 means the whole file."""

    line: int
    comment_line: int
    column: int
    end_column: int
    codes: tuple[str, ...]
    reason: str
    problem: str = ""
    """What is wrong with a comment that means to suppress but does not follow the grammar."""


BODY_MARK = "!"
"""Stands before the name of a module that is read although a stub declares it."""


class ModuleSummary(msgspec.Struct, array_like=True):
    """One lowered file; `scopes[0]` is the module itself, and a scope's parent stands before it."""

    path: str
    module: str
    is_package: bool
    is_stub: bool
    scopes: list[Scope]
    exports: tuple[str, ...] | None
    """`__all__`, where it is written out."""
    stars: tuple[tuple[str, int], ...] = ()
    """The modules (name, level) that are star-imported, in order."""
    suppressions: tuple[Suppression, ...] = ()
    imports: tuple[str, ...] = ()
    """Root packages that the file imports anywhere."""
    is_library: bool = False
    """Whether it is of an installed library: it gives types, and its bodies are followed by rules of their own."""

    @property
    def is_foreign(self) -> bool:
        """Whether the module is not the program's own."""
        return self.is_stub or self.is_library
