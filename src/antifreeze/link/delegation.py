"""Objects that stand for another: a class whose `__getattr__` hands on what the other one has."""

from __future__ import annotations

from antifreeze.link.resolver import Bindings, Resolver
from antifreeze.model.expression import Call, Name, Param
from antifreeze.model.value import FunctionValue, Instance, ParamRoot, Value, ValueSet, union


def delegated(r: Resolver, getter: FunctionValue, name: str, receiver: Value) -> ValueSet:
    """The member of another object, where `__getattr__` returns `getattr(that object, name)`."""
    ref = getter.ref
    nodes = ref.scope.nodes
    found: list[ValueSet] = []
    for index in ref.scope.returns:
        node = nodes[index]
        if not isinstance(node, Call) or len(node.args) < 2:  # noqa: PLR2004 (the object and the name)
            continue
        func, asked = nodes[node.func], nodes[node.args[1]]
        if isinstance(func, Name) and func.name == "getattr" and isinstance(asked, Param) and asked.index == 1:
            known: Bindings = {r.make(ParamRoot, ref, 0): (receiver,), **dict(getter.env)}
            if isinstance(receiver, Instance):
                known.update(receiver.env)
            found.append(r.attribute(r.substitute(r.node(ref, node.args[0]), known), name))
    return union(found)
