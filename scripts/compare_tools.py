"""How much of this project's own cases other tools find: `python scripts/compare_tools.py [--write]`.

Each case is a small program whose blocking calls are marked where the loop enters them. ruff, flake8-async and
hydroid are run where they are installed, hydroid with this Python's packages and with its `--cpu`; what they report
in a marked line counts as found, in another line as wrong. `--write` puts the table into docs/other-tools.md.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CASES = ROOT / "tests" / "cases"
PAGE = ROOT / "docs" / "other-tools.md"
BEGIN, END = "<!-- measured -->", "<!-- end of what is measured -->"
RULES = "ASYNC210,ASYNC212,ASYNC220,ASYNC221,ASYNC222,ASYNC230,ASYNC240,ASYNC250,ASYNC251"
BLOCKING = re.compile(r"# .*?\bexpect: (.*)")
ANTIFREEZE = [sys.executable, "-m", "antifreeze"]
ABOUT_COMMENTS = {"AF901", "AF902"}

Line = tuple[Path, int]


def found_by_antifreeze() -> Iterator[Line]:
    """The findings of antifreeze itself, case by case."""
    for folder in case_folders():
        text = output([*ANTIFREEZE, "check", ".", "--no-cache", "--no-environment", "--format", "json"], folder)
        for finding in json.loads(text)["findings"]:
            if finding["code"] not in ABOUT_COMMENTS:
                yield folder / finding["path"], finding["line"]


def found_by_ruff() -> Iterator[Line]:
    """What ruff reports among the rules about blocking calls."""
    text = output([program("ruff"), "check", "--isolated", "--no-cache", "--select", RULES, "--preview",
                   "--output-format", "json", "."], CASES)  # fmt: skip
    for finding in json.loads(text):
        yield Path(finding["filename"]), finding["location"]["row"]


def found_by_flake8() -> Iterator[Line]:
    """flake8-async's findings among the same rules."""
    text = output([program("flake8"), "--isolated", "--select", RULES, "--format", "%(row)d:%(path)s", "."], CASES)
    for line in text.splitlines():
        row, _, path = line.partition(":")
        yield CASES / path, int(row)


def found_by_hydroid() -> Iterator[Line]:
    """What hydroid reports, case by case, with this Python's packages."""
    for folder in case_folders():
        command = [program("hydroid"), "--no-cache", "--cpu", "--python", sys.executable, "--format", "json", "."]
        for finding in json.loads(output(command, folder) or '{"diagnostics": []}')["diagnostics"]:
            yield folder / finding["location"]["path"], finding["location"]["line"]


TOOLS: dict[str, Callable[[], Iterator[Line]]] = {
    "antifreeze": found_by_antifreeze,
    "hydroid": found_by_hydroid,
    "ruff": found_by_ruff,
    "flake8": found_by_flake8,
}


def case_folders() -> list[Path]:
    """The folders of the cases."""
    return [main.parent for main in sorted(CASES.rglob("main.py"))]


def program(name: str) -> str:
    """The path of a tool; empty where it is not installed."""
    beside = str(Path(sys.executable).parent)
    return shutil.which(name, path=os.pathsep.join([os.environ.get("PATH", ""), beside])) or ""


def output(command: list[str], folder: Path) -> str:
    """What a command writes; these tools tell by their status whether they found something."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    return subprocess.run(
        command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=False
    ).stdout


def marked() -> dict[str, set[Line]]:
    """The lines in which the loop enters a blocking call, by topic."""
    found: dict[str, set[Line]] = defaultdict(set)
    for path in sorted(CASES.rglob("*.py")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            match = BLOCKING.search(line)
            if match and not set(match.group(1).replace(",", " ").split()) <= ABOUT_COMMENTS:
                found[path.relative_to(CASES).parts[0]].add((path, number))
    return found


def versions() -> dict[str, str]:
    """The tools that are installed, with their versions."""
    commands = {name: [program(name)] for name in TOOLS if program(name)} | {"antifreeze": ANTIFREEZE}
    told = {name: output([*command, "--version"], ROOT) for name, command in commands.items()}
    patterns = {name: r"flake8-async: ([\d.]+)" if name == "flake8" else r"(\d+\.\d[\w.]*)" for name in told}
    found = {name: re.search(patterns[name], told[name]) for name in TOOLS if name in told}
    return {name: match.group(1) for name, match in found.items() if match is not None}


def table() -> list[str]:
    """The figures as Markdown: one row a topic, one column a tool."""
    topics = marked()
    known = versions()
    tools = {name: {(path.resolve(), line) for path, line in TOOLS[name]()} for name in known}
    everything = set().union(*topics.values())
    heads = [f"{'flake8-async' if name == 'flake8' else name} {version}" for name, version in known.items()]
    rows = [f"| topic | marked lines | {' | '.join(heads)} |", "|---|---|" + "---|" * len(tools)]
    for topic, lines in topics.items():
        cells = [f"{len(lines & found)}" for found in tools.values()]
        rows.append(f"| {topic.replace('_', ' ')} | {len(lines)} | {' | '.join(cells)} |")
    hits = [len(everything & found) for found in tools.values()]
    shares = [f"**{count}** ({count / len(everything):.0%})" for count in hits]
    wrong = [f"{len(found - everything)}" for found in tools.values()]
    rows.append(f"| **all** | **{len(everything)}** | {' | '.join(shares)} |")
    rows.append(f"| reported in other lines | | {' | '.join(wrong)} |")
    return rows


def main() -> int:
    """Measure, and print or write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--write", action="store_true", help="put the table into docs/other-tools.md")
    asked = parser.parse_args()
    text = "\n".join(table())
    if not asked.write:
        print(text)
        return 0
    page = PAGE.read_text(encoding="utf-8")
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    PAGE.write_text(f"{before}{BEGIN}\n{text}\n{END}{after}", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
