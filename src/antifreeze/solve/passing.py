"""What a site passes, where the parameters of the function that it stands in are known."""

from __future__ import annotations

from antifreeze.link.arguments import arguments_of, none_of, substituted
from antifreeze.link.resolver import Arguments, Bindings, Resolver
from antifreeze.model.expression import Call, Expression, Param
from antifreeze.model.value import ParamRoot, ValueSet
from antifreeze.solve.site import Site


def passed(r: Resolver, site: Site, bindings: Bindings) -> Arguments:
    """The arguments of a site; for a parameter that is None here that alone, whatever else it is declared to be."""
    arguments = substituted(r, site.arguments, bindings)
    nodes = site.ref.scope.nodes
    call = nodes[site.node] if site.node >= 0 else None
    if not isinstance(call, Call) or call.starred:
        return arguments
    given = (nodes[at] for at in (*call.args, *(at for _, at in call.keywords)))
    own = {node.index for node in given if isinstance(node, Param)}
    bound = {index: bindings.get(r.make(ParamRoot, site.ref, index), ()) for index in own}
    none = {index for index, values in bound.items() if values and values == none_of(values)}
    if not none or site.arguments != arguments_of(r, site.ref, call):
        return arguments

    def known(node: Expression, values: ValueSet) -> ValueSet:
        is_known = isinstance(node, Param) and node.index in none
        return (none_of(values) or values) if is_known else values

    positional = zip(call.args, arguments.positional, strict=True)
    keywords = zip(call.keywords, arguments.keywords, strict=True)
    return Arguments(
        tuple(known(nodes[at], values) for at, values in positional),
        tuple((name, known(nodes[at], values)) for (_, at), (name, values) in keywords),
        arguments.rest,
    )
