"""What is called, where tests choose it: a table's item, a parameter or its default, the branches of a local."""

from __future__ import annotations

from dataclasses import replace

from antifreeze.link.choosers import is_getattr
from antifreeze.link.fallbacks import options_of
from antifreeze.link.members import named
from antifreeze.link.outcomes import ways
from antifreeze.link.resolver import Arguments, Resolver
from antifreeze.model import expression as ex
from antifreeze.model.summary import Guard
from antifreeze.model.value import LiteralValue, ScopeRef, ValueSet, union
from antifreeze.solve.constructed import Operand, by_constructor, by_item
from antifreeze.solve.guards import attributes_tested, parameters_tested


def operands(r: Resolver, ref: ScopeRef, func: int, values: ValueSet, is_open: bool) -> list[Operand]:
    """The `values` of what is called, apart for the tests that choose it.

    Where the function `is_open`, what its own parameters are is not known.
    """
    node = ref.scope.nodes[func]
    base = node.base if isinstance(node, ex.Attribute) else func
    found = [] if is_open else by_item(r, ref, func)
    kept = [] if found or ref.module.is_library or not isinstance(node, ex.Attribute) else by_constructor(r, ref, base)
    if kept and isinstance(node, ex.Attribute):
        return [replace(each, values=r.attribute(each.values, node.name)) for each in kept]
    found = found or ([] if is_open else _by_text(r, ref, func))
    if not found:
        found = [] if is_open else _by_default(r, ref, base)
        if not found and (base not in ref.scope.origins or ref.module.is_library):
            return [Operand(values)]  # a library is followed where it surely blocks: in each branch
        found = found or _by_branch(r, ref, base, is_open)
        if isinstance(node, ex.Attribute):
            found = [replace(each, values=r.attribute(each.values, node.name)) for each in found]
    return [operand for operand in found if operand.values]


def _by_text(r: Resolver, ref: ScopeRef, func: int) -> list[Operand]:
    """The members that a parameter picks as part of their names: `getattr(self, f"handle_{kind}")`."""
    nodes = ref.scope.nodes
    call = nodes[func]
    text = nodes[call.args[1]] if isinstance(call, ex.Call) and is_getattr(ref, call) else None
    base = nodes[text.base] if isinstance(text, ex.Fact) and text.name == ex.STARTS else None
    part = nodes[base.items[0]] if isinstance(base, ex.Collection) and base.kind == "str" and base.items else None
    if not isinstance(call, ex.Call) or not isinstance(text, ex.Fact) or not isinstance(part, ex.Param):
        return []
    owners = r.node(ref, call.args[0])
    start, _, end = str(text.value).partition(ex.ANYTHING_BETWEEN)
    names = dict.fromkeys(name for owner in owners for name in named(r, owner, str(text.value)))
    found: list[Operand] = []
    for name in names:
        given = Arguments((owners, (r.make(LiteralValue, name),)))
        under = Guard(part.index, "equal", (name[len(start) : len(name) - len(end)],), True, 0)
        found.append(Operand(r.call(r.node(ref, call.func), given), (under,)))
    return found


def _by_default(r: Resolver, ref: ScopeRef, base: int) -> list[Operand]:
    """A parameter, and the default in its place, which is only meant where it is not given."""
    found = options_of(ref, base)
    if found is None:
        return []
    number, defaults = found
    choice = ref.scope.nodes[base]
    given = r.node(ref, choice.options[0]) if isinstance(choice, ex.Choice) else ()
    of_default = union([r.node(ref, index) for index in defaults])
    return [Operand(given), Operand(of_default, (Guard(number, "none", (), True, 0),))]


def _by_branch(r: Resolver, ref: ScopeRef, base: int, is_open: bool) -> list[Operand]:
    """What each branch makes of a local: `run = wait if slow else go`."""
    if is_open:
        return [Operand(r.node(ref, option)) for option, _ in ways(r, ref, base)]
    return [
        Operand(r.node(ref, option), parameters_tested(r, ref, under), attributes_tested(r, ref, under))
        for option, under in ways(r, ref, base)
    ]
