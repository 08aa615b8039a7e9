"""What is passed to special methods by those who do not spell them: `stage | function`, `table[key] = function`."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Callable, Iterator

from antifreeze.link.arguments import bind_arguments
from antifreeze.link.homes import home_of_function
from antifreeze.link.resolver import Arguments, Resolver
from antifreeze.model import expression as ex
from antifreeze.model.summary import ScopeKind
from antifreeze.model.value import ClassValue, FunctionValue, LiteralValue, ParamRoot, ScopeRef, ValueSet
from antifreeze.solve.implied import made_attribute

MAX_PLACES = 40
"""How many places are looked at for one parameter."""

MAX_READS = 20_000
"""How many attributes a program may read for the names to be told that a `__getattr__` is asked for."""

_SETITEM = "setitem"

Place = tuple[ScopeRef, int, tuple[int, ...]]
"""A scope with the nodes of the object whose method it is, and of what the method is passed."""


class Operands:
    """Finds what operators and assignments pass."""

    def __init__(self, resolver: Resolver) -> None:
        self._r = resolver
        self._found: dict[str, list[Place]] | None = None

    def passed(self, root: ParamRoot, closed: Callable[[ValueSet], ValueSet]) -> Iterator[ValueSet]:
        """What operators pass for a parameter of a special method, or assignments for one of a property's setter."""
        ref = root.ref
        if ref.parent is None or ref.parent.scope.kind is not ScopeKind.CLASS:
            return
        plain = self._r.make(ParamRoot, ref, root.index)
        name = ref.scope.name
        if name == "__getattr__" and root.index == 1:
            yield from self._names_read(root, closed)
        is_special = name.startswith("__") and name.endswith("__")
        stem = name.strip("_") if is_special else f"{ex.SET}{name}"
        for at, owner, given in self._places(stem)[:MAX_PLACES]:
            objects = closed(self._r.node(at, owner))
            methods = self._r.attribute(objects, name) if is_special else self._setters(ref, objects)
            for method in methods:
                if isinstance(method, FunctionValue) and method.ref is ref and _is_at(root.of, method):
                    arguments = Arguments(tuple(self._r.node(at, index) for index in given))
                    bindings = bind_arguments(self._r, ref, method.receiver, arguments)
                    yield closed(bindings[plain])

    def _names_read(self, root: ParamRoot, closed: Callable[[ValueSet], ValueSet]) -> Iterator[ValueSet]:
        """The names of attributes that an object's class leaves to its `__getattr__`."""
        reads = self._reads if len(self._reads) <= MAX_READS else []
        for at, owner, name in reads:
            for one in closed(self._r.node(at, owner)):
                for getter in made_attribute(self._r, one, name):
                    if isinstance(getter, FunctionValue) and getter.ref is root.ref and _is_at(root.of, getter):
                        yield (self._r.make(LiteralValue, name),)

    @functools.cached_property
    def _reads(self) -> list[tuple[ScopeRef, int, str]]:
        """Where attributes are read: a scope, the node of the object, the attribute's name."""
        return [
            (ref, node.base, node.name)
            for ref in self._r.program.refs()
            for node in ref.scope.nodes
            if isinstance(node, ex.Attribute)
        ]

    def _setters(self, ref: ScopeRef, objects: ValueSet) -> ValueSet:
        """The setter, bound to the objects whose class has it."""
        owner = self._r.make(ClassValue, ref.enclosing)
        lineages = ((one, getattr(one, "cls", None) or getattr(one, "bound", None)) for one in objects)
        return tuple(
            self._r.make(FunctionValue, ref, one)
            for one, cls in lineages
            if isinstance(cls, ClassValue) and owner in self._r.class_info(cls).ancestors
        )

    def _places(self, stem: str) -> list[Place]:
        if self._found is None:
            self._found = defaultdict(list)
            for ref in self._r.program.refs():
                for node in ref.scope.nodes:
                    if isinstance(node, ex.Binary) and node.right != ex.NO_NODE and node.op != _SETITEM:
                        self._found[node.op].append((ref, node.left, (node.right,)))
                        self._found[f"r{node.op}"].append((ref, node.right, (node.left,)))
                for store in ref.scope.stores:
                    if not store.name and store.index != ex.NO_NODE:
                        self._found[_SETITEM].append((ref, store.base, (store.index, store.value)))
        return self._found.get(stem, [])


def _is_at(home: str, method: FunctionValue) -> bool:
    """Whether a method may be of the object that was made there; of any where objects are not told apart."""
    return not home or home_of_function(method) in ("", home)
