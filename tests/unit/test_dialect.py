"""Files that this Python cannot parse: the line is named, and the Python that the file may need."""

from __future__ import annotations

import sys

import pytest

from antifreeze.lower import lower
from antifreeze.model.source import SourceError, SourceFile

RUNNING = sys.version_info[:2]

NEWER = [
    ((3, 11), "try:\n    pass\nexcept* E:\n    pass\n", 3),
    ((3, 11), "x = a[*b]\n", 1),
    ((3, 11), "x: tuple[int, *Ts]\n", 1),
    ((3, 11), "def f(*args: *Ts): pass\n", 1),
    ((3, 12), "\ntype X = int\n", 2),
    ((3, 12), "type X[T] = list[T]\n", 1),
    ((3, 12), "class A[T]: pass\n", 1),
    ((3, 12), "class A:\n    async def f[T](self): pass\n", 2),
    ((3, 12), "x = f'{a['b']}'\n", 1),
    ((3, 12), 'x = g(f"a {d["k"]} b {e["some words"]}", 1)\n', 1),
    ((3, 12), "x = f'{f'{a}'}'\n", 1),
    ((3, 12), "x = f'{\"\\n\".join(a)}'\n", 1),
    ((3, 12), "x = f'{f(\n    a)}'\n", 1),
    ((3, 12), "x = f'''{a # why\n}'''\n", 0),
    ((3, 13), "class A[T = int]: pass\n", 1),
    ((3, 13), "async def f[T: str, U = T](x): pass\n", 1),
    ((3, 14), "x = t'{a}'\n", 1),
    ((3, 14), "x = (1, rt'''{a}''')\n", 1),
    ((3, 14), "try:\n    pass\nexcept OSError, ValueError:\n    pass\n", 3),
    ((3, 14), "try:\n    pass\nexcept socket.error, socket.timeout:\n    pass\n", 3),
    ((3, 15), "lazy import json\n", 1),
    ((3, 15), "x = [*a for a in b]\n", 1),
]

OLDER = [
    ("2", "def f():\n    print 'x'\n", 2),
    ("2", "if x: print x, y\n", 1),
    ("2", "exec code in names\n", 1),
    ("2", "try:\n    pass\nexcept OSError, error:\n    pass\n", 3),
    ("2", "try:\n    pass\nexcept (A, B), (number, text):\n    pass\n", 3),
    ("2", "raise ValueError, 'x'\n", 1),
    ("2", "raise e[0], e[1], e[2]\n", 1),
    ("2", "if a <> b: pass\n", 1),
    ("2", "x = `a`\n", 1),
    ("2", "x = 0777\n", 1),
    ("2", "x = 0xFFL\n", 1),
    ("2", "x = ur'a'\n", 1),
    ("2", "f = lambda (a, b): a\n", 1),
    ("2", "def f(x, (a, b)): pass\n", 1),
    ("2", "if a:\n        b\n\tc\n", 3),
    ("3.6 or older", "async = 1\n", 1),
    ("3.6 or older", "f(async=True)\n", 1),
    ("3.6 or older", "from asyncio import async\n", 1),
    ("3.6 or older", "class A:\n    def await(self): pass\n", 2),
]

NOBODYS = [
    "def f(:\n",
    "x = 'a\n",
    "x = f'{a}\n",
    "x = 10a\n",
    "retrun x\n",
    "if x y: pass\n",
    "x = await\n",
    "await (\n",
    "x = [*a, *b\n",
    "f = lambda x: (1, 2\n",
    "x = {{ name }} y\n",
    "<<<<<<< HEAD\n",
]


def failure(text: str) -> SourceError | None:
    result = lower(SourceFile("m.py", "m", text.encode()))
    return result if isinstance(result, SourceError) else None


@pytest.mark.parametrize(("version", "text", "line"), NEWER)
def test_newer_syntax_is_named(version: tuple[int, int], text: str, line: int) -> None:
    error = failure(text)
    if version <= RUNNING:
        assert error is None
        return
    assert error is not None
    assert f": Python {version[0]}.{version[1]} or newer, this is {RUNNING[0]}.{RUNNING[1]})" in error.message
    assert error.line == line or not line


@pytest.mark.parametrize(("last", "text", "line"), OLDER)
def test_older_syntax_is_named(last: str, text: str, line: int) -> None:
    error = failure(text)
    assert error is not None
    assert f": Python {last}, this is {RUNNING[0]}.{RUNNING[1]})" in error.message
    assert error.line == line


@pytest.mark.parametrize("text", NOBODYS)
def test_what_no_python_takes_is_not_called_another_ones(text: str) -> None:
    error = failure(text)
    assert error is not None
    assert error.message.endswith(f"(not Python {RUNNING[0]}.{RUNNING[1]} syntax)")


@pytest.mark.parametrize("content", [b"x = 1\ny = '\0'\n", b"#!python\n# coding: utf-99\n"])
def test_what_cannot_be_decoded_has_a_line_too(content: bytes) -> None:
    error = lower(SourceFile("m.py", "m", content))
    assert isinstance(error, SourceError)
    assert error.line == 2
