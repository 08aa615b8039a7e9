"""What runs at a site: the functions of the program, the sinks, and the callbacks that are handed over."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Sequence

from antifreeze.catalog.index import Catalog, Sink
from antifreeze.link import operators
from antifreeze.link.arguments import bind_arguments, is_constant
from antifreeze.link.binding import bound_functions
from antifreeze.link.entered import AROUND, called_within, entered_around
from antifreeze.link.generic import chosen_by, is_generic
from antifreeze.link.kept import is_exempt
from antifreeze.link.lazy import ITERATED
from antifreeze.link.memo import Memo
from antifreeze.link.metaclasses import of_metaclass
from antifreeze.link.openclass import STEP, at_least, is_open_class
from antifreeze.link.partials import with_partial
from antifreeze.link.resolver import NO_ARGUMENTS, Arguments, Resolver
from antifreeze.link.substitute import follow
from antifreeze.link.supers import after
from antifreeze.model.summary import ScopeKind
from antifreeze.model.value import (
    Applied,
    ClassValue,
    Descriptor,
    External,
    FunctionValue,
    Instance,
    LiteralValue,
    ModuleValue,
    Partial,
    Super,
    Suspended,
    Symbol,
    Value,
    ValueSet,
)
from antifreeze.solve.bases import Bases
from antifreeze.solve.construction import Called, Construction
from antifreeze.solve.derived import Derived, Sources
from antifreeze.solve.handed import callable_in, handed_over, later, of_libraries, passed_on
from antifreeze.solve.heritage import Heritage
from antifreeze.solve.implied import made_attribute
from antifreeze.solve.mixins import called_by_mixin
from antifreeze.solve.names import method_names
from antifreeze.solve.site import Given, Site, anything_given, nothing_given, without_first
from antifreeze.solve.spelling import CONSTRUCTORS, accessors
from antifreeze.solve.target import Block, Latent, Run, Target, Use, but_for, marked


class Targets:
    """Finds what runs at a site."""

    def __init__(self, resolver: Resolver, bases: Bases, sources: Sources | None = None) -> None:
        self._r = resolver
        self._bases = bases
        self.derived = None if sources is None else Derived(resolver, sources, self._of_one)
        self._catalog: Catalog = resolver.catalog
        self._construction = Construction(resolver)
        self.heritage = Heritage(resolver)
        self._at = Memo[Site, tuple[Target, ...]](lambda at: tuple(self.of(at.how, at.values, at.given, at.name)))
        self._spoken: Memo[FunctionValue, list[str]] = Memo(self._spoken_names)
        self._special = Memo(self._special_sink)
        self._of_use: Memo[tuple[Value, Use], tuple[Target, ...]] = Memo(self._used)

    def at(self, site: Site) -> tuple[Target, ...]:
        """What runs at a site as it stands, in terms of its function's parameters; worked out once."""
        return self._at[site]

    def of_use(self, value: Value, use: Use) -> tuple[Target, ...]:
        """What a use of a value runs, whatever it is called with; worked out once."""
        return self._of_use[value, use]

    def _used(self, asked: tuple[Value, Use]) -> tuple[Target, ...]:
        value, use = asked
        given = anything_given if use.path[-1:] == (STEP,) else nothing_given  # of fields, any may have a validator
        return tuple(self.of(use.how, follow(self._r, (value,), use.path), given, use.name))

    def _of_one(self, how: str, value: Value, given: Given, name: str) -> Iterator[Target]:
        return self.of(how, (value,), given, name)

    def of(self, how: str, values: ValueSet, given: Given, name: str = "") -> Iterator[Target]:
        """Everything that may run for an operand, by how it is used."""
        for value in values:
            if how == "read":
                yield from self._read(value, name)
            elif is_open_class(value):
                yield from self.of(how, at_least((value,)), given, name)
                if how == "call" and value.bound is not None and self._construction.depends_on_heir[value.bound]:
                    yield Latent(value, how)
            elif isinstance(value, Symbol):
                if value.path or not is_constant(value.bound):
                    yield Latent(value, how)
            elif how == "call":
                yield from self.called(value, given)
            elif how == "with":
                yield from self._entered(value)
            else:
                yield from self._iterated(value)

    def called(self, value: Value, given: Given) -> Iterator[Target]:
        """What runs when the value is called."""
        if isinstance(value, FunctionValue):
            yield from self._function(value, given)
        elif isinstance(value, (ClassValue, Applied)):
            yield from self._constructed(value.cls if isinstance(value, Applied) else value, given)
        elif isinstance(value, External):
            if value.name.endswith(".__init__"):
                yield from self._initialised(value.name.removesuffix(".__init__"), value.receiver, given)
            yield from self._named([self._catalog.canonical(value.name)], given, value.receiver, "call")
            yield from self._called_by_library(self._construction.by_method(value))
        elif isinstance(value, Partial):
            yield from self.of("call", value.functions, lambda: with_partial(self._r, value, given()))
        elif isinstance(value, Descriptor):
            if value.kind in ("identity", "classmethod", "staticmethod"):
                yield from self.of("call", value.functions, given)
            elif is_generic(value):
                yield from self.of("call", chosen_by(self._r, value, given()), given)
            elif value.kind == AROUND:
                yield from self.of("with", entered_around(self._r, value.functions), nothing_given)
                yield from self.of("call", called_within(self._r, value.functions), given)
        elif isinstance(value, Instance) and operators.is_operator(value):
            yield from self._by_operator(value, given().at(0))
        elif isinstance(value, Instance) and isinstance(value.cls, External):
            yield from self._named([self._catalog.canonical(f"{value.cls.name}.__call__")], given, value, "call")
        elif isinstance(value, Instance):
            methods = self._r.attribute((value,), "__call__")  # not a proxy that makes everything of itself
            yield from self.of("call", tuple(one for one in methods if not isinstance(one, Instance)), given)
        elif isinstance(value, Symbol):
            yield Latent(value, "call")

    def _by_operator(self, value: Instance, objects: ValueSet) -> Iterator[Target]:
        """What an attribute getter or a method caller runs of the objects that it is called with."""
        for owners, name in operators.reads(self._r, value, objects):
            yield from self.of("read", owners, nothing_given, name)
        methods, passed = operators.calls(self._r, value, objects)
        yield from self.of("call", methods, passed.itself)

    def _function(self, value: FunctionValue, given: Given) -> Iterator[Target]:
        ref = value.ref
        names = self._spoken[value]
        if names:
            is_bare = ref.scope.name == "__init__" and value.receiver is None
            yield from self._named(names, without_first(given) if is_bare else given, value.receiver, "call")
            return
        scope = ref.scope
        if ref.module.is_library and self.derived is not None:
            sink = self.derived.sink(value, given)
            yield from () if sink is None else (Block(sink),)
            return
        if ref.module.is_foreign:
            for called in called_by_mixin(self._r, value):
                yield from self._run_of_mixin(called)
            return
        if scope.is_async or (scope.is_generator and scope.kind is not ScopeKind.GENERATOR):
            return
        if scope.directive in ("blocking", "nonblocking"):
            yield from (Block(marked(ref)),) if scope.directive == "blocking" else ()
            return
        if isinstance(value.receiver, Instance) and (scope.is_abstract or self._bases.leaves(value)):
            yield from self._implementations(value.receiver, scope.name, given)
            return
        yield Run(value, lambda: bind_arguments(self._r, ref, value.receiver, given()))

    def _initialised(self, cls: str, receiver: Value | None, given: Given) -> Iterator[Target]:
        """What a class's `__init__` runs that is called by itself, as heirs do: what making one of the class runs."""
        name = self._catalog.canonical(cls)
        if self._catalog.sinks(name, "call") is not None:
            yield from self._named([name], given if receiver is not None else without_first(given), None, "call")

    def _run_of_mixin(self, called: Value) -> Iterator[Target]:
        """A method of the program that a method of a library calls: one that is a generator gets iterated."""
        yield from self.called(called, nothing_given)
        yield from self.of("iterate", self._r.call((called,), NO_ARGUMENTS), nothing_given)

    def _spoken_names(self, value: FunctionValue) -> list[str]:
        """The names that a function goes by, if the catalog speaks of one of them."""
        names = method_names(self._r, value)
        return names if any(self._catalog.speaks_of(name) for name in names) else []

    def _implementations(self, receiver: Instance, name: str, given: Given) -> Iterator[Target]:
        """What subclasses define for a method that an instance's own class leaves to them."""
        if isinstance(receiver.cls, ClassValue):
            yield from self.of("call", self.heritage.implementing(receiver, receiver.cls, name), given)

    def _constructed(self, cls: ClassValue | External, given: Given) -> Iterator[Target]:
        known = self._catalog.canonical(cls.name if isinstance(cls, External) else cls.ref.name)
        if isinstance(cls, External) or self._catalog.speaks_of(known):
            yield from self._named([known], given, None, "call")
            return
        yield from self.of("call", of_metaclass(self._r, cls, "__call__"), given)
        receiver = self._r.call((cls,), given())
        yield from self._called_by_library(self._construction.made(cls, receiver, given()))
        for base in self._r.class_info(cls).ancestors:
            if isinstance(base, External) or base.ref.module.is_foreign:
                dotted = base.name if isinstance(base, External) else base.ref.name
                yield from self._named([self._catalog.canonical(dotted)], given, None, "call")
                if self.derived is None or isinstance(base, External) or not base.ref.module.is_library:
                    return
            methods = [name for name in CONSTRUCTORS if name in base.ref.scope.names]
            for method in methods:
                functions = self._r.node(base.ref, base.ref.scope.names[method])
                own = given if method in ("__new__", "__init__") else nothing_given
                for instance in receiver:
                    yield from self.of("call", bound_functions(self._r, functions, instance), own)
            if methods:
                return

    def _called_by_library(self, calls: Iterable[Called]) -> Iterator[Target]:
        for functions, arguments in calls:
            yield from self.of("call", functions, arguments.itself)

    def _entered(self, value: Value) -> Iterator[Target]:
        if isinstance(value, Suspended):
            if not value.function.ref.scope.is_async:
                yield from self._resumed(value)
        elif isinstance(value, Instance):
            if isinstance(value.cls, ClassValue) and value.cls.ref.name == "contextlib.closing":
                for closed in value.args[:1]:
                    yield from self.of("call", self._r.attribute(closed, "close"), nothing_given)
            yield from self._implicit(value, ("__enter__", "__exit__"), "with")

    def _resumed(self, value: Suspended) -> Iterator[Target]:
        """The body of a generator."""
        if not value.function.ref.module.is_library:
            yield Run(value.function, lambda: {**dict(value.function.env), **dict(value.args)})
        elif self.derived is not None:
            sink = self.derived.body(value.function, dict(value.args))
            yield from () if sink is None else (Block(sink),)

    def _iterated(self, value: Value) -> Iterator[Target]:
        if isinstance(value, Suspended):
            if not value.function.ref.scope.is_async and not value.is_context_manager:
                yield from self._resumed(value)
        elif isinstance(value, Instance) and isinstance(value.cls, External) and value.cls.name in ITERATED:
            for consumed in value.args[1:2]:  # one that nests too deeply has lost it
                yield from self.of("iterate", consumed, nothing_given)
            for called in value.args[2:3]:
                yield from self.of("call", called, nothing_given)
        elif isinstance(value, Instance):
            yield from self._implicit(value, ("__iter__", "__next__"), "iterate")
            if isinstance(value.cls, ClassValue) and not value.cls.ref.module.is_foreign:
                methods = self._r.attribute((value,), "__iter__")
                if not methods:  # the language then asks for one index after another
                    yield from self._implicit(value, ("__getitem__",), "iterate")
                for iterator in self._r.call(methods, NO_ARGUMENTS):
                    cls = iterator.cls if isinstance(iterator, Instance) else None
                    if isinstance(iterator, Instance) and isinstance(cls, ClassValue) and not cls.ref.module.is_foreign:
                        yield from self._implicit(iterator, ("__next__",), "iterate")
                    else:
                        yield from self._iterated(iterator)

    def _implicit(self, value: Instance, methods: tuple[str, ...], how: str) -> Iterator[Target]:
        """Special methods that the language calls: a sink of the catalog, else the class's own code."""
        if isinstance(value.cls, External) and value.cls.name.endswith("()"):
            # What a call of the catalog returned, to be entered or iterated; nobody knows its arguments any more.
            yield from self._named([self._catalog.canonical(value.cls.name[:-2])], anything_given, value, how)
            return
        sink = self._special[value.cls, methods, how]
        if sink is not None:
            yield from self._unless_exempt(sink, nothing_given, value)
            return
        for method in methods if isinstance(value.cls, ClassValue) else ():
            for function in self._r.attribute((value,), method):
                if isinstance(function, FunctionValue) and not function.ref.module.is_stub:
                    yield from self._function(function, nothing_given)

    def _special_sink(self, asked: tuple[ClassValue | External, tuple[str, ...], str]) -> Sink | None:
        """What the catalog says of special methods, by each class down to the first of the program that defines one."""
        cls, methods, how = asked
        names: list[str] = []
        bases = (cls,) if isinstance(cls, External) else self._r.class_info(cls).ancestors
        for base in bases:
            if isinstance(base, ClassValue) and not base.ref.module.is_foreign:
                if any(method in base.ref.scope.names for method in methods):
                    return None
                continue
            dotted = base.name if isinstance(base, External) else base.ref.name
            names.extend(self._catalog.canonical(f"{dotted}.{method}") for method in methods)
        return self._first_sink([*names, *self._catalog.inherited(names)], how)

    def _read(self, value: Value, name: str) -> Iterator[Target]:
        """The getter of a property; a declared class tells it where no subclass has another."""
        if isinstance(value, Symbol):
            cls = value.bound
            if cls is None or value.path or self._r.class_info(cls).is_protocol or self._r.overridden(cls, name):
                yield Latent(value, "read", name)
                return
        elif isinstance(value, Instance) and isinstance(value.cls, ClassValue):
            cls = value.cls
        elif isinstance(value, Super):
            yield from self._read_in(after(self._r, value), value.receiver, name)
            return
        else:
            if isinstance(value, Instance):
                yield from self._read_of(value.cls, value, name)
            elif isinstance(value, ModuleValue):
                yield from self._made(value, name)
            return
        yield from self._read_in(self._r.class_info(cls).ancestors, value, name)

    def _read_in(self, classes: Sequence[ClassValue | External], value: Value, name: str) -> Iterator[Target]:
        """The getter in the first of the classes that binds the name."""
        for base in classes:
            if isinstance(base, External) or name not in base.ref.scope.names:
                yield from self._read_of(base, value, name)
                continue
            for member in self._r.node(base.ref, base.ref.scope.names[name]):
                for getter in accessors(self._r, member, "__get__"):
                    yield from self.called(getter, lambda: Arguments(((value,),)))
                if isinstance(member, Descriptor) and member.kind == "property":
                    yield from self.of("call", bound_functions(self._r, member.functions, value), nothing_given)
            return
        yield from self._made(value, name)

    def _made(self, value: Value, name: str) -> Iterator[Target]:
        """The `__getattr__` of an object's class, or of a module, that nothing else of the name is found in."""
        named = Arguments(((self._r.make(LiteralValue, name),),))
        yield from self.of("call", made_attribute(self._r, value, name), named.itself)

    def _read_of(self, cls: ClassValue | External, value: Value, name: str) -> Iterator[Target]:
        sink = self._catalog.read(cls.name if isinstance(cls, External) else cls.ref.name, name)
        yield from () if sink is None else self._unless_exempt(sink, nothing_given, value)

    def _first_sink(self, names: list[str], how: str) -> Sink | None:
        for name in names:
            if self._catalog.is_exempt(name):
                return None
            sink = self._catalog.sinks(name, how)
            if sink is not None:
                return sink
        return None

    def _named(self, names: list[str], given: Given, receiver: Value | None, how: str) -> Iterator[Target]:
        """What the catalog says of the names, the most specific first, then their declared bases."""
        held = self._held(names, receiver)
        if held:
            yield from self.of("call", held, anything_given)
            return
        for name in [*names, *self._catalog.inherited(names)]:
            if not self._catalog.speaks_of(name) and self._catalog.sinks(name, how) is None:
                continue
            sink = self._catalog.sinks(name, how)
            if sink is not None:
                own = self._overridden(name, receiver)
                yield from (
                    self._unless_exempt(sink, given, receiver) if own is None else self._function(own, nothing_given)
                )
            invoke = self._catalog.invoke(name)
            if invoke is not None:
                called = callable_in(invoke, given())
                yield from self.of("call", called, functools.partial(passed_on, self._r, invoke, given, receiver))
            consumer = self._catalog.consumer(name)
            if consumer is not None:
                used = given().by_place() if consumer.argument < 0 else given().at(consumer.argument, consumer.keyword)
                used = self._r.attribute(used, consumer.method) if consumer.method else used
                yield from self.of(consumer.how, used, nothing_given)
            for row in self._catalog.on_loop_calls.get(name, ()):
                with_rest = functools.partial(passed_on, self._r, row, given, receiver)
                yield from but_for(
                    row.awaits, map(later, self.of("call", of_libraries(handed_over(row, given)), with_rest))
                )
            return

    def _held(self, names: list[str], receiver: Value | None) -> ValueSet:
        """The callable by which a library's method does its work, where the object was made with it."""
        cls = receiver.cls if isinstance(receiver, Instance) else None
        row = self._catalog.class_row(cls.name) if isinstance(cls, External) else None
        if row is None or not row.holds or not isinstance(receiver, Instance) or not receiver.args:
            return ()
        return receiver.args[0] if any(self._catalog.through(name) == row.holds for name in names) else ()

    def _overridden(self, name: str, receiver: Value | None) -> FunctionValue | None:
        """The program's own method by which a library's method does its work, where the object's class has one."""
        method = self._catalog.through(name)
        while receiver is not None and method is not None:
            for function in self._r.attribute((receiver,), method):
                if isinstance(function, FunctionValue) and not function.ref.module.is_foreign:
                    return function
            name = f"{name.rpartition('.')[0]}.{method}"
            method = self._catalog.through(name)
        return None

    def _unless_exempt(self, sink: Sink, given: Given, receiver: Value | None) -> Iterator[Target]:
        if not is_exempt(sink, given, receiver):
            yield Block(sink)
