"""The annotated source trees under `cases/`: finding them, and reading what they expect."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from pathlib import Path

from antifreeze.catalog.packaged import load_packaged
from antifreeze.config.options import Config
from antifreeze.engine import Ports, Request, check
from antifreeze.mending import Summaries
from antifreeze.model.finding import Report
from antifreeze.model.source import SourceFile
from antifreeze.store.stubs import read_stub

ROOT = Path(__file__).parent / "cases"
_EXPECT = re.compile(r"#.*?\bexpect: ([A-Z0-9, ]+)")
_FROM = re.compile(r"^ORACLE_FROM = \((\d+), (\d+)\)", re.MULTILINE)
_MISSING = re.compile(r"#.*?\bmissing: ([A-Z0-9, ]+)")

_SUMMARIES = Summaries()

Mark = tuple[str, int, str]
"""A path, a line and a rule's code."""


@dataclass(frozen=True)
class Case:
    """One source tree; `expected` must be found and nothing else, `missing` are known misses."""

    name: str
    folder: Path
    files: tuple[Path, ...]
    expected: frozenset[Mark]
    missing: frozenset[Mark]

    @property
    def oracle(self) -> bool:
        """Whether running the case proves its expectations: on any Python, or from the one that it names."""
        texts = [path.read_text(encoding="utf-8") for path in self.files]
        named = [match for text in texts for match in _FROM.findall(text)]
        return not any("NO_ORACLE" in text for text in texts) and all(
            sys.version_info >= (int(major), int(minor)) for major, minor in named
        )


def all_cases() -> list[Case]:
    """Every case, by name: each folder that holds a `main.py`."""
    return [_case(main.parent) for main in sorted(ROOT.rglob("main.py"))]


def _case(folder: Path) -> Case:
    files = tuple(sorted(folder.rglob("*.py")))
    expected, missing = set(), set()
    for path in files:
        shown = path.relative_to(folder).as_posix()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            for pattern, found in ((_EXPECT, expected), (_MISSING, missing)):
                match = pattern.search(line)
                if match:
                    found.update((shown, number, code.strip()) for code in match.group(1).split(",") if code.strip())
    return Case(folder.relative_to(ROOT).as_posix(), folder, files, frozenset(expected), frozenset(missing))


def sources_of(case: Case) -> tuple[SourceFile, ...]:
    """The case's files, with module names relative to its folder."""
    sources = []
    for path in case.files:
        relative = path.relative_to(case.folder)
        parts = list(relative.with_suffix("").parts)
        is_package = parts[-1] == "__init__"
        name = ".".join(parts[:-1] if is_package else parts)
        sources.append(SourceFile(relative.as_posix(), name, path.read_bytes(), is_package))
    return tuple(sources)


def analyse(sources: tuple[SourceFile, ...], config: Config | None = None) -> Report:
    """Check sources with the packaged catalog."""
    return check(Request(sources, config=config or Config()), ports())


def ports() -> Ports:
    """What an analysis needs from outside; summaries are shared, so that each stub is read once."""
    return Ports(read_stub, load_packaged, memory=_SUMMARIES)
