"""Calls: what calling each kind of value gives."""

from __future__ import annotations

from antifreeze.catalog.rows import Callback
from antifreeze.link import operators
from antifreeze.link.arguments import bind_arguments
from antifreeze.link.attributes import instance_attribute, step
from antifreeze.link.containers import container, make_instance
from antifreeze.link.entered import AROUND, called_within
from antifreeze.link.fields import default_of, fields_taken
from antifreeze.link.generic import GENERIC, chosen_by
from antifreeze.link.handed_up import handed_up
from antifreeze.link.kept import is_exempt, kept_by_constructor, remembering
from antifreeze.link.lazy import VIEWS, view
from antifreeze.link.libraries import class_behind, defined
from antifreeze.link.members import with_value
from antifreeze.link.openclass import SUBCLASSES, at_least, is_open_class
from antifreeze.link.overloads import chosen, overloads_of
from antifreeze.link.partials import with_partial
from antifreeze.link.passed import call_step
from antifreeze.link.remembered import flags, interesting
from antifreeze.link.resolver import NO_ARGUMENTS, Arguments, Bindings, Resolver
from antifreeze.link.results import body_result, completed, constructed_args, declared_result
from antifreeze.link.special import SPECIAL, special_of
from antifreeze.link.texts import made_of_text
from antifreeze.link.typeddict import METHODS, asked_for
from antifreeze.link.typenames import of_receiver
from antifreeze.link.unfinished import is_unfinished, narrowed
from antifreeze.model.summary import BODY_MARK, ScopeKind
from antifreeze.model.value import (
    NOTHING,
    Applied,
    ClassValue,
    Coroutine,
    Descriptor,
    External,
    FunctionValue,
    Instance,
    LiteralValue,
    ParamRoot,
    Partial,
    Root,
    ScopeRef,
    Suspended,
    Symbol,
    Value,
    ValueSet,
    alternatives,
    says_something,
    union,
)


def call(r: Resolver, values: ValueSet, arguments: Arguments) -> ValueSet:
    """What calling the values gives."""
    if len(values) == 1:
        return _call(r, values[0], arguments)
    return alternatives([_call(r, value, arguments) for value in (chosen(r, values, arguments) if values else ())])


def _call(r: Resolver, value: Value, arguments: Arguments) -> ValueSet:
    if isinstance(value, FunctionValue):
        return call_function(r, value, arguments)
    if isinstance(value, ClassValue):
        special = SPECIAL.get(value.ref.name) if value.ref.module.is_stub else None
        return special(r, arguments) if special is not None else construct(r, value, (), arguments)
    if isinstance(value, Applied):
        return construct(r, value.cls, tuple(r.instances(part) for part in value.args), arguments)
    if isinstance(value, External):
        return _call_external(r, value, arguments)
    if isinstance(value, Instance):
        return _call_instance(r, value, arguments)
    if isinstance(value, Partial):
        return call(r, value.functions, with_partial(r, value, arguments))
    if isinstance(value, Symbol):
        return _call_symbol(r, value, arguments)
    if isinstance(value, Descriptor):
        return _call_descriptor(r, value, arguments)
    return NOTHING


def _call_symbol(r: Resolver, value: Symbol, arguments: Arguments) -> ValueSet:
    """What calling something unknown gives; of a class at least an instance of that one, where it keeps arguments."""
    if is_open_class(value) and arguments != NO_ARGUMENTS:
        return call(r, at_least((value,)), arguments)
    return step(r, value, call_step(arguments))


def _call_instance(r: Resolver, value: Instance, arguments: Arguments) -> ValueSet:
    if not isinstance(value.cls, External):
        # A class's `__call__` may be an instance of the class: asked once, the question ends.
        return r.once(("call", value, arguments), lambda: call(r, r.attribute((value,), "__call__"), arguments))
    if operators.is_operator(value):
        return operators.called(r, value, arguments)
    row = r.catalog.class_row(value.cls.name)
    if row is not None and row.holds and value.args and r.catalog.through(f"{value.cls.name}.__call__") == row.holds:
        return call(r, value.args[0], arguments)
    made = r.catalog.returns(f"{value.cls.name}.__call__")
    if made is not None:
        return value.args[0] if value.args else r.named_type(made)
    return value.args[-1] if value.cls.name == "typing.Callable" and value.args else NOTHING


