"""Compare antifreeze with bare `ast.parse` and its peers: `python scripts/bench.py FOLDER [FOLDER ...]`.

Each command runs as a process of its own, several times in turn, over a copy of the folder. Printed are the ratios of
the wall times first (to `ast.parse` in one process, and to `ruff --select ASYNC --no-cache`), then for each command
the median wall time with its spread, the CPU time and the peak memory. Peers that are not installed are left out.
`--copies 1,2,4` repeats the folder under other names, to see growth.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

PARSE = """
import ast, gc, sys, warnings
from pathlib import Path
warnings.simplefilter("ignore")
gc.disable()
for path in sorted(Path(sys.argv[1]).rglob("*.py")):
    try:
        ast.parse(path.read_bytes())
    except (SyntaxError, ValueError):
        pass
"""


@dataclass
class Command:
    """One thing to measure; `before` prepares each run."""

    name: str
    arguments: list[str]
    before: str = ""
    walls: list[float] = field(default_factory=list)
    cpus: list[float] = field(default_factory=list)
    peaks: list[int] = field(default_factory=list)
    said: str = ""

    @property
    def wall(self) -> float:
        """The median wall time, in seconds."""
        return statistics.median(self.walls)

    def run(self, folder: Path) -> None:
        """Run once, and note seconds and megabytes."""
        if self.before == "edit":
            target = min(folder.rglob("*.py"))
            target.write_bytes(target.read_bytes() + b"\n# edited\n")
            time.sleep(0.2)  # a change so young would not be trusted
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONHASHSEED": "0"}
        start = time.perf_counter()
        with tempfile.TemporaryFile() as said:
            process = subprocess.Popen(
                self.arguments, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=said
            )
            _, _, usage = os.wait4(process.pid, 0)
            process.returncode = 0
            self.walls.append(time.perf_counter() - start)
            said.seek(0)
            self.said = said.read().decode(errors="replace").strip().partition("\n")[0]
        self.cpus.append(usage.ru_utime + usage.ru_stime)
        self.peaks.append(usage.ru_maxrss // 1024)

    def told(self) -> str:
        """One line of the table."""
        spread = f"{min(self.walls):.2f} to {max(self.walls):.2f}"
        row = f"  {self.name:36} {self.wall:8.2f} s ({spread}), CPU {statistics.median(self.cpus):.2f} s"
        return f"{row}, {max(self.peaks)} MB"


def commands(folder: Path, cache: Path, skipped: list[str]) -> list[Command]:
    """What is measured, in the order in which it runs; the warm runs use what the ones before them left."""
    check = [sys.executable, "-m", "antifreeze", "check", "--no-config", "--format", "concise", "--statistics"]
    kept = [*check, "--cache-dir", str(cache)]
    one = str(min(folder.rglob("*.py")).relative_to(folder))
    found = [
        Command("ast.parse", [sys.executable, "-c", PARSE, "."]),
        Command("import click", [sys.executable, "-c", "import click"]),
        Command("antifreeze cold, 1 job", [*check, "--no-cache", "--jobs", "1", "."]),
        Command("antifreeze cold, all jobs", [*check, "--no-cache", "."]),
        Command("antifreeze warm, one file edited", [*kept, "."], before="edit"),
        Command("antifreeze warm, nothing changed", [*kept, "."]),
        Command("antifreeze one file of the program", [*kept, "--program", ".", one]),
    ]
    peers = {
        "ruff": ["check", "--select", "ASYNC", "--no-cache", "--isolated", "."],
        "flake8": ["--select", "ASYNC", "--isolated", "."],
        "hydroid": ["."],
    }
    for name, arguments in peers.items():
        path = shutil.which(name, path=os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")]))
        if path is not None and name not in skipped:
            found.append(Command(name, [path, *arguments]))
    return found


def copied(folder: Path, copies: int, place: Path) -> Path:
    """The folder, `copies` times under other names, below a fresh one."""
    target = place / "tree"
    for number in range(copies):
        shutil.copytree(folder, target / f"copy{number}" if copies > 1 else target, ignore=_no_caches, symlinks=True)
    return target


_no_caches = shutil.ignore_patterns("__pycache__", ".antifreeze_cache", ".ruff_cache")


def bench(folder: Path, copies: int, runs: int, skipped: list[str]) -> None:
    """Measure one folder and print the table."""
    with tempfile.TemporaryDirectory() as place:
        tree = copied(folder, copies, Path(place))
        lines = sum(path.read_bytes().count(b"\n") for path in tree.rglob("*.py"))
        measured = commands(tree, Path(place) / "cache", skipped)
        by_name = {command.name: command for command in measured}
        by_name["antifreeze warm, nothing changed"].run(tree)  # fills the cache
        by_name["antifreeze warm, nothing changed"].walls.clear()
        for _ in range(runs):
            for command in measured:
                command.run(tree)
                if command.before == "edit":
                    by_name["antifreeze one file of the program"].run(tree)  # fills the cache for both questions
                    by_name["antifreeze one file of the program"].walls.clear()
        print(f"{folder.name} x {copies}: {lines:,} lines, median of {runs}")
        for base in ("ast.parse", "ruff", "import click"):
            if base in by_name:
                ratios = [f"{command.name} {command.wall / by_name[base].wall:.2f}" for command in measured]
                print(f"  times {base}: {'; '.join(ratio for ratio in ratios if not ratio.startswith(base))}")
        for command in measured:
            print(command.told())
            if command.name.startswith("antifreeze"):
                print(f"      {command.said}")


def main() -> None:
    """Measure each folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path, help="extracted wheels, or any source trees")
    parser.add_argument("--runs", type=int, default=3, help="how often each command is measured (default 3)")
    parser.add_argument("--copies", default="1", help="how often the folder is repeated, for instance 1,2,4")
    parser.add_argument("--skip", default="", help="peers to leave out, for instance flake8,hydroid")
    options = parser.parse_args()
    for folder in options.folders:
        for copies in options.copies.split(","):
            bench(folder, int(copies), options.runs, options.skip.split(","))


if __name__ == "__main__":
    main()
