"""The project's own rules: sizes, documentation that is complete, words that do not belong here."""

from __future__ import annotations

import ast
import importlib
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from antifreeze.config.options import OPTIONS
from antifreeze.model.rule import RULES
from antifreeze.present import formats

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted((ROOT / "src").rglob("*.py"))


def test_files_and_functions_stay_small() -> None:
    long = []
    for path in SOURCES:
        text = path.read_text()
        if text.count("\n") > 400:
            long.append(path.name)
        for node in ast.walk(ast.parse(text)):
            is_function = isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
            if is_function and (node.end_lineno or 0) - node.lineno >= 60:
                long.append(f"{path.name}:{node.name}")
    assert long == []


def test_every_module_says_what_it_is_for() -> None:
    assert [path.name for path in SOURCES if not ast.get_docstring(ast.parse(path.read_text()))] == []


def test_every_option_is_documented() -> None:
    text = (ROOT / "docs" / "options.md").read_text()
    assert [option.key for option in OPTIONS if f"`{option.key}`" not in text] == []


def test_every_rule_is_documented() -> None:
    text = (ROOT / "docs" / "rules.md").read_text()
    assert [code for code in RULES if code not in text] == []


def test_every_format_has_a_golden_file() -> None:
    assert [name for name in formats() if not (ROOT / "tests" / "golden" / f"{name}.txt").exists()] == []


def test_every_dependency_is_justified() -> None:
    text = (ROOT / "docs" / "dependencies.md").read_text()
    project = (ROOT / "pyproject.toml").read_text()
    declared = re.findall(r'"([a-z-]+)>=', project.partition("[project.scripts]")[0])
    assert [name for name in declared if f"`{name}`" not in text and name != "hatchling"] == []


def test_generated_documentation_is_fresh() -> None:
    script = ROOT / "scripts" / "generate_docs.py"
    result = subprocess.run([sys.executable, str(script), "--check"], capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.skipif(os.name == "nt", reason="the picture is drawn in a pseudo-terminal")
def test_the_picture_of_the_readme_is_fresh() -> None:
    script = ROOT / "scripts" / "draw_report.py"
    result = subprocess.run([sys.executable, str(script), "--check"], capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    assert "(docs/report.svg)" in (ROOT / "README.md").read_text()


def test_the_commands_of_the_readme_are_run_before_a_change_lands() -> None:
    commands = re.findall(r"^    (python3 .+)$", (ROOT / "README.md").read_text(), re.MULTILINE)
    gate = (ROOT / ".ci" / "run").read_text()
    assert len(commands) == 2
    assert [command for command in commands if command not in gate] == []


def test_every_format_says_what_it_is() -> None:
    modules = [importlib.import_module(f"antifreeze.present.{name}") for name in formats().values()]
    assert [module.__name__ for module in modules if not module.__doc__ or not module.SUFFIX.startswith(".")] == []


def test_links_between_pages_lead_somewhere() -> None:
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    links = [(page, link) for page in pages for link in re.findall(r"\]\((?!https?:)([^)#\s]+)", page.read_text())]
    assert len(links) > 20
    assert [f"{page.name}: {link}" for page, link in links if not (page.parent / link).exists()] == []


def test_no_file_speaks_of_where_it_was_written() -> None:
    """Paths of one machine, and notes that readers cannot follow, do not belong here."""
    files = [path for top in ("src", "tests", "scripts", "docs", "examples", ".ci") for path in (ROOT / top).rglob("*")]
    files += [path for path in ROOT.iterdir() if path.suffix in (".md", ".toml", ".yaml")]
    made = {".antifreeze_cache", "__pycache__"}  # by running what is described, and kept out of version control
    texts = [path for path in files if path.is_file() and not made & {*path.parts} and path != Path(__file__)]
    assert len(texts) > 100
    assert [f"{path.relative_to(ROOT)}: {word}" for path in texts for word in _strange(path)] == []


_PAGES = {page.name.lower() for page in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]}
_ABSOLUTE = {"bin/", "dev/", "proc/", "usr/", "tmp/verify", "app/", "nowhere/", "price/", "rates/", "service/"}
"""The only absolute paths that are written: of every Unix, and made up for examples and routes."""
_ABOVE = {"b", "company", "gen", "lib", "src", "suppressions"}
"""What examples and links find in a folder above."""


def _strange(path: Path) -> list[str]:
    text = path.read_text(errors="replace")
    pages = [page for page in re.findall(r"(?<![\w-])[A-Za-z_]+\.md\b", text) if page.lower() not in _PAGES]
    absolute = [
        place
        for place in re.findall(r"(?<![\w.~}\])-])/(\w+/\w*)", text)
        if not any(place.startswith(known) for known in _ABSOLUTE)
    ]
    above = [folder for folder in re.findall(r"\.\./(\w+)", text) if folder not in _ABOVE]
    return [*pages, *absolute, *above, *re.findall(r"\bissue #?\d", text, re.IGNORECASE)]


@pytest.mark.parametrize("name", ["docs/architecture.md", "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE"])
def test_the_pages_are_there(name: str) -> None:
    assert (ROOT / name).stat().st_size > 200
