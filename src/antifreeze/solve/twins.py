"""The asynchronous twins of what blocks in a library: what its own asynchronous side calls by the same name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

import msgspec

from antifreeze.catalog.writing import Blocking, Class
from antifreeze.link.coroutineness import is_async
from antifreeze.link.evaluate import Linker
from antifreeze.link.resolver import NO_ARGUMENTS
from antifreeze.model.value import ClassValue, Coroutine, FunctionValue, Instance, Suspended, Value
from antifreeze.solve.surface import Definition, Surface

_MARKED_CLASS = re.compile(r"^(?:Async(?:io)?|Aio|A(?=[A-Z][a-z]))(?=[A-Z])|(?<=[a-z0-9])(?:Async(?:io)?|Aio)$")
"""What an asynchronous class bears beside the name of its twin."""
_MARKED_MODULE = re.compile(r"_?a?sync(io)?_?|_?aio_?|asynchronous|(?:async_|aio_)\w+|\w+_(?:async|aio|asyncio)")


class Twins:
    """Finds the twins of a library's public calls on its own surface."""

    def __init__(self, linker: Linker, surface: Surface) -> None:
        self._linker = linker
        self._surface = surface
        self._values = dict(surface.definitions())
        self._plain: dict[str, list[str]] = defaultdict(list)
        for name in self._values:
            self._plain[_plain(name)].append(name)
        self.classes: dict[str, None] = {}
        """The asynchronous classes that twins were found in."""

    def with_twin(self, entry: Blocking) -> Blocking:
        """The entry with its twin for a remedy, where the library has one."""
        if entry.how != "call":
            return entry
        remedy = self._of_method(entry) if entry.owner else self._of_function(entry.name)
        return msgspec.structs.replace(entry, remedy=remedy) if remedy else entry

    def rows(self) -> Iterator[Class]:
        """What is to be said of the asynchronous classes."""
        for name in sorted(self.classes):
            yield Class(name, aliases=self._surface.aliases(self._values[name]), is_async=True)

    def _of_function(self, name: str) -> str:
        value = self._values[name]
        if isinstance(value, ClassValue):
            return ""
        owner, _, last = name.rpartition(".")
        candidates = [f"{owner}.{spelt}" for spelt in beside(last)]
        candidates += [other for other in self._near(name) if other.rpartition(".")[2] == last]
        return next((other for other in candidates if self._is_asynchronous(self._values.get(other))), "")

    def _of_method(self, entry: Blocking) -> str:
        for other in self._near(entry.owner):
            cls = self._values[other]
            if isinstance(cls, ClassValue) and self._has(cls, entry.name):
                self.classes[other] = None
                return f"{other}().{{method}}"
        own = self._values[entry.owner]
        if isinstance(own, ClassValue):
            for spelt in beside(entry.name):
                if self._has(own, spelt):
                    return f"{entry.owner}().{spelt}"
        return ""

    def _near(self, name: str) -> list[str]:
        """Other definitions that go by the name but for marks of asynchronous ones, the nearest first."""
        if name not in self._plain[_plain(name)] or _marks(name):
            return []
        others = [other for other in self._plain[_plain(name)] if _marks(other)]
        return sorted(others, key=lambda other: (-_shared(name, other), other.count("."), other))

    def _has(self, cls: ClassValue, method: str) -> bool:
        values = self._linker.attribute((self._linker.make(Instance, cls),), method)
        return bool(values) and all(self._is_asynchronous(value) for value in values)

    def _is_asynchronous(self, value: Definition | Value | None) -> bool:
        """Whether a call gives something to await or to iterate asynchronously."""
        if not isinstance(value, FunctionValue):
            return False
        if is_async(self._linker, value):
            return True
        made = self._linker.call((value,), NO_ARGUMENTS)
        return bool(made) and all(_is_awaitable(one) for one in made)


def beside(name: str) -> tuple[str, ...]:
    """How a library may spell the asynchronous function beside the one of this name."""
    return f"a{name}", f"async_{name}", f"{name}_async", f"a_{name}"


def _is_awaitable(value: Value) -> bool:
    return isinstance(value, Coroutine) or (isinstance(value, Suspended) and value.function.ref.scope.is_async)


def _plain(name: str) -> str:
    """The last part of a name without the marks of an asynchronous one."""
    return _MARKED_CLASS.sub("", name.rpartition(".")[2])


def _marks(name: str) -> bool:
    """Whether a name is marked as an asynchronous one, by itself or by a module on the way to it."""
    *modules, last = name.split(".")
    marked = any(_MARKED_MODULE.fullmatch(part) and part not in ("sync", "_sync") for part in modules[1:])
    return marked or _plain(name) != last


def _shared(name: str, other: str) -> int:
    """How many parts two dotted names begin with together."""
    count = 0
    for part, same in zip(name.split("."), other.split("."), strict=False):
        if part != same:
            break
        count += 1
    return count
