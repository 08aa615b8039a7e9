"""The public surface of an installed library: its functions and classes, by the names that programs use."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator

from antifreeze.link.evaluate import Linker
from antifreeze.link.imports import bound_in
from antifreeze.link.places import absolute
from antifreeze.model.summary import BODY_MARK, ModuleSummary
from antifreeze.model.value import ClassValue, FunctionValue, Value

Definition = ClassValue | FunctionValue

_ASIDE = re.compile(
    r"_.*|tests?|testing|conftest|docs?|examples?|benchmarks?|vendor(ed)?|vendored_packages|extern(al)?"
)
"""Modules that are no part of a library's surface, by any part of their names."""

SPECIAL = frozenset(("__call__", "__enter__", "__iter__", "__next__"))
"""Special methods that a program's syntax calls."""


class Surface:
    """The public names of some root packages; the shortest one of each definition is its own, the rest are aliases."""

    def __init__(self, linker: Linker, modules: Iterable[str]) -> None:
        self._names: dict[Value, list[str]] = {}
        public = [name for name in modules if is_public(name)]
        roots = {name.partition(".")[0] for name in public}
        for name in public:
            module = linker.program.library(name)
            if module is None:
                continue
            for last in _offered(linker, module.summary):
                for value in bound_in(linker, module, last):
                    if isinstance(value, (ClassValue, FunctionValue)) and _is_own(value, name, module.summary, roots):
                        self._names.setdefault(value, []).append(f"{name}.{last}")
        for value, names in self._names.items():
            names.sort(key=functools.partial(_distance, value))

    def definitions(self) -> Iterator[tuple[str, Definition]]:
        """Every definition with its own name, in the order of the names."""
        own = [(names[0], value) for value, names in self._names.items()]
        for name, value in sorted(own, key=lambda pair: pair[0]):
            if isinstance(value, (ClassValue, FunctionValue)):
                yield name, value

    def name_of(self, value: Value) -> str:
        """The own name of a definition; empty for what is not public."""
        return self._names[value][0] if value in self._names else ""

    def aliases(self, value: Value) -> tuple[str, ...]:
        """The other public names of a definition."""
        return tuple(self._names.get(value, ())[1:])


def _distance(value: Value, name: str) -> tuple[bool, int, bool, int, str]:
    """How a name compares with others of its definition: in its own root package, short, and as it was defined."""
    ref = value.ref if isinstance(value, (ClassValue, FunctionValue)) else None
    home = "" if ref is None else ref.module.module.lstrip(BODY_MARK).partition(".")[0]
    is_other = ref is None or name.rpartition(".")[2] != ref.scope.name
    return name.partition(".")[0] != home, name.count("."), is_other, len(name), name


def is_public(module: str) -> bool:
    """Whether a module is a part of the library's surface, by its name."""
    return not any(_ASIDE.fullmatch(part) for part in module.split(".")[1:])


def _offered(linker: Linker, summary: ModuleSummary, depth: int = 4) -> list[str]:
    """The names that a module offers, with those of the modules that it imports whole."""
    if summary.exports is not None:
        return [name for name in summary.exports if not name.startswith("_")]
    found = dict.fromkeys(name for name in summary.scopes[0].names if not name.startswith("_"))
    for starred, level in summary.stars if depth else ():
        name = absolute(summary, starred, level)
        module = linker.program.library(name) if name else None
        if module is not None:
            found.update(dict.fromkeys(_offered(linker, module.summary, depth - 1)))
    return list(found)


def _is_own(value: Definition, module: str, summary: ModuleSummary, roots: set[str]) -> bool:
    """Whether a definition belongs to the library and the module means to offer it: what it imports, it only uses."""
    home = value.ref.module.module.lstrip(BODY_MARK)
    if home == module:
        return True
    return home.partition(".")[0] in roots and (summary.is_package or summary.exports is not None)
