"""Functions and classes of the standard library whose meaning no stub can tell."""

from __future__ import annotations

from collections.abc import Callable

from antifreeze.link import operators
from antifreeze.link.attributes import step
from antifreeze.link.containers import container, is_mapping, item, make_instance
from antifreeze.link.described import FIELDS
from antifreeze.link.generic import generic
from antifreeze.link.held import FACTORY, kept_as, with_facts
from antifreeze.link.imports import IMPORTED, member, module_value, modules_below, texts_of
from antifreeze.link.lazy import LAZY
from antifreeze.link.members import any_member, begun, by_name, starts_of
from antifreeze.link.metaclasses import made_by
from antifreeze.link.openclass import STEP, at_least, class_of, classes_of
from antifreeze.link.partials import finalizer, partial_of
from antifreeze.link.resolver import Arguments, Resolver
from antifreeze.link.unimported import unimported
from antifreeze.model.expression import ANYTHING_BETWEEN
from antifreeze.model.summary import ScopeKind
from antifreeze.model.value import (
    NOTHING,
    Anything,
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
    Symbol,
    TypeVarRoot,
    Value,
    ValueSet,
    alternatives,
    says_something,
    union,
)

Handler = Callable[[Resolver, Arguments], ValueSet]


def _descriptor(kind: str) -> Handler:
    def handle(r: Resolver, arguments: Arguments) -> ValueSet:
        return (r.make(Descriptor, kind, arguments.at(0, "fget") if kind == "property" else arguments.at(0)),)

    return handle


def _identity_decorator(r: Resolver, arguments: Arguments) -> ValueSet:
    """A decorator that keeps the function, used with or without arguments of its own."""
    given = tuple(value for value in arguments.at(0) if not isinstance(value, (LiteralValue, Anything)))
    return given or (r.make(Descriptor, "identity", NOTHING),)


def _wraps(r: Resolver, _arguments: Arguments) -> ValueSet:
    return (r.make(Descriptor, "identity", NOTHING),)


def _first(_r: Resolver, arguments: Arguments) -> ValueSet:
    return arguments.at(0)


def _setting(r: Resolver, arguments: Arguments) -> ValueSet:
    """A variable of the environment: a text, or else the default."""
    return union([r.instances((r.builtin("str"),)), arguments.at(1, "default") or (r.make(LiteralValue, None),)])


def _cast(r: Resolver, arguments: Arguments) -> ValueSet:
    declared = r.instances(arguments.at(0))
    return declared if says_something(declared) else arguments.at(1)


def _new_type(_r: Resolver, arguments: Arguments) -> ValueSet:
    return arguments.at(1)


def _type_var(r: Resolver, arguments: Arguments) -> ValueSet:
    """A type variable, with the class that bounds it where that is one of the program's."""
    bounds = [one for one in arguments.named("bound") if isinstance(one, ClassValue) and not one.ref.module.is_foreign]
    bound = bounds[0] if len(bounds) == 1 else None
    roots = [r.make(TypeVarRoot, value.value) for value in arguments.at(0) if isinstance(value, LiteralValue)]
    return tuple(r.make(Symbol, root, (), bound) for root in roots)


def _import_module(r: Resolver, arguments: Arguments) -> ValueSet:
    texts = arguments.at(0, "name")
    packages = [package.value for package in arguments.at(1, "package") if isinstance(package, LiteralValue)]
    within = str(packages[0]) if len(packages) == 1 else ""
    names = [f"{within * text.startswith('.')}{text}" for text in texts_of(texts)]
    starts = [f"{within * text.startswith('.')}{text}" for text in starts_of(texts)]
    found = [module_value(r, name) for name in names if name and name[0] != "."]
    begins = [start.partition(ANYTHING_BETWEEN)[0] for start in starts]
    found += [modules_below(r, start) for start in begins if start]
    found += [step(r, text, IMPORTED) for text in texts if isinstance(text, Symbol)]
    is_put_together = bool(texts) and all(isinstance(text, Instance) for text in texts)
    return unimported(r) if is_put_together and not starts else union(found)


def _getattr(r: Resolver, arguments: Arguments) -> ValueSet:
    found = [by_name(r, arguments.at(0), (name,)) for name in arguments.at(1)]
    found = [members for members in found if members]
    found += [begun(r, arguments.at(0), start) for start in starts_of(arguments.at(1))]
    if not any(found):
        found = [any_member(r, arguments.at(0))]
    return alternatives([*found, *arguments.positional[2:3]])


