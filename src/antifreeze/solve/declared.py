"""What classes declare for a library to call: validators, converters, factories and serializers of their fields."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeGuard

from antifreeze.link.callables import PLAIN_TYPES
from antifreeze.link.memo import Memo
from antifreeze.link.resolver import Resolver
from antifreeze.link.special import VALIDATORS
from antifreeze.model import expression as ex
from antifreeze.model.value import (
    NOTHING,
    Applied,
    ClassValue,
    External,
    Instance,
    LiteralValue,
    ScopeRef,
    ValueSet,
    union,
)
from antifreeze.solve.names import dotted_name

LIBRARIES = frozenset(
    ("attr", "attrs", "dataclasses", "marshmallow", "odmantic", "pydantic", "pydantic_settings", "sqlalchemy",
     "sqlmodel")
)  # fmt: skip
"""The root packages of the libraries that are meant."""

DECORATORS = {
    "field_validator": "given", "validator": "given", "validates": "given",
    "model_validator": "made", "root_validator": "made",
    "pre_load": "loaded", "post_load": "loaded", "validates_schema": "loaded",
    "computed_field": "dumped", "field_serializer": "dumped", "model_serializer": "dumped",
    "pre_dump": "dumped", "post_dump": "dumped",
}  # fmt: skip
"""What decorates a method that the library calls, and when it does."""

LOADING = frozenset(
    ("load", "loads", "model_validate", "model_validate_json", "model_validate_strings", "parse_obj", "parse_raw",
     "from_orm", "validate", "validate_python", "validate_json", "validate_strings")
)  # fmt: skip
"""Methods that make instances of data."""

DUMPING = frozenset(("dump", "dumps", "model_dump", "model_dump_json", "dict", "json"))
"""Methods that make data of instances."""

_DESCRIBING = frozenset(("field", "Field", "ib", "attrib", "PrivateAttr"))
"""What describes a field of a class."""

_KEYWORDS = {"default_factory": "missing", "factory": "missing", "validator": "made", "converter": "made"}
"""The callables that describing a field takes, and when they are called."""

_TAKING = frozenset((*_KEYWORDS, "default"))

_HOLDING = frozenset(name.rpartition(".")[2] for name in VALIDATORS)

_PLAIN = PLAIN_TYPES | {"Any"}
"""What fields are declared as, or made by, most often: types that run nothing and have no fields of their own."""


@dataclass(frozen=True, slots=True)
class Hook:
    """What is called for some of a class's fields: a member of it, other functions, or what classes in them declare."""

    when: str
    """`made`; `given` or `missing`: where a field is so; `loaded`, `dumped`; `nested`: `functions` are annotations."""
    fields: frozenset[str]
    member: str = ""
    functions: ValueSet = NOTHING


class Declarations:
    """Finds and remembers the hooks of classes, each by what its own body says."""

    def __init__(self, resolver: Resolver) -> None:
        self._r = resolver
        self._known: Memo[ScopeRef, tuple[Hook, ...]] = Memo(lambda ref: tuple(self._find(ref)))

    def of(self, ref: ScopeRef) -> tuple[Hook, ...]:
        """What a class itself has a library call."""
        return self._known[ref]

    def _find(self, ref: ScopeRef) -> Iterator[Hook]:
        for name, index in ref.scope.names.items():
            node = _described_by(ref, index)
            if isinstance(node, ex.Decorate):
                yield from self._decorated(ref, name, node)
            elif isinstance(node, ex.Call) and tail_of(ref.scope.nodes[node.func]) in _DESCRIBING:
                yield from self._described(ref, name, node)
        for name, index in ref.scope.annotations.items():
            if tail_of(ref.scope.nodes[index]) not in _PLAIN:
                yield from self._annotated(ref, name, index)

    def _decorated(self, ref: ScopeRef, name: str, node: ex.Decorate) -> Iterator[Hook]:
        nodes = ref.scope.nodes
        inner: ex.Expression = node
        while isinstance(inner, ex.Decorate):
            made = nodes[inner.decorator]
            spelt = made.func if isinstance(made, ex.Call) else inner.decorator
            when = DECORATORS.get(tail_of(nodes[spelt]), "")
            if when and self._is_of_library(ref, spelt):
                fields = self._texts(ref, made)
                always = not fields or self._runs_on_defaults(ref, made)
                yield Hook("made" if when == "given" and always else when, fields, name)
            yield from self._of_field(ref, name, nodes[spelt])
            inner = nodes[inner.base]

    def _is_of_library(self, ref: ScopeRef, index: int) -> bool:
        return any(dotted_name(value).partition(".")[0] in LIBRARIES for value in self._r.node(ref, index))

    def _texts(self, ref: ScopeRef, call: ex.Expression) -> frozenset[str]:
        values = (
            [value for index in call.args for value in self._r.node(ref, index)] if isinstance(call, ex.Call) else []
        )
        return frozenset(str(value.value) for value in values if isinstance(value, LiteralValue))

    def _runs_on_defaults(self, ref: ScopeRef, call: ex.Expression) -> bool:
        """Whether defaults are validated, too: where the decorator says so, and in classes of settings."""
        asked = isinstance(call, ex.Call) and any(name == "always" for name, _ in call.keywords)
        ancestors = self._r.class_info(self._r.make(ClassValue, ref)).ancestors
        return asked or any(isinstance(base, External) and base.name.endswith(".BaseSettings") for base in ancestors)

    @staticmethod
    def _of_field(ref: ScopeRef, name: str, decorator: ex.Expression) -> Iterator[Hook]:
        """`@x.validator` and `@x.default`, of an `x` that describes a field."""
        if not isinstance(decorator, ex.Attribute) or decorator.name not in ("validator", "default"):
            return
        base = _described_by(ref, decorator.base)
        if isinstance(base, ex.Call) and tail_of(ref.scope.nodes[base.func]) in _DESCRIBING:
            fields = frozenset(field for field, index in ref.scope.names.items() if index == decorator.base)
            yield Hook("made" if decorator.name == "validator" else "missing", fields, name)

    def _described(self, ref: ScopeRef, name: str, node: ex.Call) -> Iterator[Hook]:
        if not self._is_of_library(ref, node.func):
            return
        fields = frozenset((name,))
        for keyword, index in node.keywords:
            value = ref.scope.nodes[index]
            if keyword in _KEYWORDS:
                callables = self._r.node(ref, index)
                many = isinstance(value, ex.Collection)
                yield Hook(_KEYWORDS[keyword], fields, functions=self._r.iterate(callables) if many else callables)
            elif keyword == "default" and _is_factory(value, ref):
                yield Hook("missing", fields, functions=self._r.node(ref, value.args[0]))

    def _annotated(self, ref: ScopeRef, name: str, index: int) -> Iterator[Hook]:
        fields = frozenset((name,))
        types = self._r.node(ref, index)
        functions = union(list(_validators(types)))
        if functions:
            yield Hook("given", fields, functions=functions)
        if any(True for _ in classes_in(types)):
            yield Hook("nested", fields, functions=types)


