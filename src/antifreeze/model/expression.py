"""Symbolic expressions: what a piece of code computes, as nodes of a data-flow graph.

The nodes of one scope stand in one list, in evaluation order; they refer to each other by index
into that list, so that a value used twice is stored once (static single assignment; Cytron et al.,
1991). Nothing here depends on any other file: names that a scope does not bind stay names.
"""

from __future__ import annotations

from typing import Union

import msgspec

NO_NODE = -1
"""The index that stands for "no such node"."""


class _Node(msgspec.Struct, array_like=True, gc=False, eq=False):
    """Base of all nodes; compact in memory and on the wire."""


class Unknown(_Node, tag=0):
    """A value of which nothing is known."""


class Literal(_Node, tag=1):
    """A literal whose value a condition may ask about."""

    value: Union[bool, int, float, str, None]  # noqa: UP007 (msgspec reads it at run time, on 3.10 too)


class Name(_Node, tag=2):
    """A name that no enclosing function binds: a module's global or a builtin."""

    name: str


class Free(_Node, tag=3):
    """A variable of the enclosing function `scope`, read from a nested function: any of its bindings."""

    scope: int
    name: str


class Captured(_Node, tag=4):
    """The value of `node` in the enclosing `scope`, as it was where a lambda or a generator expression was built."""

    scope: int
    node: int


class Param(_Node, tag=5):
    """The scope's own parameter number `index`."""

    index: int


class Attribute(_Node, tag=6):
    """`base.name`, read."""

    base: int
    name: str
    span: int


class Call(_Node, tag=7):
    """`func(*args, **keywords)`; a keyword without a name is `**value`; `starred` tells of some `*value`."""

    func: int
    args: tuple[int, ...]
    keywords: tuple[tuple[str, int], ...]
    starred: bool
    span: int


class Await(_Node, tag=8):
    """`await value`."""

    value: int
    span: int = 0


class Subscript(_Node, tag=9):
    """`base[index]`, read."""

    base: int
    index: int
    span: int


class Choice(_Node, tag=10):
    """Any of `options`: where branches join, `or`, conditional expressions, the head of a loop.

    With `falls_back` the options after the first are only meant where the first, a parameter, is false or None.
    """

    options: list[int]
    falls_back: bool = False


class Collection(_Node, tag=11):
    """A display or comprehension: `kind` names the builtin type; a dict's items are its values, under `keys`.

    Also any other expression of known builtin type, with no items: an f-string, a comparison, bytes. An f-string around
    one parameter has that one.
    """

    kind: str
    items: tuple[int, ...]
    keys: tuple[int, ...] = ()


class Element(_Node, tag=12):
    """What iterating `base` yields; `is_async` for `async for`."""

    base: int
    is_async: bool
    span: int


class Item(_Node, tag=13):
    """Item number `index` of an unpacked `base`; negative for "some item" (a starred target)."""

    base: int
    index: int


class Enter(_Node, tag=14):
    """What `with base as x` binds; `is_async` for `async with`."""

    base: int
    is_async: bool
    span: int


class Function(_Node, tag=15):
    """The function (or lambda, or generator expression) defined by `scope`, before its decorators."""

    scope: int


class Class(_Node, tag=16):
    """The class defined by `scope`, before its decorators."""

    scope: int


class Import(_Node, tag=17):
    """`import module` (name empty; `module` is what the name is bound to), or `from module import name`."""

    module: str
    level: int
    name: str
    full: str = ""
    """For `import a.b.c` without `as`: the whole dotted name that gets imported."""


class Refine(_Node, tag=18):
    """`base` where `isinstance(base, classes)` was tested and came out as `positive`."""

    base: int
    classes: int
    positive: bool


class Fact(_Node, tag=19):
    """`base` after its method `name` was seen to give, or was called with, the literal `value`."""

    base: int
    name: str
    value: Union[bool, int, float, str, None]  # noqa: UP007 (as above)


LACKS = "?lacks:"
"""Begins the fact that tells that an object does not have an attribute, and the step to what has none of that name."""

OF_KINDS, NOT_OF_KINDS = "?of:", "?not of:"
"""Begin the facts that tell that a function is of one of several kinds, or of none of them, and the steps to these."""

STARTS = "<starts>"
"""The fact that tells how a text begins: the name of a member, the rest of which is only known when it runs."""

ANYTHING_BETWEEN = "*"
"""Stands in it between how a text begins and how it ends, where that is known, too."""


SET = "="
"""Begins the `op` of a `Binary` node that sets an attribute: `left.name = right`."""


class Binary(_Node, tag=20):
    """`left op right`; `op` is the dunder's stem, for instance `truediv`, or `=name` for `left.name = right`."""

    op: str
    left: int
    right: int
    span: int


IN_PLACE = frozenset(f"i{stem}" for stem in (
    "add", "sub", "mul", "matmul", "truediv", "floordiv", "mod", "pow", "lshift", "rshift", "or", "xor", "and",
))  # fmt: skip
"""The `op` of `Binary` nodes for `left += right` and its like, where a class defines that apart."""


class Extend(_Node, tag=21):
    """The container `base` after `value` was put into it."""

    base: int
    value: int


class Coroutineness(_Node, tag=22):
    """`base` where `iscoroutinefunction(base)` or `isawaitable(base)` was tested and came out as `positive`."""

    base: int
    positive: bool


class Star(_Node, tag=23):
    """`*base` in a call or a display."""

    base: int


class Decorate(_Node, tag=24):
    """`base` decorated by `decorator`; an unknown decorator is taken to be transparent."""

    decorator: int
    base: int
    span: int


class Declared(_Node, tag=25):
    """`value`, assigned to a name that is declared as `annotation`."""

    value: int
    annotation: int


class Not(_Node, tag=26):
    """`not base`."""

    base: int


class Both(_Node, tag=27):
    """`a and b and ...`: the last of `parts`, or the first that is false."""

    parts: tuple[int, ...]


class Compared(_Node, tag=28):
    """A comparison of `base` with constants, as a guard makes it: `mode == "slow"`; `named` are nodes of constants."""

    base: int
    operator: str
    operand: tuple[Union[bool, int, float, str, None], ...]  # noqa: UP007 (msgspec reads it at run time, on 3.10 too)
    outcome: bool
    named: tuple[int, ...] = ()


Expression = Union[  # noqa: UP007 (msgspec reads it at run time, on 3.10 too)
    Unknown, Literal, Name, Free, Captured, Param, Attribute, Call, Await, Subscript, Choice, Collection, Element,
    Item, Enter, Function, Class, Import, Refine, Fact, Binary, Extend, Coroutineness, Star, Decorate, Declared,
    Not, Both, Compared,
]  # fmt: skip
"""Any node."""
