"""The project's own rules: sizes, documentation that is complete, words that do not belong here."""

from __future__ import annotations

import ast
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


@pytest.mark.parametrize("name", ["docs/architecture.md", "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE"])
def test_the_pages_are_there(name: str) -> None:
    assert (ROOT / name).stat().st_size > 200
