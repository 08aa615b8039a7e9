"""Compare a cold run with bare `ast.parse` over the same files: `python scripts/bench.py FOLDER [FOLDER ...]`.

Prints, for each folder, the ratio of wall times first, then both times, the split by stage and the peak memory.
Every measurement runs in a process of its own; the median of several is printed.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

PARSE = """
import ast, gc, json, sys, time, warnings
warnings.simplefilter("ignore")
from pathlib import Path
contents = [path.read_bytes() for path in sorted(Path(sys.argv[1]).rglob("*.py"))]
start = time.perf_counter()
lines = 0
for content in contents:
    lines += content.count(b"\\n")
    try:
        ast.parse(content)
    except (SyntaxError, ValueError):
        pass
print(json.dumps({"seconds": time.perf_counter() - start, "files": len(contents), "lines": lines}))
"""

CHECK = """
import json, os, resource, sys, time
sys.path.insert(0, sys.argv[2])
from antifreeze import engine
from antifreeze.catalog.packaged import load_packaged
from antifreeze.config.options import Config
from antifreeze.discover.sources import discover
from antifreeze.store.stubs import read_stub
os.chdir(sys.argv[1])
stages = {}
def timed(owner, name, stage):
    inner = getattr(owner, name)
    def run(*args, **kwargs):
        start = time.perf_counter()
        try:
            return inner(*args, **kwargs)
        finally:
            stages[stage] = stages.get(stage, 0.0) + time.perf_counter() - start
    setattr(owner, name, run)
timed(engine, "lower_all", "lower")
timed(engine, "Program", "link (indexes)")
timed(engine, "solve", "link and solve")
start = time.perf_counter()
found = discover(["."], Config(), os.getcwd())
stages["discover"] = time.perf_counter() - start
ports = engine.Ports(read_stub, load_packaged, time.perf_counter)
report = engine.check(engine.Request(found.sources, found.errors), ports)
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
spent = time.perf_counter() - start
print(json.dumps({"seconds": spent, "findings": len(report.findings), "stages": stages, "peak": peak}))
"""


def measure(script: str, folder: Path) -> dict[str, object]:
    """One run of a script in a fresh process."""
    command = [sys.executable, "-c", script, str(folder), str(ROOT / "src")]
    environment = {**os.environ, "PYTHONHASHSEED": "0"}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    result: dict[str, object] = json.loads(done.stdout)
    return result


def seconds(runs: list[dict[str, object]]) -> float:
    """The median time of some runs."""
    return statistics.median(float(str(run["seconds"])) for run in runs)


def main() -> None:
    """Measure each folder, the two in turn."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path, help="extracted wheels, or any source trees")
    parser.add_argument("--runs", type=int, default=3, help="how often each is measured (default 3)")
    options = parser.parse_args()
    for folder in options.folders:
        parses, checks = [], []
        for _ in range(options.runs):
            parses.append(measure(PARSE, folder))
            checks.append(measure(CHECK, folder))
        parse, check = seconds(parses), seconds(checks)
        last = checks[-1]
        stages = last["stages"]
        if not isinstance(stages, dict):
            raise SystemExit("the measured run printed no stages")
        split = ", ".join(f"{stage} {spent:.2f} s" for stage, spent in stages.items())
        size = f"{parses[0]['files']} files, {parses[0]['lines']} lines"
        print(f"{folder.name}: {check / parse:.2f} times ast.parse ({size})")
        print(f"  ast.parse {parse:.2f} s, antifreeze {check:.2f} s: {split}")
        print(f"  peak memory {last['peak']} MB, {last['findings']} findings, median of {options.runs}")


if __name__ == "__main__":
    main()
