"""The names that an object has members under, for who makes one up when it runs; and the members of enumerations."""

from __future__ import annotations

from antifreeze.link.arguments import bind_arguments
from antifreeze.link.marks import marks
from antifreeze.link.resolver import Arguments, Resolver
from antifreeze.link.tested import MEMBER
from antifreeze.model.expression import ANYTHING_BETWEEN, STARTS
from antifreeze.model.value import (
    MAX_DEPTH,
    NOTHING,
    Anything,
    ClassValue,
    Descriptor,
    Env,
    External,
    FunctionValue,
    Instance,
    LiteralValue,
    Member,
    ModuleValue,
    Root,
    ScopeRef,
    Symbol,
    Value,
    ValueSet,
    alternatives,
    union,
)

BEGINS = "begins:"
"""Starts the step of an access path to members that are only known by how their names begin."""

MARKED = "@"
"""Separates how names begin from the marks of which the members have one (`on_@_topic|_event`)."""

_MAX_HEIRS = 12
"""How many subclasses are asked beside the class that an object is known to be of."""

_MAX_NAMES = 24
"""How many members may be meant before that says nothing of any one of them."""

_MAX_TEXTS = 200
"""How many texts the members of an enumeration may be: most name nothing that an object has."""


def by_name(r: Resolver, owners: ValueSet, names: ValueSet) -> ValueSet:
    """The members of these names, also dotted ones; for a name that is not known yet, what is found when it is."""
    sets: list[ValueSet] = []
    for name in names:
        if isinstance(name, LiteralValue) and isinstance(name.value, str):
            found = owners
            for part in name.value.split("."):
                found = r.attribute(found, part)
            sets.append(found)
        elif isinstance(name, Symbol) and owners and all(owner.depth < MAX_DEPTH for owner in owners):
            sets.append(any_member(r, owners) or (r.make(Member, owners, (name,)),))
    return alternatives(sets or [NOTHING])


def any_member(r: Resolver, owners: ValueSet) -> ValueSet:
    """What any member is of a library's module, where the catalog says it: `getattr(ccxt, name)`."""
    names = [r.catalog.canonical(f"{owner.name}.*") for owner in owners if isinstance(owner, External)]
    return tuple(r.make(External, name) for name in names if not name.endswith(".*"))


def starts_of(values: ValueSet) -> list[str]:
    """What texts begin with that are put together when the program runs."""
    return [str(known) for text in values for fact, known in getattr(text, "facts", ()) if fact == STARTS]


def by_texts(r: Resolver, owners: ValueSet, names: ValueSet) -> ValueSet:
    """The members of names that may be put together: `globals()[f"handle_{kind}"]`."""
    return union([by_name(r, owners, names), *(begun(r, owners, start) for start in starts_of(names))])


def named(r: Resolver, value: Value, start: str) -> list[str]:
    """The names of the program's own that an object has members under and that begin so; none where many do."""
    begin, _, asked = start.partition(MARKED)
    scopes = [base.ref for base in _classes(r, value) if not base.ref.module.is_foreign]
    module = r.program.module(value.name) if isinstance(value, ModuleValue) else None
    if module is not None and not module.summary.is_foreign:
        scopes.append(module.root)
    begin, _, end = begin.partition(ANYTHING_BETWEEN)
    names = {
        name
        for ref in scopes
        for name in ref.scope.names
        if name.startswith(begin) and name.endswith(end) and (begin or name[:2] != "__")
    }
    if asked:
        names = {name for name in names if any(_is_marked(r, ref, name, asked.split("|")) for ref in scopes)}
    return sorted(names) if len(names) <= _MAX_NAMES else []


def _is_marked(r: Resolver, ref: ScopeRef, name: str, asked: list[str]) -> bool:
    """Whether a function has one of the attributes that decorators set."""
    functions = r.node(ref, ref.scope.names[name]) if name in ref.scope.names else NOTHING
    return any(marks(r, one, mark) for one in functions if isinstance(one, FunctionValue) for mark in asked)


def begun(r: Resolver, values: ValueSet, start: str) -> ValueSet:
    """The members of objects whose names begin so; of an object that is not known yet, an access path to them."""
    sets: list[ValueSet] = []
    for value in values:
        if isinstance(value, Symbol) and (value.path or value.bound is None):
            sets.append(r.attribute((value,), f"{BEGINS}{start}"))
        else:
            sets.extend(r.attribute((value,), name) for name in named(r, value, start))
    return union(sets)