def _type(r: Resolver, arguments: Arguments) -> ValueSet:
    objects = tuple(value for value in arguments.at(0) if not isinstance(value, ClassValue))
    unknown = (value for value in objects if isinstance(value, Symbol) and (value.path or value.bound is None))
    return union([classes_of(r, objects), *(step(r, value, STEP) for value in unknown)])


def _element(r: Resolver, arguments: Arguments) -> ValueSet:
    """One of the elements of the first argument, or the second one, which may come out again."""
    return union([r.iterate(arguments.at(0)), arguments.at(1)])


def _listed(kind: str) -> Handler:
    def handle(r: Resolver, arguments: Arguments) -> ValueSet:
        return container(r, kind, (r.iterate(arguments.at(0)),))

    return handle


def _reversed(r: Resolver, arguments: Arguments) -> ValueSet:
    """What a class's own `__reversed__` gives; else the same elements."""
    own = tuple(one for one in arguments.at(0) if isinstance(one, Instance) and isinstance(one.cls, ClassValue)
                and not one.cls.ref.module.is_foreign)  # fmt: skip
    made = r.call(r.attribute(own, "__reversed__"), Arguments()) if own else NOTHING
    return made or container(r, "list", (r.iterate(arguments.at(0)),))


def _dict(r: Resolver, arguments: Arguments) -> ValueSet:
    given = tuple(value for value in arguments.at(0) if isinstance(value, Instance) and is_mapping(value))
    named = union([values for _, values in arguments.keywords])
    if given and not named:
        return given
    pairs = () if given else r.iterate(arguments.at(0))
    values = union([r.subscript(given, NOTHING), item(r, pairs, 1), named])
    return container(r, "dict", (item(r, pairs, 0), values))


def _namespace(kind: str) -> Handler:
    """An object that has what it is given by keywords as its attributes."""

    def handle(r: Resolver, arguments: Arguments) -> ValueSet:
        module, _, name = kind.rpartition(".")
        kept = tuple((kept_as(r, key), values) for key, values in arguments.keywords if key)
        classes = [value for value in member(r, module, name) if isinstance(value, ClassValue)]
        return tuple(make_instance(r, Instance(cls, (), kept)) for cls in classes)

    return handle


def _default_dict(r: Resolver, arguments: Arguments) -> ValueSet:
    """A dict of what its factory makes, which it remembers where asking for an item may run code of the program."""
    factory = arguments.at(0)
    env = ((kept_as(r, FACTORY), factory),) if any(map(_is_own, factory)) else ()
    return (make_instance(r, Instance(r.builtin("dict"), (NOTHING, r.call(factory, Arguments())), env)),)


def _is_own(value: Value) -> bool:
    if isinstance(value, Partial):
        return any(map(_is_own, value.functions))
    return isinstance(value, (FunctionValue, ClassValue)) and not value.ref.module.is_foreign


def _next(r: Resolver, arguments: Arguments) -> ValueSet:
    return alternatives([r.iterate(arguments.at(0)), *arguments.positional[1:2]])


def _completed(r: Resolver, arguments: Arguments) -> ValueSet:
    """Futures that are done by the time that they are given."""
    return container(r, "list", (with_facts(r, r.iterate(arguments.at(0)), [("done", True)]),))


def _completed_soon(r: Resolver, arguments: Arguments) -> ValueSet:
    """What `asyncio.as_completed` iterates: something to await for each of its results."""
    return container(r, "list", ((r.make(Coroutine, r.awaited(r.iterate(arguments.at(0)))),),))


def _replaced(r: Resolver, arguments: Arguments) -> ValueSet:
    """`dataclasses.replace(job, run=slow)`: objects made with what is given now, and else with what they were."""
    given = {name for name, _ in arguments.keywords}
    found: list[Value] = []
    for value in arguments.at(0):
        cls = class_of(value)
        again = r.call((cls,), Arguments((), arguments.keywords)) if cls is not None else NOTHING
        if not isinstance(value, Instance) or "" in given:
            found += [value, *again]  # what it was made with is not known here
            continue
        made = [one for one in again if isinstance(one, Instance)]
        env = [(root, values) for root, values in value.env if _field_of(root) not in given]
        env += [(root, values) for one in made for root, values in one.env if _field_of(root) in given]
        found.append(make_instance(r, Instance(value.cls, value.args, tuple(env), value.facts)))
    return tuple(found)


