"""Iterators that run others when they are iterated: `enumerate(rows)` blocks where its items are asked for."""

from __future__ import annotations

from collections.abc import Callable

from antifreeze.link.containers import container, make_instance
from antifreeze.link.resolver import Arguments, Resolver
from antifreeze.model.value import (
    NOTHING,
    External,
    FunctionValue,
    Instance,
    Partial,
    Suspended,
    Value,
    ValueSet,
    union,
)

Handler = Callable[[Resolver, Arguments], ValueSet]


def _lazy(name: str, sources: slice, elements: Handler, *, calls: bool = False) -> Handler:
    """An iterator over what `elements` gives, which iterates the arguments that are `sources`.

    One that calls its first argument passes it an element of each of them.
    """

    def handle(r: Resolver, arguments: Arguments) -> ValueSet:
        if arguments.rest:
            arguments = Arguments((*arguments.positional, r.iterate(arguments.rest)), arguments.keywords)
        iterated = arguments.positional[sources]
        passed = tuple(r.iterate(part) for part in iterated)
        return _iterator(
            r, name, elements(r, arguments), union(iterated), _called(r, arguments.at(0) if calls else NOTHING, passed)
        )

    return handle


def _called(r: Resolver, functions: ValueSet, passed: tuple[ValueSet, ...]) -> ValueSet:
    return (r.make(Partial, functions, passed, ()),) if functions else NOTHING


def _iterator(r: Resolver, name: str, elements: ValueSet, sources: ValueSet, called: ValueSet = NOTHING) -> ValueSet:
    return (make_instance(r, Instance(r.make(External, name), (elements, sources, called))),)


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


def _starred(r: Resolver, arguments: Arguments) -> ValueSet:
    """`starmap(function, rows)` calls the function with the items of each row."""
    rows = r.iterate(arguments.at(1))
    passed = max((value.args for value in rows if isinstance(value, Instance)), key=len, default=())
    called = _called(r, arguments.at(0), passed)
    return _iterator(r, "itertools.starmap", r.call(called, Arguments()), arguments.at(1), called)


def _accumulated(r: Resolver, arguments: Arguments) -> ValueSet:
    elements = r.iterate(arguments.at(0))
    function = arguments.at(1, "func")
    called = _called(r, function, (elements, elements))
    results = union([elements, r.call(called, Arguments())])
    return _iterator(r, "itertools.accumulate", results, arguments.at(0), called)


def _flattened(r: Resolver, arguments: Arguments) -> ValueSet:
    rows = r.iterate(arguments.at(0))
    return _iterator(r, "itertools.chain.from_iterable", r.iterate(rows), union([arguments.at(0), rows]))


def _several(r: Resolver, arguments: Arguments) -> ValueSet:
    """`tee(iterable)` gives iterators that share it."""
    shared = _iterator(r, "itertools.tee", r.iterate(arguments.at(0)), arguments.at(0))
    return container(r, "list", (shared,))


def _grouped(r: Resolver, arguments: Arguments) -> ValueSet:
    """`groupby(iterable, key)` asks for elements and their keys, and so does iterating one of its groups."""
    name, sources = "itertools.groupby", arguments.at(0)
    elements = r.iterate(sources)
    called = _called(r, arguments.at(1, "key"), (elements,))
    keys = r.call(called, Arguments()) if called else elements
    pairs = container(r, "tuple", (keys, _iterator(r, name, elements, sources, called)))
    return _iterator(r, name, pairs, sources, called)


def _pairs(r: Resolver, arguments: Arguments) -> ValueSet:
    return container(r, "list", (r.iterate(arguments.at(0)),))


def _until(r: Resolver, arguments: Arguments) -> ValueSet:
    """`iter(function, sentinel)` calls the function for each element; `iter(iterable)` is what it is given."""
    if len(arguments.positional) < 2:  # noqa: PLR2004 (the function and the sentinel)
        return arguments.at(0)
    return _iterator(r, "builtins.iter", r.call(arguments.at(0), Arguments()), NOTHING, _called(r, arguments.at(0), ()))


