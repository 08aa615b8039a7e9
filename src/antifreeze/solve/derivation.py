"""Which public functions and methods of an installed library surely block, and with what.

The library is followed as `solve/derived.py` follows it from a program's call: each public function is called with
its defaults, each public method of an instance that was made so.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from antifreeze.catalog.index import Sink
from antifreeze.catalog.writing import Blocking, Chain
from antifreeze.link.evaluate import Linker
from antifreeze.link.resolver import NO_ARGUMENTS
from antifreeze.model.value import ClassValue, External, FunctionValue, Instance, Suspended, Value, ValueSet
from antifreeze.solve.site import nothing_given
from antifreeze.solve.surface import SPECIAL, Surface
from antifreeze.solve.target import Block
from antifreeze.solve.targets import Targets

_HOW = {"__enter__": "with", "__iter__": "iterate", "__next__": "iterate"}


def blocking(linker: Linker, targets: Targets, surface: Surface) -> Iterator[Blocking]:
    """What blocks of the library's surface; an inherited method only where its own public class does not tell."""
    told: set[tuple[Value, str]] = set()
    classes: list[tuple[str, ClassValue]] = []
    for name, value in surface.definitions():
        if isinstance(value, ClassValue):
            classes.append((name, value))
            entry = _entry(targets, name, "", (value,), "call")
        else:
            entry = _function(linker, targets, name, "", value)
        if entry is not None:
            is_class = isinstance(value, ClassValue)
            yield entry if is_class else msgspec.structs.replace(entry, aliases=surface.aliases(value))
    classes.sort(key=lambda pair: (len(linker.class_info(pair[1]).ancestors), pair[0]))
    for name, cls in classes:
        for entry in _methods(linker, targets, name, cls):
            if (_definer(linker, cls, entry.name), entry.name) not in told:
                yield entry
            told.add((cls, entry.name))


def _definer(linker: Linker, cls: ClassValue, method: str) -> Value | None:
    """The class that defines what a class has under a name."""
    bases = (base for base in linker.class_info(cls).ancestors if isinstance(base, ClassValue))
    return next((base for base in bases if method in base.ref.scope.names), None)


def _methods(linker: Linker, targets: Targets, owner: str, cls: ClassValue) -> Iterator[Blocking]:
    """What blocks of a class: its own methods and those that it inherits from its library."""
    made = [value for value in linker.call((cls,), NO_ARGUMENTS) if isinstance(value, Instance)]
    receiver = made[0] if len(made) == 1 and made[0].cls is cls else linker.make(Instance, cls)
    for method in methods_of(linker, cls):
        if method in _HOW:
            entry = _entry(targets, method, owner, (receiver,), _HOW[method])
        else:
            # A base that only the catalog knows may have any name, too.
            found = [one for one in linker.attribute((receiver,), method) if not isinstance(one, External)]
            if len(found) != 1 or not isinstance(found[0], FunctionValue):
                continue
            entry = _function(linker, targets, method, owner, found[0])
        if entry is not None:
            yield entry


def methods_of(linker: Linker, cls: ClassValue) -> list[str]:
    """The public methods of a class, with those of its bases in libraries."""
    found: dict[str, None] = {}
    for base in linker.class_info(cls).ancestors:
        if isinstance(base, ClassValue) and base.ref.module.is_library:
            found.update(dict.fromkeys(base.ref.scope.names))
    return sorted(name for name in found if not name.startswith("_") or name in SPECIAL)


def _function(linker: Linker, targets: Targets, name: str, owner: str, value: FunctionValue) -> Blocking | None:
    scope = value.ref.scope
    if scope.is_async:
        return None
    entry = _entry(targets, name, owner, (value,), "call")
    if entry is not None:
        return entry
    later = [one for one in linker.call((value,), NO_ARGUMENTS) if isinstance(one, Suspended)]
    if len(later) != 1 or later[0].function.ref is not value.ref:
        return None
    return _entry(targets, name, owner, (later[0],), "with" if later[0].is_context_manager else "iterate")


def _entry(targets: Targets, name: str, owner: str, values: ValueSet, how: str) -> Blocking | None:
    for target in targets.of(how, values, nothing_given):
        if isinstance(target, Block) and target.sink.frames:
            return Blocking(owner, name, how, target.sink.category, target.sink.wait.value, chain_of(target.sink))
    return None


def chain_of(sink: Sink) -> Chain:
    """The frames of a sink, as a catalog entry tells them."""
    calls = [step.function for step in sink.frames]
    return Chain((*calls, sink.name), tuple(f"{step.path}:{step.line}" for step in sink.frames))
