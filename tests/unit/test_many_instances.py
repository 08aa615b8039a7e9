"""A helper that everything goes through still tells its users apart: a decorator's wrapper, one for each function."""

from __future__ import annotations

import pytest

from antifreeze.model.finding import Report
from antifreeze.model.source import SourceFile
from antifreeze.solve import graph
from cases import analyse

DECORATORS = """
import functools
import time


def traced(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        return function(*args, **kwargs)

    return wrapper


def counted(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        return function(*args, **kwargs)

    return wrapper
"""


def reported(count: int) -> Report:
    """What is said of so many coroutines, of which every seventh's helper sleeps."""
    text = [DECORATORS]
    for number in range(count):
        body = "time.sleep(1)" if number % 7 == 0 else f"return {number}"
        text.append(f"@traced\n@counted\ndef helper_{number}():\n    {body}\n")
        text.append(f"async def route_{number}():\n    helper_{number}()\n")
    return analyse((SourceFile("app.py", "app", "\n".join(text).encode()),))


def numbers(report: Report) -> list[int]:
    """The numbers of the coroutines that are reported."""
    return sorted(int(finding.trace[0].function.rpartition("_")[2]) for finding in report.findings)


def test_a_wrapper_of_hundreds_of_functions_tells_them_apart() -> None:
    report = reported(300)
    assert report.coverage.cut == 0
    assert numbers(report) == list(range(0, 300, 7))


def test_beyond_the_bound_it_is_counted_what_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(graph, "MAX_CLOSURES", 20)
    assert reported(20).coverage.cut == 0
    assert reported(21).coverage.cut


BUS = """
import time


class Event:
    def __init__(self, source, note=None):
        self.source = source
        self.note = note


class Slow(Event):
    pass


class Quick(Event):
    pass


def emit(event):
    if type(event) is Slow:
        time.sleep(1)


def note(text):
    return text
"""


def test_beyond_the_bound_objects_are_told_apart_by_their_classes() -> None:
    """Each place that emits an event makes it of arguments of its own."""
    text = [BUS]
    for number in range(100):
        kind = "Slow" if number % 7 == 0 else "Quick"
        text.append(f"def source_{number}():\n    return {number}\n")
        text.append(f"async def route_{number}():\n    emit({kind}(source_{number}, note))\n")
    report = analyse((SourceFile("app.py", "app", "\n".join(text).encode()),))
    assert report.coverage.cut > 0
    assert numbers(report) == list(range(0, 100, 7))