def _field_of(root: Root) -> str:
    """The field of a dataclass that a parameter of its constructor is."""
    if not isinstance(root, ParamRoot) or root.ref.scope.kind is not ScopeKind.CLASS:
        return ""
    return list(root.ref.scope.annotations)[root.index]


def _gather(r: Resolver, arguments: Arguments) -> ValueSet:
    results = tuple(r.awaited(part) for part in arguments.positional)
    if arguments.rest:
        results = (r.awaited(r.iterate(arguments.rest)),)
    return (r.make(Coroutine, container(r, "tuple", results)),)


def _validator(name: str) -> Handler:
    """What pydantic finds in `Annotated[type, AfterValidator(function)]`: an object that holds the function."""

    def handle(r: Resolver, arguments: Arguments) -> ValueSet:
        return (r.make(Instance, r.make(External, name), (arguments.at(0, "func"),)),)

    return handle


def _type_adapter(r: Resolver, arguments: Arguments) -> ValueSet:
    """Pydantic's `TypeAdapter(type)` makes instances of the type."""
    types = r.instances(arguments.at(0, "type"))
    return (r.make(Instance, r.make(External, "pydantic.TypeAdapter"), (types,)),)


def _depends(r: Resolver, arguments: Arguments) -> ValueSet:
    return (r.make(Descriptor, "depends", arguments.at(0, "dependency")),)


def _session_factory(r: Resolver, arguments: Arguments) -> ValueSet:
    """SQLAlchemy's `sessionmaker(engine, class_=AsyncSession)` makes sessions of the class that it is given."""
    made = r.instances(arguments.at(1, "class_"))
    return (r.make(Instance, r.make(External, "sqlalchemy.orm.sessionmaker"), (made,) if made else ()),)


def _enter_context(r: Resolver, arguments: Arguments) -> ValueSet:
    return r.entered(arguments.at(0))


def _enter_async_context(r: Resolver, arguments: Arguments) -> ValueSet:
    return (r.make(Coroutine, r.entered(arguments.at(0), True)),)


def _new(r: Resolver, arguments: Arguments) -> ValueSet:
    return r.instances(tuple(value for value in at_least(arguments.at(0)) if isinstance(value, ClassValue)))


def _new_class(r: Resolver, arguments: Arguments) -> ValueSet:
    """`super().__new__(mcls, name, bases, namespace)` in a metaclass: any of the classes that it makes."""
    return union([made_by(r, value) for value in arguments.at(0) if isinstance(value, ClassValue)])


_CONTAINERS_OF_SERVICES = (
    "punq.Container.resolve", "punq.Container.instantiate", "svcs.Container.get", "injector.Injector.get",
    "injector.Injector.create_object", "lagom.Container.resolve",
    "dishka.Container.get", "rodi.Container.resolve",
)  # fmt: skip


def _of_given_class(r: Resolver, arguments: Arguments) -> ValueSet:
    """A container of services gives an object of the class that it is asked for."""
    return r.instances(tuple(value for value in arguments.at(0) if isinstance(value, ClassValue)))


def _of_given_class_soon(r: Resolver, arguments: Arguments) -> ValueSet:
    return (r.make(Coroutine, _of_given_class(r, arguments)),)


def _found_object(r: Resolver, arguments: Arguments) -> ValueSet:
    """Django's `get_object_or_404(Model, ...)` gives an instance of the model, or of what the query is about."""
    models = tuple(value for value in arguments.at(0) if isinstance(value, ClassValue))
    return union([r.instances(models), r.iterate(arguments.at(0))])


def _found_soon(r: Resolver, arguments: Arguments) -> ValueSet:
    return (r.make(Coroutine, _found_object(r, arguments)),)


def _object(_r: Resolver, _arguments: Arguments) -> ValueSet:
    return NOTHING


VALIDATORS = frozenset(
    f"pydantic.{module}{kind}Validator"
    for module in ("", "functional_validators.")
    for kind in ("After", "Before", "Plain", "Wrap")
)
"""What holds a function that validates, in pydantic's `Annotated`."""

