"""What runs at a site: the functions of the program, the sinks, and the callbacks that are handed over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from antifreeze.catalog.conditions import bind, holds
from antifreeze.catalog.index import Catalog, Sink
from antifreeze.link.arguments import bind_arguments
from antifreeze.link.attributes import bound_functions
from antifreeze.link.calls import literal, with_partial
from antifreeze.link.resolver import NO_ARGUMENTS, Arguments, Bindings, Resolver
from antifreeze.model.summary import ScopeKind
from antifreeze.model.value import (
    Applied,
    ClassValue,
    Descriptor,
    External,
    FunctionValue,
    Instance,
    Partial,
    Suspended,
    Symbol,
    Value,
    ValueSet,
)
from antifreeze.solve.names import method_names
from antifreeze.solve.sites import Site


@dataclass(frozen=True, slots=True)
class Run:
    """A body of the program that runs at the site, with what its symbols stand for."""

    function: FunctionValue
    bindings: Bindings


@dataclass(frozen=True, slots=True)
class Block:
    """A sink that is entered at the site; `open_roots` tells that arguments could still exempt it."""

    sink: Sink


@dataclass(frozen=True, slots=True)
class Latent:
    """A call of something that is not known here."""

    symbol: Symbol


Target = Run | Block | Latent


class Targets:
    """Finds what runs at a site."""

    def __init__(self, resolver: Resolver) -> None:
        self._r = resolver
        self._catalog: Catalog = resolver.catalog
        self._at: dict[Site, tuple[Target, ...]] = {}

    def at(self, site: Site) -> tuple[Target, ...]:
        """What runs at a site as it stands, in terms of its function's parameters; worked out once."""
        known = self._at.get(site)
        if known is None:
            known = self._at[site] = tuple(self.of(site.how, site.values, site.arguments, site.name))
        return known

    def of(self, how: str, values: ValueSet, arguments: Arguments, name: str = "") -> Iterator[Target]:
        """Everything that may run for an operand, by how it is used."""
        for value in values:
            if isinstance(value, Symbol):
                yield Latent(value)
            elif how == "call":
                yield from self.called(value, arguments)
            elif how == "with":
                yield from self._entered(value)
            elif how == "iterate":
                yield from self._iterated(value)
            else:
                yield from self._read(value, name)

    def called(self, value: Value, arguments: Arguments) -> Iterator[Target]:
        """What runs when the value is called."""
        if isinstance(value, FunctionValue):
            yield from self._function(value, arguments)
        elif isinstance(value, (ClassValue, Applied)):
            yield from self._constructed(value.cls if isinstance(value, Applied) else value, arguments)
        elif isinstance(value, External):
            yield from self._named([self._catalog.canonical(value.name)], arguments, value.receiver, "call")
        elif isinstance(value, Partial):
            yield from self.of("call", value.functions, with_partial(value, arguments))
        elif isinstance(value, Descriptor):
            if value.kind in ("identity", "classmethod", "staticmethod"):
                yield from self.of("call", value.functions, arguments)
        elif isinstance(value, Instance) and isinstance(value.cls, ClassValue):
            yield from self.of("call", self._r.attribute((value,), "__call__"), arguments)
        elif isinstance(value, Symbol):
            yield Latent(value)

    def _function(self, value: FunctionValue, arguments: Arguments) -> Iterator[Target]:
        ref = value.ref
        names = method_names(self._r, value)
        if any(self._catalog.speaks_of(name) for name in names):
            yield from self._named(names, arguments, value.receiver, "call")
            return
        scope = ref.scope
        if ref.module.is_stub or scope.is_async or (scope.is_generator and scope.kind is not ScopeKind.GENERATOR):
            return
        yield Run(value, bind_arguments(self._r, ref, value.receiver, arguments))

    def _constructed(self, cls: ClassValue | External, arguments: Arguments) -> Iterator[Target]:
        if isinstance(cls, External):
            yield from self._named([self._catalog.canonical(cls.name)], arguments, None, "call")
            return
        if self._catalog.speaks_of(self._catalog.canonical(cls.ref.name)):
            yield from self._named([self._catalog.canonical(cls.ref.name)], arguments, None, "call")
            return
        receiver = self._r.call((cls,), arguments)
        for base in self._r.class_info(cls).ancestors:
            if isinstance(base, External) or base.ref.module.is_stub:
                dotted = base.name if isinstance(base, External) else base.ref.name
                yield from self._named([self._catalog.canonical(dotted)], arguments, None, "call")
                return
            methods = [name for name in ("__new__", "__init__", "__post_init__") if name in base.ref.scope.names]
            for method in methods:
                functions = self._r.node(base.ref, base.ref.scope.names[method])
                own = NO_ARGUMENTS if method == "__post_init__" else arguments
                for instance in receiver:
                    yield from self.of("call", bound_functions(self._r, functions, instance), own)
            if methods:
                return

    def _entered(self, value: Value) -> Iterator[Target]:
        if isinstance(value, Suspended):
            if not value.function.ref.scope.is_async:
                yield Run(value.function, {**dict(value.function.env), **dict(value.args)})
        elif isinstance(value, Instance):
            yield from self._implicit(value, ("__enter__", "__exit__"), "with")

    def _iterated(self, value: Value) -> Iterator[Target]:
        if isinstance(value, Suspended):
            if not value.function.ref.scope.is_async and not value.is_context_manager:
                yield Run(value.function, {**dict(value.function.env), **dict(value.args)})
        elif isinstance(value, Instance):
            yield from self._implicit(value, ("__iter__", "__next__"), "iterate")
            if isinstance(value.cls, ClassValue) and not value.cls.ref.module.is_stub:
                iterators = self._r.call(self._r.attribute((value,), "__iter__"), NO_ARGUMENTS)
                for iterator in iterators:
                    if isinstance(iterator, Suspended):
                        yield from self._iterated(iterator)
                    elif isinstance(iterator, Instance) and not isinstance(iterator.cls, External):
                        yield from self._implicit(iterator, ("__next__",), "iterate")

    def _implicit(self, value: Instance, methods: tuple[str, ...], how: str) -> Iterator[Target]:
        """Special methods that the language calls: a sink of the catalog, else the class's own code."""
        if isinstance(value.cls, External) and value.cls.name.endswith("()"):
            # What a call of the catalog returned, to be entered or iterated.
            yield from self._named([self._catalog.canonical(value.cls.name[:-2])], NO_ARGUMENTS, value, how)
            return
        sink = self._first_sink(self._special_names(value.cls, methods), how)
        if sink is not None:
            yield from self._unless_exempt(sink, NO_ARGUMENTS, value)
            return
        for method in methods if isinstance(value.cls, ClassValue) else ():
            for function in self._r.attribute((value,), method):
                if isinstance(function, FunctionValue) and not function.ref.module.is_stub:
                    yield from self._function(function, NO_ARGUMENTS)

    def _special_names(self, cls: ClassValue | External, methods: tuple[str, ...]) -> list[str]:
        """The names of special methods through each class, down to the first that the program itself defines."""
        names: list[str] = []
        bases = (cls,) if isinstance(cls, External) else self._r.class_info(cls).ancestors
        for base in bases:
            if isinstance(base, ClassValue) and not base.ref.module.is_stub:
                if any(method in base.ref.scope.names for method in methods):
                    return []
                continue
            dotted = base.name if isinstance(base, External) else base.ref.name
            names.extend(self._catalog.canonical(f"{dotted}.{method}") for method in methods)
        return [*names, *self._inherited(names)]

    def _read(self, value: Value, name: str) -> Iterator[Target]:
        """The getter of a property."""
        if not isinstance(value, Instance) or not isinstance(value.cls, ClassValue):
            return
        for base in self._r.class_info(value.cls).ancestors:
            if isinstance(base, External) or name not in base.ref.scope.names:
                continue
            for member in self._r.node(base.ref, base.ref.scope.names[name]):
                if isinstance(member, Descriptor) and member.kind == "property":
                    yield from self.of("call", bound_functions(self._r, member.functions, value), NO_ARGUMENTS)
            return

    def _first_sink(self, names: list[str], how: str) -> Sink | None:
        for name in names:
            sink = self._catalog.sinks(name, how)
            if sink is not None:
                return sink
        return None

    def _named(self, names: list[str], arguments: Arguments, receiver: Value | None, how: str) -> Iterator[Target]:
        """What the catalog says of the names, the most specific first, then their declared bases."""
        for name in [*names, *self._inherited(names)]:
            if not self._catalog.speaks_of(name) and self._catalog.sinks(name, how) is None:
                continue
            sink = self._catalog.sinks(name, how)
            if sink is not None:
                yield from self._unless_exempt(sink, arguments, receiver)
            invoke = self._catalog.invoke(name)
            if invoke is not None:
                yield from self.of(
                    "call",
                    arguments.at(-1 if invoke.callable is None else invoke.callable, invoke.keyword),
                    NO_ARGUMENTS,
                )
            iterate = self._catalog.iterate(name)
            if iterate is not None:
                yield from self.of("iterate", arguments.at(iterate.argument), NO_ARGUMENTS)
            return

    def _inherited(self, names: list[str]) -> list[str]:
        found: list[str] = []
        for name in names:
            owner, _, method = name.rpartition(".")
            row = self._catalog.class_row(owner)
            if row is not None:
                found.extend(self._catalog.canonical(f"{base}.{method}") for base in row.bases)
        return found

    def _unless_exempt(self, sink: Sink, arguments: Arguments, receiver: Value | None) -> Iterator[Target]:
        if sink.unless:
            known: dict[str, object] = {}
            if sink.signature is not None:
                positional = [literal(part) for part in arguments.positional]
                known.update(bind(sink.signature, positional, {key: literal(part) for key, part in arguments.keywords}))
            if isinstance(receiver, Instance):
                known.update({f"self.{name}": value for name, value in receiver.facts})
            if any(holds(condition, known) for condition in sink.unless):
                return
        yield Block(sink)
