"""The one interface through which the parts of the linker reach each other: resolution is mutually recursive."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Protocol

from antifreeze.catalog.index import Catalog
from antifreeze.link.program import Program
from antifreeze.model.interning import Interner
from antifreeze.model.value import (
    NOTHING,
    ClassValue,
    External,
    Root,
    ScopeRef,
    TypeVarRoot,
    Value,
    ValueSet,
    union,
)

Bindings = dict[Root, ValueSet]
"""What roots of symbols stand for."""


@dataclass(frozen=True, slots=True)
class Arguments:
    """The arguments of a call: by position, by name, and what `*rest` holds."""

    positional: tuple[ValueSet, ...] = ()
    keywords: tuple[tuple[str, ValueSet], ...] = ()
    rest: ValueSet = NOTHING

    def at(self, index: int, keyword: str | None = None) -> ValueSet:
        """The argument at a position, or by a name; nothing where it is not given."""
        if keyword is not None:
            for name, values in self.keywords:
                if name == keyword:
                    return values
        return self.positional[index] if 0 <= index < len(self.positional) else NOTHING

    def by_place(self) -> ValueSet:
        """All arguments that are given by position."""
        return union(self.positional)

    def named(self, keyword: str) -> ValueSet:
        """The argument of a name, of a parameter that takes none by position."""
        return self.at(len(self.positional), keyword)

    def itself(self) -> Arguments:
        """The arguments, for who asks for them only when they are needed."""
        return self


NO_ARGUMENTS = Arguments()


@dataclass(slots=True, eq=False)
class ClassInfo:
    """What is known of a class: its linearised ancestors (itself first) and their type arguments."""

    value: ClassValue
    ancestors: tuple[ClassValue | External, ...]
    type_params: tuple[TypeVarRoot, ...]
    base_args: dict[Value, tuple[ValueSet, ...]]
    is_protocol: bool


class Resolver(Protocol):
    """Answers the linker's questions; every answer is remembered."""

    program: Program
    catalog: Catalog
    make: Interner

    def once(self, key: Hashable, compute: Callable[[], ValueSet]) -> ValueSet:
        """A remembered answer; recursion is solved to a fixpoint."""
        ...

    def node(self, ref: ScopeRef, index: int) -> ValueSet:
        """The values of a node; nothing for a negative index."""
        ...

    def annotation(self, ref: ScopeRef, index: int) -> ValueSet:
        """What an expression annotated with the node may hold."""
        ...

    def instances(self, types: ValueSet) -> ValueSet:
        """Instances of the types."""
        ...

    def attribute(self, values: ValueSet, name: str) -> ValueSet:
        """`value.name` for each value."""
        ...

    def call(self, values: ValueSet, arguments: Arguments) -> ValueSet:
        """What calling the values gives."""
        ...

    def apply(self, values: ValueSet, index: tuple[ValueSet, ...]) -> ValueSet:
        """Generic classes and special forms of typing with type arguments."""
        ...

    def subscript(self, values: ValueSet, index: ValueSet) -> ValueSet:
        """`value[index]` for each value."""
        ...

    def iterate(self, values: ValueSet, is_async: bool = False) -> ValueSet:
        """The elements of the values."""
        ...

    def awaited(self, values: ValueSet) -> ValueSet:
        """`await value` for each value."""
        ...

    def entered(self, values: ValueSet, is_async: bool = False) -> ValueSet:
        """What `with value as x` binds."""
        ...

    def substitute(self, values: ValueSet, bindings: Bindings) -> ValueSet:
        """The values with their symbols replaced by what they stand for, as far as that is known."""
        ...

    def class_info(self, cls: ClassValue) -> ClassInfo:
        """Ancestors and type parameters of a class."""
        ...

    def conforming(self, cls: ClassValue) -> tuple[ClassValue, ...]:
        """The program's classes that have all the methods of a protocol without deriving from it."""

    def subclasses(self, cls: ClassValue) -> tuple[ClassValue, ...]:
        """The program's direct and indirect subclasses of a class."""
        ...

    def overridden(self, cls: ClassValue, name: str) -> bool:
        """Whether some subclass finds another binding of `name` than the class does."""
        ...

    def sets_at_will(self, owner: ScopeRef) -> bool:
        """Whether code sets attributes of any name on the objects of a class, on the class, or on a module."""
        ...

    def builtin(self, name: str) -> ClassValue | External:
        """A builtin class."""
        ...

    def of_kind(self, values: ValueSet, asynchronous: bool) -> ValueSet:
        """The values that are coroutines (or coroutine functions), or those that are not."""
        ...

    def located(self, name: str) -> ValueSet:
        """What an external name means by the source of an installed library; nothing where the catalog mentions it."""
        ...

    def named_type(self, text: str) -> ValueSet:
        """Instances of the type that a catalog entry spells, for instance `list[requests.Response]`."""
        ...

    def returns(self, ref: ScopeRef) -> ValueSet:
        """What the body of a function returns, in terms of its parameters."""
        ...

    def yields(self, ref: ScopeRef) -> ValueSet:
        """What the body of a generator function yields, in terms of its parameters."""
        ...