SPECIAL: dict[str, Handler] = {
    **LAZY,
    **FIELDS,
    **operators.BY_METHOD,
    operators.ATTRIBUTE: operators.attribute_getter,
    operators.ITEM: operators.item_getter,
    operators.METHOD: operators.method_caller,
    "functools.partial": partial_of,
    "functools.partialmethod": partial_of,
    "weakref.finalize": finalizer,
    "os._Environ.get": _setting,
    "os.getenv": _setting,
    "builtins.property": _descriptor("property"),
    "functools.cached_property": _descriptor("property"),
    "abc.abstractproperty": _descriptor("property"),
    "builtins.classmethod": _descriptor("classmethod"),
    "builtins.staticmethod": _descriptor("staticmethod"),
    "contextlib.contextmanager": _descriptor("contextmanager"),
    "contextlib.asynccontextmanager": _descriptor("contextmanager"),
    "contextlib._BaseExitStack.enter_context": _enter_context,
    "contextlib.AsyncExitStack.enter_async_context": _enter_async_context,
    "functools.cmp_to_key": _first,
    "functools.wraps": _wraps,
    "functools.lru_cache": _identity_decorator,
    "functools.cache": _identity_decorator,
    "functools.singledispatch": generic,
    "functools.singledispatchmethod": generic,
    "functools.total_ordering": _first,
    "dataclasses.dataclass": _identity_decorator,
    "dataclasses.replace": _replaced,
    "abc.abstractmethod": _first,
    "typing.cast": _cast,
    "typing.NewType": _new_type,
    "typing.TypeVar": _type_var,
    "typing.overload": _first,
    "typing.final": _first,
    "typing.runtime_checkable": _first,
    "importlib.import_module": _import_module,
    "builtins.__import__": _import_module,
    "builtins.getattr": _getattr,
    "builtins.type": _type,
    "builtins.object": _object,
    "builtins.object.__new__": _new,
    "builtins.type.__new__": _new_class,
    "abc.ABCMeta.__new__": _new_class,
    "builtins.list": _listed("list"),
    "builtins.set": _listed("set"),
    "builtins.frozenset": _listed("set"),
    "builtins.tuple": _listed("list"),
    "builtins.sorted": _listed("list"),
    "builtins.reversed": _reversed,
    "collections.deque": _listed("list"),
    "builtins.dict": _dict,
    "collections.OrderedDict": _dict,
    "types.SimpleNamespace": _namespace("types.SimpleNamespace"),
    "argparse.Namespace": _namespace("argparse.Namespace"),
    "collections.defaultdict": _default_dict,
    "_heapq.heappop": _element,
    "_heapq.heapreplace": _element,
    "_heapq.heappushpop": _element,
    "heapq.heappop": _element,
    "heapq.heapreplace": _element,
    "heapq.heappushpop": _element,
    "random.choice": _element,
    "random.Random.choice": _element,
    "builtins.next": _next,
    "builtins.anext": _next,
    "concurrent.futures._base.as_completed": _completed,
    "asyncio.tasks.as_completed": _completed_soon,
    "asyncio.tasks.gather": _gather,
    "asyncio.gather": _gather,
    "sqlalchemy.orm.sessionmaker": _session_factory,
    "django.db.models.Manager.from_queryset": _first,  # a manager that has all that the queries have
    "django.shortcuts.get_object_or_404": _found_object,
    "django.shortcuts.aget_object_or_404": _found_soon,
    **dict.fromkeys(_CONTAINERS_OF_SERVICES, _of_given_class),
    "svcs.Container.aget": _of_given_class_soon,
    "dishka.AsyncContainer.get": _of_given_class_soon,
    **{name: _validator(name) for name in VALIDATORS},
    "pydantic.TypeAdapter": _type_adapter,
    "fastapi.Depends": _depends,
    "fastapi.Security": _depends,
    "fastapi.params.Depends": _depends,
    "fastapi.param_functions.Depends": _depends,
}
"""What a call of each gives, by the name of the definition."""

_PROPERTIES = frozenset(("reify", "memoized_property", "lazy_property", "hybrid_property", "cached_property"))
"""What libraries call decorators that make properties, often of their own kind."""


def special_of(name: str) -> Handler | None:
    """What a call of something of a library means that only its name tells."""
    return SPECIAL.get(name) or (_descriptor("property") if name.rpartition(".")[2] in _PROPERTIES else None)