def _call_descriptor(r: Resolver, value: Descriptor, arguments: Arguments) -> ValueSet:
    if value.kind == "identity":
        return arguments.at(0)
    if value.kind == "contextmanager":
        suspended = call(r, value.functions, arguments)
        return tuple(
            r.make(Suspended, part.function, part.args, True) if isinstance(part, Suspended) else part
            for part in suspended
        )
    if value.kind == GENERIC:
        return call(r, chosen_by(r, value, arguments), arguments)
    if value.kind == AROUND:
        return call(r, called_within(r, value.functions), arguments)
    if value.kind == "offload":
        return (r.make(Coroutine, call(r, value.functions, arguments)),)
    return call(r, value.functions, arguments)


_MAKES_INSTANCE = "builtins.type.__call__"
"""What a metaclass calls to have an object of a class made."""


def call_function(r: Resolver, value: FunctionValue, arguments: Arguments) -> ValueSet:
    """What calling a function gives: its result, a coroutine, or a suspended generator."""
    return r.once(("call", value, arguments), lambda: _call_function(r, value, arguments))


def _call_function(r: Resolver, value: FunctionValue, arguments: Arguments) -> ValueSet:
    ref = value.ref
    scope = ref.scope
    if ref.module.is_foreign:
        made = _specially(r, value, arguments)
        if made is not None:
            return made
    if scope.overloads and ref.module.is_library:
        declared = call(r, overloads_of(r, value), arguments)
        if says_something(declared):
            return declared
    bindings = bind_arguments(r, ref, value.receiver, arguments)
    if scope.is_generator and scope.kind is not ScopeKind.GENERATOR:
        held = interesting(r, bindings)
        return (r.make(Suspended, value, (*held, *flags(r, ref, bindings, held))),)
    result = NOTHING
    if ref.module.is_library:
        result = declared_result(r, value, bindings)
        if is_unfinished(r, result):
            result = narrowed(r, result, body_result(r, value, bindings))
    if not ref.module.is_stub and not scope.is_stub and not says_something(result):
        result = body_result(r, value, bindings)
    if not says_something(result):
        result = declared_result(r, value, bindings) or result
    elif not ref.module.is_stub:
        result = completed(r, value, bindings, result)
    if ref.module.is_foreign:
        name = r.catalog.canonical(_called_name(value))
        result = remembering(r, name, result, arguments, value.receiver)
        if ref.module.is_stub:
            result = lazily_blocking(r, name, result, arguments, value.receiver)
    return (r.make(Coroutine, result),) if scope.is_async else result


def _specially(r: Resolver, value: FunctionValue, arguments: Arguments) -> ValueSet | None:
    """What a function of a library gives of which more is known than its signature says; None for all others."""
    name, receiver = value.ref.name, value.receiver
    special = SPECIAL.get(name.lstrip(BODY_MARK))
    if special is not None:
        return lazily_blocking(r, r.catalog.canonical(name), special(r, arguments), arguments, receiver)
    if name == _MAKES_INSTANCE and receiver is not None:
        return call(r, (receiver,), arguments)
    if name in VIEWS and (made := view(r, value)):
        return made
    return made_of_text(r, value, arguments) or None if isinstance(receiver, LiteralValue) else None


def _called_name(value: FunctionValue) -> str:
    """The name under which the catalog may know a function: its method's name in the receiver's class."""
    receiver = value.receiver
    if isinstance(receiver, Instance) and isinstance(receiver.cls, ClassValue):
        return f"{receiver.cls.ref.name}.{value.ref.scope.name}"
    return value.ref.name


