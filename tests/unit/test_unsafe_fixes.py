"""Fixes that move to another library: what they leave, because the two libraries differ there."""

from __future__ import annotations

import textwrap

import pytest

from antifreeze.catalog.packaged import load_loop_bound
from antifreeze.engine import Request
from antifreeze.mending import mend
from antifreeze.model.source import SourceFile
from cases import ports

SESSIONS_LEFT = {
    "handed on": """
        session = requests.Session()
        response = session.get(url)
        use(session)
        """,
    "another use": """
        session = requests.Session()
        session.mount("https://", adapter)
        response = session.get(url)
        """,
    "a setting": """
        session = requests.Session()
        session.verify = False
        response = session.get(url)
        """,
    "two meanings": """
        session = requests.Session()
        response = session.get(url)
        session = requests.Session()
        """,
    "requests differ": """
        with requests.Session() as session:
            response = session.get(url, verify=False)
            response = session.get(url)
        """,
    "a response of requests": """
        with requests.Session() as session:
            response = session.get(url)
            print(response.ok)
        """,
    "streamed": """
        with requests.Session() as session:
            response = session.get(url, stream=True)
        """,
    "used within": """
        session = requests.Session()
        def inner():
            return session.get(url).text
        response = session.get(url)
        """,
    "two are entered": """
        with requests.Session() as session, other:
            response = session.get(url)
        """,
    "errors of requests": """
        session = requests.Session()
        try:
            response = session.get(url)
        except requests.RequestException:
            raise
        """,
}


@pytest.mark.parametrize("name", SESSIONS_LEFT)
def test_a_session_is_left_where_a_use_has_no_counterpart(name: str) -> None:
    body = textwrap.indent(textwrap.dedent(SESSIONS_LEFT[name]).strip(), "    ")
    text = f"import requests\n\n\nasync def main(url, use, adapter, other):\n{body}\n"
    sources = (SourceFile("main.py", "main", text.encode()),)
    outcome = mend(Request(sources), ports(), load_loop_bound, unsafe=True)
    assert b"httpx" not in outcome.contents.get("main.py", b"")


def test_a_session_of_a_module_is_left() -> None:
    text = b"import requests\n\nsession = requests.Session()\n\n\nasync def main(url):\n    session.get(url)\n"
    outcome = mend(Request((SourceFile("main.py", "main", text),)), ports(), load_loop_bound, unsafe=True)
    assert b"httpx" not in outcome.contents.get("main.py", b"")


def test_a_helper_that_would_still_block_runs_in_a_thread() -> None:
    helper = "def pause(p):\n    time.sleep(1)\n    p.total += time.sleep(2)\n    return p\n"
    text = f"import asyncio\nimport time\n\n\n{helper}\n\nasync def main(p):\n    pause(p)\n    time.sleep(3)\n"
    outcome = mend(Request((SourceFile("main.py", "main", text.encode()),)), ports(), load_loop_bound, unsafe=True)
    expected = text.replace("    pause(p)", "    await asyncio.to_thread(pause, p)")
    expected = expected.replace("    time.sleep(3)", "    await asyncio.sleep(3)")
    assert outcome.contents["main.py"].decode() == expected


@pytest.mark.parametrize(
    ("arguments", "client", "own"),
    [
        ("verify=False, url=url", ", verify=False", "url=url"),
        ("url, verify=False, cert=c", ", verify=False, cert=c", "url"),
        ("url, verify=False, json=1, cert=c,", ", verify=False, cert=c", "url, json=1,"),
        (
            "\n        url,\n        headers={},  # why\n    ",
            "",
            "\n            url,\n            headers={},  # why\n        ",
        ),
        (
            "\n        url,\n        allow_redirects=c,\n    ",
            "",
            "\n            url,\n            follow_redirects=c,\n        ",
        ),
        ("'#', params={'?': 1}", "", "'#', params={'?': 1}"),
    ],
)
def test_arguments_stay_as_they_are_laid_out(arguments: str, client: str, own: str) -> None:
    assert native(arguments) == (
        f"    async with httpx.AsyncClient(follow_redirects=True, timeout=None{client}) as client:\n"
        f"        return (await client.get({own})).text\n"
    )


@pytest.mark.parametrize(
    "arguments", ["url, headers={},  # why\n        verify=c", "url, verify=c  # why\n    ", "'/?a=1', params={'b': 2}"]
)
def test_arguments_that_cannot_move_are_left(arguments: str) -> None:
    assert "httpx" not in native(arguments)


def test_a_response_that_others_see_is_left() -> None:
    text = b"import requests\n\n\nasync def main(url):\n    global r\n    r = requests.get(url)\n"
    outcome = mend(Request((SourceFile("main.py", "main", text),)), ports(), load_loop_bound, unsafe=True)
    assert b"r = await asyncio.to_thread(requests.get, url)" in outcome.contents["main.py"]


def native(arguments: str) -> str:
    text = f"import requests\n\n\nasync def main(url, c):\n    return requests.get({arguments}).text\n"
    outcome = mend(Request((SourceFile("main.py", "main", text.encode()),)), ports(), load_loop_bound, unsafe=True)
    return outcome.contents["main.py"].decode().partition("c):\n")[2]
