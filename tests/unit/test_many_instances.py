"""A helper that everything goes through still tells its users apart: a decorator's wrapper, one for each function."""

from __future__ import annotations

from antifreeze.model.source import SourceFile
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


def found(count: int) -> list[int]:
    """The numbers of the coroutines that are reported, of so many; every seventh of their helpers sleeps."""
    text = [DECORATORS]
    for number in range(count):
        body = "time.sleep(1)" if number % 7 == 0 else f"return {number}"
        text.append(f"@traced\n@counted\ndef helper_{number}():\n    {body}\n")
        text.append(f"async def route_{number}():\n    helper_{number}()\n")
    report = analyse((SourceFile("app.py", "app", "\n".join(text).encode()),))
    assert report.coverage.cut == 0
    return sorted(int(finding.trace[0].function.rpartition("_")[2]) for finding in report.findings)


def test_a_wrapper_of_hundreds_of_functions_tells_them_apart() -> None:
    assert found(300) == list(range(0, 300, 7))