def _classes(r: Resolver, value: Value) -> list[ClassValue]:
    cls = value if isinstance(value, ClassValue) else None
    heirs: tuple[ClassValue, ...] = ()
    if isinstance(value, Instance) and isinstance(value.cls, ClassValue):
        cls = value.cls
    elif isinstance(value, Symbol) and value.bound is not None and not value.path:
        cls = value.bound
        heirs = r.subclasses(cls)[:_MAX_HEIRS]
    if cls is None:
        return []
    lineage = [base for one in (cls, *heirs) for base in r.class_info(one).ancestors]
    return [base for base in dict.fromkeys(lineage) if isinstance(base, ClassValue)]


def enumerated(r: Resolver, cls: ClassValue, name: str, values: ValueSet) -> ValueSet:
    """The values of a class's name; in an enumeration, what is no method is a member, known by its value or name."""
    if any(isinstance(value, (FunctionValue, Descriptor, ClassValue)) for value in values):
        return values
    if is_enumeration(r, cls):
        literals = [value.value for value in values if isinstance(value, LiteralValue)]
        stands_for = literals[0] if len(literals) == 1 else f"<{cls.ref.name}.{name}>"
        facts = ((MEMBER, stands_for),)
        return (r.make(Instance, cls, (), _made_with(r, cls, values), facts), *filter(_may_run, values))
    return values


def _made_with(r: Resolver, cls: ClassValue, values: ValueSet) -> Env:
    """What an enumeration's own `__init__` is given for a member: its value, or the parts of that if it is a tuple."""
    if "__init__" not in cls.ref.scope.names or len(values) != 1:
        return ()
    value = values[0]
    is_tuple = isinstance(value, Instance) and value.cls is r.builtin("tuple") and bool(value.args)
    given = value.args if isinstance(value, Instance) and is_tuple else (values,)
    env: list[tuple[Root, ValueSet]] = []
    for function in r.node(cls.ref, cls.ref.scope.names["__init__"]):  # calling the class would ask for its members
        if isinstance(function, FunctionValue):
            own = r.make(Instance, cls)
            bound = bind_arguments(r, function.ref, own, Arguments(given))
            env.extend((root, known) for root, known in bound.items() if known and known[0] is not own)
    return tuple(env)


def value_of(r: Resolver, cls: ClassValue, receiver: Instance) -> ValueSet:
    """The `value` of an enumeration's member, a constant or what may hold code; of any member if that is open."""
    if not is_enumeration(r, cls):
        return NOTHING
    stands_for = dict(receiver.facts).get(MEMBER)
    if stands_for is not None and not str(stands_for).startswith("<"):
        return (r.make(LiteralValue, stands_for),)
    bound = cls.ref.scope.names
    names = list(bound) if stands_for is None else [str(stands_for).rpartition(".")[2].removesuffix(">")]
    found = union([r.node(cls.ref, bound[name]) for name in names if name in bound])
    if stands_for is None and _are_texts(found):
        return tuple(value for value in found if isinstance(value, LiteralValue))
    methods = (LiteralValue, Anything, FunctionValue, Descriptor, ClassValue)
    return tuple(value for value in found if not isinstance(value, methods))


def _are_texts(members: ValueSet) -> bool:
    """Whether all members of an enumeration, which has methods beside them, are texts, and not too many."""
    values = [value for value in members if not isinstance(value, (FunctionValue, Descriptor))]
    return len(values) <= _MAX_TEXTS and all(
        isinstance(value, LiteralValue) and isinstance(value.value, str) for value in values
    )


def with_value(r: Resolver, cls: ClassValue, values: ValueSet) -> ValueSet:
    """The member of an enumeration that has a value: `Kind("disk")`; nothing where that cannot be told."""
    if len(values) != 1 or not isinstance(values[0], LiteralValue):
        return NOTHING
    names = [name for name, index in cls.ref.scope.names.items() if r.node(cls.ref, index) == values]
    return r.attribute((cls,), names[0]) if len(names) == 1 and is_enumeration(r, cls) else NOTHING


def is_enumeration(r: Resolver, cls: ClassValue) -> bool:
    """Whether a class is an enumeration."""
    return any(isinstance(base, ClassValue) and base.ref.name == "enum.Enum" for base in r.class_info(cls).ancestors)


def _may_run(value: Value) -> bool:
    """Whether calling the value of an enumeration's member can run code of the program."""
    return not isinstance(value, (LiteralValue, Anything)) and not (
        isinstance(value, Instance) and isinstance(value.cls, ClassValue) and value.cls.ref.module.is_stub
    )
