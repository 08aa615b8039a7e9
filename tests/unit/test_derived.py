"""Blocking through installed libraries of which the catalog says nothing: what is found, and what is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from antifreeze.config.options import Config
from trees import environment, report

USE = "import vendor\n\n\nasync def entry(client: vendor.Client):\n    {use}\n"

BLOCKING = {
    "an heir does as much": (
        (
            "import time\nfrom abc import ABC, abstractmethod\nclass Client(ABC):\n"
            "    def fetch(self):\n        time.sleep(1)\n"
            "    @abstractmethod\n    def clear(self): ...\n"
            "class Slower(Client):\n    def fetch(self):\n        time.sleep(2)\n    def clear(self): ...\n"
        ),
        "client.fetch()",
        "time.sleep",
    ),
    "function": ("import time\ndef fetch():\n    time.sleep(1)\n", "vendor.fetch()", "time.sleep"),
    "method": (
        (
            "import socket\nclass Client:\n    def fetch(self):\n        return self._dial()\n    def _dial(self):\n"
            "        return socket.create_connection(('h', 1))\n"
        ),
        "vendor.Client().fetch()",
        "socket.create_connection",
    ),
    "declared receiver": (
        "import time\nclass Client:\n    def fetch(self):\n        time.sleep(1)\n",
        "client.fetch()",
        "time.sleep",
    ),
    "constructor": (
        "import subprocess\nclass Client:\n    def __init__(self):\n        subprocess.run(['x'])\n",
        "vendor.Client()",
        "subprocess.run",
    ),
    "through another library": (
        "import requests\ndef fetch():\n    return requests.get('x')\n",
        "vendor.fetch()",
        "requests.get",
    ),
    "in a loop and a try": (
        (
            "import time\ndef fetch():\n    for attempt in range(3):\n        try:\n            time.sleep(1)\n"
            "        except OSError:\n            raise\n"
        ),
        "vendor.fetch()",
        "time.sleep",
    ),
    "odd arguments first": (
        "import time\ndef fetch(url=''):\n    if not url:\n        return None\n    time.sleep(1)\n",
        "vendor.fetch('x')",
        "time.sleep",
    ),
    "coroutine": ("import time\nasync def fetch():\n    time.sleep(1)\n", "await vendor.fetch()", "time.sleep"),
    "coroutine of a coroutine": (
        "import time\nasync def fetch():\n    await inner()\nasync def inner():\n    time.sleep(1)\n",
        "await vendor.fetch()",
        "time.sleep",
    ),
    "context manager": (
        (
            "import time\nclass Client:\n    def __enter__(self):\n        time.sleep(1)\n"
            "    def __exit__(self, *e): ...\n"
        ),
        "\n    with vendor.Client(): ...",
        "time.sleep",
    ),
    "inherited": (
        "import time\nclass Base:\n    def fetch(self):\n        time.sleep(1)\nclass Client(Base): ...\n",
        "vendor.Client().fetch()",
        "time.sleep",
    ),
    "both branches": (
        (
            "import time, socket\ndef fetch(x):\n    if cold():\n        time.sleep(1)\n    else:\n"
            "        socket.getaddrinfo('h', 1)\n"
        ),
        "vendor.fetch(1)",
        "time.sleep",
    ),
    "every way that returns": (
        (
            "import time\ndef fetch(x):\n    if cold():\n        time.sleep(1)\n        return 1\n    if odd():\n"
            "        raise ValueError\n    time.sleep(2)\n"
        ),
        "vendor.fetch(1)",
        "time.sleep",
    ),
    "every case": (
        (
            "import time\ndef fetch(x):\n    match cold():\n        case 1:\n            time.sleep(1)\n"
            "        case _:\n            time.sleep(2)\n"
        ),
        "vendor.fetch(1)",
        "time.sleep",
    ),
    "handler that waits before it returns": (
        (
            "import time\ndef fetch():\n    try:\n        got = known()\n    except KeyError:\n        time.sleep(1)\n"
            "        return 1\n    time.sleep(1)\n"
        ),
        "vendor.fetch()",
        "time.sleep",
    ),
    "declared base": (
        (
            "import time\nclass Base:\n    def send(self): raise NotImplementedError\nclass One(Base):\n"
            "    def send(self):\n        time.sleep(1)\nclass Two(One):\n    def send(self):\n        time.sleep(2)\n"
            "class MockBase(Base):\n    def send(self): ...\n"
            "class Client:\n    adapter: Base\n    def fetch(self):\n        self.adapter.send()\n"
        ),
        "client.fetch()",
        "time.sleep",
    ),
    "base that is declared of what is made": (
        (
            "import time\nfrom typing import Protocol\nclass Transport(Protocol):\n    def send(self): ...\n"
            "class Http:\n    def send(self):\n        time.sleep(1)\n"
            "def made() -> Transport:\n    return Http()\n"
            "class Client:\n    def fetch(self):\n        self._send(made())\n"
            "    def _send(self, transport: Transport):\n        transport.send()\n"
        ),
        "client.fetch()",
        "time.sleep",
    ),
    "generator that is consumed": (
        (
            "import time\ndef pages():\n    while True:\n        yield time.sleep(1)\n"
            "def fetch():\n    return list(pages())\n"
        ),
        "vendor.fetch()",
        "time.sleep",
    ),
    "generator that the program iterates": (
        "import time\ndef pages():\n    while True:\n        time.sleep(1)\n        yield 1\n",
        "\n    for page in vendor.pages(): ...",
        "time.sleep",
    ),
    "generator that is a context": (
        "import time, contextlib\n@contextlib.contextmanager\ndef opened():\n    time.sleep(1)\n    yield\n",
        "\n    with vendor.opened(): ...",
        "time.sleep",
    ),
    "context that a function of it enters": (
        (
            "import time\nclass Held:\n    def __enter__(self):\n        time.sleep(1)\n"
            "    def __exit__(self, *error): ...\ndef fetch():\n    with Held():\n        return 1\n"
        ),
        "vendor.fetch()",
        "time.sleep",
    ),
    "decorated by what keeps the type": (
        (
            "import time\nfrom typing import Callable, TypeVar\nF = TypeVar('F')\n"
            "def retried(times: int) -> Callable[[F], F]: ...\n"
            "class Client:\n    @retried(3)\n    def fetch(self):\n        time.sleep(1)\n"
        ),
        "client.fetch()",
        "time.sleep",
    ),
    "poll": (
        "import select\ndef fetch(timeout):\n    return select.select([1], [], [], timeout)\n",
        "vendor.fetch(1)",
        "select.select",
    ),
    "file of a socket": (
        (
            "import socket\nclass Client:\n    def __init__(self):\n"
            "        self._file = socket.socket().makefile('rb')\n"
            "    def fetch(self):\n        return self._file.read(4)\n"
        ),
        "vendor.Client().fetch()",
        "socket.SocketIO.read",
    ),
    "lambda that a helper calls": (
        (
            "import time\ndef again(do):\n    while True:\n        try:\n            return do()\n"
            "        except OSError:\n            pass\n"
            "def fetch(seconds):\n    return again(lambda: time.sleep(seconds))\n"
        ),
        "vendor.fetch(1)",
        "time.sleep",
    ),
    "argument that makes it wait": (
        "import time\ndef fetch(wait=False):\n    if wait:\n        time.sleep(1)\n    return 1\n",
        "vendor.fetch(wait=True)",
        "time.sleep",
    ),
    "argument that lets control get there": (
        "import time\ndef fetch(wait=True):\n    if not wait:\n        return\n    time.sleep(1)\n",
        "vendor.fetch(wait=True)",
        "time.sleep",
    ),
}


@pytest.mark.parametrize("kind", BLOCKING)
def test_found(kind: str, tmp_path: Path) -> None:
    text, use, sink = BLOCKING[kind]
    prefix = environment(tmp_path, {"vendor/__init__.py": text})
    files = {"main.py": USE.format(use=use)}
    (found,) = report(files, prefix).findings
    assert found.call == sink
    assert found.is_derived
    assert found.trace[0].call.startswith("vendor.")
    assert found.trace[-1].call == sink
    assert not report(files, prefix, config=Config(derived=False)).findings
    assert not report(files, None).findings


HARMLESS = {
    "asynchronous twin": ("import asyncio\nasync def fetch():\n    await asyncio.sleep(1)\n", "await vendor.fetch()"),
    "lock": ("import threading\nL = threading.Lock()\ndef fetch():\n    with L:\n        return 1\n", "vendor.fetch()"),
    "cache that is filled once": (
        (
            "import requests\n_known = None\ndef fetch():\n    global _known\n    if _known is None:\n"
            "        _known = requests.get('x')\n    return _known\n"
        ),
        "vendor.fetch()",
    ),
    "cache that returns": (
        (
            "import requests\n_known = {}\ndef fetch():\n    if _known:\n        return _known\n"
            "    return requests.get('x')\n"
        ),
        "vendor.fetch()",
    ),
    "debugging": ("import time\nDEBUG = False\ndef fetch():\n    if DEBUG:\n        time.sleep(1)\n", "vendor.fetch()"),
    "handler": (
        "import time\ndef fetch():\n    try:\n        return 1\n    except OSError:\n        time.sleep(1)\n",
        "vendor.fetch()",
    ),
    "lazily": ("import time\ndef fetch(wait=False):\n    return wait and time.sleep(1)\n", "vendor.fetch()"),
    "small file": ("def fetch():\n    return open('x').read()\n", "vendor.fetch()"),
    "import": ("def fetch():\n    import json\n    return json\n", "vendor.fetch()"),
    "logging": ("import logging\ndef fetch():\n    logging.info('x')\n", "vendor.fetch()"),
    "finaliser": (
        "import time\nclass Client:\n    def __del__(self):\n        time.sleep(1)\n    def fetch(self): ...\n",
        "vendor.Client().fetch()",
    ),
    "nested function": (
        "import time\ndef fetch():\n    def later():\n        time.sleep(1)\n    return later\n",
        "vendor.fetch()",
    ),
    "lambda that nobody calls": (
        "import time\ndef fetch():\n    return lambda: time.sleep(1)\n",
        "vendor.fetch()",
    ),
    "offload": (
        "import asyncio, time\nasync def fetch():\n    await asyncio.to_thread(time.sleep, 1)\n",
        "await vendor.fetch()",
    ),
    "one of two": (
        (
            "import time\nclass A:\n    def go(self):\n        time.sleep(1)\nclass B:\n    def go(self): ...\n"
            "def fetch(flag):\n    one = A() if flag else B()\n    one.go()\n"
        ),
        "vendor.fetch(1)",
    ),
    "no seconds": ("import time\ndef fetch():\n    time.sleep(0)\n", "vendor.fetch()"),
    "recursion": ("def fetch():\n    return fetch()\n", "vendor.fetch()"),
    "generator": ("import time\ndef fetch():\n    yield time.sleep(1)\n", "vendor.fetch()"),
    "one branch": (
        "import time\ndef fetch(x):\n    if cold():\n        time.sleep(1)\n    else:\n        x.append(1)\n",
        "vendor.fetch([])",
    ),
    "one case": (
        "import time\ndef fetch(x):\n    match cold():\n        case 1:\n            time.sleep(1)\n",
        "vendor.fetch(1)",
    ),
    "a way that returns": (
        "import time\ndef fetch():\n    if cold():\n        return 1\n    time.sleep(2)\n",
        "vendor.fetch()",
    ),
    "an heir does less than what a class does that nothing can be": (
        (
            "import time\nfrom abc import ABC, abstractmethod\nclass Client(ABC):\n"
            "    def fetch(self):\n        time.sleep(1)\n"
            "    @abstractmethod\n    def clear(self): ...\n"
            "class Memory(Client):\n    def fetch(self):\n        return 1\n    def clear(self): ...\n"
        ),
        "client.fetch()",
    ),
    "one heir of two": (
        (
            "import time\nclass Base:\n    def send(self): raise NotImplementedError\nclass One(Base):\n"
            "    def send(self):\n        time.sleep(1)\nclass Two(Base):\n    def send(self):\n        return 1\n"
            "class Client:\n    adapter: Base\n    def fetch(self):\n        self.adapter.send()\n"
        ),
        "client.fetch()",
    ),
    "base without heirs": (
        (
            "class Base:\n    def send(self): raise NotImplementedError\n"
            "class Client:\n    adapter: Base\n    def fetch(self):\n        self.adapter.send()\n"
        ),
        "client.fetch()",
    ),
    "awaited by mistake of ours": (
        (
            "import time\nclass Sync:\n    def send(self):\n        time.sleep(1)\nclass Client:\n"
            "    def __init__(self, http=None):\n        self.http = http or Sync()\n"
            "    async def fetch(self):\n        await self.http.send()\n"
        ),
        "await vendor.Client().fetch()",
    ),
    "generator that nobody iterates": (
        "import time\ndef pages():\n    time.sleep(1)\n    yield 1\ndef fetch():\n    return pages()\n",
        "vendor.fetch()",
    ),
    "poll without waiting": (
        "import select\ndef fetch(timeout=0):\n    return select.select([1], [], [], timeout)\n",
        "vendor.fetch()",
    ),
    "argument that keeps control away": (
        "import time\ndef fetch(wait=False):\n    if not wait:\n        return\n    time.sleep(1)\n",
        "vendor.fetch(wait=False)",
    ),
    "what an exception is made with": (
        (
            "import time\ndef late():\n    time.sleep(1)\ndef fetch(x):\n    if cold():\n"
            "        raise ValueError(late())\n"
        ),
        "vendor.fetch(1)",
    ),
    "of the program's thread": (
        "import time\ndef fetch():\n    time.sleep(1)\n",
        "\n    import asyncio; await asyncio.to_thread(vendor.fetch)",
    ),
    "catalog": ("import time\n", "\n    import requests; requests.codes"),
}


@pytest.mark.parametrize("kind", HARMLESS)
def test_left_alone(kind: str, tmp_path: Path) -> None:
    text, use = HARMLESS[kind]
    prefix = environment(tmp_path, {"vendor/__init__.py": text})
    found = report({"main.py": USE.format(use=use)}, prefix).findings
    assert not found, [(one.message, [step.call for step in one.trace]) for one in found]


def test_frames_are_folded_unless_they_are_asked_for(tmp_path: Path) -> None:
    text = "import time\ndef fetch():\n    middle()\ndef middle():\n    last()\ndef last():\n    time.sleep(1)\n"
    prefix = environment(tmp_path, {"vendor/__init__.py": text})
    files = {"main.py": USE.format(use="vendor.fetch()")}
    (folded,) = report(files, prefix).findings
    assert [step.call for step in folded.trace] == ["vendor.fetch", "time.sleep"]
    (unfolded,) = report(files, prefix, config=Config(unfold=True)).findings
    assert [step.call for step in unfolded.trace] == ["vendor.fetch", "vendor.middle", "vendor.last", "time.sleep"]
    assert folded.fingerprint == unfolded.fingerprint


STUBBED = {
    "vendor/__init__.pyi": "from vendor.client import Client as Client\ndef fetch() -> int: ...\n",
    "vendor/__init__.py": "import time\nfrom .client import Client\ndef fetch():\n    time.sleep(1)\n",
    "vendor/client.pyi": "class Client:\n    def fetch(self) -> int: ...\n    async def later(self) -> int: ...\n",
    "vendor/client.py": (
        "import time\nclass Client:\n    def fetch(self):\n        self._wait()\n    def _wait(self):\n"
        "        time.sleep(1)\n    async def later(self):\n        return 1\n"
    ),
}


@pytest.mark.parametrize("use", ["vendor.fetch()", "client.fetch()", "vendor.Client().fetch()"])
def test_what_stands_behind_stubs(use: str, tmp_path: Path) -> None:
    (found,) = report({"main.py": USE.format(use=use)}, environment(tmp_path, STUBBED)).findings
    assert found.call == "time.sleep"
    assert found.trace[0].call.startswith("vendor.")


def test_stubs_without_a_source(tmp_path: Path) -> None:
    stubs = {name: text for name, text in STUBBED.items() if name.endswith(".pyi")}
    prefix = environment(tmp_path, stubs)
    assert not report({"main.py": USE.format(use="client.fetch()")}, prefix).findings
    prefix = environment(tmp_path / "other", STUBBED)
    assert not report({"main.py": USE.format(use="await client.later()")}, prefix).findings


def test_the_parser_does_not_warn_of_libraries(tmp_path: Path, recwarn: pytest.WarningsRecorder) -> None:
    text = "import time\n\n\ndef fetch():\n    time.sleep(1)\n    return '\\d'\n"
    prefix = environment(tmp_path, {"vendor/__init__.py": text})
    found = report({"main.py": "import vendor\n\n\nasync def main():\n    vendor.fetch()\n"}, prefix).findings
    assert [one.call for one in found] == ["time.sleep"]
    assert not recwarn.list
