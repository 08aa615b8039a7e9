"""The catalog derived from a library's source: what blocks, its twins, offloads and hooks, and what is left out."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from antifreeze.catalog.packaged import load_packaged
from antifreeze.catalog.parse import parse_catalog
from antifreeze.catalog.rows import Rows
from antifreeze.catalog.writing import DerivedCatalog, written
from antifreeze.cli.app import group
from antifreeze.deriving import derive
from antifreeze.engine import Ports
from antifreeze.store.library import InstalledLibraries
from antifreeze.store.stubs import read_stub
from trees import environment

CLIENT = """
import socket, time, threading, logging
from vendor._impl import fetch, _hidden
__all__ = ["Base", "Client", "fetch", "pause", "stream", "session", "cached", "debug", "compute"]
def pause():
    time.sleep(1)
def stream():
    while True:
        yield socket.create_connection(("h", 1)).recv(1)
def session():
    return Client()
_known = {}
def cached(key):
    if key not in _known:
        _known[key] = socket.getaddrinfo(key, 1)
    return _known[key]
def debug(verbose=False):
    if verbose:
        time.sleep(1)
def compute():
    import json
    logging.info("x")
    with threading.Lock():
        return json.dumps({})
def unlisted():
    time.sleep(1)
class Base:
    def ping(self):
        time.sleep(1)
class Client(Base):
    def __init__(self, host="h"):
        self._socket = socket.socket()
        self._host = host
    def __enter__(self):
        self._socket.connect(("h", 1))
        return self
    def __exit__(self, *error): ...
    def __del__(self):
        time.sleep(1)
    def get(self, key):
        self._send(key)
        return self._socket.recv(1)
    def _send(self, key):
        self._socket.sendall(key)
    def load(self):
        time.sleep(1)
    async def aload(self): ...
    def name(self):
        return self._host
    def close(self):
        raise NotImplementedError
