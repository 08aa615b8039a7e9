"""Prove where frameworks run what they are given, by handing them functions that note it; writes docs/hooks.md.

`python scripts/verify_hooks.py [MODULE...]`: the probes of each module in `scripts/probes/` run in an environment of
their own, with the frameworks that it requires; what is named is proved anew, the rest is taken from the page as it
stands. Status 1 where the catalog says something else, or something that nobody looked at.
"""

from __future__ import annotations

import argparse
import ast
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "hooks.md"
PROBES = ROOT / "scripts" / "probes"
SECONDS = 900
sys.path[:0] = [str(ROOT / "src"), str(PROBES)]

from harness import LOOP, PROCESS, THREAD  # noqa: E402 (the clone's own source)

from antifreeze.catalog.hooks import HookFact  # noqa: E402 (as above)
from antifreeze.catalog.packaged import packaged_hooks  # noqa: E402 (as above)
from verify_catalog import install  # noqa: E402 (as above)

EXPECTED = {
    "on_loop": {LOOP}, "invoke": {LOOP}, "once": {LOOP}, "offload": {THREAD, PROCESS}, "threaded": {THREAD},
}  # fmt: skip
HEAD = """# Hooks, proved

`python scripts/verify_hooks.py` installs each framework in an environment of its own, hands it a plain function and a
coroutine function through the very hook that the catalog speaks of, has it do what calls them (a request, an update, a
key, a message), and notes the thread where they ran: one with a running loop, or another. Where nothing can be run, it
looks for the words of the source that say so, in the function that is named.

A plain function that a framework runs on the loop is checked by antifreeze as if it were a coroutine; one that it runs
in a thread is not. What antifreeze knows of a hook, `antifreeze explain NAME` tells, and all of it
`antifreeze catalog list --hooks`.
"""
TABLE = "| hook | catalog | a `def` runs | an `async def` runs | proof |\n|---|---|---|---|---|"


