"""Arguments bound to parameters, and parameters as the values that a function's body starts from."""

from __future__ import annotations

from collections.abc import Iterator

from antifreeze.link.containers import container
from antifreeze.link.forwarded import BY_NAME, BY_PLACE, all_by_name, all_by_place, handed_on, is_forwarded
from antifreeze.link.metaclasses import MAX_MADE, is_metaclass, made_by
from antifreeze.link.openclass import open_class
from antifreeze.link.passed import CALL
from antifreeze.link.resolver import Arguments, Bindings, Resolver
from antifreeze.link.typeddict import is_typed_dict
from antifreeze.link.unfinished import leaves_work
from antifreeze.model.expression import Attribute, Call, Name, Param, Star
from antifreeze.model.summary import Parameter, ParamKind, ScopeKind
from antifreeze.model.value import (
    ANYTHING,
    NOTHING,
    Anything,
    Applied,
    ClassValue,
    Coroutine,
    Descriptor,
    External,
    Instance,
    LiteralValue,
    ParamRoot,
    ScopeRef,
    Suspended,
    Symbol,
    Value,
    ValueSet,
    any_symbolic,
    is_none,
    says_something,
    union,
)

_CLASS_METHODS = {"__new__", "__init_subclass__", "__class_getitem__"}


def arguments_of(r: Resolver, ref: ScopeRef, node: Call) -> Arguments:
    """The values of a call's arguments."""
    nodes = ref.scope.nodes
    positional: list[ValueSet] = []
    rest: ValueSet = NOTHING
    for place, index in enumerate(node.args):
        argument = nodes[index]
        if isinstance(argument, Star):
            rest = r.node(ref, argument.base) or (ANYTHING,)
            if place + 1 < len(node.args):  # which parameters what follows is for is not known
                rest = container(r, "list", (union([r.iterate(rest), *_following(r, ref, node.args[place + 1 :])]),))
            break
        positional.append(r.node(ref, index))
    return Arguments(tuple(positional), tuple([(name, r.node(ref, index)) for name, index in node.keywords]), rest)


def _following(r: Resolver, ref: ScopeRef, places: tuple[int, ...]) -> Iterator[ValueSet]:
    """What arguments may be that follow `*args`."""
    for index in places:
        argument = ref.scope.nodes[index]
        yield r.iterate(r.node(ref, argument.base)) if isinstance(argument, Star) else r.node(ref, index)


def decorated_as(ref: ScopeRef) -> str:
    """`staticmethod` or `classmethod` where a function is decorated so, by the spelling; else empty."""
    parent = ref.enclosing
    for index in ref.scope.decorators:
        node = parent.scope.nodes[index]
        if isinstance(node, (Name, Attribute)) and node.name in ("staticmethod", "classmethod"):
            return node.name
    return "classmethod" if ref.scope.name in _CLASS_METHODS else ""


def substituted(r: Resolver, arguments: Arguments, bindings: Bindings) -> Arguments:
    """The arguments of a call with the symbols that `bindings` knows replaced."""
    parts = (*arguments.positional, *(values for _, values in arguments.keywords), arguments.rest)
    if not any_symbolic(parts):
        return arguments
    return Arguments(
        tuple(r.substitute(values, bindings) for values in arguments.positional),
        tuple((name, r.substitute(values, bindings)) for name, values in arguments.keywords),
        r.substitute(arguments.rest, bindings),
    )


def parameter(r: Resolver, ref: ScopeRef, index: int) -> ValueSet:
    """What a parameter may hold inside the function: what it is declared as, or a symbol for what callers pass."""
    param = ref.scope.params[index]
    root = r.make(ParamRoot, ref, index)
    parent = ref.enclosing
    if index == 0 and ref.scope.kind is ScopeKind.FUNCTION and parent.scope.kind is ScopeKind.CLASS:
        kind = decorated_as(ref)
        owner = r.make(ClassValue, parent)
        if ref.scope.name == "__init_subclass__":
            return r.subclasses(owner)[:MAX_MADE] or (owner,)
        if kind == "classmethod":
            return (owner if ref.scope.name in _CLASS_METHODS else open_class(r, root, owner),)
        if ref.scope.name == "__init__" and is_metaclass(r, owner):
            return made_by(r, owner)
        if not kind and param.kind in (ParamKind.NORMAL, ParamKind.POSITIONAL_ONLY):
            return (r.make(Symbol, root, (), owner),)
    declared = r.annotation(parent, param.annotation)
    if param.kind is ParamKind.VAR_POSITIONAL and declared:
        if any(isinstance(value, Instance) and (_is_open(value.cls) or _is_undecided(r, value)) for value in declared):
            return (r.make(Symbol, root),)
        return container(r, "list", (declared,))  # of any length, which a tuple of one part is not
    if param.kind is ParamKind.VAR_KEYWORD:
        made = container(r, "dict", (NOTHING, declared))
        is_open = all(isinstance(value, Instance) and _is_open(value.cls) for value in declared)
        is_whole = is_open and (_is_used_whole(ref, index) or is_forwarded(r, ref, index))
        return (r.make(Symbol, root),) if is_whole else made
    default = r.node(parent, param.default)
    injected = _injected(r, (*default, *_attached(r.node(parent, param.annotation))))
    return union([injected, seen_as(r, root, union([declared or injected, none_of(default)]))])