def construct(r: Resolver, cls: ClassValue | External, args: tuple[ValueSet, ...], arguments: Arguments) -> ValueSet:
    """An instance of the class, made with these arguments."""
    facts = kept_by_constructor(r, cls, arguments)
    if isinstance(cls, External):
        return (make_instance(r, Instance(cls, args or _held(r, cls, arguments), (), facts)),)
    if cls.ref.module.is_foreign:
        known = r.catalog.returns(cls.ref.name)
        if known is not None:
            return remembering(r, cls.ref.name, r.named_type(known), arguments)
        made = _made_by_new(r, cls, arguments)
        if made:
            return made
        args = args or constructed_args(r, cls, arguments)
    elif len(arguments.positional) == 1 and (found := with_value(r, cls, arguments.positional[0])):
        return found
    return (make_instance(r, Instance(cls, args, interesting(r, constructor_bindings(r, cls, arguments)), facts)),)


def _held(r: Resolver, cls: External, arguments: Arguments) -> tuple[ValueSet, ...]:
    """The callable that an object of a library is made with, where its methods run it."""
    row = r.catalog.class_row(cls.name)
    held = arguments.at(0, row.holds) if row is not None and row.holds else NOTHING
    return (held,) if held else ()


def _made_by_new(r: Resolver, cls: ClassValue, arguments: Arguments) -> ValueSet:
    """What a library's `__new__` is declared to give, or gives, where that is no instance of its class."""
    for base in r.class_info(cls).ancestors:
        if isinstance(base, ClassValue) and base.ref.module.is_library and "__new__" in base.ref.scope.names:
            for value in r.node(base.ref, base.ref.scope.names["__new__"]):
                if isinstance(value, FunctionValue):
                    bound = r.make(FunctionValue, value.ref, cls)
                    bindings = bind_arguments(r, value.ref, cls, arguments)
                    made = declared_result(r, bound, bindings)
                    if not made and not value.ref.module.is_stub:
                        made = body_result(r, bound, bindings)
                    return made if all(_is_of_another(one, (cls, base)) for one in made) else NOTHING
            return NOTHING
    return NOTHING


def _is_of_another(value: Value, classes: tuple[ClassValue, ...]) -> bool:
    return isinstance(value, Instance) and value.cls not in classes


def constructor_bindings(r: Resolver, cls: ClassValue, arguments: Arguments) -> Bindings:
    """The parameters of `__init__`, or the fields of a dataclass, bound to the arguments."""
    owners: list[ScopeRef] = []
    for base in r.class_info(cls).ancestors:
        if not isinstance(base, ClassValue) or base.ref.module.is_stub:
            continue
        index = base.ref.scope.names.get("__init__")
        if index is not None:
            found: Bindings = {}
            for value in r.node(base.ref, index):
                if isinstance(value, FunctionValue):
                    found.update(bind_arguments(r, value.ref, r.make(Instance, cls, ()), arguments))
                    if r.program.calls_of_super.get(value.ref) != ():
                        found.update(handed_up(r, value.ref, found))
            return {root: known for root, known in found.items() if not isinstance(root, ParamRoot) or root.index}
        owners.append(base.ref)
    return _field_bindings(r, cls, owners, arguments)


def _field_bindings(r: Resolver, cls: ClassValue, owners: list[ScopeRef], arguments: Arguments) -> Bindings:
    """The fields of classes, the nearest first, and what of them is passed on to `__post_init__`."""
    keywords = dict(arguments.keywords)
    is_open = bool(arguments.rest) or "" in keywords
    positional = list(arguments.positional)
    bindings: Bindings = {}
    passed_on: list[ValueSet] = []
    for field in fields_taken(owners):
        given = positional.pop(0) if positional and field.by_place else keywords.get(field.name)
        if given is None:
            given = NOTHING if is_open else default_of(r, field.owner, field.name)
        bindings[r.make(ParamRoot, field.owner, field.place)] = given
        if field.is_passed_on:
            passed_on.append(given)
    if passed_on:
        for method in r.attribute((r.make(Instance, cls),), "__post_init__"):
            if isinstance(method, FunctionValue):
                bindings.update(bind_arguments(r, method.ref, method.receiver, Arguments(tuple(passed_on))))
    return {root: known for root, known in bindings.items() if not _is_self(root)}


