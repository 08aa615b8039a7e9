"""Fingerprints: the same after any edit that does not concern the finding, others where it changed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from antifreeze.cli.analysis import Run, analyse
from antifreeze.config.options import Config
from antifreeze.model.source import SourceFile
from antifreeze.store.settings import read_config
from cases import analyse as analyse_sources

API = """\
import time
import requests
from app.client import load, save

LIMIT = 3


class Api:
    async def get(self):
        return load()

    async def put(self):
        load()
        save()
        time.sleep(1)
        time.sleep(1)
        (lambda: time.sleep(2))()

    async def direct(self):
        return requests.get("https://example.com")


async def main():
    def inner():
        return open("x").read()
    return inner()
"""
CLIENT = """\
import requests

TIMEOUT = 5


def load():
    return fetch("a")


def save():
    return fetch("b")


def fetch(name):
    return requests.get(name, timeout=TIMEOUT)
"""
FILLERS = (
    "", "# a comment", "import json", "UNUSED = [1, 2]", "def unrelated():\n    return 1",
    "async def quiet():\n    return None", "async def noisy():\n    import time\n    time.sleep(9)",
    "class Other:\n    async def get(self):\n        open('y')",
    "def also_blocking():\n    import requests\n    return requests.get('z')",
)  # fmt: skip


def found(api: str, client: str, *, extra: str = "", reverse: bool = False) -> dict[str, str]:
    """The fingerprints of api.py's own findings, with what was found."""
    sources = [
        SourceFile("app/api.py", "app.api", api.encode()),
        SourceFile("app/client.py", "app.client", client.encode()),
        SourceFile("app/aaa.py", "app.aaa", extra.encode()),
        SourceFile("app/__init__.py", "app", b"", is_package=True),
    ]
    report = analyse_sources(tuple(reversed(sources) if reverse else sources), Config())
    assert report.errors == ()
    return {finding.fingerprint: f"{finding.function} {finding.call}" for finding in report.findings}


BEFORE = found(API, CLIENT)


def test_there_is_something_to_recognise() -> None:
    assert len(BEFORE) == len(set(BEFORE)) == 8
    assert all(re.fullmatch("[0-9a-f]{16}", fingerprint) for fingerprint in BEFORE)


@st.composite
def edited(draw: st.DrawFn, text: str) -> str:
    """The text with things added between its top-level statements, and blank lines and comments anywhere."""
    lines = []
    for line in text.splitlines():
        if line and not line[0].isspace():
            lines.extend(draw(st.lists(st.sampled_from(FILLERS), max_size=2)))
        lines.extend(draw(st.lists(st.sampled_from(["", "    # note"]), max_size=2)))
        lines.append(f"{line}  # edited" if line and draw(st.booleans()) else line)
    return "\n".join([*lines, *draw(st.lists(st.sampled_from(FILLERS), max_size=2))]) + "\n"


@settings(max_examples=40, deadline=None)
@given(edited(API), edited(CLIENT), st.sampled_from(FILLERS), st.booleans())
def test_they_survive_edits_elsewhere(api: str, client: str, extra: str, reverse: bool) -> None:
    after = found(api, client, extra=extra, reverse=reverse)
    assert BEFORE.items() <= after.items()


@pytest.mark.parametrize(
    ("old", "new", "lost"),
    [
        ("        return load()", "        return None", 1),
        ("async def get(self)", "async def fetch(self)", 1),
        ("        save()\n", "        load()\n", 1),
        ("return requests.get(", "return requests.post(", 1),
        ("        time.sleep(1)\n", "", 1),
        ("class Api", "class Service", 7),
    ],
)
def test_they_change_with_the_finding(old: str, new: str, lost: int) -> None:
    after = found(API.replace(old, new, 1), CLIENT)
    assert len(BEFORE.keys() - after.keys()) == lost


def test_a_helper_that_blocks_otherwise_is_another_finding() -> None:
    after = found(API, CLIENT.replace("requests.get(name", "requests.put(name"))
    assert len(BEFORE.keys() - after.keys()) == 3


def test_one_more_of_the_same_is_one_new() -> None:
    after = found(API.replace("        time.sleep(1)\n", "        time.sleep(1)\n" * 2, 1), CLIENT)
    assert BEFORE.keys() < after.keys()
    assert len(after) == len(BEFORE) + 1


def test_a_helper_that_is_called_first_does_not_take_the_others_place() -> None:
    after = found(API.replace("        load()\n        save()", "        save()\n        load()"), CLIENT)
    assert after == BEFORE


def test_they_do_not_depend_on_where_the_run_starts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = []
    for top in ("one", "elsewhere/two"):
        app = tmp_path / top / "app"
        app.mkdir(parents=True)
        (app / "__init__.py").write_text("")
        (app / "api.py").write_text(API)
        (app / "client.py").write_text(CLIENT)
        settings_file = tmp_path / top / "antifreeze.toml"
        settings_file.write_text("")
        for folder, path in ((tmp_path / top, "."), (tmp_path / top, "app"), (app, "."), (tmp_path, str(app))):
            monkeypatch.chdir(folder)
            report = analyse((path,), read_config(settings_file), Run())
            seen.append({finding.fingerprint for finding in report.findings})
    assert all(each == set(BEFORE) for each in seen)
