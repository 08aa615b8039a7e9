"""The catalog against libraries: the ones that the tests install, and one made up for each way to be wrong."""

from __future__ import annotations

import functools
import re
import sys
from importlib import metadata
from pathlib import Path

import pytest
from click.testing import CliRunner

from antifreeze.catalog.claims import Claim, claims_of
from antifreeze.catalog.packaged import packaged_claims
from antifreeze.catalog.parse import parse_toml
from antifreeze.cli.app import group
from antifreeze.store.verify import Verification, verify

ROOT = Path(__file__).resolve().parents[3]


@functools.cache
def claims() -> dict[str, list[Claim]]:
    return packaged_claims()


def spelt(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def installed_quickly() -> list[str]:
    """The libraries of the extra, as the catalog spells them."""
    text = (ROOT / "pyproject.toml").read_text().partition("\nlibraries = [")[2].partition("]")[0]
    names = {spelt(name) for name in re.findall(r'"([\w.-]+)[^"]*"', text)}
    return [library for library, said in claims().items() if said and spelt(library) in names]


def test_the_extra_is_large_and_known() -> None:
    assert len(installed_quickly()) >= 60


@pytest.mark.parametrize("library", ["stdlib", *installed_quickly()])
def test_what_is_said_of_a_library_holds(library: str) -> None:
    if library == "stdlib":
        if sys.version_info < (3, 11):
            pytest.skip("the files speak of names that are newer")
    else:
        try:
            metadata.version(library)
        except metadata.PackageNotFoundError:
            pytest.skip("not installed")
    (outcome,) = verify({library: claims()[library]})
    assert [verdict for verdict in outcome.verdicts if verdict.state == "failed"] == []
    assert outcome.count("verified") > 0 or outcome.verdicts == ()


LIBRARY = """
open("made_where_it_is_imported", "w").close()

class Base:
    def close(self): ...

class Client(Base):
    limit: int
    def __init__(self, url): self.url = url
    def get(self, path, timeout=None): ...
    def put(self, *parts, **options): ...
    async def aget(self): ...
    @property
    def inner(self) -> "Inner": return Inner()

class Inner:
    def send(self): ...

class Lazy:
    @property
    def __class__(self): raise RuntimeError("not set up")

lazy = Lazy()
Other = Client
def fetch(): ...
"""

ENTRIES = {
    "verified": """
        [[blocking]]
        class = "made_up.Client"
        methods = ["get", "close", "inner.send"]
        aliases = ["made_up.Other.get"]
        [[blocking]]
        call = "made_up.Client.put"
        signature = "(a, *, b=None)"
        remedy = "made_up.Client().aget"
        [[blocking]]
        call = "made_up.Client.**.send"
        [[class]]
        name = "made_up.Client"
        bases = ["made_up.Base"]
        [[attribute]]
        name = "made_up.Client.url"
        [[attribute]]
        name = "made_up.Client.limit"
        [[on_loop]]
        subclass_of = "made_up.Client"
        methods = ["get", "cl*"]
        """,
    "failed": """
        [[blocking]]
        call = "made_up.gone"
        [[blocking]]
        call = "made_up.Client.aget"
        [[blocking]]
        call = "made_up.Client.get"
        signature = "(timeout)"
        [[class]]
        name = "made_up.Nothing"
        [[class]]
        name = "made_up.Inner"
        bases = ["made_up.Base"]
        [[attribute]]
        name = "made_up.Client.nothing"
        [[blocking]]
        call = "made_up.fetch"
        remedy = "made_up.afetch"
        [[on_loop]]
        decorator = "made_up.register"
        """,
    "kept": """
        [[blocking]]
        call = "made_up.gone"
        unverified = "gone from version 2"
        """,
    "unchecked": """
        [[blocking]]
        call = "made_up.fetch"
        aliases = ["made_up.older"]
        remedy = "not_installed.fetch"
        [[blocking]]
        call = "made_up.lazy.read"
        """,
}


@pytest.fixture
def outcome(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Verification:
    """What is found of the entries that a test names, in a library that is made up."""
    (tmp_path / "made_up.py").write_text(LIBRARY)
    info = tmp_path / "made_up-1.5.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: made-up\nVersion: 1.5\n")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    (found,) = verify({"made-up": list(claims_of(parse_toml(request.param, "x"), "x.toml"))})
    assert not (tmp_path / "made_where_it_is_imported").exists()
    return found


@pytest.mark.parametrize(("outcome", "state"), [(text, state) for state, text in ENTRIES.items()], indirect=["outcome"])
def test_each_claim_is_judged(outcome: Verification, state: str) -> None:
    assert outcome.version == "1.5"
    expected = {"failed": {"made_up.fetch"}, "unchecked": {"made_up.fetch"}}.get(state, set())
    wrong = {verdict.claim.name for verdict in outcome.verdicts if verdict.state != state}
    assert wrong <= expected | {"made_up.Inner"}
    assert outcome.count(state) >= 1


def test_a_library_that_is_called_like_a_module_of_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "git.py").write_text("def fetch(): ...\n")
    info = tmp_path / "made_up-1.5.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: made-up\nVersion: 1.5\n")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    (found,) = verify({"made-up": [Claim("x.toml: blocking[0]", "sync", "git.fetch")]})
    assert [verdict.state for verdict in found.verdicts] == ["verified"]


def test_the_command_tells_what_holds_and_what_does_not() -> None:
    result = CliRunner().invoke(group, ["catalog", "verify", "click"])
    assert result.exit_code == 0
    assert re.match(r"click \S+: \d+ verified, 0 failed, 0 kept, 0 unchecked\n1 libraries: ", result.output)
    result = CliRunner().invoke(group, ["catalog", "verify", "--python", "/nowhere/python", "click"])
    assert "cannot run /nowhere/python" in str(result.exception)


def test_the_command_lists_a_library() -> None:
    result = CliRunner().invoke(group, ["catalog", "list", "--library", "redis"])
    assert result.exit_code == 0
    assert re.search(r"^redis\.Redis\.get +AF104  error +redis$", result.output, re.MULTILINE)
    result = CliRunner().invoke(group, ["catalog", "list", "--library", "Redis", "--format", "json"])
    assert '"call": "redis.Redis.get"' in result.output
    result = CliRunner().invoke(group, ["catalog", "list", "--library", "reddis"])
    assert 'did you mean "redis"?' in str(result.exception)
