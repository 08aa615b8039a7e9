"""On old code: what a baseline knows does not fail a run, and what a revision left alone is not reported."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from unit.test_cli import antifreeze, one_line

CLIENT = "import requests\n\n\ndef load():\n    return requests.get('a')\n\n\ndef quiet():\n    return 1\n"
API = "from app.client import load, quiet\n\n\nasync def get():\n    quiet()\n    return load()\n"
JOBS = "import time\n\n\nasync def wait():\n    time.sleep(1)\n"
GIT = {
    "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.com", "GIT_COMMITTER_NAME": "a",
    "GIT_COMMITTER_EMAIL": "a@example.com", "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1",
}  # fmt: skip


def git(folder: Path, *arguments: str) -> str:
    result = subprocess.run(
        ["git", *arguments], cwd=folder, env={**os.environ, **GIT}, capture_output=True, text=True, check=True
    )
    return result.stdout.strip()


def commit(folder: Path) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "x")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "app").mkdir()
    for name, text in (("__init__", ""), ("client", CLIENT), ("api", API), ("jobs", JOBS)):
        (tmp_path / "app" / f"{name}.py").write_text(text)
    (tmp_path / "antifreeze.toml").write_text("")
    return tmp_path


def places(folder: Path, *arguments: str) -> list[str]:
    """Where a check finds something: path, line and code."""
    result = antifreeze("check", "--no-cache", "--format", "json", *arguments, cwd=folder)
    assert result.returncode in (0, 1), result.stderr
    return [f"{f['path']}:{f['line']} {f['code']}" for f in json.loads(result.stdout)["findings"]]


BASE = "antifreeze-baseline.txt"
KNOWN = ("--baseline", BASE)

# The baseline


def test_only_new_findings_fail(project: Path) -> None:
    assert antifreeze("baseline", cwd=project).returncode == 0
    result = antifreeze("check", *KNOWN, cwd=project)
    assert (result.returncode, result.stderr) == (0, f"{BASE}: 2 known left\n")
    assert "no new blocking calls found (2 known)" in result.stdout
    (project / "app" / "jobs.py").write_text("\n\n# moved\n" + JOBS + "\n\nasync def read():\n    open('x')\n")
    assert places(project, *KNOWN) == ["app/jobs.py:12 AF105"]


def test_the_baseline_is_sorted_lines_that_say_what_they_are(project: Path) -> None:
    antifreeze("baseline", cwd=project)
    head, *rows = (project / BASE).read_text().splitlines()
    assert head.startswith("# antifreeze baseline, version 1")
    assert [row.split(" ", 1)[1] for row in rows] == [
        "AF102 app/api.py  # app.api.get -> requests.get",
        "AF101 app/jobs.py  # app.jobs.wait -> time.sleep",
    ]


def test_two_baselines_merge_line_by_line(project: Path) -> None:
    antifreeze("baseline", cwd=project)
    head, one, two = (project / BASE).read_text().splitlines()
    (project / BASE).write_text(f"{head}\n{two}\n{one}\n\n{head}\n{one}")
    assert places(project, *KNOWN) == []


def test_rows_that_no_longer_occur_are_told_and_pruned(project: Path) -> None:
    antifreeze("baseline", cwd=project)
    (project / "app" / "jobs.py").write_text("")
    result = antifreeze("check", *KNOWN, cwd=project)
    assert "1 known left, 1 row no longer found (remove them with --prune):" in result.stderr
    assert "AF101 app/jobs.py  # app.jobs.wait -> time.sleep" in result.stderr
    before = (project / BASE).read_text()
    assert antifreeze("check", *KNOWN, "--prune", cwd=project).returncode == 0
    assert len((project / BASE).read_text().splitlines()) == len(before.splitlines()) - 1
    assert antifreeze("check", *KNOWN, cwd=project).stderr == f"{BASE}: 1 known left\n"


def test_baseline_prune_adds_nothing(project: Path) -> None:
    antifreeze("baseline", cwd=project)
    (project / "app" / "jobs.py").write_text("async def read():\n    open('x')\n")
    result = antifreeze("baseline", "--prune", cwd=project)
    assert result.stderr == f"{BASE}: 1 known, 0 added, 1 removed\n"
    assert antifreeze("baseline", cwd=project).stderr == f"{BASE}: 2 known, 1 added, 0 removed\n"


def test_what_was_not_looked_at_is_not_gone(project: Path) -> None:
    antifreeze("baseline", cwd=project)
    assert antifreeze("check", *KNOWN, "app/jobs.py", cwd=project).stderr == f"{BASE}: 1 known left\n"
    assert antifreeze("check", *KNOWN, "--select", "AF101", cwd=project).stderr == f"{BASE}: 1 known left\n"
    result = antifreeze("check", *KNOWN, "app/jobs.py", "--program", ".", cwd=project)
    assert (result.returncode, result.stderr) == (0, f"{BASE}: 2 known left\n")
    (project / "app" / "jobs.py").write_text("def broken(:\n")
    assert antifreeze("check", *KNOWN, cwd=project).stderr == f"{BASE}: 1 known left\n"


def test_the_configuration_can_name_the_baseline(project: Path) -> None:
    (project / "antifreeze.toml").write_text('baseline = "known.txt"\n')
    assert antifreeze("baseline", cwd=project / "app").returncode == 0
    assert (project / "known.txt").exists()
    assert antifreeze("check", cwd=project / "app").returncode == 0
    assert antifreeze("check", "app", cwd=project).returncode == 0
    assert antifreeze("check", "--baseline", "", cwd=project).returncode == 1


@pytest.mark.parametrize(
    ("text", "arguments", "expected"),
    [
        (None, KNOWN, f"no such baseline: {BASE}; `antifreeze baseline` writes one"),
        ("<<<<<<< ours\n", KNOWN, f"{BASE}:1: not a row of a baseline"),
        (None, ("--prune",), "--prune needs a baseline"),
    ],
)
def test_wrong_baselines_are_told(project: Path, text: str | None, arguments: tuple[str, ...], expected: str) -> None:
    if text is not None:
        (project / BASE).write_text(text)
    result = antifreeze("check", *arguments, cwd=project)
    assert result.returncode == 2
    assert expected in one_line(result)


# Changes since a revision


@pytest.fixture
def history(project: Path) -> Path:
    git(project, "init", "-q", "-b", "main")
    commit(project)
    return project


def test_nothing_changed_nothing_reported(history: Path) -> None:
    assert places(history, "--since", "HEAD") == []
    assert len(places(history)) == 2


def test_a_changed_helper_reports_what_it_freezes(history: Path) -> None:
    (history / "app" / "client.py").write_text(CLIENT.replace("'a'", "'b'"))
    assert places(history, "--since", "HEAD") == ["app/api.py:6 AF102"]
    commit(history)
    assert places(history, "--since", "HEAD") == []
    assert places(history, "--since", "HEAD~1") == ["app/api.py:6 AF102"]


def test_lines_that_only_moved_are_no_change(history: Path) -> None:
    (history / "app" / "client.py").write_text("# comment\n" + CLIENT + "\n\ndef more():\n    return 2\n")
    assert places(history, "--since", "HEAD") == []


def test_untracked_staged_and_oddly_named_files_count(history: Path) -> None:
    (history / "app" / "new.py").write_text(JOBS)
    assert places(history, "--since", "HEAD") == ["app/new.py:5 AF101"]
    git(history, "add", "-A")
    (history / "app" / "s p ü.py").write_text(JOBS)
    git(history, "mv", "app/jobs.py", "app/tasks.py")
    expected = ["app/new.py:5 AF101", "app/s p ü.py:5 AF101", "app/tasks.py:5 AF101"]
    assert places(history, "--since", "HEAD") == expected
    assert places(history / "app", "--since", "HEAD") == [name.removeprefix("app/") for name in expected]


def test_removed_lines_count_where_they_were(history: Path) -> None:
    (history / "app" / "api.py").write_text(API.replace("    quiet()\n", ""))
    assert places(history, "--since", "HEAD") == ["app/api.py:5 AF102"]


def test_what_others_changed_meanwhile_does_not_count(history: Path) -> None:
    git(history, "checkout", "-qb", "mine")
    (history / "app" / "api.py").write_text(API + "\n\nasync def more():\n    return load()\n")
    commit(history)
    git(history, "checkout", "-q", "main")
    (history / "app" / "jobs.py").write_text(JOBS.replace("(1)", "(2)"))
    commit(history)
    git(history, "checkout", "-q", "mine")
    assert places(history, "--since", "main") == ["app/api.py:10 AF102"]


def test_the_baseline_holds_for_changes_too(history: Path) -> None:
    antifreeze("baseline", cwd=history)
    (history / "app" / "client.py").write_text(CLIENT.replace("'a'", "'b'"))
    assert places(history, "--since", "HEAD", *KNOWN) == []


def test_standard_input_counts_as_changed(history: Path) -> None:
    result = antifreeze(
        "check", "-", "--stdin-filename", "app/jobs.py", "--since", "HEAD", "--format", "concise", "--no-cache",
        cwd=history, stdin=JOBS,
    )  # fmt: skip
    assert result.stdout.startswith("app/jobs.py:5:5: AF101")


@pytest.mark.parametrize("revision", ["nowhere", "--help", "HEAD:app", ""])
def test_a_revision_that_is_none(history: Path, revision: str) -> None:
    result = antifreeze("check", f"--since={revision}", cwd=history)
    assert result.returncode == 2
    assert f"git knows no revision {revision}" in " ".join(one_line(result).split()) + " "


def test_no_repository_and_no_git(project: Path) -> None:
    outside = antifreeze("check", "--since", "HEAD", cwd=project, GIT_CEILING_DIRECTORIES=str(project.parent))
    assert outside.returncode == 2
    assert "not a git repository" in one_line(outside)
    missing = antifreeze("check", "--since", "HEAD", cwd=project, PATH=str(project))
    assert missing.returncode == 2
    assert "git is not installed" in one_line(missing)
