"""Where frameworks run what they are given: each entry says who looked, and the page says what was seen."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from antifreeze.catalog.hooks import WHERE
from antifreeze.catalog.packaged import packaged_hooks
from antifreeze.cli.app import group

PAGE = Path(__file__).resolve().parents[3] / "docs" / "hooks.md"
HOOKS = [fact for fact in packaged_hooks() if fact.table != "once"]
RUNS = {
    "on_loop": {"on the loop"},
    "invoke": {"on the loop"},
    "threaded": {"in a thread"},
    "offload": {"in a thread", "in a process"},
}


def rows() -> Iterator[tuple[str, str, str, set[str]]]:
    """Each hook of the page, what the catalog says of it, where it runs a plain function, and what was installed."""
    for body in re.split(r"^## ", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        versions = set(body.splitlines()[2].rstrip(".").split(", "))
        for line in body.splitlines():
            cells = line.strip("| ").split(" | ")
            for hook in re.findall(r"`([^`]+)`", cells[0]) if line.startswith("| `") else ():
                yield hook, cells[1], cells[2], versions


def test_every_hook_names_the_version_that_was_looked_at() -> None:
    assert len(HOOKS) > 400
    assert [fact.spelled for fact in HOOKS if not re.fullmatch(r"[\w.-]+ \d[\w.]*", fact.checked)] == []


def test_the_page_proves_every_hook_in_the_version_that_it_names() -> None:
    proved = {
        (hook, table, runs, version)
        for hook, tables, runs, versions in rows()
        for table in tables.split(", ")
        for version in versions
    }
    missing = [
        fact.spelled
        for fact in HOOKS
        if not any((fact.spelled, fact.table, runs, fact.checked) in proved for runs in RUNS[fact.table])
    ]
    assert missing == []


def test_what_a_condition_excepts_runs_elsewhere() -> None:
    proved = {(hook, runs) for hook, _, runs, _ in rows()}
    excepted = [f"{fact.spelled} if {condition}" for fact in HOOKS for condition in fact.unless]
    assert [hook for hook in excepted if (hook, "in a thread") not in proved] == []


def test_what_runs_on_the_loop_is_in_the_catalog_or_left_out_for_a_reason() -> None:
    assert [hook for hook, tables, runs, _ in rows() if tables == "-" and runs == "on the loop"] == []


def test_hooks_are_listed_for_people_and_machines() -> None:
    told = CliRunner().invoke(group, ["catalog", "list", "--hooks", "--library", "anyio", "--format", "json"])
    facts = json.loads(told.output)
    assert {fact["table"] for fact in facts} == {"offload", "on_loop"}
    assert all(re.match(r"anyio \d", fact["checked"]) for fact in facts)
    text = CliRunner().invoke(group, ["catalog", "list", "--hooks", "--library", "anyio"]).output
    assert re.search(r"^anyio\.to_thread\.run_sync\(func=\) +offload +anyio \S+$", text, re.MULTILINE)


@pytest.mark.parametrize("table", WHERE)
def test_every_table_has_hooks(table: str) -> None:
    assert any(fact.table == table for fact in packaged_hooks())
