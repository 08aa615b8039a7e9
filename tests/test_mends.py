"""Fixes, run: each case gives the same result before and after, and the loop stands still before only."""

from __future__ import annotations

import asyncio
import importlib.util
import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from antifreeze.catalog.packaged import load_loop_bound
from antifreeze.engine import Request
from antifreeze.mending import Mended, mend
from antifreeze.model.source import SourceFile
from cases import ports

FOLDER = Path(__file__).parent / "mends"
CASES = sorted(path.stem for path in (FOLDER / "before").glob("*.py"))
BEAT, STILL, TRIES = 0.005, 0.08, 4
"""How often the heart beats, how long it may stop; how often a busy machine is asked again."""


def mended(content: bytes, unsafe: bool) -> Mended:
    slow = SourceFile("slow.py", "slow", (FOLDER / "slow.py").read_bytes())
    return mend(Request((SourceFile("case.py", "case", content), slow)), ports(), load_loop_bound, unsafe=unsafe)


def asks(content: bytes, word: str) -> bool:
    return content.startswith(b"#") and word.encode() in content.partition(b"\n")[0]


@pytest.mark.parametrize("name", CASES)
def test_each_case_is_mended_as_written(name: str, request: pytest.FixtureRequest) -> None:
    before = (FOLDER / "before" / f"{name}.py").read_bytes()
    outcome = mended(before, asks(before, "unsafe"))
    after = FOLDER / "after" / f"{name}.py"
    content = outcome.contents.get("case.py", before)
    if request.config.getoption("--update-golden"):
        after.write_bytes(content)
    assert content.decode() == after.read_bytes().decode()
    assert content != before
    assert mended(content, asks(before, "unsafe")).contents == {}


@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::RuntimeWarning")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("name", CASES)
def test_the_result_stays_and_the_loop_is_free(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before, after = (FOLDER / when / f"{name}.py" for when in ("before", "after"))
    monkeypatch.syspath_prepend(str(FOLDER))
    expected, still = run(before)
    content = before.read_bytes()
    if not asks(content, "blocks: no"):
        assert still > STILL, "the loop goes on before the fix, too"
    for left in reversed(range(TRIES)):
        result, still = run(after)
        assert result == expected
        if still < STILL:
            break
        assert left, f"the loop stood still for {still:.3f} s after the fix"


def run(path: Path) -> tuple[Any, float]:
    """What a case's `main` returns, and the longest time that its loop did nothing."""
    spec = importlib.util.spec_from_file_location(f"case_{path.parent.name}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    before = set(sys.modules)
    try:
        spec.loader.exec_module(module)
        runner = _on_trio if asks(path.read_bytes(), "runs: trio") else _on_asyncio
        return runner(module.main)
    finally:
        for name in set(sys.modules) - before:
            if name == "slow":
                del sys.modules[name]


def _on_asyncio(main: Callable[[], Awaitable[Any]]) -> tuple[Any, float]:
    async def both() -> tuple[Any, float]:
        heart = Heart()
        beating = asyncio.ensure_future(heart.beat(asyncio.sleep))
        await asyncio.sleep(BEAT * 2)
        result = await main()
        await asyncio.sleep(BEAT * 2)
        beating.cancel()
        return result, heart.longest

    return asyncio.run(both())


def _on_trio(main: Callable[[], Awaitable[Any]]) -> tuple[Any, float]:
    import trio

    async def both() -> tuple[Any, float]:
        heart = Heart()
        async with trio.open_nursery() as nursery:
            nursery.start_soon(heart.beat, trio.sleep)
            await trio.sleep(BEAT * 2)
            result = await main()
            await trio.sleep(BEAT * 2)
            nursery.cancel_scope.cancel()
        return result, heart.longest

    return trio.run(both)


class Heart:
    def __init__(self) -> None:
        self.longest = 0.0

    async def beat(self, sleep: Callable[[float], Awaitable[None]]) -> None:
        last = time.perf_counter()
        while True:
            await sleep(BEAT)
            now = time.perf_counter()
            self.longest, last = max(self.longest, now - last), now
