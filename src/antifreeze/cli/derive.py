"""`antifreeze catalog derive`: the catalog of installed libraries, by their own source."""

from __future__ import annotations

import functools
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from antifreeze.catalog.packaged import load_packaged
from antifreeze.catalog.writing import DerivedCatalog, written
from antifreeze.cli.output import emit
from antifreeze.deriving import derive
from antifreeze.engine import Ports
from antifreeze.errors import UsageError
from antifreeze.store.environment import find_environment
from antifreeze.store.files import check_writable, write_atomically
from antifreeze.store.library import InstalledLibraries, user_cache
from antifreeze.store.stubs import read_stub


def derived(names: Iterable[str], python: str) -> Iterator[DerivedCatalog]:
    """What the source of each library tells; raises `UsageError` where one is not installed."""
    prefix = find_environment(python, ".", os.environ)
    if prefix is None:
        raise UsageError("deriving needs an environment", hint="name it with --python")
    libraries = InstalledLibraries(prefix, user_cache(os.environ) / "libraries")
    for name in names:
        distribution = libraries.distributions.named(name) or libraries.distributions.of_root(name)
        modules = libraries.modules_of(distribution) if distribution is not None else {}
        if distribution is None or not modules:
            raise UsageError(f"no library {name} with Python source in {prefix}", hint="name it as it is installed")
        known = functools.partial(load_packaged, without=frozenset(modules))
        ports = Ports(read_stub, known, libraries=libraries)
        yield derive(distribution.name, distribution.version, modules, ports)
    libraries.close()


def write(catalogs: Iterable[DerivedCatalog], output: str | None) -> None:
    """Print each, or write it: to the file that is named, or into the folder under the library's name."""
    if output is None:
        for catalog in catalogs:
            emit(written(catalog))
        return
    target = Path(output)
    is_file = target.suffix == ".toml"
    check_writable(target if is_file else target / "x.toml")
    for number, catalog in enumerate(catalogs):
        if is_file and number:
            raise UsageError("one file holds one library", hint="name a folder for several")
        write_atomically(target if is_file else target / f"{catalog.library}.toml", written(catalog))
