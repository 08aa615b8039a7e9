"""What is put into a container elsewhere than where it is read: later, in a nested function, in one that is given it.

A container stands for all objects that are made at one place of a function (an allocation site; Chase, Wegman and
Zadeck, 1990). What is put into it anywhere is in it wherever it is seen, for it may have been handed on before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from antifreeze.link.arguments import arguments_of, bind_arguments
from antifreeze.link.containers import extend
from antifreeze.link.memo import Memo
from antifreeze.link.module import Module
from antifreeze.link.program import Program
from antifreeze.link.resolver import Resolver
from antifreeze.model import expression as ex
from antifreeze.model.summary import ScopeKind, Store
from antifreeze.model.value import FunctionValue, ScopeRef, ValueSet, union

Place = tuple[ScopeRef, int]
"""A node of a scope."""

MADE = (ex.Collection, ex.Call)
"""Nodes that make an object, or may do so."""

_CONTAINERS = frozenset((
    "list", "dict", "set", "deque", "defaultdict", "OrderedDict", "Counter", "WeakSet", "WeakValueDictionary",
    "WeakKeyDictionary", "Queue", "LifoQueue", "PriorityQueue", "SimpleQueue", "JoinableQueue",
))  # fmt: skip
"""What makes a container when it is called, by its last name."""

_PLAIN = frozenset(("str", "bytes", "int", "float", "bool"))

_SAME = (ex.Extend, ex.Fact, ex.Refine)
"""Nodes for the very object that another one stands for."""


class Fills:
    """Finds what is put into the containers that functions make."""

    def __init__(self, program: Program) -> None:
        self._modules = program.modules
        self._put: dict[Place, list[Place]] = defaultdict(list)
        self._by_parameter: dict[ScopeRef, dict[int, list[int]]] = {}
        self._handed_on: Memo[ScopeRef, dict[int, list[tuple[int, int]]]] = Memo(self._find_handed_on)
        """The calls, with the places of the arguments, that functions pass their containers to, by their origins."""
        for module in program.modules.values():
            for ref in module.refs:
                for store in ref.scope.stores:
                    if not store.name and store.value != ex.NO_NODE and _may_hold_code(ref.scope.nodes[store.value]):
                        self._note(module, ref, store)
        self._names = frozenset(ref.scope.name for ref in self._by_parameter)

    def filled(self, r: Resolver, ref: ScopeRef, index: int, values: ValueSet) -> ValueSet:
        """What a place makes, with what is put into it anywhere."""
        sets = [r.node(at, value) for at, value in self._put.get((ref, index), ())]
        if self._names and ref.scope.kind is ScopeKind.FUNCTION:
            for call, place in self._handed_on[ref].get(index, ()):
                sets.extend(self._put_by_callee(r, ref, call, place))
        return extend(r, values, union(sets))

    def _note(self, module: Module, ref: ScopeRef, store: Store) -> None:
        for owner, index in _origins(module, ref, store.base):
            node = owner.scope.nodes[index]
            if isinstance(node, ex.Param):
                if owner is ref:
                    self._by_parameter.setdefault(ref, {}).setdefault(node.index, []).append(store.value)
            elif owner.scope.kind is ScopeKind.FUNCTION:
                self._put[owner, index].append((ref, store.value))

    def _find_handed_on(self, ref: ScopeRef) -> dict[int, list[tuple[int, int]]]:
        found: dict[int, list[tuple[int, int]]] = defaultdict(list)
        module = self._modules.get(ref.module.module)
        if module is None:
            return found
        for call, node in enumerate(ref.scope.nodes):
            if isinstance(node, ex.Call) and getattr(ref.scope.nodes[node.func], "name", None) in self._names:
                for place, argument in enumerate(node.args):
                    for owner, index in _origins(module, ref, argument):
                        if owner is ref:
                            found[index].append((call, place))
        return found

    def _put_by_callee(self, r: Resolver, ref: ScopeRef, call: int, place: int) -> Iterator[ValueSet]:
        """What the functions that a container is passed to put into it."""
        node = ref.scope.nodes[call]
        assert isinstance(node, ex.Call)
        for callee in r.node(ref, node.func):
            if not isinstance(callee, FunctionValue) or callee.ref not in self._by_parameter:
                continue
            parameter = place + (callee.receiver is not None)
            values = self._by_parameter[callee.ref].get(parameter, ())
            if values:
                bindings = bind_arguments(r, callee.ref, callee.receiver, arguments_of(r, ref, node))
                yield from (r.substitute(r.node(callee.ref, value), bindings) for value in values)


def _origins(module: Module, ref: ScopeRef, index: int) -> Iterator[Place]:
    """The places that make what a node stands for, and the parameters that it may be."""
    pending, seen = [(ref, index)], {(ref, index)}
    while pending:
        at, index = pending.pop()
        if not 0 <= index < len(at.scope.nodes):
            continue
        node = at.scope.nodes[index]
        if isinstance(node, (ex.Collection, ex.Param)) or (
            isinstance(node, ex.Call) and _is_container(module, at, node)
        ):
            yield at, index
        fresh = [place for place in _same(module, at, node) if place not in seen]
        seen.update(fresh)
        pending.extend(fresh)


def _same(module: Module, at: ScopeRef, node: ex.Expression) -> list[Place]:
    """The places whose object a node stands for as well."""
    if isinstance(node, _SAME):
        return [(at, node.base)]
    if isinstance(node, ex.Declared):
        return [(at, node.value)]
    if isinstance(node, ex.Choice):
        return [(at, option) for option in node.options]
    if isinstance(node, ex.Captured):
        return [(module.refs[node.scope], node.node)]
    if isinstance(node, ex.Free):
        owner = module.refs[node.scope]
        return [(owner, owner.scope.names.get(node.name, ex.NO_NODE)), *module.outer.get((node.scope, node.name), ())]
    return []


def _is_container(module: Module, ref: ScopeRef, call: ex.Call) -> bool:
    """Whether a call makes one of the known containers, whatever it was imported as."""
    func = ref.scope.nodes[call.func]
    if isinstance(func, ex.Name):
        bound = module.root.scope.names.get(func.name, ex.NO_NODE)
        imported = module.root.scope.nodes[bound] if bound != ex.NO_NODE else None
        func = imported if isinstance(imported, ex.Import) else func
    return getattr(func, "name", None) in _CONTAINERS


def _may_hold_code(node: ex.Expression) -> bool:
    """Whether what is put somewhere may be of any interest: texts and numbers are not."""
    return not isinstance(node, ex.Literal) and not (isinstance(node, ex.Collection) and node.kind in _PLAIN)
