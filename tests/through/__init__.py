"""Programs that use libraries, and what is found in them by the libraries' own source alone."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NamedTuple

from antifreeze.catalog.packaged import SELF_CONTAINED, load_packaged
from antifreeze.engine import Ports, Request, check
from antifreeze.mending import Summaries
from antifreeze.model.source import SourceFile
from antifreeze.store.library import InstalledLibraries
from antifreeze.store.stubs import read_stub

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

_KEPT = Summaries()


class Use(NamedTuple):
    """One use of a library: the imports, what blocks, and the same by the library's asynchronous side."""

    name: str
    distribution: str
    setup: str
    blocking: str
    twin: str = ""
    parameter: str = ""
    twin_parameter: str = ""
    found: bool = True


def uses() -> list[Use]:
    """All uses, in the order of the table."""
    table = tomllib.loads(Path(__file__).with_name("libraries.toml").read_text(encoding="utf-8"))
    return [Use(**{"name": name, "distribution": name, **row}) for name, row in table.items()]


def followed(use: Use, prefix: Path) -> tuple[list[str], list[str]]:
    """The ways to what blocks, one frame a line: from the blocking use, and from its twin."""
    return _ways(use.setup, use.parameter, use.blocking, prefix), (
        _ways(use.setup, use.twin_parameter or use.parameter, use.twin, prefix) if use.twin else []
    )


def _ways(setup: str, parameter: str, use: str, prefix: Path) -> list[str]:
    text = f"{setup}\n\n\nasync def entry({parameter}):\n    {use}\n"
    ports = Ports(
        read_stub, lambda _roots: load_packaged(SELF_CONTAINED), memory=_KEPT, libraries=InstalledLibraries(prefix)
    )
    report = check(Request((SourceFile("main.py", "main", text.encode()),)), ports)
    return ["\n".join(step.call for step in found.unfolded()) for found in report.findings]