"""

FILES = {
    "vendor/__init__.py": "from vendor.client import *\n",
    "vendor/client.py": CLIENT,
    "vendor/_impl.py": "import requests\ndef fetch():\n    return requests.get('x')\ndef _hidden():\n    fetch()\n",
    "vendor/aio.py": (
        "class Client:\n    async def get(self, key): ...\n    def ping(self):\n        return self.get('x')\n"
        "async def pause(): ...\n"
    ),
    "vendor/http.py": (
        "import requests\nclass Pages:\n    def pages(self):\n        return self._get('pages')\n"
        "class Http(requests.Session, Pages):\n    def _get(self, path):\n        return self.get(path)\n"
    ),
    "vendor/tests/__init__.py": "import time\ndef slow():\n    time.sleep(1)\n",
    "vendor/work.py": (
        "import asyncio, functools\nfrom concurrent.futures import ThreadPoolExecutor\n_pool = ThreadPoolExecutor()\n"
        "async def in_thread(function, *args):\n"
        "    return await asyncio.to_thread(functools.partial(function, *args))\n"
        "def submitted(function):\n    return _pool.submit(lambda: function())\n"
        "def through(job):\n    return submitted(job)\n"
        "async def directly(function):\n    function()\n    await asyncio.to_thread(function)\n"
        "def threaded(function):\n    async def inside(*args):\n"
        "        return await asyncio.to_thread(function, *args)\n    return inside\n"
        "class Pool:\n    @staticmethod\n    def put(job):\n        return _pool.submit(job)\n"
        "    @classmethod\n    def start(cls, job):\n        return Pool.put(job)\n"
        "    def add(self, job, *, now=None):\n        return _pool.submit(job)\n"
        "def called_inside(function):\n    def inside():\n        function()\n    return inside\n"
        "def other(function, unrelated):\n    return _pool.submit(unrelated.run)\n"
        "def soon(loop: asyncio.AbstractEventLoop, callback):\n    loop.call_soon(callback)\n"
    ),
    "vendor/bus.py": (
        "class Bus:\n"
        "    def __init__(self):\n        self._handlers = []\n        self._last = None\n        self._unused = None\n"
        "    def subscribe(self, topic, handler):\n        self._handlers.append(handler)\n"
        "    def on_last(self, callback):\n        self._last = callback\n"
        "    def never(self, callback):\n        self._unused = callback\n"
        "    async def run(self):\n        for handler in list(self._handlers):\n            handler(1)\n"
        "        self._last()\n"
        "class Topics:\n"
        "    def __init__(self):\n        self._by_topic = {}\n        self._awaited = []\n        self._first = []\n"
        "    def named(self, topic, handler):\n        self._by_topic[topic] = handler\n"
        "    def awaited(self, handler):\n        self._awaited.append(handler)\n"
        "    def first(self, handler):\n        self._first.insert(0, handler)\n"
        "    def elsewhere(self, other, handler):\n        other.handler = handler\n"
        "    async def run(self, topic):\n        self._by_topic.get(topic)(1)\n"
        "        for handler in self._awaited:\n            await handler(1)\n"
        "        for handler in sorted(self._first or []):\n            handler(1)\n"
    ),
}


@pytest.fixture(scope="module")
def derived(tmp_path_factory: pytest.TempPathFactory) -> DerivedCatalog:
    libraries = InstalledLibraries(environment(tmp_path_factory.mktemp("prefix"), FILES))
    distribution = libraries.distributions.named("vendor")
    assert distribution is not None
    modules = libraries.modules_of(distribution)
    ports = Ports(read_stub, lambda roots: load_packaged(roots, modules), libraries=libraries)
    return derive("vendor", "1.0", modules, ports)


@pytest.fixture(scope="module")
def rows(derived: DerivedCatalog) -> Rows:
    return parse_catalog(written(derived), "vendor.toml")


def test_what_blocks_is_told_by_name_use_category_and_wait(rows: Rows) -> None:
    assert {(sink.name, sink.how, sink.category, sink.wait.value) for sink in rows.sinks} == {
        ("vendor.pause", "call", "sleep", "unbounded"),
        ("vendor.client.pause", "call", "sleep", "unbounded"),
        ("vendor.fetch", "call", "http", "unbounded"),
        ("vendor.client.fetch", "call", "http", "unbounded"),
        ("vendor.stream", "iterate", "network", "unbounded"),
        ("vendor.client.stream", "iterate", "network", "unbounded"),
        ("vendor.Client.__enter__", "with", "network", "unbounded"),
        ("vendor.Client.get", "call", "network", "unbounded"),
        ("vendor.Client.load", "call", "sleep", "unbounded"),
        ("vendor.Base.ping", "call", "sleep", "unbounded"),
        ("vendor.http.Http.pages", "call", "http", "unbounded"),
    }


def test_twins_are_the_remedies(rows: Rows) -> None:
    assert {sink.name: sink.remedy.replacement for sink in rows.sinks if sink.remedy.replacement} == {
        "vendor.pause": "vendor.aio.pause",
        "vendor.client.pause": "vendor.aio.pause",
        "vendor.Client.get": "vendor.aio.Client().get",
        "vendor.Client.load": "vendor.Client().aload",
    }
    assert [row.name for row in rows.classes if row.is_async] == ["vendor.aio.Client"]


def test_bases_and_other_names_of_classes_are_told(rows: Rows) -> None:
    assert [row.bases for row in rows.classes if row.name == "vendor.Client"] == [("vendor.Base",)]
    assert rows.aliases["vendor.client.Client"] == "vendor.Client"


def test_offloads_hand_their_parameter_on(rows: Rows) -> None:
    assert {(row.name, row.callable, row.keyword) for row in rows.offloads} == {
        ("vendor.work.in_thread", 0, "function"),
        ("vendor.work.submitted", 0, "function"),
        ("vendor.work.through", 0, "job"),
        ("vendor.work.threaded", 0, "function"),
        ("vendor.work.Pool.put", 0, "job"),
        ("vendor.work.Pool.start", 0, "job"),
        ("vendor.work.Pool.add", 0, "job"),
    }


def test_hooks_keep_what_a_coroutine_calls(rows: Rows) -> None:
    assert {(row.name, row.callable, row.keyword) for row in rows.on_loop_calls} == {
        ("vendor.bus.Bus.subscribe", 1, "handler"),
        ("vendor.bus.Bus.on_last", 0, "callback"),
        ("vendor.bus.Topics.named", 1, "handler"),
        ("vendor.bus.Topics.first", 0, "handler"),
        ("vendor.work.soon", 1, "callback"),
    }


def test_each_entry_tells_where_it_comes_from(derived: DerivedCatalog) -> None:
    lines = written(derived).splitlines()
    entries = [number for number, line in enumerate(lines) if line in ("[[blocking]]", "[[offload]]", "[[on_loop]]")]
    assert entries
    for number in entries:
        first = max(place for place in range(number) if not lines[place]) + 1
        assert lines[first] == "# vendor 1.0"
        assert number - first > 1
        assert all(" > " in line for line in lines[first + 1 : number])
    chain = "# get: vendor.client.Client.get > vendor.client.Client._send > socket.socket.sendall"
    assert any(line.startswith(chain) for line in lines)


def test_the_command_writes_a_file_a_library(tmp_path: Path) -> None:
    prefix = environment(tmp_path / "prefix", {"alpha.py": "import time\ndef f():\n    time.sleep(1)\n", "beta.py": ""})
    folder = tmp_path / "out"
    folder.mkdir()
    run = CliRunner().invoke(
        group, ["catalog", "derive", "alpha", "beta", "--python", str(prefix), "--output", str(folder)]
    )
    assert run.exit_code == 0, run.output
    rows = parse_catalog((folder / "alpha.toml").read_text(encoding="utf-8"), "alpha.toml")
    assert [sink.name for sink in rows.sinks] == ["alpha.f"]
    assert not parse_catalog((folder / "beta.toml").read_text(encoding="utf-8"), "beta.toml").sinks


def test_the_command_prints_one_library(tmp_path: Path) -> None:
    prefix = environment(tmp_path / "prefix", {"alpha.py": "import time\ndef f():\n    time.sleep(1)\n"})
    run = CliRunner().invoke(group, ["catalog", "derive", "alpha", "--python", str(prefix)])
    assert run.exit_code == 0
    assert [sink.name for sink in parse_catalog(run.output, "alpha.toml").sinks] == ["alpha.f"]


def test_the_command_names_what_is_not_installed(tmp_path: Path) -> None:
    prefix = environment(tmp_path / "prefix", {"alpha.py": ""})
    run = CliRunner().invoke(group, ["catalog", "derive", "missing", "--python", str(prefix)])
    assert run.exit_code != 0
    assert "no library missing" in str(run.exception)
