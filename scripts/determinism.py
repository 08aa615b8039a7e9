"""Prove that the same tree gives the same report: `python scripts/determinism.py FOLDER... [--python PYTHON...]`.

Each folder is checked with one, two and four processes, several hash seeds, a file system that lists its entries in
another order each time, a cold and a warm cache; whatever changes a byte of the report (its time left out) is printed.
With other Pythons, which must have antifreeze's dependencies, the findings of the files that all of them can parse
are compared too.
"""

from __future__ import annotations

import argparse
import hashlib
import itertools
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

_DRIVER = """
import os, random, sys

from antifreeze import engine

engine.WORTH_PROCESSES = 0
shuffle = random.Random(os.environ["SHUFFLE"]).shuffle
scandir, listdir = os.scandir, os.listdir


class Entries(list):
    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    def __next__(self):
        if not self:
            raise StopIteration
        return self.pop()

    def __iter__(self):
        return self

    def close(self):
        pass


def shuffled(make, kind, *path):
    entries = kind(make(*path))
    shuffle(entries)
    return entries


os.scandir = lambda *path: shuffled(scandir, Entries, *path)
os.listdir = lambda *path: shuffled(listdir, list, *path)

from antifreeze.cli.app import main

main()
"""
_SECONDS = re.compile(r'(?<="seconds": )[0-9.e-]+')


def main() -> int:
    """Compare all runs; 1 if one of them differs."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folders", nargs="+", type=Path)
    arguments.add_argument("--python", nargs="*", default=[], help="other interpreters")
    given = arguments.parse_args()
    differing = 0
    for folder in given.folders:
        first, different = "", []
        count = 0
        for name, text in variants(folder):
            count += 1
            first = first or text
            if text != first:
                different.append(name)
                print(differences(first, text))
        report = json.loads(first)
        digest = hashlib.sha256(first.encode()).hexdigest()[:12]
        found = f"{len(report['findings'])} findings in {report['summary']['files']} files"
        print(f"{folder.name}: {found}, {count} runs, {len(different)} differ {different or ''} ({digest})", flush=True)
        differing += len(different) + across(folder, given.python)
    return 1 if differing else 0


EVERY = tuple(itertools.product((0, 1, 2), (1, 2, 4)))
"""Seeds, of the hashes and of the order in which folders are listed, with counts of processes."""


def variants(folder: Path, runs: Sequence[tuple[int, int]] = EVERY) -> Iterator[tuple[str, str]]:
    """Reports on a folder, each made in other circumstances, with their names; all must be equal."""
    for seed, jobs in runs:
        yield f"seed {seed}, {jobs} processes", report(folder, ["--no-cache", f"--jobs={jobs}"], seed)
    with tempfile.TemporaryDirectory() as cache:
        for state in ("cold", "warm"):
            yield f"{state} cache", report(folder, ["--cache-dir", cache, "--jobs=1"], 2)
        for path in Path(cache).glob("report-*"):
            path.unlink()
        yield "cached summaries alone", report(folder, ["--cache-dir", cache, "--jobs=1"], 0)


def differences(first: str, other: str) -> str:
    """The first lines that differ, place by place: a report may have a million of them."""
    pairs = itertools.zip_longest(first.splitlines(), other.splitlines(), fillvalue="")
    found = itertools.islice((pair for pair in pairs if pair[0] != pair[1]), 10)
    return "\n".join(f"- {old}\n+ {new}" for old, new in found)


def report(folder: Path, options: Sequence[str], seed: int, python: str = sys.executable) -> str:
    """The JSON report on a folder by a process of its own, without its time."""
    command = [python, "-W", "error", "-c", _DRIVER, "check", ".", "--no-environment", "--format=json", *options]
    environ = {**os.environ, "PYTHONHASHSEED": str(seed), "SHUFFLE": str(seed), "PYTHONPATH": str(ROOT / "src")}
    result = subprocess.run(command, cwd=folder, env=environ, capture_output=True, text=True, check=False)
    if result.returncode not in (0, 1):
        raise SystemExit(f"{folder}: status {result.returncode}\n{result.stderr}")
    return _SECONDS.sub("0", result.stdout)


def across(folder: Path, pythons: Sequence[str]) -> int:
    """How many Pythons find something else than this one in what all of them can parse."""
    if not pythons:
        return 0
    every = [sys.executable, *pythons]
    plain = ["--no-cache", "--jobs=1"]
    broken = {error["path"] for python in every for error in json.loads(report(folder, plain, 0, python))["errors"]}
    options = [*plain, *(f"--exclude=/{path}" for path in sorted(broken))]
    found = {python: json.loads(report(folder, options, 0, python))["findings"] for python in every}
    first = found[sys.executable]
    differing = [python for python in pythons if found[python] != first]
    print(
        f"{folder.name}: {len(every)} Pythons, {len(broken)} files left out, {len(first)} findings; {differing} differ"
    )
    for python in differing:
        print(differences(*(json.dumps(findings, indent=1) for findings in (first, found[python]))), flush=True)
    return len(differing)


if __name__ == "__main__":
    sys.exit(main())
