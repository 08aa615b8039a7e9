"""Functions that are handed to a library by name: decorated, or given as an argument."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import chain

from antifreeze.catalog.conditions import bind, holds
from antifreeze.catalog.rows import Callback, Decorator
from antifreeze.link.arguments import arguments_of
from antifreeze.link.coroutineness import is_async
from antifreeze.link.evaluate import Linker
from antifreeze.link.kept import literal
from antifreeze.link.resolver import Arguments
from antifreeze.model import expression as ex
from antifreeze.model.summary import ParamKind
from antifreeze.model.value import (
    NOTHING,
    ClassValue,
    Descriptor,
    External,
    FunctionValue,
    Instance,
    Partial,
    ScopeRef,
    Value,
    ValueSet,
    union,
)
from antifreeze.solve.callees import call_at
from antifreeze.solve.callers import Callers
from antifreeze.solve.handed import callable_in
from antifreeze.solve.names import dotted_name, method_names
from antifreeze.solve.spelling import CONSTRUCTORS

Registration = tuple[ScopeRef, ValueSet, Callable[[], Arguments]]
"""A call that may register something: the scope that it stands in, what it calls, and with what."""

Deferred = Callable[[str], Iterable[Registration]]
"""What is handed over under a name, with its arguments, for others to call: `partial(loop.call_soon, f)`."""


def by_decorator(
    linker: Linker, wanted: Mapping[str, Decorator], closed: Callable[[ValueSet], ValueSet]
) -> Iterator[tuple[ScopeRef, Decorator]]:
    """Functions that decorators register with a framework, unless their arguments say otherwise."""
    for tail in sorted({name.rpartition(".")[2] for name in wanted}):
        for ref, index in linker.program.decorations(tail):
            function = _decorated(linker, ref, index)
            node = ref.scope.nodes[index]
            assert isinstance(node, ex.Decorate)
            made = ref.scope.nodes[node.decorator]
            spelt = made.func if isinstance(made, ex.Call) else node.decorator
            for value in closed(linker.node(ref, spelt)) if function is not None else ():
                known = (wanted.get(name) for name in _spellings(linker, dotted_name(value)))
                row = next((row for row in known if row is not None), None)
                if row is not None and not (
                    isinstance(made, ex.Call) and _excepted(arguments_of(linker, ref, made), row)
                ):
                    assert function is not None
                    yield function, row


def _decorated(linker: Linker, ref: ScopeRef, index: int) -> ScopeRef | None:
    """The function below a decorator and those between; None where one of those takes a plain one off the loop."""
    node = ref.scope.nodes[index]
    assert isinstance(node, ex.Decorate)
    inner: object = node
    while isinstance(inner, ex.Decorate):
        inner = ref.scope.nodes[inner.base]
    function = linker.program.module_of(ref).refs[inner.scope] if isinstance(inner, ex.Function) else None
    if function is None or function.scope.is_async or not isinstance(ref.scope.nodes[node.base], ex.Decorate):
        return function
    values = linker.node(ref, node.base)
    return None if values and all(is_async(linker, value) for value in values) else function


def _spellings(linker: Linker, name: str) -> list[str]:
    """The name of a member, as each class of its lineage would spell it."""
    owner, _, member = name.rpartition(".")
    canonical = linker.catalog.canonical
    return [canonical(f"{base}.{member}" if base else member) for base in linker.catalog.lineage(owner)]


def _excepted(arguments: Arguments, row: Decorator | Callback) -> bool:
    """Whether the arguments of a call say that the row does not hold for it."""
    if not row.unless or row.signature is None:
        return False
    keywords = {key: literal(values) for key, values in arguments.keywords}
    bound = bind(row.signature, [literal(values) for values in arguments.positional], keywords)
    return any(holds(condition, bound) for condition in row.unless)


def by_call(
    linker: Linker,
    wanted: Mapping[str, Iterable[Callback]],
    callers: Callers,
    registered: Callable[[ValueSet], Iterable[ValueSet]] | None = None,
    of_objects: Callable[[ScopeRef, ValueSet], ValueSet] | None = None,
    deferred: Deferred = lambda _name: (),
) -> Iterator[tuple[ScopeRef, Callback]]:
    """Functions that are handed to certain calls, unless their arguments say otherwise."""
    closed = callers.closed
    by_tail: dict[str, list[str]] = defaultdict(list)
    for name in wanted:
        by_tail[name.rpartition(".")[2]].append(name)
    for tail in sorted(by_tail):
        is_method = any(_is_class(part) for name in by_tail[tail] if "." in name for part in name.split("."))
        meant = [row for name in by_tail[tail] for row in wanted[name]]
        for ref, callees, given in chain(_written(linker, callers, by_tail[tail], meant), deferred(tail)):
            for callee in closed(callees) if is_method else callees:
                names = _names(linker, callee)
                known = (wanted.get(one) for name in names for one in _spellings(linker, name))
                for row in next((rows for rows in known if rows is not None), ()):
                    arguments = given()
                    handed = NOTHING if _excepted(arguments, row) else callable_in(row, arguments)
                    handed = of_objects(ref, handed) if of_objects else handed
                    for value in chain.from_iterable(registered(handed) if registered else (closed(handed),)):
                        for part in (value, *_methods(linker, value, row.runs)):
                            yield from ((function, row) for function in _functions(linker, part))


def _written(linker: Linker, callers: Callers, names: list[str], meant: list[Callback]) -> Iterator[Registration]:
    """The calls that are written as such."""
    sites = [*linker.program.calls_named(names[0].rpartition(".")[2]), *_made_by_heirs(linker, names)]
    owners = _attributes(names) if sites else set()
    for ref, index in sites:
        node = call_at(ref, index)
        if (not owners or _is_of(ref, node, owners)) and any(_hands_over(ref, node, row) for row in meant):
            yield ref, linker.node(ref, node.func), partial(callers.arguments, ref, index)


def _made_by_heirs(linker: Linker, wanted: Iterable[str]) -> list[tuple[ScopeRef, int]]:
    """The calls that make an object of a library's class by way of a heir: `super().__init__(...)`, `Own(...)`."""
    classes = [name for name in wanted if name.rpartition(".")[2][:1].isupper()]
    heirs = {heir: None for name in classes for heir in linker.classes.external_subclasses(name)}
    names = [heir.ref.scope.name for heir in heirs if _takes_keywords(linker, heir)]
    return [site for name in (*names, *(["__init__"] if heirs else [])) for site in linker.program.calls_named(name)]