def tail_of(node: ex.Expression) -> str:
    """The last name that an expression is spelt with; empty where there is none."""
    return node.name if isinstance(node, (ex.Name, ex.Attribute, ex.Import, ex.Free)) else ""


def _described_by(ref: ScopeRef, index: int) -> ex.Expression:
    """What a name is bound to, whether a type is declared with it or not."""
    node = ref.scope.nodes[index]
    return ref.scope.nodes[node.value] if isinstance(node, ex.Declared) else node


def _is_factory(node: ex.Expression, ref: ScopeRef) -> TypeGuard[ex.Call]:
    """Whether a default is attrs' `Factory(function)`."""
    return isinstance(node, ex.Call) and bool(node.args) and tail_of(ref.scope.nodes[node.func]) == "Factory"


def fields_of(ref: ScopeRef) -> list[str]:
    """The fields of a class, in order: what it declares, or else describes."""
    scope = ref.scope
    described = [
        name
        for name, index in scope.names.items()
        if isinstance(node := _described_by(ref, index), ex.Call) and tail_of(scope.nodes[node.func]) in _DESCRIBING
    ]
    return list(scope.annotations) or described


def methods_that_call(ref: ScopeRef) -> frozenset[str]:
    """The names of the methods by which a library calls a function that a class decorates for it."""
    around = ref.enclosing.scope.nodes
    for index in ref.scope.decorators:
        node = around[index]
        tail = tail_of(around[node.func] if isinstance(node, ex.Call) else node)
        if tail in DECORATORS:
            return DUMPING if DECORATORS[tail] == "dumped" else LOADING
        if tail in ("validator", "default") and isinstance(node, ex.Attribute):
            return LOADING
    return frozenset()


def declares_callables(ref: ScopeRef) -> bool:
    """Whether a class may have functions called that are not its own members: making an instance may run anything."""
    nodes = ref.scope.nodes
    for index in ref.scope.names.values():
        node = _described_by(ref, index)
        describes = isinstance(node, ex.Call) and tail_of(nodes[node.func]) in _DESCRIBING
        keywords = node.keywords if isinstance(node, ex.Call) and describes else ()
        if any(tail_of(nodes[given]) not in _PLAIN for name, given in keywords if name in _TAKING):
            return True
    return any(isinstance(node, ex.Call) and tail_of(nodes[node.func]) in _HOLDING for node in nodes)


def with_parts_of(classes: set[str], refs: Iterable[ScopeRef]) -> set[str]:
    """The names of classes, and of all that mention one of them in their bodies: as the type of a field, as a rule."""
    spelt = {
        ref.scope.name: {tail_of(node) for node in ref.scope.nodes} for ref in refs if ref.scope.annotations
    }  # fmt: skip
    found, fresh = set(classes), set(classes)
    while fresh:
        fresh = {name for name, names in spelt.items() if name not in found and not names.isdisjoint(fresh)}
        found |= fresh
    return found


def classes_in(types: ValueSet) -> Iterator[ClassValue]:
    """The program's classes that an annotation names, in any part of it."""
    for value in types:
        if isinstance(value, ClassValue) and not value.ref.module.is_foreign:
            yield value
        elif isinstance(value, Instance) and isinstance(value.cls, ClassValue) and not value.cls.ref.module.is_foreign:
            yield value.cls
        elif isinstance(value, (Applied, Instance)):
            for part in value.args:
                yield from classes_in(part)


def _validators(types: ValueSet) -> Iterator[ValueSet]:
    """The functions in `Annotated[..., AfterValidator(function)]`."""
    for value in types:
        if isinstance(value, Applied):
            for part in value.args:
                yield from _validators(part)
        elif isinstance(value, Instance) and isinstance(value.cls, External) and value.cls.name in VALIDATORS:
            yield from value.args[:1]
