"""What a library's class does for those that derive from it: `self` and `cls` are of the class that is really made."""

from __future__ import annotations

from pathlib import Path

import pytest

from trees import environment, report

USE = "import vendor\n\n\nasync def entry():\n    {use}\n"

QUIET_AND_LOUD = (
    "import time\nclass Quiet:\n    def go(self): ...\nclass Loud:\n    def go(self):\n        time.sleep(1)\n"
)

BLOCKING = {
    "a heir's own method": (
        (
            "class Base:\n    def fetch(self):\n        self._dial()\n"
            "    def _dial(self):\n        return 1\nclass Heir(Base):\n    def _dial(self):\n"
            "        time.sleep(1)\n"
        ),
        "vendor.Heir().fetch()",
    ),
    "a heir's own class": (
        (
            "class Base:\n    kind = Quiet\n    def fetch(self):\n"
            "        self.kind().go()\nclass Heir(Base):\n    kind = Loud\n"
        ),
        "vendor.Heir().fetch()",
    ),
    "a heir's own property": (
        (
            "class Base:\n    def fetch(self):\n        self.kind.go()\n"
            "    @property\n    def kind(self): return Quiet()\nclass Heir(Base):\n    @property\n"
            "    def kind(self): return Loud()\n"
        ),
        "vendor.Heir().fetch()",
    ),
    "a heir's own class method": (
        (
            "class Base:\n    @classmethod\n    def fetch(cls):\n"
            "        cls._made().go()\n    @classmethod\n    def _made(cls): return Quiet()\n"
            "class Heir(Base):\n    @classmethod\n    def _made(cls): return Loud()\n"
        ),
        "vendor.Heir.fetch()",
    ),
    "what a class method makes of a heir": (
        (
            "class Base:\n    @classmethod\n    def fetch(cls):\n        cls()._go()\n"
            "    def _go(self): return 1\nclass Heir(Base):\n    def _go(self):\n"
            "        time.sleep(1)\n"
        ),
        "vendor.Heir.fetch()",
    ),
    "the next class of a heir": (
        (
            "class Root:\n    def go(self): return 1\nclass A(Root):\n"
            "    def go(self):\n        super().go()\nclass B(Root):\n    def go(self):\n"
            "        time.sleep(1)\nclass C(A, B): ...\n"
        ),
        "vendor.C().go()",
    ),
    "what a heir gave itself to": (
        (
            "class Api:\n    def __init__(self, client):\n"
            "        self._client = client\n    def go(self):\n        self._client.post()\n"
            "class Base:\n    def __init__(self):\n        self.api = Api(self)\n"
            "    def post(self): return 1\nclass Heir(Base):\n    def post(self):\n"
            "        time.sleep(1)\n"
        ),
        "vendor.Heir().api.go()",
    ),
    "what an object that was made with much gave itself to": (
        (
            "class Box:\n    def __init__(self, inner=None):\n        self.inner = inner\n"
            "class Things:\n    def __init__(self, client=None):\n        self.client = client\n"
            "    def list(self):\n        self.client.api.go()\n"
            "class Client:\n    def __init__(self, box):\n        self.api = Loud()\n        self.box = box\n"
            "    @property\n    def things(self): return Things(self)\n"
            "def made():\n    return Client(Box(Box(Box(Box()))))\n"
        ),
        "vendor.made().things.list()",
    ),
}


@pytest.mark.parametrize("kind", BLOCKING)
def test_found(kind: str, tmp_path: Path) -> None:
    text, use = BLOCKING[kind]
    prefix = environment(tmp_path, {"vendor/__init__.py": QUIET_AND_LOUD + text})
    (found,) = report({"main.py": USE.format(use=use)}, prefix).findings
    assert found.call == "time.sleep"
    assert found.is_derived


HARMLESS = {
    "a heir's own method does not wait": (
        (
            "class Base:\n    def fetch(self):\n        self._dial()\n"
            "    def _dial(self):\n        time.sleep(1)\nclass Heir(Base):\n"
            "    def _dial(self): return 1\n"
        ),
        "vendor.Heir().fetch()",
    ),
    "a heir's own class does not wait": (
        (
            "class Base:\n    kind = Loud\n    def fetch(self):\n"
            "        self.kind().go()\nclass Heir(Base):\n    kind = Quiet\n"
        ),
        "vendor.Heir().fetch()",
    ),
    "a heir's own class method does not wait": (
        (
            "class Base:\n    @classmethod\n    def fetch(cls):\n"
            "        cls._made().go()\n    @classmethod\n    def _made(cls): return Loud()\n"
            "class Heir(Base):\n    @classmethod\n    def _made(cls): return Quiet()\n"
        ),
        "vendor.Heir.fetch()",
    ),
    "what is made of a heir's class does not wait": (
        (
            "class Base:\n    def fetch(self):\n        type(self)()._go()\n"
            "    def _go(self):\n        time.sleep(1)\nclass Heir(Base):\n"
            "    def _go(self): return 1\n"
        ),
        "vendor.Heir().fetch()",
    ),
    "what a heir keeps does not wait": (
        (
            "class Base:\n    def __init__(self):\n"
            "        self.http = self.make()\n    def make(self): return Loud()\n"
            "    def fetch(self):\n        self.http.go()\nclass Heir(Base):\n"
            "    def make(self): return Quiet()\n"
        ),
        "vendor.Heir().fetch()",
    ),
    "what a heir gave itself to does not wait": (
        (
            "class Api:\n    def __init__(self, client):\n"
            "        self._client = client\n    def go(self):\n        self._client.post()\n"
            "class Base:\n    def __init__(self):\n        self.api = Api(self)\n"
            "    def post(self):\n        time.sleep(1)\nclass Heir(Base):\n"
            "    def post(self): return 1\n"
        ),
        "vendor.Heir().api.go()",
    ),
}


@pytest.mark.parametrize("kind", HARMLESS)
def test_left_alone(kind: str, tmp_path: Path) -> None:
    text, use = HARMLESS[kind]
    prefix = environment(tmp_path, {"vendor/__init__.py": QUIET_AND_LOUD + text})
    found = report({"main.py": USE.format(use=use)}, prefix).findings
    assert not found, [[step.call for step in one.trace] for one in found]
