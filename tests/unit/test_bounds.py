"""The bounds that docs/architecture.md names: all is found up to each, and of most it is counted what is cut."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from antifreeze.model.source import SourceFile
from cases import analyse

HEAD = """
import time


class Loud:
    def go(self):
        time.sleep(1)


class Quiet:
    def go(self):
        return 1

"""


def _body(is_last: bool) -> str:
    return "time.sleep(1)" if is_last else "return 1"


def _functions(count: int) -> str:
    """So many functions, of which the last one sleeps."""
    bodies = (f"def do_{number}():\n    {_body(number == count - 1)}\n" for number in range(count))
    return "import time\n" + "".join(bodies)


def _heirs(count: int) -> str:
    """So many subclasses, of which the last one's method sleeps."""
    bodies = (
        f"class Heir{number}(Base):\n    def go(self):\n        {_body(number == count - 1)}\n"
        for number in range(count)
    )
    return "".join(bodies)


def call_sites(count: int) -> str:
    """A constructor that is called at so many places."""
    job = (
        "class Job:\n    def __init__(self, thing):\n        self.thing = thing\n"
        "    async def run(self):\n        self.thing.go()\n"
    )
    made = (
        f"def make_{number}():\n    return Job({'Loud' if number == count - 1 else 'Quiet'}())\n"
        for number in range(count)
    )
    return HEAD + job + "".join(made)


def implementations(count: int) -> str:
    """A declared class that so many others derive from."""
    base = "import time\nclass Base:\n    def go(self):\n        return 1\n"
    return base + _heirs(count) + "async def use(thing: Base):\n    thing.go()\n"


def heirs_of_a_coroutine(count: int) -> str:
    """A coroutine method that so many subclasses inherit."""
    base = (
        "import time\nclass Base:\n    async def run(self):\n        self.go()\n    def go(self):\n        return 1\n"
    )
    return base + _heirs(count)


def values(count: int) -> str:
    """A list of so many functions."""
    listed = ", ".join(f"do_{number}" for number in range(count))
    return _functions(count) + f"async def main():\n    for action in [{listed}]:\n        action()\n"


def path(count: int) -> str:
    """An access path of so many steps from a parameter."""
    node = "class Node(Loud):\n    def __init__(self):\n        self.inner = self\n"
    return HEAD + node + f"def dig(node):\n    node{'.inner' * (count - 1)}.go()\nasync def main():\n    dig(Node())\n"


def nesting(count: int) -> str:
    """Values that nest so deep, a function the innermost."""
    lists = count - 1
    made = "[" * lists + "do_0" + "]" * lists
    return _functions(1) + f"async def main():\n    found = {made}\n    found{'[0]' * lists}()\n"


def instances(count: int) -> str:
    """A function that is called with so many objects of different classes."""
    program = ["import time\ndef run(thing):\n    return thing.go()\n"]
    for number in range(count):
        program.append(f"class Thing{number}:\n    def go(self):\n        time.sleep(1)\n")
        program.append(f"async def route_{number}():\n    run(Thing{number}())\n")
    return "".join(program)


@pytest.mark.parametrize(
    ("program", "bound", "within", "beyond", "cut"),
    [
        (call_sites, 40, 1, 0, 1),
        (implementations, 16, 1, 0, 1),
        (heirs_of_a_coroutine, 12, 1, 0, 1),
        (values, 40, 1, 0, 0),
        (path, 10, 1, 0, 0),
        (nesting, 5, 1, 0, 0),
        (instances, 48, 48, 48, 1),
    ],
)
def test_all_is_found_up_to_the_bound(
    program: Callable[[int], str], bound: int, within: int, beyond: int, cut: int
) -> None:
    assert _found(program(bound)) == (within, 0)
    assert _found(program(bound + 1)) == (beyond, cut)


def _found(text: str) -> tuple[int, int]:
    report = analyse((SourceFile("main.py", "main", text.encode()),))
    assert not report.errors
    return len(report.findings), report.coverage.cut
