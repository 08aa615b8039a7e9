"""Mend real programs in memory and prove what is promised of it: `python scripts/verify_fixes.py FOLDER...`.

For each folder: every file that Python could compile before can be compiled after, what is said to be mended is no
longer found, nothing new is found, and a second run changes nothing. Nothing is written to the folders; `--diffs FILE`
keeps the changes for people to read. Prints one JSON object a folder, with the reasons for what is left.
"""

from __future__ import annotations

import argparse
import difflib
import json
import os
import re
import sys
import time
import warnings
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from antifreeze.catalog.packaged import load_loop_bound, load_packaged
from antifreeze.config.options import Config
from antifreeze.discover.sources import discover
from antifreeze.engine import Ports, Request
from antifreeze.fix.text import Text
from antifreeze.mending import Mended, Summaries, mend
from antifreeze.model.finding import Finding
from antifreeze.store.stubs import read_stub


def main() -> int:
    """Verify each folder; 1 if a promise is broken."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folders", nargs="+", metavar="FOLDER")
    arguments.add_argument("--unsafe", action="store_true", help="with the fixes that may change what code does")
    arguments.add_argument("--diffs", type=Path, help="where to keep all changes, as one unified diff")
    given = arguments.parse_args()
    broken = 0
    for folder in given.folders:
        start = time.perf_counter()
        outcome = verify(folder, given.unsafe, given.diffs)
        outcome["seconds"] = round(time.perf_counter() - start, 1)
        print(json.dumps(outcome, indent=1), flush=True)
        broken += len(outcome["broken"])
    return 1 if broken else 0


def verify(folder: str, unsafe: bool, diffs: Path | None) -> dict[str, Any]:
    """The counts of one folder, and the promises that were broken."""
    found = discover((folder,), Config(), os.getcwd())
    request = Request(found.sources, found.errors)
    ports = Ports(read_stub, load_packaged, memory=Summaries())
    first = mend(request, ports, load_loop_bound, unsafe=unsafe)
    before = {source.path: source.content for source in found.sources}
    if diffs is not None:
        with diffs.open("a", encoding="utf-8", errors="backslashreplace") as file:
            file.writelines(_diff(before, first.contents))
    changed = tuple(
        msgspec.structs.replace(source, content=first.contents.get(source.path, source.content))
        for source in found.sources
    )
    second = mend(msgspec.structs.replace(request, sources=changed), ports, load_loop_bound, unsafe=unsafe)
    return {
        "folder": folder,
        "files": len(found.sources),
        "findings": len(first.before.findings),
        "mended": len(first.fixes),
        "files changed": len(first.contents),
        "how": dict(Counter(fix.what for fix in first.fixes).most_common()),
        "left": len(first.refused),
        "why": dict(Counter(_general(left.reason) for left in first.refused).most_common()),
        "broken": list(_broken(before, first, second)),
    }


def _broken(before: dict[str, bytes], first: Mended, second: Mended) -> Iterator[str]:
    for path, content in first.contents.items():
        if _compiles(before[path]) and not _compiles(content):
            yield f"{path} can no longer be compiled"
    expected = Counter(map(_kind, first.before.findings))
    expected.subtract(_kind(fix.finding) for fix in first.fixes)
    after = Counter(map(_kind, second.before.findings))
    for kind in sorted(expected.keys() | after.keys()):
        if after[kind] > expected[kind]:
            yield f"found, but said to be mended or new: {kind}"
    for path in second.contents:
        yield f"{path} changes again in a second run"


def _kind(finding: Finding) -> tuple[str, str, str]:
    return finding.path, finding.function, finding.code


def _compiles(content: bytes) -> bool:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            compile(content, "file", "exec", dont_inherit=True)
        except (SyntaxError, ValueError):
            return False
    return True


def _general(reason: str) -> str:
    """A reason without the names of one place."""
    reason = re.sub(r"goes through \w+", "goes through a function", reason)
    return re.sub(r"reaches [\w.]+", "reaches a call", re.sub(r"the name \w+", "the module's name", reason))


def _diff(before: dict[str, bytes], after: dict[str, bytes]) -> Iterable[str]:
    for path, content in sorted(after.items()):
        old, new = (Text(text).value.splitlines(keepends=True) for text in (before[path], content))
        yield from difflib.unified_diff(old, new, path, path)


if __name__ == "__main__":
    sys.exit(main())
