"""From an installed library's source to a catalog file of it: joins the stages as `engine.py` does for programs."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping

from antifreeze.catalog.writing import Blocking, Class, DerivedCatalog
from antifreeze.engine import Ports, no_collector, read_library, read_stub, roots_in_reach, sources_of
from antifreeze.link.evaluate import Linker
from antifreeze.link.program import Program
from antifreeze.model.value import ClassValue
from antifreeze.solve.bases import Bases
from antifreeze.solve.derivation import blocking
from antifreeze.solve.handing import Handing
from antifreeze.solve.sites import Sites
from antifreeze.solve.spelling import Names
from antifreeze.solve.surface import Surface, is_public
from antifreeze.solve.targets import Targets
from antifreeze.solve.twins import Twins


def derive(library: str, version: str, modules: Mapping[str, Iterable[str]], ports: Ports) -> DerivedCatalog:
    """The catalog of a library by its own source; `modules` are its modules, by root package.

    What `ports` knows of the libraries that it is built on is asked; of itself nothing should be known there.
    """
    with no_collector():
        return _derive(library, version, modules, ports)


def _derive(library: str, version: str, modules: Mapping[str, Iterable[str]], ports: Ports) -> DerivedCatalog:
    libraries = ports.libraries
    assert libraries is not None
    program = Program((), functools.partial(read_stub, ports), functools.partial(read_library, libraries))
    linker = Linker(program, ports.catalog(roots_in_reach(libraries, set(modules))))
    names = Names(linker)
    sites, targets = Sites(linker, names), Targets(linker, Bases(linker), sources_of(libraries))
    assert targets.derived is not None
    targets.derived.attach(sites)
    surface = Surface(linker, [name for root in modules.values() for name in root if is_public(name)])
    twins = Twins(linker, surface)
    entries = tuple(twins.with_twin(entry) for entry in blocking(linker, targets, surface))
    callables = tuple(Handing(linker, sites, surface).found())
    classes = tuple(_classes(linker, surface, entries))
    ports.alive.append(linker)
    return DerivedCatalog(library, version, tuple(modules), entries, callables, (*classes, *twins.rows()))


def _classes(linker: Linker, surface: Surface, entries: tuple[Blocking, ...]) -> Iterator[Class]:
    """The classes with something that blocks: their other names, and the bases that tell of what they inherit."""
    owners = {entry.owner for entry in entries if entry.owner}
    for name, value in surface.definitions():
        if not isinstance(value, ClassValue):
            continue
        ancestors = linker.class_info(value).ancestors[1:]
        bases = tuple(base for one in ancestors if (base := surface.name_of(one)) in owners)
        aliases = surface.aliases(value) if name in owners else ()
        if bases or aliases:
            yield Class(name, bases, aliases)
