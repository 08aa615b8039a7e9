"""The rows of the catalog, one type a table; each row says what one name (or pattern) means."""

from __future__ import annotations

import re

import msgspec

from antifreeze.catalog.conditions import Condition, Signature
from antifreeze.model.finding import Remedy, Step
from antifreeze.model.rule import Severity, Wait

HOWS = ("call", "with", "iterate", "read")
"""What can enter a sink."""


class Sink(msgspec.Struct, frozen=True):
    """What blocks its thread; `how` is `call`, `with` (at `with`), `iterate` (when iterated) or `read` (attributes)."""

    name: str
    category: str
    wait: Wait
    severity: Severity
    remedy: Remedy
    library: str
    how: str = "call"
    unless: tuple[Condition, ...] = ()
    signature: Signature | None = None
    typical_seconds: float | None = None
    via: str = ""
    """The function of an installed library that leads to the sink, where its source told so, not the catalog."""
    frames: tuple[Step, ...] = ()
    """The call sites in the library, from that function to the sink."""


RECEIVER = -2
"""Stands for the object whose method is called, among the numbers of arguments."""


class Callback(msgspec.Struct, frozen=True):
    """A call that takes a callable, by place or keyword: to run elsewhere, at once, or on the loop."""

    name: str
    callable: int | None = None
    keyword: str | None = None
    decorator: bool = False
    unless: tuple[Condition, ...] = ()
    signature: Signature | None = None
    framework: str = ""
    elements: tuple[int, ...] = ()
    """The arguments whose elements are passed to the callable; -1 is for what is not known, `RECEIVER` for `self`."""
    runs: tuple[str, ...] = ()
    """The methods that are called of the object that is handed over in the place of a callable."""
    where: frozenset[str] = frozenset()
    """It is run in programs that call something of one of these names; empty: in all."""
    awaits: frozenset[str] = frozenset()
    """The categories of calls that block nothing there: the library waits for them on the loop."""


class Consumer(msgspec.Struct, frozen=True):
    """A call that iterates (`how`) an argument, enters and leaves it (`with`), or calls a `method` of it (`call`).

    A negative `argument` stands for all that are given by position.
    """

    name: str
    argument: int = 0
    how: str = "iterate"
    keyword: str | None = None
    method: str = ""


class Decorator(msgspec.Struct, frozen=True):
    """A decorator that has a framework call the function, unless its arguments say otherwise."""

    name: str
    unless: tuple[Condition, ...] = ()
    signature: Signature | None = None
    framework: str = ""
    loads: bool = False
    """Whether what parameters are declared as is made of a request's data before, on the loop."""
    where: frozenset[str] = frozenset()
    """It does so in programs that call something of one of these names; empty: in all."""
    awaits: frozenset[str] = frozenset()
    """The categories of calls that block nothing there: the library waits for them on the loop."""


class Alternative(msgspec.Struct, frozen=True):
    """What to write in place of a remedy, where the program uses another package, or runs on another library's loop.

    It replaces the remedy's beginning, or all of it where `methods` does not name what follows.
    """

    of: str
    use: str
    package: str
    runtime: bool = False
    methods: frozenset[str] | None = None


class Hook(msgspec.Struct, frozen=True):
    """Methods that a framework calls, of classes that derive from `base`; `*` in a name stands for any text."""

    base: str
    methods: frozenset[str]
    twin: str = ""
    """What it calls instead on the loop, where a class has that, too: `a{method}`."""
    where: frozenset[str] = frozenset()
    """It does so in programs that call something of one of these names; empty: in all."""


class ClassRow(msgspec.Struct, frozen=True):
    """A class of a library: its bases, and the arguments that conditions ask about (`keeps`).

    An instance keeps them of the call that makes it, the constructor or another one; or of the object of that call,
    as a cursor does of its connection.

    `members` is the type of its attributes and items of any other name: the collections of a database. `holds` is the
    argument of the constructor that is a callable which methods of the object run, as `[[through]]` says of them.
    One `of_owner` is about the instances of the class in whose body it is made: the manager of a model. One that
    `relates` it ("many to one") to the class that it `holds` is read as objects of that.
    """

    name: str
    bases: tuple[str, ...] = ()
    is_async: bool = False
    signature: Signature | None = None
    keeps: tuple[str, ...] = ()
    members: str = ""
    holds: str = ""
    of_owner: bool = False
    relates: str = ""


class Rows(msgspec.Struct):
    """Everything that a catalog file says."""

    sinks: list[Sink] = []
    aliases: dict[str, str] = {}
    returns: dict[str, str] = {}
    signatures: dict[str, Signature] = {}
    """How calls are called whose results keep arguments (`ClassRow.keeps`)."""
    attributes: dict[str, str] = {}
    classes: list[ClassRow] = []
    offloads: list[Callback] = []
    invokes: list[Callback] = []
    consumers: list[Consumer] = []
    on_loop_calls: list[Callback] = []
    on_loop_classes: list[Hook] = []
    on_loop_decorators: list[Decorator] = []
    once_calls: list[Callback] = []
    once_decorators: list[Decorator] = []
    non_blocking: list[str] = []
    threaded_calls: list[Callback] = []
    threaded_decorators: list[Decorator] = []
    alternatives: list[Alternative] = []
    through: dict[str, str] = {}
    """Methods that do their work by another one of the object, which a class that derives from theirs may override."""
    refused: dict[str, str] = {}
    """What people may take for blocking and is not reported, with the reason."""


def named_in(rows: Rows) -> set[str]:
    """Every name that the rows say something of."""
    tables = (
        rows.sinks, rows.classes, rows.offloads, rows.invokes, rows.consumers, rows.on_loop_calls, rows.once_calls,
        rows.on_loop_decorators, rows.once_decorators, rows.threaded_calls, rows.threaded_decorators,
    )  # fmt: skip
    names = {row.name for table in tables for row in table}
    for table in (rows.aliases, rows.returns, rows.attributes, rows.refused):
        names.update(table)
    return names | set(rows.non_blocking) | {hook.base for hook in rows.on_loop_classes}


def dotted_names(type_: str) -> list[str]:
    """The dotted names in the text of a type: `list[git.Remote]`."""
    return [name for name in re.findall(r"[\w.]+", type_) if "." in name]
