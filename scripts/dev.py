"""Run antifreeze or its tests from a fresh clone, with nothing but Python: `python3 scripts/dev.py check examples`.

The tools go into a virtual environment inside the clone (`.venv`), so nothing is installed elsewhere.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / ".venv"
USAGE = "usage: python3 scripts/dev.py test [PYTEST OPTIONS] | check PATHS [OPTIONS] | lint | docs"


def environment(extra: str) -> Path:
    """The environment's Python, with antifreeze and an extra installed; made or renewed only when needed."""
    python = FOLDER / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    stamp = FOLDER / f".installed-{extra or 'plain'}"
    wanted = hashlib.sha256((ROOT / "pyproject.toml").read_bytes() + sys.version.encode()).hexdigest()
    if stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return python
    if not python.exists():
        make(FOLDER)
    target = f"{ROOT}[{extra}]" if extra else str(ROOT)
    command = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--editable", target]
    if subprocess.call(command, stdout=sys.stderr) != 0:
        raise SystemExit(f"antifreeze: the installation failed, what pip said stands above; {FOLDER} can be removed")
    stamp.write_text(wanted, encoding="utf-8")
    return python


def make(folder: Path) -> None:
    """Make the environment, or say what this Python lacks and leave nothing half-made behind."""
    sys.stderr.write(f"making a virtual environment in {folder.name}/ ...\n")
    existed = folder.exists()
    try:
        venv.create(folder, with_pip=True)
    except BaseException as error:
        if not existed:
            shutil.rmtree(folder, ignore_errors=True)
        if not isinstance(error, (OSError, subprocess.SubprocessError)):
            raise
        raise SystemExit(
            f"antifreeze: {sys.executable} cannot make a virtual environment ({error}); "
            "install its venv module (Debian: apt install python3-venv) or name another Python"
        ) from None


def lint(python: Path) -> int:
    """Style, types, layers, and what GitHub runs."""
    folder = python.parent
    steps = (
        ["ruff", "check", "."],
        ["ruff", "format", "--check", "src", "scripts", "tests"],
        ["mypy"],
        ["lint-imports"],
        ["zizmor", "--offline", "--quiet", "."],
    )
    return max(subprocess.call([str(folder / step[0]), *step[1:]], cwd=ROOT) for step in steps)


def main(arguments: list[str]) -> int:
    """Run the command that the first argument names."""
    if sys.version_info < (3, 10):  # noqa: UP036 (whoever runs this may have an older one)
        raise SystemExit("antifreeze: Python 3.10 or newer is needed")
    if arguments[:1] == ["test"]:
        return subprocess.call([str(environment("test")), "-m", "pytest", *arguments[1:]], cwd=ROOT)
    if arguments[:1] == ["lint"]:
        return lint(environment("dev"))
    if arguments[:1] == ["docs"]:
        mkdocs = environment("docs").parent / "mkdocs"
        quiet = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
        return subprocess.call([str(mkdocs), "build", "--strict", "--quiet"], cwd=ROOT, env=quiet)
    if arguments[:1] in (["check"], ["baseline"], ["why"], ["graph"], ["explain"], ["rules"]):
        # Not `python -m`, which would run a module of the current folder that is called like one of Python's own.
        return subprocess.call([str(environment("").with_name("antifreeze")), *arguments])
    raise SystemExit(USAGE)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
