"""Which functions run on the loop: coroutines, and the plain functions that a loop or a framework calls there."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from antifreeze.link.evaluate import Linker
from antifreeze.link.nodes import arguments_of
from antifreeze.link.typenames import named
from antifreeze.model import expression as ex
from antifreeze.model.summary import ScopeKind
from antifreeze.model.value import (
    ClassValue,
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
        if not ref.scope.is_async and not ref.scope.is_generator and ref.scope.directive != "off-loop":
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
                for name in sorted(row.methods):
                    index = cls.ref.scope.names.get(name)
                    for value in linker.node(cls.ref, index) if index is not None else ():
                        if isinstance(value, FunctionValue):
                            yield value.ref, f"{row.base}.{name}"


def _by_decorator(linker: Linker) -> Iterator[tuple[ScopeRef, str]]:
    wanted = linker.catalog.on_loop_decorators
    tails = {name.rpartition(".")[2] for name in wanted}
    for ref in linker.program.functions():
        for index in ref.scope.decorators if ref.parent is not None else ():
            assert ref.parent is not None
            spelt = ref.parent.scope.nodes[index]
            if isinstance(spelt, ex.Call):
                index = spelt.func
                spelt = ref.parent.scope.nodes[index]
            if not isinstance(spelt, (ex.Name, ex.Attribute)) or (
                isinstance(spelt, ex.Attribute) and spelt.name not in tails
            ):
                continue
            for value in linker.node(ref.parent, index):
                name = dotted_name(value)
                if linker.catalog.canonical(name) in wanted:
                    yield ref, f"@{name.rpartition('.')[2]}"


def _by_call(linker: Linker, closed: Callable[[ValueSet], ValueSet]) -> Iterator[tuple[ScopeRef, str]]:
    """Callbacks that are handed to the loop."""
    for tail in sorted(linker.catalog.on_loop_call_names):
        for ref, index in linker.program.calls_named(tail):
            node = ref.scope.nodes[index]
            assert isinstance(node, ex.Call)
            for callee in closed(linker.node(ref, node.func)):
                names = method_names(linker, callee) if isinstance(callee, FunctionValue) else [dotted_name(callee)]
                for name in names:
                    row = linker.catalog.on_loop_call(linker.catalog.canonical(name))
                    if row is None:
                        continue
                    arguments = arguments_of(linker, ref, node)
                    place = -1 if row.callable is None else row.callable
                    for value in closed(arguments.at(place, row.keyword)):
                        for function in _functions(value):
                            yield function, f"callback of {tail}"
                    break


def _functions(value: Value) -> Iterator[ScopeRef]:
    if isinstance(value, FunctionValue) and not value.ref.module.is_stub:
        yield value.ref
    elif isinstance(value, Partial):
        for function in value.functions:
            yield from _functions(function)
