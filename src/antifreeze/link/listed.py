"""Members that a program lists when it runs: `dir(x)`, `vars(cls)`, `cls.__dict__`, `inspect.getmembers(x)`.

Who lists members looks for some: those with a mark that a decorator has left on them (`getattr(method, "_topic", 0)`)
or whose names begin in some way (`name.startswith("on_")`). Which is told by what the function does with the list.
"""

from __future__ import annotations

from collections.abc import Iterator

from antifreeze.link.arguments import arguments_of
from antifreeze.link.containers import container
from antifreeze.link.held import with_facts
from antifreeze.link.members import MARKED, begun
from antifreeze.link.openclass import STEP
from antifreeze.link.resolver import Resolver
from antifreeze.model.expression import NO_NODE, STARTS, Attribute, Call, Element, Expression, Item, Literal, Param
from antifreeze.model.value import NOTHING, ClassValue, FunctionValue, ScopeRef, Symbol, Value, ValueSet

OF_CLASS = frozenset(("__dict__", "__mro__"))
"""Attributes of classes that list members, or who has them."""

_DEFINED = frozenset(("builtins.dir", "builtins.vars", "inspect.getmembers", "inspect.getmembers_static"))


def is_listing(callees: ValueSet) -> bool:
    """Whether a call is of one of the functions that list members."""
    return all(isinstance(callee, FunctionValue) and callee.ref.name in _DEFINED for callee in callees)


def listed(r: Resolver, ref: ScopeRef, node: Call, callees: ValueSet) -> ValueSet:
    """What such a call gives."""
    name = callees[0].ref.name if isinstance(callees[0], FunctionValue) else ""
    objects = arguments_of(r, ref, node).at(0)
    if name == "builtins.vars":
        return _mapped(r, ref, node, objects)
    sought = _sought(r, ref, node)
    found = _names(r, sought)
    if name != "builtins.dir":
        found = container(r, "tuple", (found, begun(r, objects, sought)))
    return container(r, "list", (found,))


def of_class(r: Resolver, ref: ScopeRef, node: Attribute, owners: ValueSet) -> ValueSet:
    """`cls.__dict__`, and `cls.__mro__`: whose members are listed has those of its bases, too."""
    if node.name == "__dict__":
        return _mapped(r, ref, node, owners)
    classes = _classes(owners)
    return container(r, "list", (classes,)) if classes else NOTHING


def _mapped(r: Resolver, ref: ScopeRef, node: Expression, owners: ValueSet) -> ValueSet:
    """The members of classes by their names."""
    classes = _classes(owners)
    if not classes:
        return NOTHING
    sought = _sought(r, ref, node)
    return container(r, "dict", (_names(r, sought), begun(r, classes, sought)))


def _classes(owners: ValueSet) -> ValueSet:
    return tuple(value for value in owners if _is_class(value))


def _is_class(value: Value) -> bool:
    return isinstance(value, ClassValue) or (isinstance(value, Symbol) and value.path[-1:] == (STEP,))


def _names(r: Resolver, sought: str) -> ValueSet:
    return with_facts(r, r.instances((r.builtin("str"),)), [(STARTS, sought)])


def _sought(r: Resolver, ref: ScopeRef, node: Expression) -> str:
    """Which members a function looks for: how their names begin, and the marks of which they have one."""
    nodes = ref.scope.nodes
    place = next(index for index, one in enumerate(nodes) if one is node)
    starts = {start for start in _starts(nodes, place) if start[:1] != "_"}
    marks = sorted({one.name for one in nodes if isinstance(one, Attribute) and _is_mark(r, one.name)})
    return f"{starts.pop() if len(starts) == 1 else ''}{MARKED}{'|'.join(marks)}"


def _starts(nodes: list[Expression], place: int) -> Iterator[str]:
    for call in nodes:
        asked = nodes[call.func] if isinstance(call, Call) else None
        if isinstance(call, Call) and isinstance(asked, Attribute) and asked.name == "startswith":
            given = [nodes[index] for index in call.args if _is_part(nodes, asked.base, place)]
            yield from (one.value for one in given if isinstance(one, Literal) and isinstance(one.value, str))


def _is_part(nodes: list[Expression], index: int, whole: int) -> bool:
    """Whether a node is an element of what another one gives, or a part of an element."""
    while index not in (whole, NO_NODE):
        node = nodes[index]
        if isinstance(node, (Element, Item, Attribute)):
            index = node.base
        elif isinstance(node, Call):
            index = node.func
        else:
            return False
    return index == whole


def _is_mark(r: Resolver, name: str) -> bool:
    """Whether something sets an attribute on what it is given, as decorators do."""
    stores = r.program.set_from_outside.get(name, ())
    return any(isinstance(ref.scope.nodes[store.base], Param) for ref, store in stores)
