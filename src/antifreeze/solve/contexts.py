"""Which functions run on the loop: coroutines, and the plain functions that a loop or a framework calls there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fnmatch import fnmatchcase

from antifreeze.catalog.conditions import bind, holds
from antifreeze.catalog.rows import Callback, Decorator
from antifreeze.link.calls import literal
from antifreeze.link.evaluate import Linker
from antifreeze.link.nodes import arguments_of, is_async
from antifreeze.link.typenames import named
from antifreeze.model import expression as ex
from antifreeze.model.summary import ScopeKind
from antifreeze.model.value import (
    ClassValue,
    Descriptor,
    External,
    FunctionValue,
    Partial,
    ScopeRef,
    Value,
    ValueSet,
)
from antifreeze.solve.names import dotted_name, method_names

ASYNC = "async def"


def on_loop(linker: Linker, closed: Callable[[ValueSet], ValueSet]) -> dict[ScopeRef, str]:
    """Every function that runs on the loop, and why; `closed` resolves parameters in the program as a whole."""
    found: dict[ScopeRef, str] = {}
    for ref in linker.program.functions():
        scope = ref.scope
        if scope.kind is ScopeKind.FUNCTION and scope.directive != "off-loop":
            if scope.is_async and not ref.module.is_stub:
                found[ref] = ASYNC
            elif scope.directive == "on-loop":
                found[ref] = "marked on-loop"
    for ref, why in [*_by_class(linker), *_by_decorator(linker), *_by_call(linker, closed)]:
        if not ref.scope.is_async and ref.scope.directive != "off-loop":
            found.setdefault(ref, why)
    return found


def _by_class(linker: Linker) -> Iterator[tuple[ScopeRef, str]]:
    """Methods that a framework calls, of classes that derive from one of its own."""
    for row in linker.catalog.on_loop_classes:
        for base in named(linker, row.base):
            subclasses = (
                linker.subclasses(base)
                if isinstance(base, ClassValue)
                else linker.classes.external_subclasses(base.name)
                if isinstance(base, External)
                else ()
            )
            for cls in subclasses:
                for name, index in _members(cls, row.methods):
                    for value in linker.node(cls.ref, index):
                        for function in _own_functions(value):
                            yield function, f"{row.base}.{name}"


def _own_functions(value: Value) -> Iterator[ScopeRef]:
    """The functions of a class's member: a method's own, or the getter of a property."""
    if isinstance(value, FunctionValue):
        yield value.ref
    elif isinstance(value, Descriptor) and value.kind == "property":
        for getter in value.functions:
            if isinstance(getter, FunctionValue):
                yield getter.ref


def _members(cls: ClassValue, methods: frozenset[str]) -> Iterator[tuple[str, int]]:
    """The names that a class defines and that are meant."""
    defined = cls.ref.scope.names
    for name in sorted(methods):
        if "*" in name:
            yield from ((one, index) for one, index in sorted(defined.items()) if fnmatchcase(one, name))
        elif name in defined:
            yield name, defined[name]


def _by_decorator(linker: Linker) -> Iterator[tuple[ScopeRef, str]]:
    """Functions that a decorator registers with a framework, unless its arguments say otherwise."""
    wanted = linker.catalog.on_loop_decorators
    for tail in sorted({name.rpartition(".")[2] for name in wanted}):
        for ref, index in linker.program.decorations(tail):
            function = _decorated(linker, ref, index)
            node = ref.scope.nodes[index]
            assert isinstance(node, ex.Decorate)
            made = ref.scope.nodes[node.decorator]
            spelt = made.func if isinstance(made, ex.Call) else node.decorator
            for value in linker.node(ref, spelt) if function is not None else ():
                known = (wanted.get(name) for name in _spellings(linker, dotted_name(value)))
                row = next((row for row in known if row is not None), None)
                if row is not None and not (isinstance(made, ex.Call) and _excepted(linker, ref, made, row)):
                    assert function is not None
                    yield function, f"@{tail}"


def _decorated(linker: Linker, ref: ScopeRef, index: int) -> ScopeRef | None:
    """The plain function below a decorator and those between; None where one of those takes it off the loop."""
    node = ref.scope.nodes[index]
    assert isinstance(node, ex.Decorate)
    if isinstance(ref.scope.nodes[node.base], ex.Decorate):
        values = linker.node(ref, node.base)
        if values and all(is_async(linker, value) for value in values):
            return None
    inner: object = node
    while isinstance(inner, ex.Decorate):
        inner = ref.scope.nodes[inner.base]
    module = linker.program.module(ref.module.module)
    assert module is not None
    return module.refs[inner.scope] if isinstance(inner, ex.Function) else None


def _spellings(linker: Linker, name: str) -> list[str]:
    """The name of a member, as each class of its lineage would spell it."""
    owner, _, member = name.rpartition(".")
    return [f"{base}.{member}" if base else member for base in linker.catalog.lineage(owner)]


def _excepted(linker: Linker, ref: ScopeRef, node: ex.Call, row: Decorator | Callback) -> bool:
    """Whether the arguments of a call say that the row does not hold for it."""
    if not row.unless or row.signature is None:
        return False
    arguments = arguments_of(linker, ref, node)
    keywords = {key: literal(values) for key, values in arguments.keywords}
    bound = bind(row.signature, [literal(values) for values in arguments.positional], keywords)
    return any(holds(condition, bound) for condition in row.unless)


def _by_call(linker: Linker, closed: Callable[[ValueSet], ValueSet]) -> Iterator[tuple[ScopeRef, str]]:
    """Callbacks that are handed to the loop."""
    for tail in sorted(linker.catalog.on_loop_call_names):
        for ref, index in linker.program.calls_named(tail):
            node = ref.scope.nodes[index]
            assert isinstance(node, ex.Call)
            for callee in closed(linker.node(ref, node.func)):
                names = method_names(linker, callee) if isinstance(callee, FunctionValue) else [dotted_name(callee)]
                known = (linker.catalog.on_loop_call(one) for name in names for one in _spellings(linker, name))
                row = next((row for row in known if row is not None), None)
                if row is None or _excepted(linker, ref, node, row):
                    continue
                place = -1 if row.callable is None else row.callable
                for value in closed(arguments_of(linker, ref, node).at(place, row.keyword)):
                    for function in _functions(value):
                        yield function, f"callback of {tail}"


def _functions(value: Value) -> Iterator[ScopeRef]:
    if isinstance(value, FunctionValue) and not value.ref.module.is_stub:
        yield value.ref
    elif isinstance(value, Partial):
        for function in value.functions:
            yield from _functions(function)
