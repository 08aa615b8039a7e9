"""Heirs in other modules of a library: what all of them do is found, but for doubles for tests and namesakes."""

from __future__ import annotations

from pathlib import Path

import pytest

from trees import environment, report

BASE = (
    "class Base:\n    def send(self, data, *, timeout=1): raise NotImplementedError\n"
    "class Client:\n    def __init__(self, adapter: Base):\n        self.adapter = adapter\n"
    "    def fetch(self, timeout=1):\n        return self.adapter.send('x', timeout=timeout)\n"
)
SLOW = (
    "import time\nfrom vendor.base import Base\nclass {name}({base}):\n    def send(self, data, *, timeout=1):\n{body}"
)
WAITS, RETURNS = "        time.sleep(1)\n", "        return 1\n"


def heir(name: str, body: str, base: str = "Base") -> str:
    return SLOW.format(name=name, body=body, base=base)


BLOCKING = {
    "the only heir": {"vendor/one.py": heir("One", WAITS)},
    "all heirs": {"vendor/one.py": heir("One", WAITS), "vendor/two.py": heir("Two", WAITS)},
    "a heir's heir": {
        "vendor/one.py": heir("One", WAITS),
        "vendor/two.py": heir("Two", WAITS, "One").replace("vendor.base import Base", "vendor.one import One"),
    },
    "but for a double": {"vendor/one.py": heir("One", WAITS), "vendor/two.py": heir("FakeOne", RETURNS)},
    "but for one that is named as a double last": {
        "vendor/one.py": heir("One", WAITS),
        "vendor/two.py": heir("OneMock", RETURNS),
    },
    "but for what tests define": {
        "vendor/one.py": heir("One", WAITS),
        "vendor/testing/__init__.py": "",
        "vendor/testing/two.py": heir("Two", RETURNS),
    },
    "but for a namesake's heir": {
        "vendor/one.py": heir("One", WAITS),
        "vendor/two.py": "class Base:\n    pass\nclass Two(Base):\n    def send(self, data, *, timeout=1):\n" + RETURNS,
    },
    "but for one that is asynchronous": {
        "vendor/one.py": heir("One", WAITS),
        "vendor/two.py": heir("Two", RETURNS).replace("    def send", "    async def send"),
    },
    "but for one that leaves it to others": {
        "vendor/one.py": heir("One", WAITS),
        "vendor/two.py": heir("Two", "        raise NotImplementedError\n"),
    },
    "where what is passed on lets it wait": {
        "vendor/one.py": heir("One", "        if timeout == 0:\n            return\n" + WAITS),
    },
}
HARMLESS = {
    "one heir of two": {"vendor/one.py": heir("One", WAITS), "vendor/two.py": heir("Two", RETURNS)},
    "a heir's heir that does not": {
        "vendor/one.py": heir("One", WAITS),
        "vendor/two.py": heir("Two", RETURNS, "One").replace("vendor.base import Base", "vendor.one import One"),
    },
    "no heir at all": {"vendor/one.py": "class One:\n    def send(self, data, *, timeout=1):\n" + RETURNS},
    "doubles alone": {"vendor/two.py": heir("FakeOne", RETURNS)},
    "where what is passed on does not let it wait": {
        "vendor/one.py": heir("One", "        if timeout == 1:\n            return\n" + WAITS),
    },
    "by what is passed on in its place": {
        "vendor/one.py": heir("One", "        if data == 'x':\n            return\n" + WAITS),
    },
}
MAIN = "from vendor.base import Client\n\n\nasync def entry(client: Client):\n    client.fetch()\n"


def calls(tmp_path: Path, modules: dict[str, str]) -> list[str]:
    prefix = environment(tmp_path, {"vendor/__init__.py": "", "vendor/base.py": BASE, **modules})
    return [finding.call for finding in report({"main.py": MAIN}, prefix).findings]


@pytest.mark.parametrize("kind", BLOCKING)
def test_found(kind: str, tmp_path: Path) -> None:
    assert calls(tmp_path, BLOCKING[kind]) == ["time.sleep"]


@pytest.mark.parametrize("kind", HARMLESS)
def test_left_alone(kind: str, tmp_path: Path) -> None:
    assert calls(tmp_path, HARMLESS[kind]) == []