def none_of(values: ValueSet) -> ValueSet:
    """None, where it is among the values."""
    return tuple(filter(is_none, values))


def _is_used_whole(ref: ScopeRef, index: int) -> bool:
    """Whether a function iterates its keyword arguments, or keeps or hands them on as the dict that they are."""
    nodes = ref.scope.nodes
    own = {place for place, node in enumerate(nodes) if isinstance(node, Param) and node.index == index}
    for node in nodes:
        if isinstance(node, Attribute) and node.base in own and node.name in ("items", "values"):
            return True
        if isinstance(node, Call) and (
            not own.isdisjoint(node.args) or any(name and at in own for name, at in node.keywords)
        ):
            return True
    return any(store.value in own for store in ref.scope.stores)


IF_NONE = "?none"
"""The step from something that is not known yet to None, where it is that."""


def seen_as(r: Resolver, root: ParamRoot, declared: ValueSet) -> ValueSet:
    """Declared types as values: the program's own classes, and forms that admit anything, stay symbols."""
    found: list[Value] = []
    for value in declared:
        if isinstance(value, (LiteralValue, Anything)):
            continue
        if isinstance(value, Instance) and isinstance(value.cls, ClassValue) and _may_decide(r, value.cls):
            found.append(r.make(Symbol, root, (), value.cls))
        elif (
            isinstance(value, Symbol)
            or _is_some_class(r, value)
            or (isinstance(value, Instance) and _tells_little(r, value))
        ):
            found.append(r.make(Symbol, root))
        else:
            if isinstance(value, Instance) and _may_hold_code(value):
                found.append(r.make(Symbol, root))
            found.append(value)
    if not found:
        return (r.make(Symbol, root),)
    is_whole = not any(isinstance(value, Symbol) for value in found)  # a symbol stands for None where that is passed
    if is_whole and none_of(declared):
        found.append(r.make(Symbol, root, (IF_NONE,)))
    return union([tuple(found)])


def _is_some_class(r: Resolver, value: Value) -> bool:
    """Whether a class is declared that may be passed as one of those that derive from it: `kind: type[Base]`."""
    return isinstance(value, ClassValue) and not value.ref.module.is_foreign and bool(r.subclasses(value))


def _may_decide(r: Resolver, cls: ClassValue) -> bool:
    """Whether knowing which instance it is tells more: the program's classes, and what tests may ask about."""
    if cls.ref.module.is_library:
        return leaves_work(r, cls)
    if not cls.ref.module.is_stub:
        return not is_typed_dict(r, cls)
    return is_constant(cls) or r.catalog.tells_apart(cls.ref.name)


def is_constant(cls: ClassValue | None) -> bool:
    """Whether a class is one of those of constants, which tests ask about."""
    return cls is not None and cls.ref.name in _CONSTANTS


_CONSTANTS = frozenset(("builtins.str", "builtins.bool", "builtins.int", "builtins.float"))


_ITERABLES = frozenset(
    ("typing.Iterable", "typing.Iterator", "typing.Generator", "typing.Collection", "typing.Reversible",
     "contextlib.AbstractContextManager", "typing.AbstractContextManager", "typing.ContextManager")
)  # fmt: skip
"""Types of the library that tell how a value is used, not whose code that runs."""


CONTAINERS = frozenset(("builtins.list", "builtins.tuple", "builtins.dict", "builtins.set"))
"""What is filled where it is made."""

