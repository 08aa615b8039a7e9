"""Prove that the package can be released: `python scripts/verify_package.py [--python PYTHON...]`.

The wheel and the sdist are built twice and must be the same byte for byte; twine and check-wheel-contents look at
them; the wheel is installed into an empty environment of each Python, with the newest and with the oldest
dependencies that `pyproject.toml` allows, and must find in the example service what it finds everywhere else.
"""

from __future__ import annotations

import argparse
import filecmp
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EPOCH = "1700000000"
"""The time that both builds are told, in seconds."""
TOOLS = ("build", "twine", "check-wheel-contents")
_LOWER_BOUND = re.compile(r'^    "([A-Za-z0-9_.-]+)>=([0-9.]+)', re.MULTILINE)


def main() -> int:
    """Run all proofs; whatever fails raises."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--python", nargs="*", default=[sys.executable], help="the interpreters to install for")
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        tools = environment(work / "tools", sys.executable)
        run(tools, "-m", "pip", "install", "-q", *TOOLS)
        built = [build(tools, work / folder) for folder in ("first", "second")]
        for one, other in zip(*built, strict=True):
            if not filecmp.cmp(one, other, shallow=False):
                raise SystemExit(f"{one.name} differs from build to build")
            print(f"{one.name}: the same twice, {one.stat().st_size:,} bytes")
        run(tools, "-m", "twine", "check", "--strict", *map(str, built[0]))
        wheel = next(path for path in built[0] if path.suffix == ".whl")
        run(tools, "-m", "check_wheel_contents", str(wheel))
        for number, python in enumerate(given.python):
            for kind, pins in (("newest", []), ("oldest", oldest())):
                print(tried(environment(work / f"{kind}{number}", python), wheel, kind, pins), flush=True)
    return 0


def build(tools: Path, folder: Path) -> list[Path]:
    """The sdist and the wheel of a clean copy of what git knows, by name."""
    source = folder / "source"
    source.mkdir(parents=True)
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    for path in filter(None, listed.decode().split("\0")):
        (source / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / path, source / path)
    run(tools, "-m", "build", "--outdir", str(folder / "dist"), str(source), SOURCE_DATE_EPOCH=EPOCH)
    return sorted((folder / "dist").iterdir())


def oldest() -> list[str]:
    """The lowest versions of the dependencies that are allowed."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    listed = text[text.index("dependencies = [") : text.index("[project.optional-dependencies]")]
    return [f"{name}=={version}" for name, version in _LOWER_BOUND.findall(listed)]


def environment(folder: Path, python: str) -> Path:
    """An empty environment's Python."""
    if python == sys.executable:
        venv.create(folder, with_pip=True)
    else:
        run(Path(python), "-m", "venv", str(folder))
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def tried(python: Path, wheel: Path, kind: str, pins: list[str]) -> str:
    """What an installation of the wheel finds in the example, told in a line."""
    run(python, "-m", "pip", "install", "-q", "--only-binary", ":all:", str(wheel), *pins)
    command = [str(python), "-m", "antifreeze", "check", "service", "--format=json", "--no-cache"]
    result = subprocess.run(
        [*command, "--no-environment"], cwd=ROOT / "examples", capture_output=True, text=True, check=False
    )
    if result.returncode != 1 or result.stderr:
        raise SystemExit(f"{python}: status {result.returncode}\n{result.stderr}")
    count = len(json.loads(result.stdout)["findings"])
    listed = subprocess.run(
        [str(python), "-m", "pip", "list", "--format=freeze"], capture_output=True, text=True, check=True
    )
    wanted = [pin.partition("==")[0].lower() for pin in oldest()]
    used = [row for row in listed.stdout.split() if row.partition("==")[0].lower() in wanted]
    version = subprocess.run([str(python), "-V"], capture_output=True, text=True, check=True).stdout.strip()
    return f"{version}, {kind}: {count} findings in the example, with {' '.join(used)}"


def run(python: Path, *arguments: str, **environ: str) -> None:
    """Run a command of an environment, quietly where it succeeds."""
    hidden = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    result = subprocess.run(
        [str(python), *arguments], env={**hidden, **environ}, capture_output=True, text=True, check=False
    )
    if result.returncode:
        raise SystemExit(f"{' '.join(arguments)}\n{result.stdout}{result.stderr}")


if __name__ == "__main__":
    sys.exit(main())
