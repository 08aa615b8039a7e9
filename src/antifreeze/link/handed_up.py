"""What a constructor hands on to that of its base class: `super().__init__(Loopback())`."""

from __future__ import annotations

from antifreeze.link.arguments import arguments_of, bind_arguments, substituted
from antifreeze.link.resolver import Bindings, Resolver
from antifreeze.model.expression import Attribute, Call, Name
from antifreeze.model.value import FunctionValue, ScopeRef

MAX_UP = 4
"""How many constructors may hand on to each other."""


def handed_up(r: Resolver, init: ScopeRef, bindings: Bindings, depth: int = 0) -> Bindings:
    """The parameters of the base classes' constructors, as far as a constructor gives them."""
    found: Bindings = {}
    for index in _calls_of_super(r, init) if depth < MAX_UP else ():
        node = init.scope.nodes[index]
        assert isinstance(node, Call)
        for callee in r.substitute(r.node(init, node.func), bindings):  # a mixin's: of whatever it is mixed with
            if isinstance(callee, FunctionValue) and callee.ref is not init and not callee.ref.module.is_foreign:
                arguments = substituted(r, arguments_of(r, init, node), bindings)
                given = bind_arguments(r, callee.ref, callee.receiver, arguments)
                passed = {root: r.substitute(values, bindings) for root, values in given.items() if values}
                found.update(passed)
                found.update(handed_up(r, callee.ref, passed, depth + 1))
    return found


def _calls_of_super(r: Resolver, init: ScopeRef) -> tuple[int, ...]:
    """The calls of `super().__init__` in a constructor."""
    known = r.program.calls_of_super.get(init)
    if known is None:
        nodes = init.scope.nodes
        known = r.program.calls_of_super[init] = tuple(
            index
            for index, node in enumerate(nodes)
            if isinstance(node, Call)
            and isinstance(method := nodes[node.func], Attribute)
            and method.name == "__init__"
            and isinstance(owner := nodes[method.base], Call)
            and isinstance(called := nodes[owner.func], Name)
            and called.name == "super"
        )
    return known
