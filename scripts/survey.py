"""Analyse what others wrote: `python scripts/survey.py --python PYTHON... --installed FOLDER... --wheel NAME...`.

Checked are: the standard library and tests of each given Python; each package below the folders (`site-packages` of
some environment); each named wheel, which pip downloads. A traceback, an exit status that means a bug and a run beyond
its bound make the script fail; what took how long is printed.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SECONDS = 600
"""How much processor time one folder may take."""
ANALYSED = (0, 1)
_RUN = "import sys; sys.path.insert(0, sys.argv.pop(1)); from antifreeze.cli.app import main; main()"


def main() -> int:
    """Check all folders; 1 if one of them fails."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--python", nargs="*", default=[], help="interpreters whose libraries are checked")
    arguments.add_argument("--installed", nargs="*", default=[], type=Path, help="folders with installed packages")
    arguments.add_argument("--wheel", nargs="*", default=[], help="requirements to download")
    arguments.add_argument("--keep", type=Path, help="where wheels are kept between runs")
    given = arguments.parse_args()
    failed, rows = 0, []
    with tempfile.TemporaryDirectory() as passing:
        folder = given.keep or Path(passing)
        for name, tree in (*libraries(given.python), *packages(given.installed), *wheels(given.wheel, folder)):
            row = surveyed(name, tree)
            failed += row is None
            rows.append(row)
            print(row or f"{name}: failed", flush=True)
    print(f"{len(rows)} folders, {failed} failed")
    return 1 if failed else 0


def libraries(pythons: list[str]) -> Iterator[tuple[str, Path]]:
    """The standard library of each Python, its tests included, by version."""
    ask = "import sys, os; print('%d.%d' % sys.version_info[:2]); print(os.path.dirname(os.__file__))"
    for python in pythons:
        version, folder = subprocess.run([python, "-c", ask], capture_output=True, text=True, check=True).stdout.split()
        yield f"Python {version}", Path(folder)


def packages(folders: list[Path]) -> Iterator[tuple[str, Path]]:
    """The packages in folders of installed ones."""
    for folder in folders:
        for place in sorted(folder.iterdir()):
            if place.is_dir() and next(place.rglob("*.py"), None) is not None:
                yield place.name, place


def wheels(requirements: list[str], folder: Path) -> Iterator[tuple[str, Path]]:
    """The extracted wheels of requirements; what pip does not find as a wheel is told and left out."""
    for requirement in requirements:
        place = folder / requirement
        if not place.exists():
            command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--only-binary", ":all:"]
            result = subprocess.run(
                [*command, "-d", str(place), requirement], capture_output=True, text=True, check=False
            )
            found = list(place.glob("*.whl"))
            if result.returncode or not found:
                print(f"{requirement}: no wheel", flush=True)
                continue
            with zipfile.ZipFile(found[0]) as archive:
                archive.extractall(place)
        wheel = next(place.glob("*.whl"))
        yield "-".join(wheel.name.split("-")[:2]), place


def surveyed(name: str, tree: Path) -> str | None:
    """A row on the analysis of a folder; None where it failed."""
    # The tree may be a standard library, which the current folder would put in the place of this Python's.
    command = [sys.executable, "-I", "-c", _RUN, str(ROOT / "src"), "check", ".", "--no-config", "--no-cache"]
    options = ["--no-environment", "--jobs=1", "--format=json", "--exclude=site-packages"]
    began, used = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    result = subprocess.run([*command, *options], cwd=tree, capture_output=True, text=True, check=False)
    now = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = now.ru_utime + now.ru_stime - used.ru_utime - used.ru_stime
    if result.returncode not in ANALYSED or "Traceback" in result.stderr or seconds > SECONDS:
        print(f"{name}: status {result.returncode}, {seconds:.0f} s\n{result.stderr[-2000:]}")
        return None
    report = json.loads(result.stdout)
    files, found, broken = report["summary"]["files"], len(report["findings"]), len(report["errors"])
    took = f"{seconds:.1f} s of processor, {time.perf_counter() - began:.1f} s"
    return f"{name}: {files} files, {found} findings, {broken} not parsed, {took}"


if __name__ == "__main__":
    sys.exit(main())