def main() -> int:
    """Prove hooks and write the page."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("modules", nargs="*")
    parser.add_argument("--python", default=sys.executable, help="The Python to make environments with.")
    parser.add_argument("--environments", type=Path, help="A folder to keep the environments in, and to use again.")
    given = parser.parse_args()
    known = sorted(path.stem for path in PROBES.glob("*.py") if path.stem not in ("harness", "run"))
    sections = told_by(PAGE.read_text(encoding="utf-8")) if PAGE.exists() else {}
    wrong: list[str] = []
    for module in given.modules or known:
        facts = spoken_of(module, known)
        outcome = proved(module, given.python, given.environments)
        bad = disagreements(outcome["hooks"], facts) + out_of_date(outcome["versions"], facts)
        sections[module] = section(outcome, facts)
        wrong += bad
        print(module, f"{len(outcome['hooks'])} hooks", *bad, sep="\n  ", flush=True)
        PAGE.write_text(page({name: sections[name] for name in known if name in sections}), encoding="utf-8")
    return 1 if wrong else 0


def required(module: str) -> tuple[str, ...]:
    """The distributions that a module of probes requires: it can only be imported where they are."""
    for node in ast.parse((PROBES / f"{module}.py").read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id == "REQUIRES":
            return tuple(ast.literal_eval(node.value))
    raise SystemExit(f"{module}.py: no REQUIRES")


def spoken_of(module: str, modules: list[str]) -> list[HookFact]:
    """What the catalog says of the distributions that a module requires: of a pinned one, what it says of that version.

    What it says of a pinned version, it does not say of the newest.
    """
    pinned = {need for name in modules for need in required(name) if "==" in need}
    needs = required(module)
    names = {re.split(r"[[<>]", need)[0] for need in needs if "==" not in need} if needs else {"cpython"}
    return [
        fact
        for fact in packaged_hooks()
        if (need := fact.checked.replace(" ", "==")) in needs
        or (need not in pinned and need.partition("==")[0] in names)
    ]


def proved(module: str, maker: str, environments: Path | None) -> dict[str, Any]:
    """What the probes of a module tell, run in an environment of their own."""
    folder = environments / module if environments else Path(tempfile.mkdtemp(prefix="hooks-"))
    python = folder / "bin" / "python"
    try:
        if not python.exists():
            subprocess.run([maker, "-m", "venv", "--without-pip", str(folder)], check=True)
            reason = install(python, list(required(module)))
            if reason:
                raise SystemExit(f"{module}: {reason}")
        ran = subprocess.run(
            [str(python), str(PROBES / "run.py"), module], stdout=subprocess.PIPE, timeout=SECONDS, check=True
        )
        return dict(json.loads(ran.stdout))
    finally:
        if not environments:
            shutil.rmtree(folder, ignore_errors=True)


def asked(fact: HookFact) -> dict[str, set[str]]:
    """The hooks that a fact speaks of, and where each runs a plain function: elsewhere, where its condition holds."""
    return {
        fact.spelled: EXPECTED[fact.table],
        **{f"{fact.spelled} if {condition}": {THREAD} for condition in fact.unless},
    }


def disagreements(hooks: dict[str, dict[str, str]], facts: list[HookFact]) -> list[str]:
    """Where what was proved is not what the catalog says, or either says what the other does not."""
    claims = {hook: places for fact in facts if fact.table != "once" for hook, places in asked(fact).items()}
    wrong = [f"{hook}: nobody looked" for hook in claims if hook not in hooks]
    for hook, outcome in hooks.items():
        if hook not in claims:  # what is no root, and so need not be in the catalog, may be proved too
            missing = outcome["def"] == LOOP and "left out" not in outcome
            wrong += [f"{hook}: not in the catalog, a def runs {outcome['def']}"] if missing else []
        elif outcome["def"] not in claims[hook]:
            wrong.append(f"{hook}: said {' or '.join(claims[hook])}, but a def runs {outcome['def']}")
    return wrong


def out_of_date(versions: dict[str, str], facts: list[HookFact]) -> list[str]:
    """The versions that entries name as checked, where others were looked at now."""
    checked = {tuple(fact.checked.split(" ")) for fact in facts}
    return [f"{name} {old}: checked, now {versions[name]}" for name, old in sorted(checked) if versions[name] != old]


def section(outcome: dict[str, Any], facts: list[HookFact]) -> str:
    """One module's part of the page: hooks of which the same is told share a row."""
    tables: dict[str, list[str]] = {}
    for fact in facts:
        for hook in asked(fact):
            tables.setdefault(hook, []).append(fact.table)
    rows: dict[tuple[str, ...], list[str]] = {}
    for hook, told in outcome["hooks"].items():
        ends = [
            _cell(told["def"]),
            _cell(told.get("async def", "")),
            f"`{told['place']}`" if "place" in told else "run",
        ]
        says = ", ".join(tables.get(hook, [f"left out: {told['left out']}" if "left out" in told else "-"]))
        rows.setdefault((says, *ends), []).append(f"`{hook}`")
    versions = ", ".join(" ".join(item) for item in outcome["versions"].items())
    lines = [f"| {'<br>'.join(hooks)} | {' | '.join(ends)} |" for ends, hooks in rows.items()]
    return "\n".join([f"{versions}.", "", TABLE, *lines, ""])


def _cell(text: str) -> str:
    """The words of a table's cell: why a function was refused is the framework's business."""
    return "not taken" if text.startswith("refused") else text or "as ever"


def told_by(text: str) -> dict[str, str]:
    """The sections of the page, by their modules."""
    parts = re.split(r"^## (\w+)\n\n", text, flags=re.MULTILINE)
    return {name: body.strip("\n") + "\n" for name, body in zip(parts[1::2], parts[2::2], strict=True)}


def page(sections: dict[str, str]) -> str:
    """The page: the figures, and a table a module."""
    rows = [row.split(" | ") for body in sections.values() for row in body.splitlines() if row.startswith("| `")]
    hooks = sum(row[0].count("<br>") + 1 for row in rows)
    by_running = sum(row[0].count("<br>") + 1 for row in rows if row[-1] == "run |")
    figures = f"{hooks} hooks: {by_running} proved by running them, {hooks - by_running} read in the source.\n"
    return "\n".join([HEAD, figures, *(f"## {name}\n\n{body}" for name, body in sections.items())])


if __name__ == "__main__":
    sys.exit(main())
