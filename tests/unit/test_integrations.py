"""What other tools read of ours: the hook, the action, GitLab's template, the flake8 plugin, a problem matcher."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from schemas import validate
from unit.test_adoption import API, CLIENT, GIT, JOBS, git
from unit.test_cli import antifreeze

ROOT = Path(__file__).resolve().parents[2]
GITLAB = "https://gitlab.com/gitlab-org/gitlab/-/raw/master/app/assets/javascripts/editor/schema/ci.json"


def loaded(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text())


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "app").mkdir()
    for name, text in (("__init__", ""), ("client", CLIENT), ("api", API), ("jobs", JOBS)):
        (tmp_path / "app" / f"{name}.py").write_text(text)
    (tmp_path / "antifreeze.toml").write_text("")
    return tmp_path


def bash(script: str, cwd: Path, **env: str) -> subprocess.CompletedProcess[str]:
    tools = cwd / "bin"
    tools.mkdir(exist_ok=True)
    (tools / "antifreeze").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m antifreeze "$@"\n')
    (tools / "antifreeze").chmod(0o755)
    environment = {
        **os.environ, **GIT, "PYTHONPATH": str(ROOT / "src"), "PATH": f"{tools}:{os.environ['PATH']}", **env,
    }  # fmt: skip
    return subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", script], cwd=cwd, env=environment, capture_output=True, text=True,
        check=False,
    )  # fmt: skip


def test_the_action_follows_githubs_schema() -> None:
    validate(loaded("action.yml"), "github-action")


def test_the_release_follows_githubs_schema_and_holds_no_secret() -> None:
    path = ".github/workflows/release.yml"
    workflow = loaded(path)
    workflow["on"] = workflow.pop(True)  # what YAML 1.1 takes the word for
    assert workflow["permissions"] == {}
    assert workflow["jobs"]["build"]["permissions"].pop("attestations") == "write"  # younger than the schema
    validate(workflow, "github-workflow")
    assert [name for name, job in workflow["jobs"].items() if "id-token" in job["permissions"]] == ["build", "publish"]
    assert "secrets." not in (ROOT / path).read_text()


def inputs(**given: str) -> dict[str, str]:
    return {"PATHS": ".", "ARGUMENTS": "", "SINCE": "", "SARIF": "", "HTML": "", **given}


def test_the_actions_script_annotates_and_writes(project: Path) -> None:
    script = loaded("action.yml")["runs"]["steps"][-1]["run"]
    assert "${{" not in script, "inputs come through the environment, where they are data"
    given = inputs(ARGUMENTS="--select AF101 --no-cache", SARIF="out.sarif", HTML="out.html")
    result = bash(script, project, FOLDER=str(project), **given)
    assert result.returncode == 1
    assert result.stdout.startswith("::error file=app/jobs.py,line=5")
    assert "::error file=app/api.py" not in result.stdout
    validate(json.loads((project / "out.sarif").read_text()), "sarif-2.1.0")
    assert (project / "out.html").exists()


def test_the_actions_script_looks_at_changes(project: Path) -> None:
    script = loaded("action.yml")["runs"]["steps"][-1]["run"]
    git(project, "init", "-q")
    git(project, "add", "-A")
    git(project, "commit", "-qm", "x")
    assert bash(script, project, FOLDER=str(project), **inputs(SINCE="HEAD")).returncode == 0
    evil = bash(script, project, FOLDER=str(project), **inputs(SINCE="HEAD; touch evil", ARGUMENTS="$(touch evil)"))
    assert evil.returncode == 2
    assert not (project / "evil").exists()


def test_gitlabs_template_follows_its_schema_and_runs(project: Path) -> None:
    template = loaded("templates/gitlab.yml")
    validate(template, GITLAB)
    job = template["antifreeze"]
    script = "\n".join(job["script"])
    result = bash(script, project, ANTIFREEZE_PATHS="app", ANTIFREEZE_ARGUMENTS="--no-cache --fail-on never")
    assert result.returncode == 0, result.stderr
    wanted = [*job["artifacts"]["paths"], *job["artifacts"]["reports"].values()]
    assert [name for name in wanted if not (project / name).exists()] == []


def test_the_hook_analyses_the_whole_repository_once_at_a_time() -> None:
    (hook,) = loaded(".pre-commit-hooks.yaml")
    assert hook["entry"] == "antifreeze check --program ."
    assert hook["require_serial"] is True


def flake8(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "flake8", "--isolated", "--select=AF", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    return subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)


def test_flake8_tells_what_the_whole_program_shows(project: Path) -> None:
    result = flake8(project, "app/api.py")
    assert result.stderr == ""
    (line,) = result.stdout.splitlines()
    assert line.startswith("app/api.py:6:12: AF102 `app.client.load` blocks the event loop: it reaches `requests.get`")


def test_flake8_with_workers_and_from_below(project: Path) -> None:
    told = flake8(project, "--jobs=2", "--format=%(path)s:%(row)d %(code)s", ".").stdout.splitlines()
    assert sorted(told) == ["./app/api.py:6 AF102", "./app/jobs.py:5 AF101"]


def test_flake8_heeds_the_configuration_and_its_own_comments(project: Path) -> None:
    antifreeze("baseline", cwd=project)
    (project / "antifreeze.toml").write_text('baseline = "antifreeze-baseline.txt"\n')
    (project / "app" / "more.py").write_text("async def main():\n    open('a')\n    input()  # noqa: AF109 asked for\n")
    assert [line.split()[0] for line in flake8(project, ".").stdout.splitlines()] == ["./app/more.py:2:5:"]


def test_the_documented_problem_matcher_reads_concise_lines(project: Path) -> None:
    text = (ROOT / "docs" / "editors.md").read_text()
    (task,) = re.findall(r"```json\n(.*?)```", text, re.DOTALL)
    pattern = json.loads(task)["tasks"][0]["problemMatcher"]["pattern"]
    lines = antifreeze("check", "--format", "concise", cwd=project).stdout.splitlines()
    found = [re.match(pattern["regexp"], line) for line in lines]
    assert all(found)
    read = [(m[pattern["file"]], m[pattern["line"]], m[pattern["column"]], m[pattern["code"]]) for m in found if m]
    assert read == [("app/api.py", "6", "12", "AF102"), ("app/jobs.py", "5", "5", "AF101")]
