"""Blocking through installed libraries of which the catalog says nothing: what is found, and what is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from antifreeze.config.options import Config
from trees import environment, report

USE = "import vendor\n\n\nasync def entry(client: vendor.Client):\n    {use}\n"

BLOCKING = {
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
