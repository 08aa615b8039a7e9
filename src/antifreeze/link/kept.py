"""What is known of a library's call by its arguments: that it does not block, and what its result keeps of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from antifreeze.catalog.conditions import MEMORY, SLICE, UNKNOWN, Flags, Signature, bind, holds
from antifreeze.catalog.index import Sink
from antifreeze.link.arguments import arguments_of
from antifreeze.link.held import with_facts
from antifreeze.link.resolver import Arguments, Resolver
from antifreeze.link.tested import constant, flags_of
from antifreeze.model.expression import Attribute, Call
from antifreeze.model.value import (
    ClassValue,
    External,
    FunctionValue,
    Instance,
    Known,
    ScopeRef,
    Value,
    ValueSet,
    union,
)

Facts = tuple[tuple[str, Known], ...]


def is_exempt(sink: Sink, given: Callable[[], Arguments], receiver: Value | None) -> bool:
    """Whether one of the conditions is known to hold under which the sink does not block."""
    if not sink.unless:
        return False
    known = bound_literals(sink.signature, given()) if sink.signature is not None else {}
    known.update({f"self.{name}": value for name, value in _facts_of(receiver).items()})
    return any(holds(condition, known) for condition in sink.unless)


def bound_literals(signature: Signature, arguments: Arguments) -> dict[str, object]:
    """What is known of the parameters' values; a default is known only where the call surely does not give another."""
    positional = [literal(part) for part in arguments.positional]
    keywords = {key: literal(part) for key, part in arguments.keywords}
    known = bind(signature, positional, keywords)
    if not arguments.rest and "" not in keywords:
        return known
    given = {*signature.by_place[: len(positional)], *keywords}
    return {name: value for name, value in known.items() if name in given}


def literal(values: ValueSet) -> object:
    """The literal that the values are, or the catalog's markers: for a file in memory, for what is not known."""
    if values and all(_is_memory(value) for value in values):
        return MEMORY
    if values and all(_class_name(value) == "builtins.slice" for value in values):
        return SLICE
    return flags_of(values) or (constant(values[0]) if len(values) == 1 else UNKNOWN)


_IN_MEMORY = frozenset(("io.BytesIO", "io.StringIO", "_io.BytesIO", "_io.StringIO"))


def _is_memory(value: Value) -> bool:
    return _class_name(value) in _IN_MEMORY


def _class_name(value: Value) -> str:
    return value.cls.ref.name if isinstance(value, Instance) and isinstance(value.cls, ClassValue) else ""


def kept_by_constructor(r: Resolver, cls: ClassValue | External, arguments: Arguments) -> Facts:
    """The constructor arguments that the catalog's conditions ask about later; of a heir, those that it hands up."""
    row = r.catalog.class_row(_name(cls))
    if row is not None:
        return _kept(row.keeps, row.signature, arguments, None)
    if isinstance(cls, External) or cls.ref.module.is_foreign:
        return ()
    return _kept_above(r, cls, arguments)


def _kept_above(r: Resolver, cls: ClassValue, arguments: Arguments) -> Facts:
    """What a library's class keeps of what its heir is made with."""
    for place, base in enumerate(ancestors := r.class_info(cls).ancestors):
        row = r.catalog.class_row(_name(base)) if isinstance(base, External) or base.ref.module.is_foreign else None
        if row is not None and row.keeps:
            given = _handed_to_library(r, [one for one in ancestors[:place] if isinstance(one, ClassValue)], arguments)
            return _kept(row.keeps, row.signature, given, None) if given is not None else ()
    return ()


def _handed_to_library(r: Resolver, heirs: Sequence[ClassValue], arguments: Arguments) -> Arguments | None:
    """What the constructors of heirs hand up to the library's class; None where that is not plain to see."""
    owners = [heir.ref for heir in heirs if "__init__" in heir.ref.scope.names]
    if not owners:
        return arguments
    found = [
        given
        for init in r.node(owners[0], owners[0].scope.names["__init__"])
        if isinstance(init, FunctionValue)
        for given in _calls_of_constructors(r, init.ref)
    ]
    return found[0] if len(owners) == len(found) == 1 else None


def _calls_of_constructors(r: Resolver, init: ScopeRef) -> Iterator[Arguments]:
    """What `super().__init__(...)` or `Base.__init__(self, ...)` is called with."""
    nodes = init.scope.nodes
    for node in nodes:
        method = nodes[node.func] if isinstance(node, Call) else None
        if isinstance(node, Call) and isinstance(method, Attribute) and method.name == "__init__":
            given = arguments_of(r, init, node)
            is_bound = isinstance(nodes[method.base], Call)
            yield given if is_bound else Arguments(given.positional[1:], given.keywords, given.rest)


def remembering(
    r: Resolver, name: str, result: ValueSet, arguments: Arguments, receiver: Value | None = None
) -> ValueSet:
    """What a call gives, with what conditions ask of it: what the call was given, else what its object was.

    A connection is in memory because `connect` was told so, and its cursors are because it is.
    """
    return union([_remembering(r, name, value, arguments, receiver) for value in result])


def _remembering(r: Resolver, name: str, value: Value, arguments: Arguments, receiver: Value | None) -> ValueSet:
    row = r.catalog.class_row(_name(value.cls)) if isinstance(value, Instance) else None
    facts = _kept(row.keeps, r.catalog.signature(name), arguments, receiver) if row is not None else ()
    return with_facts(r, (value,), facts)


def _kept(keys: tuple[str, ...], signature: Signature | None, arguments: Arguments, receiver: Value | None) -> Facts:
    if not keys:
        return ()
    known: Mapping[str, object] = bound_literals(signature, arguments) if signature is not None else {}
    known = {**_facts_of(receiver), **known}
    values = ((key, _as_fact(known.get(key, UNKNOWN))) for key in keys)
    return tuple((key, value) for key, value in values if value is not UNKNOWN)  # type: ignore[misc]  # a fact


def _as_fact(value: object) -> object:
    if isinstance(value, Flags) and value.value is UNKNOWN:
        return value.names
    value = value.value if isinstance(value, Flags) else value
    return value if value is None or isinstance(value, (bool, int, float, str, frozenset)) else UNKNOWN


def _facts_of(receiver: Value | None) -> Mapping[str, object]:
    """What is known of the object that a method is called on, as conditions compare it."""
    facts = receiver.facts if isinstance(receiver, Instance) else ()
    return {name: Flags(value) if isinstance(value, frozenset) else value for name, value in facts}


def _name(cls: ClassValue | External) -> str:
    return cls.name if isinstance(cls, External) else cls.ref.name
