"""Have each format's consumer read what antifreeze says of real programs: `python scripts/verify_formats.py FOLDER...`.

One run writes all formats. SARIF and JSON are validated against their schemas, JUnit is read by junitparser, GitLab's
issues and GitHub's annotations by what their documentation asks for, and the page is opened and searched in Chromium,
where there is one. Nothing is written to the folders. Prints a line for each folder and format; 1 if one is refused.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import junitparser

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from schemas import validate  # type: ignore[import-not-found]  # noqa: E402 (the tests' own reader of published schemas)

FORMATS = ("json", "sarif", "junit", "gitlab", "github", "html", "concise")
GITHUB_LIMIT = 10
"""How many annotations of each level GitHub shows of one step."""
SARIF_LIMIT = 25_000
"""How many results of a run GitHub's code scanning takes."""

SEARCH = """
const start = performance.now();
const box = document.getElementById("search");
box.value = "time"; box.dispatchEvent(new Event("input", { bubbles: true }));
const all = document.querySelectorAll(".finding").length;
const told = { all, milliseconds: Math.round(performance.now() - start) };
document.body.replaceChildren(Object.assign(document.createElement("output"), { textContent: JSON.stringify(told) }));
"""


def read_json(text: str, count: int) -> str:
    """The report against its published schema."""
    document = json.loads(text)
    schema = json.loads((ROOT / "docs" / "schema" / "report-v1.json").read_text(encoding="utf-8"))
    jsonschema.validators.validator_for(schema)(schema).validate(document)
    _expect(len(document["findings"]) == count, "holds all findings")
    return f"{count} findings"


def read_sarif(text: str, count: int) -> str:
    """The log against the schema of SARIF 2.1.0, and its results against their rules."""
    document = json.loads(text)
    validate(document, "sarif-2.1.0")
    (run,) = document["runs"]
    rules = run["tool"]["driver"]["rules"]
    _expect(all(rules[one["ruleIndex"]]["id"] == one["ruleId"] for one in run["results"]), "points at its rules")
    _expect(len(run["results"]) == count, "holds all findings")
    more = "" if count <= SARIF_LIMIT else f"; GitHub takes {SARIF_LIMIT} of them"
    return f"{count} results, {sum('codeFlows' in one for one in run['results'])} with a code flow{more}"


def read_junit(text: str, count: int) -> str:
    """The suites as their usual reader sees them."""
    (suite,) = junitparser.JUnitXml.fromstring(text.encode())
    cases = list(suite)
    failed = sum(isinstance(part, junitparser.Failure) for case in cases for part in case.result)
    _expect(suite.tests == len(cases) and suite.failures == failed, "counts what it holds")
    ET.fromstring(text)  # noqa: S314 (our own output)
    return f"{len(cases)} cases for {count} findings, {failed} of them failures"


def read_gitlab(text: str, count: int) -> str:
    """The issues by GitLab's documentation of code quality reports."""
    issues: list[dict[str, Any]] = json.loads(text)
    for issue in issues:
        _expect(bool(issue["description"] and issue["check_name"]), "describes each issue")
        _expect(issue["severity"] in {"info", "minor", "major", "critical", "blocker"}, "knows the severity")
        _expect(issue["location"]["lines"]["begin"] >= 1, "has a line")
        _expect(not issue["location"]["path"].startswith(("./", "/")), "has a path within the repository")
    _expect(len({issue["fingerprint"] for issue in issues}) == len(issues) >= count, "has fingerprints of their own")
    return f"{len(issues)} issues"


def read_github(text: str, count: int) -> str:
    """The workflow commands, line by line, as the runner reads them."""
    commands = [
        re.fullmatch(r"::(error|warning|notice) ([^:]*(?:%3A[^:]*)*)::(.*)", line) for line in text.splitlines()
    ]
    _expect(all(commands), "holds nothing but commands")
    levels = [match.group(1) for match in commands if match]
    _expect(levels == sorted(levels, key=("error", "warning", "notice").index), "has the worst first")
    return f"{len(levels)} annotations for {count} findings; GitHub shows {GITHUB_LIMIT} of each level"


def read_html(text: str, count: int) -> str:
    """The page in a real browser: it holds every finding, and searching it does not take long."""
    _expect(not re.search(r"<(?:script|link|img)[^>]+(?:src|href)=[\"']?http", text), "loads nothing from the network")
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        return f"{len(text):,} characters; no Chromium to open it in"
    relaxed = re.sub(r'<meta http-equiv="Content-Security-Policy".*?>', "", text)
    with tempfile.TemporaryDirectory() as name:
        page = Path(name, "page.html")
        page.write_text(relaxed.replace("</body>", f"<script>{SEARCH}</script></body>"), encoding="utf-8")
        command = [chromium, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={name}/profile",
                   "--dump-dom", page.as_uri()]  # fmt: skip
        shown = subprocess.run(command, capture_output=True, text=True, timeout=300, check=True).stdout
    told = json.loads(re.findall(r"<output>(.*?)</output>", shown)[-1])
    return f"{told['all']} blocks for {count} findings, searched in {told['milliseconds']} ms in Chromium"


def read_concise(text: str, count: int) -> str:
    """The lines as an editor's problem matcher reads them."""
    lines = [line for line in text.splitlines() if re.match(r".+?:\d+:\d+: AF\d{3} ", line)]
    _expect(len(lines) >= count, "has a line for each finding")
    return f"{len(lines)} lines"


READERS: dict[str, Callable[[str, int], str]] = {
    "json": read_json, "sarif": read_sarif, "junit": read_junit, "gitlab": read_gitlab, "github": read_github,
    "html": read_html, "concise": read_concise,
}  # fmt: skip


class RefusedError(Exception):
    """A consumer would not take the output."""


def _expect(holds: bool, what: str) -> None:
    if not holds:
        raise RefusedError(f"not so: {what}")


def verify(folder: Path) -> bool:
    """Analyse a folder and have all readers read; whether all of them took it."""
    with tempfile.TemporaryDirectory() as name:
        written = {form: Path(name, form) for form in FORMATS}
        outputs = [part for form, path in written.items() for part in ("--format", form, "--output", str(path))]
        command = [sys.executable, "-m", "antifreeze", "check", ".", "--no-cache", "--no-environment", *outputs]
        result = subprocess.run(command, cwd=folder, stderr=subprocess.PIPE, text=True, check=False)
        if result.returncode not in (0, 1):
            print(f"{folder.name}: {result.stderr}")
            return False
        count = len(json.loads(written["json"].read_text(encoding="utf-8"))["findings"])
        good = True
        for form, read in READERS.items():
            try:
                told = read(written[form].read_text(encoding="utf-8"), count)
            except (RefusedError, jsonschema.ValidationError, ValueError, LookupError) as error:
                good, told = False, f"REFUSED: {str(error).splitlines()[0]}"
            print(f"{folder.name} {form}: {told}", flush=True)
        return good


if __name__ == "__main__":
    if not sys.argv[1:]:
        raise SystemExit("usage: python scripts/verify_formats.py FOLDER...")
    sys.exit(len([name for name in sys.argv[1:] if not verify(Path(name))]) > 0)
