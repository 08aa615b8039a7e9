"""Callables of the `operator` module that name a member of what they are called with.

`attrgetter("state")` reads it, `methodcaller("poll", 0.1)` calls it, `itemgetter("key")` asks for an item.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from antifreeze.link.containers import container, make_instance
from antifreeze.link.imports import texts_of
from antifreeze.link.resolver import Arguments, Resolver
from antifreeze.model.value import NOTHING, External, Instance, Partial, ValueSet, union

ATTRIBUTE, ITEM, METHOD = "operator.attrgetter", "operator.itemgetter", "operator.methodcaller"


def attribute_getter(r: Resolver, arguments: Arguments) -> ValueSet:
    """What `attrgetter(*names)` gives."""
    return (make_instance(r, Instance(r.make(External, ATTRIBUTE), arguments.positional)),)


def item_getter(r: Resolver, arguments: Arguments) -> ValueSet:
    """What `itemgetter(*keys)` gives."""
    return (make_instance(r, Instance(r.make(External, ITEM), arguments.positional)),)


def method_caller(r: Resolver, arguments: Arguments) -> ValueSet:
    """What `methodcaller(name, *args, **keywords)` gives."""
    passed = r.make(Partial, NOTHING, arguments.positional[1:], arguments.keywords)
    return (make_instance(r, Instance(r.make(External, METHOD), (arguments.at(0), (passed,)))),)


def is_operator(value: Instance) -> bool:
    """Whether a value is one of these callables."""
    return isinstance(value.cls, External) and value.cls.name in (ATTRIBUTE, ITEM, METHOD)


def _is(value: Instance, name: str) -> bool:
    return isinstance(value.cls, External) and value.cls.name == name


def reads(r: Resolver, value: Instance, objects: ValueSet) -> Iterator[tuple[ValueSet, str]]:
    """The objects and the names of their attributes that calling an attribute getter reads, in order."""
    for path in _names(value.args if _is(value, ATTRIBUTE) else ()):
        owners = objects
        for name in path.split("."):
            yield owners, name
            owners = r.attribute(owners, name)


def calls(r: Resolver, value: Instance, objects: ValueSet) -> tuple[ValueSet, Arguments]:
    """The methods that an item getter or a method caller calls, and with what."""
    if _is(value, ITEM):
        return r.attribute(objects, "__getitem__"), Arguments((union(value.args),))
    if not _is(value, METHOD):
        return NOTHING, Arguments()
    methods = union([r.attribute(objects, name) for name in _names(value.args[:1])])
    passed = value.args[1][0] if len(value.args) > 1 else None
    return methods, Arguments(passed.args, passed.keywords) if isinstance(passed, Partial) else Arguments()


def called(r: Resolver, value: Instance, arguments: Arguments) -> ValueSet:
    """What calling one of these callables gives."""
    objects = arguments.at(0)
    if _is(value, METHOD):
        return r.call(*calls(r, value, objects))
    if _is(value, ITEM):
        found = tuple(_item(r, objects, key) for key in value.args)
        return found[0] if len(found) == 1 else container(r, "tuple", found)
    read = tuple(_followed(r, objects, path) for path in _names(value.args))
    return read[0] if len(read) == 1 else container(r, "tuple", read)


def _followed(r: Resolver, objects: ValueSet, path: str) -> ValueSet:
    for name in path.split("."):
        objects = r.attribute(objects, name)
    return objects


def _item(r: Resolver, objects: ValueSet, key: ValueSet) -> ValueSet:
    return r.subscript(objects, key) or r.call(r.attribute(objects, "__getitem__"), Arguments((key,)))


def _names(texts: tuple[ValueSet, ...]) -> list[str]:
    return [text for values in texts for text in texts_of(values)]


def _by_method(name: str) -> Callable[[Resolver, Arguments], ValueSet]:
    """A function that gives what a method of its first argument does."""

    def handle(r: Resolver, arguments: Arguments) -> ValueSet:
        return r.call(r.attribute(arguments.at(0), name), Arguments())

    return handle


BY_METHOD = {f"six.iter{name}": _by_method(name) for name in ("items", "keys", "values")}
"""What `six` names by what Python 2 called the methods."""
