"""The linker's centre: evaluates nodes to value sets, and joins the parts of resolution into one."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any

from antifreeze.catalog.index import Catalog
from antifreeze.link import annotations as types_written
from antifreeze.link import attributes, calls, containers, iteration, libraries, substitute, typenames
from antifreeze.link.arguments import parameter
from antifreeze.link.classes import Classes
from antifreeze.link.coroutineness import of_kind
from antifreeze.link.fills import MADE, Fills
from antifreeze.link.fixpoint import Fixpoint
from antifreeze.link.imports import binding, member, own_name
from antifreeze.link.memo import Memo
from antifreeze.link.nodes import HANDLERS
from antifreeze.link.program import Program
from antifreeze.link.resolver import Arguments, Bindings, ClassInfo
from antifreeze.link.setters import is_set_at_will
from antifreeze.model.expression import (
    Captured,
    Class,
    Free,
    Function,
    Literal,
    Name,
    Param,
    Unknown,
)
from antifreeze.model.value import (
    NOTHING,
    ClassValue,
    External,
    FunctionValue,
    LiteralValue,
    ScopeRef,
    Suspended,
    ValueSet,
    alternatives,
    union,
)

_MAX_SUBSTITUTIONS = 8
"""How deep one substitution may call for another: an access path can lead round in a circle."""


class Linker:
    """Implements `Resolver` over one program and one catalog."""

    def __init__(self, program: Program, catalog: Catalog) -> None:
        self.program = program
        self.catalog = catalog
        self.make = program.make
        self.fixpoint = Fixpoint()
        self.classes = Classes(self)
        self._fills = Fills(program)
        self._builtins: Memo[str, ClassValue | External] = Memo(self._builtin)
        self._substitutions = 0
        self._named_types: Memo[str, ValueSet] = Memo(lambda text: self.instances(typenames.types_of(self, text)))
        # Nodes whose values depend on no other node need no fixpoint.
        self._immediate: dict[type, Callable[[ScopeRef, Any], ValueSet]] = {
            Unknown: lambda _ref, _node: NOTHING,
            Literal: lambda _ref, node: (self.make(LiteralValue, node.value),),
            Function: self._function,
            Class: lambda ref, node: (self.make(ClassValue, self._ref(ref, node.scope)),),
        }
        self._direct: dict[type, Callable[[ScopeRef, Any], ValueSet]] = {
            Name: self._name,
            Param: lambda ref, node: parameter(self, ref, node.index),
            Captured: lambda ref, node: self.node(self._ref(ref, node.scope), node.node),
            Free: self._free,
        }

    def once(self, key: Hashable, compute: Callable[[], ValueSet]) -> ValueSet:
        """A remembered answer; recursion is solved to a fixpoint."""
        return self.fixpoint.get(key, compute)

    def node(self, ref: ScopeRef, index: int) -> ValueSet:
        """The values of a node; nothing for a negative index."""
        if index < 0:
            return NOTHING
        known = ref.values[index]
        if known is not None:
            return known
        direct = self._immediate.get(ref.scope.nodes[index].__class__)
        if direct is not None:
            values = ref.values[index] = direct(ref, ref.scope.nodes[index])
            return values
        return self.fixpoint.node(ref, index, self._evaluate)

    def _evaluate(self, ref: ScopeRef, index: int) -> ValueSet:
        node = ref.scope.nodes[index]
        direct = self._direct.get(node.__class__)
        if direct is not None:
            return direct(ref, node)
        values: ValueSet = HANDLERS[node.__class__](self, ref, node)
        return self._fills.filled(self, ref, index, values) if values and node.__class__ in MADE else values

    def _ref(self, ref: ScopeRef, scope: int) -> ScopeRef:
        return self.program.module_of(ref).refs[scope]

    def _name(self, ref: ScopeRef, node: Name) -> ValueSet:
        module = self.program.module_of(ref)
        values = self.once(("global", module.name, node.name), lambda: binding(self, module, node.name) or NOTHING)
        if values or node.name in module.root.scope.names:
            return values
        if node.name in ("__name__", "__package__"):
            return (self.make(LiteralValue, own_name(ref.module, node.name)),)
        return member(self, "builtins", node.name)

    def _free(self, ref: ScopeRef, node: Free) -> ValueSet:
        owner = self._ref(ref, node.scope)
        module = self.program.module_of(ref)
        sets = [self.node(owner, owner.scope.names.get(node.name, -1))]
        sets.extend(self.node(other, index) for other, index in module.outer.get((owner.index, node.name), ()))
        return alternatives(sets)

    def _function(self, ref: ScopeRef, node: Function) -> ValueSet:
        target = self._ref(ref, node.scope)
        function = self.make(FunctionValue, target, None, ())
        if target.scope.name == "<genexpr>":
            return (self.make(Suspended, function, (), False),)
        return (function,)

    def annotation(self, ref: ScopeRef, index: int) -> ValueSet:
        """What an expression annotated with the node may hold."""
        return types_written.annotation(self, ref, index)

    def instances(self, types: ValueSet) -> ValueSet:
        """Instances of the types."""
        return types_written.instances(self, types)

    def apply(self, values: ValueSet, index: tuple[ValueSet, ...]) -> ValueSet:
        """Generic classes and special forms of typing with type arguments."""
        return types_written.apply(self, values, index)

    def attribute(self, values: ValueSet, name: str) -> ValueSet:
        """`value.name` for each value."""
        return attributes.attribute(self, values, name)

    def subscript(self, values: ValueSet, index: ValueSet) -> ValueSet:
        """`value[index]` for each value."""
        return containers.subscript(self, values, index)

    def call(self, values: ValueSet, arguments: Arguments) -> ValueSet:
        """What calling the values gives."""
        return calls.call(self, values, arguments)

    def iterate(self, values: ValueSet, is_async: bool = False) -> ValueSet:
        """The elements of the values."""
        return iteration.iterate(self, values, is_async)

    def awaited(self, values: ValueSet) -> ValueSet:
        """`await value` for each value."""
        return iteration.awaited(self, values)

    def entered(self, values: ValueSet, is_async: bool = False) -> ValueSet:
        """What `with value as x` binds."""
        return iteration.entered(self, values, is_async)

    def substitute(self, values: ValueSet, bindings: Bindings) -> ValueSet:
        """The values with their symbols replaced by what they stand for, as far as that is known."""
        if not bindings or not any(value.symbolic for value in values):
            return values
        if self._substitutions >= _MAX_SUBSTITUTIONS:
            self.fixpoint.cut += 1
            return tuple(value for value in values if not value.symbolic)
        self._substitutions += 1
        try:
            return substitute.substitute(self, values, bindings)
        finally:
            self._substitutions -= 1

    def class_info(self, cls: ClassValue) -> ClassInfo:
        """Ancestors and type parameters of a class."""
        return self.classes.info(cls)

    def conforming(self, cls: ClassValue) -> tuple[ClassValue, ...]:
        """The program's classes that have all the methods of a protocol without deriving from it."""
        return self.classes.conforming(cls)

    def subclasses(self, cls: ClassValue) -> tuple[ClassValue, ...]:
        """The program's direct and indirect subclasses of a class."""
        return self.classes.subclasses(cls)

    def overridden(self, cls: ClassValue, name: str) -> bool:
        """Whether some subclass finds another binding of `name` than the class does."""
        return self.classes.overridden(cls, name)

    def sets_at_will(self, owner: ScopeRef) -> bool:
        """Whether code sets attributes of any name on the objects of a class, on the class, or on a module."""
        return is_set_at_will(self, owner)

    def builtin(self, name: str) -> ClassValue | External:
        """A builtin class."""
        return self._builtins[name]

    def _builtin(self, name: str) -> ClassValue | External:
        found = [value for value in member(self, "builtins", name) if isinstance(value, ClassValue)]
        return found[0] if found else self.make(External, f"builtins.{name}", None)

    def of_kind(self, values: ValueSet, asynchronous: bool) -> ValueSet:
        """The values that are coroutines (or coroutine functions), or those that are not."""
        return of_kind(self, values, asynchronous)

    def located(self, name: str) -> ValueSet:
        """What an external name means by the source of an installed library; nothing where the catalog mentions it."""
        return libraries.located(self, name)

    def named_type(self, text: str) -> ValueSet:
        """Instances of the type that a catalog entry spells."""
        return self._named_types[text]

    def returns(self, ref: ScopeRef) -> ValueSet:
        """What the body of a function returns, in terms of its parameters."""
        return self.once(("returns", ref), lambda: alternatives([self.node(ref, index) for index in ref.scope.returns]))

    def yields(self, ref: ScopeRef) -> ValueSet:
        """What the body of a generator function yields, in terms of its parameters."""
        return self.once(("yields", ref), lambda: union([self.node(ref, index) for index in ref.scope.yields]))
