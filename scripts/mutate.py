"""Break the analysis on purpose and see whether the tests notice: `python scripts/mutate.py --sample 100`.

Of all small changes to the code below the folders (by default link and solve) a random sample is made, one at a time,
in a copy of the repository. The cases are analysed first; what they do not notice is shown to the other tests that
concern the core. Those that survive both are printed as such.
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
CASES = "tests/test_cases.py::test_findings"
TESTS = [
    *(f"tests/unit/test_{name}.py" for name in (
        "bounds", "derived", "derived_depth", "derived_modules", "derived_heirs", "derive", "environment", "fixpoint",
        "fingerprints", "knowledge", "known_libraries", "library_types", "many_instances", "once", "remedies",
        "shared_values", "unsafe_fixes", "formats", "engine", "ways", "present", "forwarded", "conditions",
    )),
    "tests/test_reach.py", "tests/unit/test_metamorphic.py",
    "tests/unit/catalog", "tests/unit/test_through_libraries.py",
]  # fmt: skip
"""What concerns the core and is quick; by default, for `--tests` can name others."""
LIMITS = {"cases": 240, "tests": 3600}
"""How many seconds each may take, many times what it needs, before a change counts as noticed: it never ends."""

_SWAPS: dict[type, type] = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.And: ast.Or, ast.Or: ast.And,
    ast.Add: ast.Sub, ast.Sub: ast.Add,
}  # fmt: skip

_NOTHING = ("()", "[]", "{}", "''", "NOTHING", "None", "True", "False")
"""What a return of nothing changes nothing of, and constants that tell less than a changed condition."""


def main() -> int:
    """Try the sample and print the score."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folders", nargs="*", default=["link", "solve"])
    arguments.add_argument("--sample", type=int, default=50)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--tests", nargs="*", default=TESTS, help="what is shown to those that survive the cases")
    given = arguments.parse_args()
    package = ROOT / "src" / "antifreeze"
    files = sorted(path for folder in given.folders for path in (package / folder).rglob("*.py"))
    every = [(path, number) for path in files for number in range(sum(1 for _ in places(parsed(path))))]
    chosen = random.Random(given.seed).sample(every, min(given.sample, len(every)))  # noqa: S311 (not a secret)
    score: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as name:
        copy = Path(name) / "copy"
        shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns("__pycache__", ".*_cache", ".venv", ".git"))
        prove(copy, given.tests)
        for path, number in chosen:
            outcome, told = tried(path, number, copy, given.tests)
            score[outcome] += 1
            print(f"{outcome}: {path.relative_to(package)}:{told}", flush=True)
    noticed_by = ", ".join(f"{count} {outcome}" for outcome, count in score.most_common())
    print(f"{len(every)} possible changes, {score.total()} tried: {noticed_by}")
    return 0


def prove(copy: Path, tests: list[str]) -> None:
    """The tests pass as the code is, and it is the copy's code that they run."""
    if told := noticed(copy, tests):
        raise SystemExit(f"the tests fail as they are: {told}")
    target = copy / "src" / "antifreeze" / "__init__.py"
    original = target.read_bytes()
    target.write_text("raise AssertionError\n", encoding="utf-8")
    for stage, paths in (("cases", [CASES]), *(("tests", [path]) for path in tests)):
        if not failure(copy, stage, paths):
            raise SystemExit(f"{' '.join(paths)} does not run the copy")
    target.write_bytes(original)


def parsed(path: Path) -> ast.Module:
    """The tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"))


def places(tree: ast.Module) -> Iterator[tuple[ast.AST, str]]:
    """What can be changed, node by node, with the kind of change."""
    left = {inner for node in ast.walk(tree) for part in told_to_checkers(node) for inner in ast.walk(part)}
    for node in ast.walk(tree):
        if node in left:
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
        elif isinstance(node, ast.Return) and node.value is not None and ast.unparse(node.value) not in _NOTHING:
            yield node, "return"
        elif isinstance(node, ast.Constant) and isinstance(node.value, (bool, int)):
            yield node, "constant"


def told_to_checkers(node: ast.AST) -> Iterator[ast.AST]:
    """The parts of a node that change nothing of what runs: annotations, assertions, imports for types."""
    for part in (getattr(node, "annotation", None), getattr(node, "returns", None)):
        if isinstance(part, ast.AST):
            yield part
    if isinstance(node, ast.Assert) or (isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"):
        yield node


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


def tried(path: Path, number: int, copy: Path, tests: list[str]) -> tuple[str, str]:
    """Who notices a change, and what it was."""
    tree = parsed(path)
    node, kind = list(places(tree))[number]
    line = getattr(node, "lineno", 0)
    before = ast.unparse(node).splitlines()[0]
    change(node)
    target = copy / path.relative_to(ROOT)
    original = target.read_bytes()
    target.write_text(ast.unparse(ast.fix_missing_locations(tree)), encoding="utf-8")
    start = time.perf_counter()
    told = noticed(copy, tests)
    target.write_bytes(original)
    after = ast.unparse(node).splitlines()[0]
    outcome, _, by = told.partition(": ") if told else ("survives", "", "")
    return outcome, f"{line} {kind}: {before} -> {after} ({time.perf_counter() - start:.0f} s) {by}"


def noticed(copy: Path, tests: list[str]) -> str:
    """What notices that the copy is not as it should be, the cases or the tests, with the first that fails."""
    for stage, paths in (("cases", [CASES]), ("tests", tests)):
        told = failure(copy, stage, paths) if paths else ""
        if told:
            return f"noticed by the {stage}: {told}"
    return ""


def failure(copy: Path, stage: str, paths: list[str]) -> str:
    """The first test that fails; nothing where all pass."""
    environ = {**os.environ, "PYTHONPATH": str(copy / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "--no-header", *paths]
    try:
        result = subprocess.run(
            command, cwd=copy, env=environ, capture_output=True, text=True, timeout=LIMITS[stage], check=False
        )
    except subprocess.TimeoutExpired:
        return "it does not end"
    if not result.returncode:
        return ""
    lines = result.stdout.splitlines()
    return next((line for line in lines if line.startswith(("FAILED", "ERROR"))), "it cannot run")[:150]


if __name__ == "__main__":
    sys.exit(main())