_COLLECTIONS = frozenset(
    ("typing.Sequence", "typing.MutableSequence", "typing.Mapping", "typing.MutableMapping", "typing.AbstractSet",
     "typing.MutableSet", "collections.deque", "collections.OrderedDict", "collections.defaultdict")
)  # fmt: skip
"""What else holds items."""


_FILES = frozenset(("typing.IO", "typing.TextIO", "typing.BinaryIO", "io.IOBase", "io.RawIOBase", "io.BufferedIOBase",
                    "io.TextIOBase"))  # fmt: skip
"""Types of files that may lie in memory."""


def _may_hold_code(value: Instance) -> bool:
    """Whether what is passed for a declared type of the library can tell more: a generator, a list of callables."""
    name = value.cls.name if isinstance(value.cls, External) else value.cls.ref.name
    return name in _ITERABLES or any(
        isinstance(part, Instance) and (_is_open(part.cls) or _may_hold_code(part))
        for args in value.args
        for part in args
    )


def _is_open(cls: ClassValue | External) -> bool:
    """Types that tell nothing of which code a call runs."""
    if isinstance(cls, External):
        return cls.name == "typing.Callable"
    return cls.ref.name in ("builtins.object", "builtins.type")


def _tells_little(r: Resolver, value: Instance) -> bool:
    """Whether what is passed for a declared type tells all that matters: callables, containers of them, files."""
    if _is_open(value.cls) or _is_file(value) or _holds_anything(value) or is_told_by_object(r, value):
        return True
    return bool(value.args) and _holds_undecided(r, value)


def is_told_by_object(r: Resolver, value: Value) -> bool:
    """Whether it depends on the very object whether calls of a library's class block: on how it was made or set up."""
    if not isinstance(value, Instance):
        return False
    name = value.cls.name if isinstance(value.cls, External) else value.cls.ref.name
    return r.catalog.tells_apart(name)


def is_container(value: Instance) -> bool:
    """Whether a value is one of the containers of the library, by its name."""
    name = value.cls.name if isinstance(value.cls, External) else value.cls.ref.name
    return name in CONTAINERS or name in _COLLECTIONS


def _holds_anything(value: Instance) -> bool:
    """Whether a container is declared without the types of its items, or with `Any`: they may be callables."""
    if not is_container(value):
        return False
    parts = [part for args in value.args for part in args if isinstance(part, Instance)]
    return not all(map(says_something, value.args or (NOTHING,))) or any(map(_holds_anything, parts))


def _holds_undecided(r: Resolver, value: Instance) -> bool:
    """Whether a container is declared to hold what its type alone does not tell enough of."""
    parts = [part for args in value.args for part in args]
    return any(_is_some_class(r, part) or (isinstance(part, Instance) and _is_undecided(r, part)) for part in parts)


def _is_undecided(r: Resolver, value: Instance) -> bool:
    """Whether a class of the program leaves open what its instances run: to heirs, or to callables in its fields."""
    cls = value.cls
    if not isinstance(cls, ClassValue) or cls.ref.module.is_foreign or is_typed_dict(r, cls):
        return False
    return bool(r.once(("undecided", cls), lambda: (value,) if _leaves_open(r, cls) else NOTHING))


def _is_file(value: Instance) -> bool:
    name = value.cls.name if isinstance(value.cls, External) else value.cls.ref.name
    return name.lstrip("_") in _FILES


def _leaves_open(r: Resolver, cls: ClassValue) -> bool:
    if r.class_info(cls).is_protocol or r.subclasses(cls):
        return True
    for base in r.class_info(cls).ancestors:
        if isinstance(base, ClassValue) and not base.ref.module.is_foreign:
            types = [r.annotation(base.ref, index) for index in base.ref.scope.annotations.values()]
            if any(isinstance(part, Instance) and _is_open(part.cls) for part in union(types)):
                return True
    return False


def _injected(r: Resolver, declaring: ValueSet) -> ValueSet:
    """What a framework passes where a default, or what is attached to a type, declares a dependency."""
    dependencies = [value for value in declaring if isinstance(value, Descriptor) and value.kind == "depends"]
    return union([provided(r, dependency) for dependency in dependencies])


def _attached(types: ValueSet) -> Iterator[Value]:
    """What `Annotated[type, ...]` attaches to a type, also where it is one of several."""
    for value in types:
        if isinstance(value, Applied) and isinstance(value.cls, External) and value.cls.name.startswith("typing."):
            is_annotated = value.cls.name == "typing.Annotated"
            for part in value.args[1:] if is_annotated else value.args:
                yield from part if is_annotated else _attached(part)


