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
