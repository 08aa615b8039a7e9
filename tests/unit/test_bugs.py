"""A bug of antifreeze that shows over one file hides nothing of what the others hold."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from antifreeze import engine
from antifreeze.catalog.packaged import load_packaged
from antifreeze.engine import Ports, Request, check
from antifreeze.lower import lower
from antifreeze.model.finding import Report
from antifreeze.model.source import SourceError, SourceFile
from antifreeze.model.summary import ModuleSummary
from antifreeze.model.value import ScopeRef
from antifreeze.solve.relevance import Relevance
from antifreeze.store.stubs import read_stub

GOOD = b"import time\nasync def f():\n    time.sleep(1)\n"
BAD = b"import good\nasync def g():\n    await good.f()\n"
SOURCES = (SourceFile("good.py", "good", GOOD), SourceFile("bad.py", "bad", BAD))


@pytest.fixture
def failing_to_solve(monkeypatch: pytest.MonkeyPatch) -> None:
    whole: Callable[[Relevance, ScopeRef], None] = Relevance._visit

    def visit(self: Relevance, ref: ScopeRef) -> None:
        if ref.module.path == "bad.py":
            raise ZeroDivisionError("by nothing")
        whole(self, ref)

    monkeypatch.setattr(Relevance, "_visit", visit)


@pytest.fixture
def failing_to_lower(monkeypatch: pytest.MonkeyPatch) -> None:
    def lowered(source: SourceFile) -> ModuleSummary | SourceError:
        if source.path == "bad.py":
            raise ZeroDivisionError("by nothing")
        return lower(source)

    monkeypatch.setattr(engine, "lower", lowered)


def analysed(spares: bool) -> Report:
    return check(Request(SOURCES), Ports(read_stub, load_packaged, spares=lambda _error: spares))


@pytest.mark.usefixtures("failing_to_solve")
def test_a_file_over_which_solving_fails_is_left_out() -> None:
    assert_left_out(analysed(spares=True))


@pytest.mark.usefixtures("failing_to_lower")
def test_a_file_that_cannot_be_lowered_is_left_out() -> None:
    assert_left_out(analysed(spares=True))


def assert_left_out(report: Report) -> None:
    assert [(found.path, found.line) for found in report.findings] == [("good.py", 3)]
    (error,) = report.errors
    assert error.path == "bad.py"
    assert error.message.startswith("left out because of a bug in antifreeze")
    assert "ZeroDivisionError: by nothing; set ANTIFREEZE_TRACEBACK=1" in error.message


@pytest.mark.usefixtures("failing_to_solve")
def test_who_wants_to_see_the_traceback_gets_the_error() -> None:
    with pytest.raises(ZeroDivisionError):
        analysed(spares=False)


@pytest.mark.usefixtures("failing_to_lower")
def test_lowering_raises_then_too() -> None:
    with pytest.raises(ZeroDivisionError):
        analysed(spares=False)


def test_a_bug_that_shows_over_no_file_is_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_arguments: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(engine, "solve", broken)
    with pytest.raises(ZeroDivisionError):
        analysed(spares=True)
