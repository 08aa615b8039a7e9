"""What a call hands over to be run, at once or on the loop, and what that is given."""

from __future__ import annotations

import msgspec

from antifreeze.catalog.rows import RECEIVER, Callback
from antifreeze.link.resolver import Arguments, Resolver
from antifreeze.model.finding import LATER
from antifreeze.model.value import External, FunctionValue, Partial, Value, ValueSet
from antifreeze.solve.site import Given
from antifreeze.solve.target import Block, Target


def passed_on(r: Resolver, row: Callback, given: Given, receiver: Value | None) -> Arguments:
    """What a call that runs a callable passes to it: elements of its arguments, else those that follow."""
    arguments = given()
    if not row.elements and row.callable is not None:
        return Arguments(arguments.positional[row.callable + 1 :], arguments.keywords, arguments.rest)
    places = [place for place in row.elements if place < len(arguments.positional)]
    own = () if receiver is None else (receiver,)
    return Arguments(tuple(r.iterate(own if at == RECEIVER else arguments.at(at)) for at in places))


def callable_in(row: Callback, arguments: Arguments) -> ValueSet:
    """The callable among the arguments of a call, where the row says that it stands."""
    return arguments.at(-1 if row.callable is None else row.callable, row.keyword)


def handed_over(row: Callback, given: Given) -> ValueSet:
    """What a call gives a loop or a framework to call there, where the call's other arguments do not matter."""
    is_plain = not row.unless and not row.runs and not row.where
    return callable_in(row, given()) if is_plain else ()


def of_libraries(values: ValueSet) -> ValueSet:
    """The callables that are not the program's own: those run on the loop by themselves, and are reported there."""
    return tuple(value for value in values if _is_of_library(value))


def later(target: Target) -> Target:
    """What runs only after the call that hands it over."""
    return Block(msgspec.structs.replace(target.sink, how=LATER)) if isinstance(target, Block) else target


def _is_of_library(value: Value) -> bool:
    if isinstance(value, Partial):
        return all(map(_is_of_library, value.functions))
    return isinstance(value, External) or (isinstance(value, FunctionValue) and value.ref.module.is_foreign)
