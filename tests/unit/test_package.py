"""The environment on the command line: which is read, what is kept, and `check --package`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from trees import environment, site, tree

ROOT = Path(__file__).resolve().parents[2]
BLOCKING = "import time\n\n\nasync def fetch():\n    time.sleep(1)\n"
HARMLESS = "async def fetch():\n    return 1\n"
MAIN = {"main.py": "import vendor\n\n\nasync def entry():\n    await vendor.fetch()\n"}


def antifreeze(*arguments: str, cwd: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    known = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "ANTIFREEZE_CACHE": str(cwd / "shared"), **variables}
    command = [sys.executable, "-m", "antifreeze", "check", *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, env=known, check=False)


def told(*arguments: str, cwd: Path, **variables: str) -> Any:
    return json.loads(antifreeze(*arguments, "--format", "json", cwd=cwd, **variables).stdout)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A program that awaits a coroutine of a library, with its environment beside it."""
    environment(tmp_path / ".venv", {"vendor/__init__.py": BLOCKING, "single.py": BLOCKING})
    return tree(tmp_path, MAIN)


def test_the_project_s_environment_is_found_and_told(project: Path) -> None:
    report = told("main.py", cwd=project, ANTIFREEZE_NO_ENVIRONMENT="")
    assert [(found["code"], found["derived"]) for found in report["findings"]] == [("AF101", True)]
    assert report["summary"]["environment"] == {"path": ".venv", "packages": ["vendor 1.0"]}
    assert report["summary"]["derived"] == 1
    shown = antifreeze("main.py", cwd=project, ANTIFREEZE_NO_ENVIRONMENT="").stdout
    assert "environment: .venv (vendor 1.0)" in shown
    assert "derived" in shown


@pytest.mark.parametrize("option", ["--no-environment", "--no-derived"])
def test_switches(option: str, project: Path) -> None:
    assert not told("main.py", option, cwd=project, ANTIFREEZE_NO_ENVIRONMENT="")["findings"]


def test_a_kept_report_ends_with_the_library_s_state(project: Path) -> None:
    options = ("main.py", "--python", ".venv")
    assert told(*options, cwd=project)["findings"]
    assert told(*options, cwd=project)["findings"]
    (site(project / ".venv") / "vendor" / "__init__.py").write_text(HARMLESS)
    assert not told(*options, cwd=project)["findings"]


@pytest.mark.parametrize("name", ["vendor", "single"])
def test_a_package_of_the_environment(name: str, project: Path) -> None:
    result = antifreeze("--package", name, "--python", ".venv", "--format", "concise", cwd=project)
    assert result.returncode == 1, result.stderr
    assert name in result.stdout
    assert "AF101" in result.stdout


def test_a_package_that_is_not_there(project: Path) -> None:
    assert antifreeze("--package", "other", "--python", ".venv", cwd=project).returncode == 2
    assert antifreeze("--package", "vendor", "--no-environment", cwd=project).returncode == 2


def test_a_package_s_environment_is_looked_up_once(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from click.testing import CliRunner

    from antifreeze.cli.app import group
    from antifreeze.store import environment as looked_up

    asked: list[str] = []
    find = looked_up.find_environment

    def counted(python: str, *rest: Any) -> Path | None:
        asked.append(python)
        return find(python, *rest)

    monkeypatch.setattr(looked_up, "find_environment", counted)
    monkeypatch.chdir(project)
    run = CliRunner().invoke(group, ["check", "--package", "vendor", "--python", ".venv", "--no-cache"])
    assert "AF101" in run.output
    assert asked == [".venv"]
