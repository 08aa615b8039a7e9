"""Iterators that run others when they are iterated: `enumerate(rows)` blocks where its items are asked for."""

from __future__ import annotations

from collections.abc import Callable

from antifreeze.link.containers import container, make_instance
from antifreeze.link.resolver import Arguments, Resolver
from antifreeze.model.value import NOTHING, External, Instance, Partial, ValueSet, union

Handler = Callable[[Resolver, Arguments], ValueSet]


def _lazy(name: str, first: int, last: int | None, elements: Handler, *, calls: bool = False) -> Handler:
    """An iterator over what `elements` gives, which iterates the arguments from `first` up to `last`.

    One that calls its first argument passes it an element of each of the others.
    """

    def handle(r: Resolver, arguments: Arguments) -> ValueSet:
        sources = union(arguments.positional[first:last])
        held: tuple[ValueSet, ...] = (elements(r, arguments), sources)
        if calls:
            passed = tuple(r.iterate(part) for part in arguments.positional[first:last])
            held = (*held, (r.make(Partial, arguments.at(0), passed, ()),))
        return (make_instance(r, Instance(r.make(External, name), held)),)

    return handle


def _numbered(r: Resolver, arguments: Arguments) -> ValueSet:
    return container(r, "tuple", (NOTHING, r.iterate(arguments.at(0))))


def _tuples(r: Resolver, arguments: Arguments) -> ValueSet:
    return container(r, "tuple", tuple(r.iterate(part) for part in arguments.positional))


def _mapped(r: Resolver, arguments: Arguments) -> ValueSet:
    return r.call(arguments.at(0), Arguments(tuple(r.iterate(part) for part in arguments.positional[1:])))


def _of_all(r: Resolver, arguments: Arguments) -> ValueSet:
    return union([r.iterate(part) for part in arguments.positional])


def _of_first(r: Resolver, arguments: Arguments) -> ValueSet:
    return r.iterate(arguments.at(0))


def _of_second(r: Resolver, arguments: Arguments) -> ValueSet:
    return r.iterate(arguments.at(1))


def _rows(kind: str) -> Handler:
    def handle(r: Resolver, _arguments: Arguments) -> ValueSet:
        text = r.instances((r.builtin("str"),))
        return container(r, kind, (text,) if kind == "list" else (text, text))

    return handle


LAZY: dict[str, Handler] = {
    "builtins.enumerate": _lazy("builtins.enumerate", 0, 1, _numbered),
    "builtins.zip": _lazy("builtins.zip", 0, None, _tuples),
    "builtins.map": _lazy("builtins.map", 1, None, _mapped, calls=True),
    "builtins.filter": _lazy("builtins.filter", 1, 2, _of_second, calls=True),
    "itertools.chain": _lazy("itertools.chain", 0, None, _of_all),
    "itertools.islice": _lazy("itertools.islice", 0, 1, _of_first),
    "itertools.takewhile": _lazy("itertools.takewhile", 1, 2, _of_second, calls=True),
    "itertools.dropwhile": _lazy("itertools.dropwhile", 1, 2, _of_second, calls=True),
    "csv.reader": _lazy("csv.reader", 0, 1, _rows("list")),
    "_csv.reader": _lazy("csv.reader", 0, 1, _rows("list")),
    "csv.DictReader": _lazy("csv.DictReader", 0, 1, _rows("dict")),
}
"""What a call of each gives, by the name of the definition; also the names of the classes of what they give."""
