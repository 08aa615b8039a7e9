"""Break the analysis on purpose and see whether the cases notice: `python scripts/mutate.py --sample 100`.

Of all small changes to the code below the folders (by default link and solve) a random sample is made, one at a time,
in a copy; then every case under `tests/cases` is analysed and must show a difference. Those that survive are printed.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SECONDS = 300
"""How long the cases may take before a change counts as noticed: it never ends."""

_JUDGE = """
import sys
from cases import all_cases, analyse, sources_of

for case in all_cases():
    report = analyse(sources_of(case))
    found = {(finding.path, finding.line, finding.code) for finding in report.findings}
    if found != case.expected:
        sys.exit(f"{case.name}: {sorted(found ^ case.expected)}")
"""

_SWAPS: dict[type, type] = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.And: ast.Or, ast.Or: ast.And,
    ast.Add: ast.Sub, ast.Sub: ast.Add,
}  # fmt: skip


def main() -> int:
    """Try the sample and print the score."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folders", nargs="*", default=["link", "solve"])
    arguments.add_argument("--sample", type=int, default=50)
    arguments.add_argument("--seed", type=int, default=1)
    given = arguments.parse_args()
    package = ROOT / "src" / "antifreeze"
    files = sorted(path for folder in given.folders for path in (package / folder).rglob("*.py"))
    every = [(path, number) for path in files for number in range(sum(1 for _ in places(parsed(path))))]
    chosen = random.Random(given.seed).sample(every, min(given.sample, len(every)))  # noqa: S311 (not a secret)
    score: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as name:
        shutil.copytree(ROOT / "src", Path(name) / "src", ignore=shutil.ignore_patterns("__pycache__"))
        if noticed(Path(name)):
            raise SystemExit("the cases fail as they are")
        for path, number in chosen:
            outcome, told = tried(path, number, Path(name))
            score[outcome] += 1
            print(f"{outcome}: {path.relative_to(package)}:{told}", flush=True)
    counted = f"{score['noticed']} noticed, {score['survives']} not"
    print(f"{len(every)} possible changes, {score.total()} tried, {counted}")
    return 0


def parsed(path: Path) -> ast.Module:
    """The tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"))


def places(tree: ast.Module) -> Iterator[tuple[ast.AST, str]]:
    """What can be changed, node by node, with the kind of change."""
    typed = {
        inner
        for node in ast.walk(tree)
        for part in (getattr(node, "annotation", None), getattr(node, "returns", None))
        if isinstance(part, ast.AST)
        for inner in ast.walk(part)
    }
    for node in ast.walk(tree):
        if node in typed:
            continue
        if isinstance(node, ast.Compare) and len(node.ops) == 1 and type(node.ops[0]) in _SWAPS:
            yield node, "compare"
        elif isinstance(node, ast.BoolOp):
            yield node, "bool"
        elif isinstance(node, ast.BinOp) and type(node.op) in _SWAPS:
            yield node, "arithmetic"
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            yield node, "not"
        elif isinstance(node, (ast.If, ast.IfExp)):
            yield node, "always"
        elif isinstance(node, ast.Return) and node.value is not None and not isinstance(node.value, ast.Constant):
            yield node, "return"
        elif isinstance(node, ast.Constant) and isinstance(node.value, (bool, int)):
            yield node, "constant"


def change(node: ast.AST) -> None:
    """Make the change that a node allows."""
    if isinstance(node, ast.Compare):
        node.ops[0] = _SWAPS[type(node.ops[0])]()
    elif isinstance(node, (ast.BoolOp, ast.BinOp)):
        node.op = _SWAPS[type(node.op)]()
    elif isinstance(node, ast.UnaryOp):
        node.operand = ast.UnaryOp(ast.Not(), node.operand)
    elif isinstance(node, (ast.If, ast.IfExp)):
        node.test = ast.BoolOp(ast.Or(), [node.test, ast.Constant(value=True)])
    elif isinstance(node, ast.Return):
        node.value = ast.Tuple([], ast.Load())
    elif isinstance(node, ast.Constant) and isinstance(node.value, (bool, int)):
        node.value = not node.value if isinstance(node.value, bool) else node.value + 1


def tried(path: Path, number: int, copy: Path) -> tuple[str, str]:
    """Whether a change is noticed, and what it was."""
    tree = parsed(path)
    node, kind = list(places(tree))[number]
    line = getattr(node, "lineno", 0)
    before = ast.unparse(node).splitlines()[0]
    change(node)
    target = copy / path.relative_to(ROOT)
    original = target.read_bytes()
    target.write_text(ast.unparse(ast.fix_missing_locations(tree)), encoding="utf-8")
    start = time.perf_counter()
    told = noticed(copy)
    target.write_bytes(original)
    after = ast.unparse(node).splitlines()[0]
    outcome = "noticed" if told else "survives"
    return outcome, f"{line} {kind}: {before} -> {after} ({time.perf_counter() - start:.0f} s) {told[-100:]}"


def noticed(copy: Path) -> str:
    """What the cases say of the copy; nothing where all are as they should be."""
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join((str(copy / "src"), str(ROOT / "tests")))}
    command = [sys.executable, "-B", "-W", "ignore", "-c", _JUDGE]
    try:
        result = subprocess.run(command, env=environ, capture_output=True, text=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        return "it does not end"
    return result.stderr.strip() if result.returncode else ""


if __name__ == "__main__":
    sys.exit(main())
