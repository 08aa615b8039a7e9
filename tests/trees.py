"""Small programs and environments made for a test."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from antifreeze.catalog.packaged import load_packaged
from antifreeze.config.options import Config
from antifreeze.engine import Ports, Request, check
from antifreeze.mending import Summaries
from antifreeze.model.finding import Report
from antifreeze.model.source import SourceFile
from antifreeze.store.library import InstalledLibraries
from antifreeze.store.stubs import read_stub

_SUMMARIES = Summaries()


def tree(folder: Path, files: Mapping[str, str]) -> Path:
    """Write files below a folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def site(prefix: Path) -> Path:
    """The site-packages of an environment."""
    return prefix / "lib" / "python3.11" / "site-packages"


def environment(prefix: Path, files: Mapping[str, str]) -> Path:
    """An environment whose site-packages hold the files, each root package as a distribution of its own."""
    site(prefix).mkdir(parents=True, exist_ok=True)
    tree(site(prefix), files)
    for root in {name.partition("/")[0].removesuffix(".py") for name in files if name.endswith((".py", ".pyi"))}:
        record = "\n".join(f"{name},," for name in files if name.startswith(root))
        needs = "Requires-Dist: requests>=2\nRequires-Dist: httpx; extra == 'fast'\n"
        info = {"METADATA": f"Name: {root}\nVersion: 1.0\n{needs}\n", "RECORD": record}
        tree(site(prefix) / f"{root}-1.0.dist-info", info)
    return prefix


def report(
    files: Mapping[str, str],
    prefix: Path | None,
    libraries: InstalledLibraries | None = None,
    config: Config | None = None,
) -> Report:
    """What is said of a program in an environment."""
    sources = tuple(
        SourceFile(name, name.removesuffix(".py").replace("/", "."), text.encode()) for name, text in files.items()
    )
    if prefix is not None and libraries is None:
        libraries = InstalledLibraries(prefix)
    ports = Ports(read_stub, load_packaged, memory=_SUMMARIES, libraries=libraries)
    return check(Request(sources, config=config or Config()), ports)


def findings(
    files: Mapping[str, str], prefix: Path | None, libraries: InstalledLibraries | None = None
) -> set[tuple[str, int, str]]:
    """The path, line and rule of each finding."""
    return {(found.path, found.line, found.code) for found in report(files, prefix, libraries).findings}
