"""Remedies fit the program: its libraries, its loop, and the simplest cure; none asks for a new package alone."""

from __future__ import annotations

import textwrap

from antifreeze.catalog.packaged import load_packaged
from antifreeze.model.source import SourceFile
from antifreeze.present._wording import advice
from cases import analyse


def told(text: str, *others: str) -> list[str]:
    """What is advised for each finding of a file, in a program with others."""
    sources = [SourceFile(f"other{number}.py", f"other{number}", code.encode()) for number, code in enumerate(others)]
    report = analyse((SourceFile("main.py", "main", textwrap.dedent(text).encode()), *sources))
    assert not report.errors
    return [advice(finding.remedy) for finding in report.findings]


GET = """
    import requests
    async def rate(): return requests.get("http://localhost")
    """


def test_the_library_that_the_program_uses_is_named_first() -> None:
    assert told(GET) == ["use httpx.AsyncClient().get (httpx), or keep it and run it in asyncio.to_thread"]
    known = ["use aiohttp.ClientSession().get (aiohttp), or keep it and run it in asyncio.to_thread"]
    assert told(GET, "import aiohttp") == known
    assert told(GET, "import aiohttp, httpx") == told(GET)


SLEEP = """
    import time
    async def pause(): time.sleep(1)
    """


def test_the_words_are_those_of_the_loop() -> None:
    trio = ["use trio.sleep (trio), or keep it and run it in trio.to_thread.run_sync"]
    assert told(f"import trio{textwrap.dedent(SLEEP)}") == trio
    assert told(SLEEP, "import trio") == trio
    assert told(f"import anyio{textwrap.dedent(SLEEP)}") == [
        "use anyio.sleep (anyio), or keep it and run it in anyio.to_thread.run_sync"
    ]
    plain = ["use asyncio.sleep, or keep it and run it in asyncio.to_thread"]
    assert told(f"import asyncio, trio{textwrap.dedent(SLEEP)}") == plain
    assert told(SLEEP, "import trio, asyncio") == plain


def test_what_has_no_word_in_trio_goes_to_a_thread() -> None:
    text = """
        import trio, os
        async def change(): os.waitpid(1, 0)
        """
    assert told(text) == ["run it in trio.to_thread.run_sync"]


def test_a_handler_that_awaits_nothing_should_be_plain() -> None:
    text = """
        import asyncio, time
        from fastapi import APIRouter, BackgroundTasks, Depends, FastAPI
        from starlette.routing import Route
        app, router = FastAPI(), APIRouter()
        async def dependency(): time.sleep(1)
        @app.get("/")
        async def simple(value=Depends(dependency)): time.sleep(1)
        @router.post("/later")
        async def waits():
            time.sleep(1)
            await asyncio.sleep(1)
        @router.post("/task")
        async def starts():
            time.sleep(1)
            asyncio.create_task(waits())
        async def helper(): time.sleep(1)
        async def page(request): time.sleep(1)
        routes = [Route("/page", page)]
        """
    usual = "use asyncio.sleep, or keep it and run it in asyncio.to_thread"
    plain = "make it a plain `def`: {} runs it in a thread, or " + usual
    fastapi, starlette = plain.format("FastAPI"), plain.format("Starlette")
    assert told(text) == [fastapi, fastapi, usual, usual, usual, starlette]


def test_a_plain_handler_that_runs_on_the_loop_for_another_reason_is_plain_already() -> None:
    text = """
        import asyncio, time
        from fastapi import FastAPI
        app = FastAPI()
        @app.get("/")
        def refresh(): time.sleep(1)
        async def begin(): asyncio.get_running_loop().call_soon(refresh)
        """
    assert told(text) == ["use asyncio.sleep, or keep it and run it in asyncio.to_thread"]


def test_no_remedy_demands_a_new_package_alone() -> None:
    """Whatever is not in the standard library or in the library itself stands beside what needs nothing."""
    catalog = load_packaged()
    alone = {
        sink.name
        for sink in catalog.all_sinks()
        if sink.remedy.replacement
        and sink.remedy.package not in ("", "stdlib", sink.library)
        and not sink.remedy.fallback
    }
    assert alone == set()