def _rows(kind: str) -> Handler:
    def handle(r: Resolver, _arguments: Arguments) -> ValueSet:
        text = r.instances((r.builtin("str"),))
        return container(r, kind, (text,) if kind == "list" else (text, text))

    return handle


def view(r: Resolver, method: FunctionValue) -> ValueSet:
    """What `items()` and `values()` of a mapping of the program's own give: views that ask it for each item."""
    receiver = method.receiver
    if receiver is None:
        return NOTHING
    own = r.attribute((receiver,), "__getitem__")
    if not any(isinstance(one, FunctionValue) and not one.ref.module.is_foreign for one in own):
        return NOTHING
    keys = r.iterate((receiver,))
    found = r.call(own, Arguments((keys,)))
    elements = found if method.ref.name == "typing.Mapping.values" else container(r, "tuple", (keys, found))
    return _iterator(r, method.ref.name, elements, (receiver,), _called(r, own, (keys,)))


def is_lazy(value: Value) -> bool:
    """Whether a value is an iterator that runs something when it is asked for its elements."""
    if isinstance(value, Instance):
        return isinstance(value.cls, External) and value.cls.name in ITERATED
    return isinstance(value, Suspended) and not value.is_context_manager


VIEWS = frozenset(("typing.Mapping.items", "typing.Mapping.values"))
"""Methods that a mapping has of its base class; what they give is lazy."""

_NONE, _FIRST, _SECOND, _ALL, _OTHERS = slice(0, 0), slice(0, 1), slice(1, 2), slice(None), slice(1, None)

LAZY: dict[str, Handler] = {
    "builtins.iter": _until,
    "builtins.enumerate": _lazy("builtins.enumerate", _FIRST, _numbered),
    "builtins.zip": _lazy("builtins.zip", _ALL, _tuples),
    "builtins.map": _lazy("builtins.map", _OTHERS, _mapped, calls=True),
    "builtins.filter": _lazy("builtins.filter", _SECOND, _of_second, calls=True),
    "itertools.accumulate": _accumulated,
    "itertools.batched": _lazy("itertools.batched", _FIRST, _pairs),
    "itertools.chain": _lazy("itertools.chain", _ALL, _of_all),
    "itertools.chain.from_iterable": _flattened,
    "itertools.compress": _lazy("itertools.compress", _ALL, _of_first),
    "itertools.cycle": _lazy("itertools.cycle", _FIRST, _of_first),
    "itertools.dropwhile": _lazy("itertools.dropwhile", _SECOND, _of_second, calls=True),
    "itertools.filterfalse": _lazy("itertools.filterfalse", _SECOND, _of_second, calls=True),
    "itertools.groupby": _grouped,
    "itertools.islice": _lazy("itertools.islice", _FIRST, _of_first),
    "itertools.pairwise": _lazy("itertools.pairwise", _FIRST, _pairs),
    "itertools.product": _lazy("itertools.product", _NONE, _tuples),
    "itertools.starmap": _starred,
    "itertools.takewhile": _lazy("itertools.takewhile", _SECOND, _of_second, calls=True),
    "itertools.tee": _several,
    "itertools.zip_longest": _lazy("itertools.zip_longest", _ALL, _tuples),
    "heapq.merge": _lazy("heapq.merge", _ALL, _of_all),
    "csv.reader": _lazy("csv.reader", _FIRST, _rows("list")),
    "_csv.reader": _lazy("csv.reader", _FIRST, _rows("list")),
    "csv.DictReader": _lazy("csv.DictReader", _FIRST, _rows("dict")),
}
"""What a call of each gives, by the name of the definition."""

ITERATED = frozenset((*LAZY, *VIEWS))
"""The names of the classes of what they give: iterators that run others."""
