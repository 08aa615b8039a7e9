"""`why`, `graph` and `--statistics`: the ways between the loop and what blocks, and counts of what was found."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from unit.test_cli import antifreeze, one_line

CLIENT = """\
import requests


def load():
    return requests.get('a')


def save(again):
    if again:
        save(False)
    load()
    return requests.post('b')


def unused():
    return requests.put('c')
"""
API = """\
import time
from app.client import load, save


class Api:
    async def get(self):
        return load()

    async def put(self):
        save(True)
        time.sleep(1)

    async def other(self):
        await self.put()


async def quiet():
    time.sleep(1)  # antifreeze: ignore[AF101] on purpose
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "app").mkdir()
    for name, text in (("__init__", ""), ("client", CLIENT), ("api", API)):
        (tmp_path / "app" / f"{name}.py").write_text(text)
    return tmp_path


def why(project: Path, name: str) -> dict[str, list[str]]:
    """The places of each way, by what blocks, and who gets there."""
    result = antifreeze("why", name, "--format", "json", cwd=project)
    assert (result.returncode, result.stderr) == (0, "")
    (told,) = json.loads(result.stdout)
    ways = {way[-1]["callee"]: [f"{edge['path']}:{edge['line']}" for edge in way] for way in told["ways"]}
    return {**ways, "from": told["reached_from"]}


def test_every_way_from_a_function(project: Path) -> None:
    assert why(project, "app.api.Api.put") == {
        "requests.get": ["app/api.py:10", "app/client.py:11", "app/client.py:5"],
        "requests.post": ["app/api.py:10", "app/client.py:12"],
        "time.sleep": ["app/api.py:11"],
        "from": [],
    }


def test_a_helper_tells_who_gets_there(project: Path) -> None:
    assert why(project, "load") == {
        "requests.get": ["app/client.py:5"], "from": ["app.api.Api.get", "app.api.Api.put"],
    }  # fmt: skip


def test_another_coroutine_is_its_own_report(project: Path) -> None:
    assert why(project, "other") == {"from": []}
    assert "app.api.Api.other (async def) reaches nothing that blocks" in antifreeze("why", "other", cwd=project).stdout


def test_suppressed_and_deselected_calls_are_no_ways(project: Path) -> None:
    assert why(project, "quiet") == {"from": []}
    told = antifreeze("why", "put", "--select", "AF101", cwd=project).stdout
    assert "reaches 1 blocking call" in told
    assert "requests" not in told


def test_the_text_names_each_step(project: Path) -> None:
    told = antifreeze("why", "Api.put", cwd=project).stdout
    assert told.startswith("app.api.Api.put (async def) reaches 3 blocking calls\n")
    assert "  AF102 requests.get, error\n    app/api.py:10:9  app.client.save\n" in told
    assert "reached from 2 functions on the loop:" in antifreeze("why", "load", cwd=project).stdout


def test_a_name_that_is_none(project: Path) -> None:
    result = antifreeze("why", "app.api.Api.pot", cwd=project)
    assert result.returncode == 2
    assert 'did you mean "app.api.Api.put"?' in one_line(result)
    (project / "app" / "api.py").write_text("")
    assert "nothing runs on a loop here" in one_line(antifreeze("why", "main", cwd=project))


def test_the_graph_holds_ways_and_nothing_else(project: Path) -> None:
    document = json.loads(antifreeze("graph", "--format", "json", cwd=project).stdout)
    functions = {function["name"]: function["on_loop"] for function in document["functions"]}
    assert functions == {
        "app.api.Api.get": "async def", "app.api.Api.put": "async def", "app.client.load": None,
        "app.client.save": None,
    }  # fmt: skip
    sinks = {(edge["caller"], edge["callee"], edge["code"]) for edge in document["edges"] if "code" in edge}
    assert sinks == {
        ("app.client.load", "requests.get", "AF102"), ("app.client.save", "requests.post", "AF102"),
        ("app.api.Api.put", "time.sleep", "AF101"),
    }  # fmt: skip


def test_mermaid_names_nothing_twice_and_holds_no_raw_brackets(project: Path) -> None:
    (project / "app" / "api.py").write_text(API + "\n\nasync def odd():\n    (lambda: load())()\n")
    text = antifreeze("graph", "--format", "mermaid", cwd=project).stdout
    labels = re.findall(r'^  (n\d+)[^\s"]*"(.*?)"', text, re.MULTILINE)
    assert len({node for node, _ in labels}) == len({label for _, label in labels}) == len(labels) == 9
    assert not [label for _, label in labels if set(label) & set('<>"[]{}()')]
    edges = re.findall(r"^  (n\d+) --> (n\d+)$", text, re.MULTILINE)
    assert {node for edge in edges for node in edge} == {node for node, _ in labels}


@pytest.mark.skipif(not shutil.which("dot"), reason="Graphviz is not installed")
def test_graphviz_draws_the_graph(project: Path) -> None:
    target = project / "graph.dot"
    assert antifreeze("graph", "--output", "graph.dot", cwd=project).returncode == 0
    drawn = subprocess.run(["dot", "-Tsvg", str(target)], capture_output=True, text=True, check=True).stdout
    assert drawn.count('class="node"') == 7


def test_an_empty_graph_is_one(project: Path) -> None:
    (project / "app" / "api.py").write_text("")
    assert antifreeze("graph", cwd=project).stdout.startswith("digraph antifreeze {")
    assert json.loads(antifreeze("graph", "--format", "json", cwd=project).stdout)["edges"] == []


def test_the_graph_is_recalled_apart_from_the_report(project: Path) -> None:
    first = antifreeze("graph", "--format", "json", cwd=project).stdout
    antifreeze("check", cwd=project)
    assert antifreeze("graph", "--format", "json", cwd=project).stdout == first


def test_statistics_count_by_rule_library_and_module(project: Path) -> None:
    result = antifreeze("check", "--statistics", "--format", "concise", cwd=project)
    assert "findings by" not in result.stdout
    assert "findings by rule\n       3  AF102 blocking-http\n       1  AF101 blocking-sleep\n" in result.stderr
    assert "findings by library\n       3  requests\n       1  time\n" in result.stderr
    assert "findings by module\n       4  app/api.py\n" in result.stderr
