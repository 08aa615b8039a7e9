"""What is not evaluated at all: nothing is missed by it, and names that no program can lead to a sink by are left."""

from __future__ import annotations

import functools

import pytest

from antifreeze.catalog.packaged import SELF_CONTAINED, load_packaged
from antifreeze.catalog.tails import tails
from antifreeze.config.options import Config
from antifreeze.engine import read_stub
from antifreeze.link.callables import may_be_called
from antifreeze.link.evaluate import Linker
from antifreeze.link.program import Program
from antifreeze.link.taken_up import taken_up
from antifreeze.lower import lower
from antifreeze.model.expression import Call
from antifreeze.model.source import SourceFile
from antifreeze.model.summary import ModuleSummary
from antifreeze.model.value import ScopeRef
from antifreeze.solve.asking import Asking
from antifreeze.solve.bases import Bases
from antifreeze.solve.callers import Callers
from antifreeze.solve.relevance import Relevance
from antifreeze.solve.sites import Sites
from antifreeze.solve.spelling import Names
from antifreeze.solve.targets import Targets
from cases import Case, all_cases, analyse, ports, sources_of

CASES = all_cases()


@pytest.mark.parametrize("case", CASES[::2], ids=lambda case: case.name)
def test_what_is_left_out_leads_nowhere(case: Case) -> None:
    """Listing the calls of which nothing is known takes looking at all of them: that finds nothing more."""
    sources = sources_of(case)
    some, all_ = analyse(sources), analyse(sources, Config(unresolved=True))
    assert some.findings == all_.findings


def _program(text: str) -> Program:
    summary = lower(SourceFile("m.py", "m", text.encode()))
    assert isinstance(summary, ModuleSummary)
    return Program([summary], functools.partial(read_stub, ports()))


def _functions(program: Program) -> dict[str, ScopeRef]:
    return {ref.scope.name: ref for ref in program.refs()}


def _looked_at(text: str) -> set[str]:
    """The names of the methods that are asked for where the function `entry` is looked at."""
    program = _program(text)
    linker = Linker(program, load_packaged(["requests"]))
    names = Names(linker)
    callers = Callers(linker)
    bases = Bases(linker)
    sites = Sites(linker, names, Asking(linker, callers, bases).sees)
    entry = _functions(program)["entry"]
    seen: set[str] = set()
    at = sites.at

    def watched(ref: ScopeRef, index: int) -> object:
        node = ref.scope.nodes[index]
        if ref is entry and isinstance(node, Call):
            seen.add(str(getattr(ref.scope.nodes[node.func], "name", "")))
        return at(ref, index)

    sites.at = watched  # type: ignore[method-assign,assignment]  # only told what is asked
    Relevance(linker, names, sites, Targets(linker, bases), callers).of(entry)
    return seen


def test_calls_are_looked_at_by_what_goes_by_their_names() -> None:
    text = (
        "import time\n\nclass Loud:\n    def halt(self):\n        self.doze()\n\n    def doze(self):\n"
        "        time.sleep(1)\n\n    def count(self):\n        return 1\n\n\n"
        "def entry(x):\n    x.halt()\n    x.count()\n    x.nobody()\n    x.acquire()\n"
    )
    assert _looked_at(text) == {"halt", "acquire"}


def test_what_may_be_bound_to_a_name_is_looked_at() -> None:
    text = (
        "from types import SimpleNamespace\n\n\nclass Box:\n    def __init__(self, fetch):\n        self.kept = fetch\n"
        "        self.limit = 3\n\n\nTOOLS = SimpleNamespace(apply=print)\n\n\n"
        "def entry(x, *rest):\n    x.kept()\n    x.limit()\n    x.apply()\n    x()\n    rest[0]()\n"
    )
    assert _looked_at(text) == {"kept", "apply", ""}


@pytest.mark.parametrize(
    ("spelt", "imported", "has_method", "has_any"),
    [
        ((), (), False, False),
        (("Repo",), ("git.Repo",), True, False),
        (("Repo", "git"), ("git.Repo",), True, True),
        (("Repo", "git"), ("git.exc.GitError",), True, False),
        (("GitError",), ("git.exc.GitError",), False, False),
    ],
)
def test_methods_count_where_an_object_is_within_reach(
    spelt: tuple[str, ...], imported: tuple[str, ...], has_method: bool, has_any: bool
) -> None:
    names, wild = tails(load_packaged(["git"]), imported or ("git.exc.GitError",), spelt)
    assert ("iter_commits" in names) is has_method
    assert (wild.fullmatch("surely_no_name_of_anything") is not None) is has_any
    assert {"sleep", "urlopen", "acquire"} <= names


def test_self_contained_modules_are_read_where_they_are_imported() -> None:
    def has(roots: list[str], name: str) -> bool:
        return load_packaged(roots).sinks(name) is not None

    for name in ("sqlite3.Connection.execute", "shelve.Shelf.get", "smtplib.SMTP.sendmail"):
        assert has([name.partition(".")[0]], name)
        assert not has([], name)
    assert {sink.name.partition(".")[0] for sink in load_packaged(SELF_CONTAINED).all_sinks()} > SELF_CONTAINED


def test_what_can_be_called_by_its_kind() -> None:
    text = (
        "class Kept:\n    def __init__(self, run, size: int, tags: list[str] | None, find: object = print):\n"
        "        self.run, self.size, self.tags, self.find = run, size, tags, find\n"
        "        self.made, self.text, self.rows = make(), str(run), []\n"
    )
    init = _functions(_program(text))["__init__"]
    told = {store.name: may_be_called(init, store.value) for store in init.scope.stores}
    assert told == {"run": True, "size": False, "tags": False, "find": True, "made": True, "text": False, "rows": False}


def test_what_nothing_takes_up() -> None:
    text = (
        "def f(x, y):\n    x.lost(1)\n    kept = x.kept(1)\n    y(x.passed(1))\n    x.rows = [x.listed(1)]\n"
        "    kept.used\n    return x.given(1)\n"
    )
    ref = _functions(_program(text))["f"]
    used = taken_up(ref)
    calls = {
        str(getattr(ref.scope.nodes[node.func], "name", "")): index in used
        for index, node in enumerate(ref.scope.nodes)
        if isinstance(node, Call)
    }
    assert calls == {"lost": False, "kept": True, "": False, "passed": True, "listed": True, "given": True}