def _is_self(root: Root) -> bool:
    return isinstance(root, ParamRoot) and root.index == 0 and root.ref.scope.kind is ScopeKind.FUNCTION


def _call_external(r: Resolver, value: External, arguments: Arguments) -> ValueSet:
    name = r.catalog.canonical(value.name)
    special = special_of(name)
    if special is not None:
        return special(r, arguments)
    if name == SUBCLASSES and isinstance(value.receiver, ClassValue):
        return container(r, "list", (r.subclasses(value.receiver),))
    if name in METHODS and isinstance(value.receiver, Instance) and isinstance(value.receiver.cls, ClassValue):
        return asked_for(r, value.receiver.cls, arguments)
    offload = r.catalog.offload(name)
    if offload is not None and offload.decorator:
        return (r.make(Descriptor, "offload", arguments.at(0)),)
    known = r.catalog.returns(name)
    if known is not None:
        made = of_receiver(r, r.named_type(known), value.receiver)
        made = remembering(r, name, made, arguments, value.receiver)
        return lazily_blocking(r, name, made, arguments, value.receiver)
    row = r.catalog.class_row(name)
    last = name.rpartition(".")[2]
    if (
        last.endswith("Stub")
        and "_pb2_grpc." in name
        and any(map(_is_channel, arguments.at(0) or arguments.named("channel")))
    ):
        return r.named_type("grpc.GeneratedStub")
    if row is not None or r.catalog.knows_class(name) or last[:1].isupper():
        return construct(r, r.make(External, name), (), arguments)
    if offload is not None and offload.callable is not None:
        return _done_elsewhere(r, offload, arguments)
    found = _by_library(r, value, arguments) if r.program.has_libraries else NOTHING
    return lazily_blocking(r, name, found, arguments, value.receiver)


def _done_elsewhere(r: Resolver, offload: Callback, arguments: Arguments) -> ValueSet:
    """What is to be awaited of a call that hands a function to a thread: what the function gives."""
    place = offload.callable or 0
    functions = arguments.at(place, offload.keyword)
    given = Arguments(arguments.positional[place + 1 :], arguments.keywords, arguments.rest)
    result = call(r, functions, given)
    return (r.make(Coroutine, result),) if says_something(result) else NOTHING


def _is_channel(value: Value) -> bool:
    return isinstance(value, Instance) and isinstance(value.cls, External) and value.cls.name == "grpc.Channel"


def _by_library(r: Resolver, value: External, arguments: Arguments) -> ValueSet:
    """What the library's own signature says that a call returns of which the catalog tells no type."""
    functions = defined(r, value.name)
    owner, _, method = value.name.rpartition(".")
    if not functions and isinstance(value.receiver, Instance):
        behind = class_behind(r, owner)
        functions = instance_attribute(r, behind, method, value.receiver) if behind is not None else NOTHING
    return union([call_function(r, one, arguments) for one in functions if isinstance(one, FunctionValue)])


def lazily_blocking(r: Resolver, name: str, result: ValueSet, arguments: Arguments, receiver: Value | None) -> ValueSet:
    """The result of a call; where entering or iterating it is what blocks, a value that remembers the call.

    What an iterator gives is none itself, though iterating that one blocks.
    """
    if name.endswith(".__next__"):
        return result
    spoken = next(filter(r.catalog.speaks_of, (name, *r.catalog.inherited((name,)))), name)
    entered, iterated = r.catalog.sinks(spoken, "with"), r.catalog.sinks(spoken, "iterate")
    if all(sink is None or is_exempt(sink, arguments.itself, receiver) for sink in (entered, iterated)):
        return result
    element = result if entered is not None else r.iterate(result)
    lazy = make_instance(r, Instance(r.make(External, f"{name}()"), (element,)))
    if entered is not None:
        return (lazy, *result)
    return (lazy, *(value for value in result if isinstance(value, Instance) and isinstance(value.cls, External)))
