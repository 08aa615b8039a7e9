"""The methods that a library's own classes define for one that their base leaves to them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from antifreeze.link.memo import Memo
from antifreeze.link.resolver import Arguments, Bindings, Resolver
from antifreeze.model.summary import BODY_MARK, ParamKind
from antifreeze.model.value import ClassValue, FunctionValue, Instance, ParamRoot, ScopeRef, ValueSet

HeirsOf = Callable[[str], Mapping[str, Sequence[tuple[str, str]]]]
"""The classes of a root package, as module and name, by the last name of each of their bases."""

MAX_HEIRS = 16
"""How many classes may derive from one before that says nothing of any one of them."""

_DOUBLE = re.compile(r"_*(Mock|Fake|Dummy|Stub|Test|Null|Noop|NoOp)|.*(Mock|Fake|Stub)$")
_TESTING = frozenset(("test", "tests", "testing", "mock", "mocks", "conftest", "fixtures"))


class Heirs:
    """Looks for classes that derive from a library's class, in its own root package."""

    def __init__(self, resolver: Resolver, heirs: HeirsOf) -> None:
        self._r = resolver
        self._heirs = heirs
        self._known: Memo[ClassValue, tuple[ClassValue, ...]] = Memo(lambda cls: tuple(self._find(cls)))

    def methods(self, receiver: Instance, method: ScopeRef) -> list[FunctionValue]:
        """What the heirs of the receiver's class define in the place of a method; nothing where that is not known."""
        if not isinstance(receiver.cls, ClassValue):
            return []
        found: dict[ScopeRef, FunctionValue] = {}
        for heir in self._of(receiver.cls):
            own = self._r.make(Instance, heir, receiver.args, receiver.env, receiver.facts)
            for value in self._r.attribute((own,), method.scope.name):
                if isinstance(value, FunctionValue) and value.ref is not method and not value.ref.scope.is_abstract:
                    found.setdefault(value.ref, value)
        same = [value for value in found.values() if value.ref.scope.is_async == method.scope.is_async]
        return same if len(same) <= MAX_HEIRS else []

    def _of(self, cls: ClassValue) -> tuple[ClassValue, ...]:
        return self._known[cls]

    def _find(self, cls: ClassValue) -> Iterator[ClassValue]:
        table = self._heirs(cls.ref.name.partition(".")[0])
        pending, seen = [cls.ref.scope.name], {cls.ref.scope.name}
        while pending:
            for module, name in table.get(pending.pop(), ()):
                if name not in seen and not _is_for_tests(module, name):
                    seen.add(name)
                    pending.append(name)
                    yield from self._defined(module, name, cls)

    def _defined(self, module: str, name: str, base: ClassValue) -> Iterator[ClassValue]:
        mark = BODY_MARK if base.ref.module.module.startswith(BODY_MARK) else ""
        library = self._r.program.library(mark + module)
        index = library.root.scope.names.get(name) if library is not None else None
        if library is None or index is None:
            return
        for value in self._r.node(library.root, index):
            if isinstance(value, ClassValue) and base in self._r.class_info(value).ancestors:
                yield value


def passed_on(r: Resolver, method: ScopeRef, bindings: Bindings) -> Arguments:
    """The arguments that a method was called with, as its parameters hold them, without the receiver."""
    named: list[tuple[str, ValueSet]] = []
    for index, param in enumerate(method.scope.params):
        if index and param.kind not in (ParamKind.VAR_POSITIONAL, ParamKind.VAR_KEYWORD, ParamKind.TAKEN):
            named.append((param.name, bindings.get(r.make(ParamRoot, method, index), ())))
    return Arguments((), tuple(named))


def _is_for_tests(module: str, name: str) -> bool:
    return _DOUBLE.match(name) is not None or not _TESTING.isdisjoint(module.split("."))
