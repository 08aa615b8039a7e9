"""Calls in odd places, mended and run: the outcome and the order of the calls are the same, and no comment is lost."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from antifreeze.catalog.packaged import load_loop_bound
from antifreeze.engine import Request
from antifreeze.mending import Mended, mend
from antifreeze.model.source import SourceFile
from cases import ports

PLACES = (Path(__file__).parent / "mends" / "places.txt").read_text(encoding="utf-8").rstrip("\n").split("\n---\n")

HEAD = """import time, asyncio

LOG = []


def h(*a, **k):
    time.sleep(0.001)
    LOG.append((a, k))
    return list(a) or [0]


class C:
    v = 1

    def m(self, *a):
        time.sleep(0.001)
        LOG.append(a)
        return self

    def n(self):
        time.sleep(0.001)
        return 3


def deco(a):
    return lambda f: f


async def co(v):
    return v


async def ag(*a):
    for i in a or (1,):
        yield i


class cm:
    def __init__(self, v):
        self.v = v

    async def __aenter__(self):
        return self.v

    async def __aexit__(self, *a):
        return False


class cms:
    def __init__(self, v):
        self.v = v

    def __enter__(self):
        return self.v

    def __exit__(self, *a):
        return False


async def main():
"""


def program(place: str) -> str:
    """A module whose `main` holds the lines of a place, and returns what they leave in `x`."""
    indent = "\t" if "\t" in place else "    "
    lines: list[str] = []
    is_in_text = False
    for line in [*place.split("\n"), "return x"]:
        lines.append(line if is_in_text else f"{indent}{line}")
        is_in_text ^= line.count('"""') % 2 == 1
    return HEAD + "\n".join(lines) + "\n"


def mended(content: bytes, unsafe: bool) -> Mended:
    return mend(Request((SourceFile("main.py", "main", content),)), ports(), load_loop_bound, unsafe=unsafe)


def outcome(content: bytes, path: Path) -> tuple[str, str]:
    """What `main` comes to, and the calls that it made."""
    path.write_text("first\nsecond\n")
    names: dict[str, Any] = {"__name__": "main", "__file__": str(path)}
    exec(compile(content, str(path), "exec", dont_inherit=True), names)
    try:
        result = repr(asyncio.run(names["main"]()))
    except Exception as error:  # noqa: BLE001 (whatever it is, it has to be the same)
        result = type(error).__name__
    return result, repr(names["LOG"])


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("unsafe", [False, True], ids=["safe", "unsafe"])
@pytest.mark.parametrize("place", PLACES)
def test_the_outcome_stays(place: str, unsafe: bool, tmp_path: Path) -> None:
    plain = program(place).encode()
    try:
        compile(plain, "main.py", "exec", dont_inherit=True)
    except SyntaxError:
        pytest.skip("this Python does not know the syntax")
    for content in (plain, b"\xef\xbb\xbf" + plain.replace(b"\n", b"\r\n"), b"\x0c" + plain.rstrip(b"\n")):
        before = outcome(content, tmp_path / "read")
        after = mended(content, unsafe).contents.get("main.py", content)
        assert outcome(after, tmp_path / "read") == before
        assert after.count(b"#") == content.count(b"#")
        assert after.count(b"\r\n") == (after.count(b"\n") if b"\r\n" in content else 0)
        assert mended(after, unsafe).contents == {}