def _takes_keywords(linker: Linker, cls: ClassValue) -> bool:
    """Whether making an object of a class takes what the constructor of its base does."""
    index = cls.ref.scope.names.get("__init__")
    if index is None:
        return True
    own = [one.ref.scope for one in linker.node(cls.ref, index) if isinstance(one, FunctionValue)]
    return any(param.kind is ParamKind.VAR_KEYWORD for scope in own for param in scope.params)


def _names(linker: Linker, callee: Value) -> list[str]:
    """The names by which the catalog may know what is called; of a heir's constructor, those of its bases."""
    if isinstance(callee, FunctionValue):
        return method_names(linker, callee)
    if isinstance(callee, ClassValue) and not callee.ref.module.is_foreign:
        bases = linker.class_info(callee).ancestors
        return [name for base in bases if isinstance(base, External) for name in linker.catalog.lineage(base.name)]
    return [dotted_name(callee).removesuffix(".__init__")]


def _methods(linker: Linker, value: Value, names: tuple[str, ...]) -> ValueSet:
    """The methods of these names that an object, or each in a list of objects, has."""
    objects = (value, *linker.iterate((value,)))
    return union([linker.attribute(objects, name) for name in names])


def _hands_over(ref: ScopeRef, node: ex.Call, row: Callback) -> bool:
    """Whether a call has, where a row looks for what is handed over, an argument that may be code."""
    nodes = ref.scope.nodes
    named = dict(node.keywords)
    if "" in named or any(isinstance(nodes[index], ex.Star) for index in node.args):
        return True
    place = -1 if row.callable is None else row.callable
    index = named.get(row.keyword or "", node.args[place] if 0 <= place < len(node.args) else -1)
    given = nodes[index] if index != ex.NO_NODE else None
    is_empty = isinstance(given, ex.Collection) and not given.items
    return given is not None and not isinstance(given, ex.Literal) and not is_empty


def _attributes(names: Iterable[str]) -> set[str]:
    """The attributes whose method is meant (`app.on_startup.append`); none where it can be of anything else."""
    paths = [name.split(".")[-3:-1] for name in names if "." in name]
    return {owner for *_, owner in paths} if all(_is_class(path[0]) for path in paths) else set()


def _is_class(part: str) -> bool:
    """Whether a part of a dotted name is a class's, by the convention (PEP 8)."""
    return part[:1].isupper()


def _is_of(ref: ScopeRef, node: ex.Call, owners: set[str]) -> bool:
    func = ref.scope.nodes[node.func]
    base = ref.scope.nodes[func.base] if isinstance(func, ex.Attribute) else None
    return isinstance(base, ex.Attribute) and base.name in owners


def _functions(linker: Linker, value: Value) -> Iterator[ScopeRef]:
    if isinstance(value, FunctionValue) and not value.ref.module.is_foreign:
        yield value.ref
    elif isinstance(value, (Partial, Descriptor)):
        for function in value.functions:
            yield from _functions(linker, function)
    elif isinstance(value, ClassValue) and not value.ref.module.is_foreign:  # what making an object runs
        for name in CONSTRUCTORS:
            for method in linker.attribute((linker.make(Instance, value),), name):
                yield from _functions(linker, method) if isinstance(method, FunctionValue) else ()
    elif isinstance(value, Instance):  # a list of functions, or what can be called itself
        for member in union([*value.args, own_call(linker, value)]):
            yield from _functions(linker, member)


def own_call(linker: Linker, value: Instance) -> ValueSet:
    """What runs where an object of the program's own is called."""
    is_own = isinstance(value.cls, ClassValue) and not value.cls.ref.module.is_foreign
    return linker.attribute((value,), "__call__") if is_own else NOTHING
