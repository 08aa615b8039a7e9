"""Functions with some arguments given: what `functools.partial` makes, and what its function is called with."""

from __future__ import annotations

from antifreeze.link.containers import container
from antifreeze.link.forwarded import one_by_one
from antifreeze.link.resolver import Arguments, Resolver
from antifreeze.model.value import NOTHING, REST, Partial, Value, ValueSet, union

MAX_GIVEN = 12
"""How many arguments by place partial functions of partial functions collect."""


def partial_of(r: Resolver, arguments: Arguments) -> ValueSet:
    """What `functools.partial` gives; of a partial function, one that is given more, as the class itself does it."""
    functions = arguments.at(0)
    given = arguments.positional[1:]
    keywords = (*arguments.keywords, *((REST, part) for part in filter(None, (arguments.rest,))))
    plain = tuple(one for one in functions if not isinstance(one, Partial))
    found: list[Value] = [r.make(Partial, plain, given, keywords)] if plain else []
    for one in functions:
        if isinstance(one, Partial) and len(one.args) + len(given) <= MAX_GIVEN:
            more = {**dict(one.keywords), **dict(keywords)}
            found.append(r.make(Partial, one.functions, (*one.args, *given), tuple(more.items())))
    return tuple(found)


def finalizer(r: Resolver, arguments: Arguments) -> ValueSet:
    """What calls a function when an object goes, or before if it is called itself."""
    return partial_of(r, Arguments(arguments.positional[1:], arguments.keywords, arguments.rest))


def with_partial(r: Resolver, value: Partial, arguments: Arguments) -> Arguments:
    """The arguments that a partial's function gets."""
    rest = dict(value.keywords).get(REST, NOTHING)
    keywords = (*(pair for pair in value.keywords if pair[0] != REST), *arguments.keywords)
    spelt = one_by_one(rest)
    if spelt is not None:
        return Arguments((*value.args, *spelt, *arguments.positional), keywords, arguments.rest)
    if rest and arguments.positional:
        given = union([r.iterate(rest), *arguments.positional])  # which parameters these are for is not known
        return Arguments(value.args, keywords, container(r, "list", (given,)))
    return Arguments((*value.args, *arguments.positional), keywords, rest or arguments.rest)