def provided(r: Resolver, dependency: Descriptor) -> ValueSet:
    """What a dependency's provider gives: what it returns, or what it yields."""
    return union([_provided(r, value) for value in r.call(dependency.functions, Arguments())])


def _provided(r: Resolver, value: Value) -> ValueSet:
    is_lazy = isinstance(value, (Coroutine, Suspended, External)) or _name_of_class(value) in _LAZY
    is_open = isinstance(value, Symbol) and bool(value.path) and value.path[-1].startswith(CALL)
    if not is_lazy and not is_open:
        return (value,)
    given = union([r.awaited((value,)), r.iterate((value,)), r.iterate((value,), True)])
    return union([given, (value,)]) if is_open else given


def _name_of_class(value: Value) -> str:
    cls = value.cls if isinstance(value, Instance) else None
    name = cls.ref.name if isinstance(cls, ClassValue) else cls.name if isinstance(cls, External) else ""
    return name.rpartition(".")[2]


_LAZY = frozenset(("Awaitable", "Coroutine", "Iterator", "Generator", "AsyncIterator", "AsyncGenerator"))
"""What providers are declared to give that the framework awaits or iterates."""


def bind_arguments(r: Resolver, ref: ScopeRef, receiver: Value | None, arguments: Arguments) -> Bindings:
    """The parameters of a function, bound to the arguments of a call; defaults where none is given."""
    positional = list(arguments.positional)
    rest = arguments.rest
    only = rest[0] if len(rest) == 1 else None
    if isinstance(only, Instance) and only.cls is r.builtin("tuple") and only.args:
        positional.extend(only.args)
        rest = NOTHING
    if receiver is not None and decorated_as(ref) != "staticmethod":
        positional.insert(0, (receiver,))
    bindings: Bindings = {}
    keywords = dict(arguments.keywords)
    place = beyond = 0
    for index, param in enumerate(ref.scope.params):
        root = r.make(ParamRoot, ref, index)
        if param.kind is ParamKind.VAR_POSITIONAL:
            bindings[root] = _all_others(r, positional[place:], rest, beyond, is_forwarded(r, ref, index))
            place = len(positional)
        elif param.kind in BY_POSITION and place < len(positional):
            bindings[root] = positional[place]
            place += 1
        elif param.name in keywords:
            bindings[root] = keywords[param.name]
        elif param.kind is not ParamKind.VAR_KEYWORD:
            bindings[root] = _unspelt(r, ref, param, rest if param.kind in BY_POSITION else NOTHING, beyond, keywords)
            beyond += param.kind in BY_POSITION
        else:
            named = {known.name for known in ref.scope.params if known.kind is not ParamKind.TAKEN}
            given = [(name, values) for name, values in arguments.keywords if name and name not in named]
            own = all_by_name(r, given, is_forwarded(r, ref, index))
            bindings[root] = union([own, keywords.get("", NOTHING)])
    return bindings


BY_POSITION = (ParamKind.NORMAL, ParamKind.POSITIONAL_ONLY)
"""The kinds of parameters that take arguments by their place."""


def _all_others(r: Resolver, positional: list[ValueSet], rest: ValueSet, beyond: int, is_forwarded: bool) -> ValueSet:
    """What `*args` holds: the arguments that no parameter takes; of those in `rest` some may be `beyond` it."""
    if not positional and rest:
        return container(r, "list", (r.iterate(rest),)) if beyond else rest
    if is_forwarded:
        return all_by_place(r, tuple(positional))
    return container(r, "tuple", tuple(positional)) if positional else NOTHING


def _unspelt(
    r: Resolver, ref: ScopeRef, param: Parameter, rest: ValueSet, place: int, keywords: dict[str, ValueSet]
) -> ValueSet:
    """What a parameter holds that no argument names: an element of `*rest`, one of `**keywords`, else its default."""
    by_place = handed_on(r, rest, f"{BY_PLACE}{place}")
    by_name = handed_on(r, keywords.get("", NOTHING), BY_NAME + param.name)
    if by_place is None or by_name is None or ("" in keywords and not keywords[""]):
        given = r.iterate(rest)
        return given and union([given, _default(r, ref, param)])
    return union([by_place, by_name, _default(r, ref, param)])


def _default(r: Resolver, ref: ScopeRef, param: Parameter) -> ValueSet:
    return r.node(ref.enclosing, param.default)
