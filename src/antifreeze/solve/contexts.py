"""Which functions run on the loop: coroutines, and the plain functions that a loop or a framework calls there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fnmatch import fnmatchcase
from typing import NamedTuple

from antifreeze.catalog.rows import Callback, Decorator, Hook
from antifreeze.link.evaluate import Linker
from antifreeze.link.outcomes import is_barred
from antifreeze.link.typenames import named
from antifreeze.model.expression import Function
from antifreeze.model.summary import ScopeKind
from antifreeze.model.value import (
    ClassValue,
    Descriptor,
    External,
    FunctionValue,
    ScopeRef,
    Value,
)
from antifreeze.solve.asking import Asking
from antifreeze.solve.awaited import BY_STATEMENT
from antifreeze.solve.callers import Callers
from antifreeze.solve.construction import Construction
from antifreeze.solve.declared import LIBRARIES, classes_in
from antifreeze.solve.registered import by_call, by_decorator

ASYNC = "async def"


class Contexts(NamedTuple):
    """The functions that run on the loop."""

    why: dict[ScopeRef, str]
    """What runs each of them there."""
    awaits: dict[ScopeRef, frozenset[str]]
    """The categories of calls that block nothing in some of them: a library waits for these on the loop."""


def on_loop(linker: Linker, callers: Callers, asking: Asking) -> Contexts:
    """Every function that runs on the loop, and why; `callers` resolves parameters in the program as a whole."""
    found: dict[ScopeRef, str] = {}
    awaits: dict[ScopeRef, frozenset[str]] = {}
    never_defined = _never_defined(linker)
    for ref in linker.program.functions():
        scope = ref.scope
        if scope.kind is ScopeKind.FUNCTION and scope.directive != "off-loop" and ref not in never_defined:
            if scope.is_async and not ref.module.is_stub:
                found[ref] = ASYNC
            elif scope.directive == "on-loop":
                found[ref] = "marked on-loop"
            elif scope.name in BY_STATEMENT and _is_method(ref):
                found[ref] = BY_STATEMENT[scope.name]
    holds = _Holding(linker, callers)
    by_class, by_name = _by_class(linker, holds), _by_name(linker, callers, asking, holds)
    for ref, why, row in [*by_class, *by_name, *_by_data(linker, callers)]:
        if not ref.scope.is_async and ref.scope.directive != "off-loop" and ref not in found:
            found[ref] = why
            if not isinstance(row, Hook) and row.awaits:
                awaits[ref] = row.awaits
    return Contexts(found, awaits)


def _never_defined(linker: Linker) -> set[ScopeRef]:
    """The definitions under tests that never let control pass: `if USE_THREADS: ... else: ...`."""
    found: set[ScopeRef] = set()
    for around in linker.program.refs():
        for guard in around.scope.guards:
            defined = [node for node in around.scope.nodes[guard.start : guard.end] if isinstance(node, Function)]
            if defined and is_barred(linker, around, guard):
                refs = linker.program.module_of(around).refs
                found.update(refs[node.scope] for node in defined)
    return found


def _is_method(ref: ScopeRef) -> bool:
    return ref.parent is not None and ref.parent.scope.kind is ScopeKind.CLASS and not ref.module.is_foreign


def _by_data(linker: Linker, callers: Callers) -> Iterator[tuple[ScopeRef, str, Decorator]]:
    """What checks the data of requests, of which a framework makes the objects that its handlers declare to take."""
    construction = Construction(linker)
    loading = {name: row for name, row in linker.catalog.threaded_decorators.items() if row.loads}
    for handler, row in by_decorator(linker, loading, callers.closed):
        for param in handler.scope.params:
            declared = classes_in(linker.annotation(handler.enclosing, param.annotation))
            classes = [cls for cls in declared if _is_model(linker, cls)]
            for functions, _ in construction.loaded(classes):
                for value in functions:
                    if isinstance(value, FunctionValue) and not value.ref.module.is_foreign:
                        yield value.ref, f"validated for {row.framework}", row


def _is_model(linker: Linker, cls: ClassValue) -> bool:
    """Whether a class derives from one of a library that makes objects of data."""
    roots = (base.name for base in linker.class_info(cls).ancestors if isinstance(base, External))
    return any(name.partition(".")[0] in LIBRARIES for name in roots)


class _Holding:
    """Tells whether a program has what runs a hook on the loop: it calls one of the names that say so.

    Or it registers a coroutine function in the same way, which nothing else could run.
    """

    def __init__(self, linker: Linker, callers: Callers) -> None:
        self._program = linker.program
        conditional = {name: row for name, row in linker.catalog.on_loop_decorators.items() if row.where}
        decorated = by_decorator(linker, conditional, callers.closed)
        self._proven = {row.where for ref, row in decorated if ref.scope.is_async}

    def __call__(self, row: Hook | Decorator | Callback) -> bool:
        is_called = any(self._program.calls_named(name) for name in row.where)
        return not row.where or is_called or row.where in self._proven


def _by_name(
    linker: Linker, callers: Callers, asking: Asking, holds: Callable[[Decorator | Callback], bool]
) -> Iterator[tuple[ScopeRef, str, Decorator | Callback]]:
    """Functions that are decorated for a loop or a framework, or handed to it."""
    catalog = linker.catalog
    decorators = {name: row for name, row in catalog.on_loop_decorators.items() if holds(row)}
    calls = {name: [row for row in rows if holds(row)] for name, rows in catalog.on_loop_calls.items()}
    for ref, decorator in by_decorator(linker, decorators, callers.closed):
        yield ref, f"@{decorator.name.rpartition('.')[2]}", decorator
    for ref, callback in by_call(linker, calls, callers, callers.registered, asking.of_objects, callers.deferred):
        if not callback.runs or any(function.scope.is_async for function in linker.program.functions()):
            yield ref, f"callback of {callback.name.rpartition('.')[2]}", callback


def _by_class(linker: Linker, holds: Callable[[Hook], bool]) -> Iterator[tuple[ScopeRef, str, Hook]]:
    """Methods that a framework calls, of classes that derive from one of its own."""
    for row in linker.catalog.on_loop_classes:
        if not holds(row):
            continue
        for base in named(linker, row.base):
            subclasses = (
                linker.subclasses(base)
                if isinstance(base, ClassValue)
                else linker.classes.external_subclasses(base.name)
                if isinstance(base, External)
                else ()
            )
            for cls in subclasses:
                for name, index in _members(linker, cls, row):
                    for value in linker.node(cls.ref, index):
                        for function in _own_functions(value):
                            yield function, f"{row.base}.{name}", row


def _own_functions(value: Value) -> Iterator[ScopeRef]:
    """The functions of a class's member: a method's own, or the getter of a property."""
    if isinstance(value, FunctionValue):
        yield value.ref
    elif isinstance(value, Descriptor) and value.kind == "property":
        for getter in value.functions:
            if isinstance(getter, FunctionValue):
                yield getter.ref


def _members(linker: Linker, cls: ClassValue, hook: Hook) -> Iterator[tuple[str, int]]:
    """The names that a class defines and that are meant."""
    defined = cls.ref.scope.names
    for name in sorted(hook.methods):
        if "*" in name:
            yield from ((one, index) for one, index in sorted(defined.items()) if fnmatchcase(one, name))
        elif name in defined and not _has_own(linker, cls, hook.twin.format(method=name)):
            yield name, defined[name]


def _has_own(linker: Linker, cls: ClassValue, name: str) -> bool:
    """Whether the class, or another of the program's that it derives from, defines the name."""
    classes = (cls, *linker.class_info(cls).ancestors)
    return any(isinstance(one, ClassValue) and not one.ref.module.is_foreign and name in one.ref.scope.names
               for one in classes)  # fmt: skip
