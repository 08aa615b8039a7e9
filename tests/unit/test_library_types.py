"""Types through an installed library, clause by clause: marked lines use a blocking client."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from trees import environment, findings

SYNC, ASYNC = "requests.Session", "httpx.AsyncClient"
HEAD = (
    "import requests, httpx\nfrom typing_extensions import Self\n"
    "from typing import TYPE_CHECKING, Any, Callable, Generic, Literal, TypeVar, overload\n"
)

TREES = {
    "a type that is annotated with a deep object": (
        {
            "vendor/__init__.py": (
                "class Box:\n    def __init__(self, inner=None): self.inner = inner\n"
                "def parameter():\n    return Box(Box(Box(Box())))\n"
            )
        },
        (
            "import requests\nfrom typing import Annotated\n"
            "async def entry(client: Annotated[requests.Session, vendor.parameter()]):\n"
            "    client.get('x')  # expect\n"
        ),
    ),
    "overloads by arity": (
        {
            "vendor/__init__.pyi": (
                "@overload\ndef client() -> httpx.AsyncClient: ...\n"
                "@overload\ndef client(url: str) -> requests.Session: ...\n"
                "@overload\ndef client(url: str, port: int) -> httpx.AsyncClient: ...\n"
            )
        },
        "vendor.client().get('x')\nvendor.client('u').get('x')  # expect\nvendor.client('u', 1).get('x')\n",
    ),
    "overloads by a keyword": (
        {
            "vendor/__init__.pyi": (
                "@overload\ndef client(url: str) -> requests.Session: ...\n"
                "@overload\ndef client(url: str, *, loop: object) -> httpx.AsyncClient: ...\n"
            )
        },
        "vendor.client('u').get('x')  # expect\nvendor.client('u', loop=1).get('x')\n",
    ),
    "overloads by a literal": (
        {
            "vendor/__init__.pyi": (
                "@overload\ndef client(*, asynchronous: Literal[True]) -> httpx.AsyncClient: ...\n"
                "@overload\ndef client(*, asynchronous: Literal[False] = False) -> requests.Session: ...\n"
            )
        },
        (
            "vendor.client(asynchronous=True).get('x')\nvendor.client(asynchronous=False).get('x')  # expect\n"
            "vendor.client().get('x')  # expect\n"
        ),
    ),
    "overloads by a literal that is not known": (
        {
            "vendor/__init__.pyi": (
                "@overload\ndef client(asynchronous: Literal[True]) -> httpx.AsyncClient: ...\n"
                "@overload\ndef client(asynchronous: bool) -> requests.Session: ...\n"
            )
        },
        "await vendor.client(bool(vendor.unknown)).get('x')\nvendor.client(False).get('x')  # expect\n",
    ),
    "overloads by None": (
        {
            "vendor/__init__.pyi": (
                "@overload\ndef client(url: None) -> httpx.AsyncClient: ...\n"
                "@overload\ndef client(url: str) -> requests.Session: ...\n"
                "@overload\ndef other(url: str) -> requests.Session: ...\n"
                "@overload\ndef other(url: str | None, deep: int = 0) -> httpx.AsyncClient: ...\n"
            )
        },
        (
            "vendor.client(None).get('x')\nvendor.client('u').get('x')  # expect\n"
            "vendor.other(None).get('x')\nvendor.other('u').get('x')  # expect\n"
        ),
    ),
    "overloads that some literal may choose": (
        {
            "vendor/__init__.pyi": (
                "@overload\ndef client(asynchronous: Literal[False]) -> requests.Session: ...\n"
                "@overload\ndef client(asynchronous: bool) -> httpx.AsyncClient: ...\n"
            )
        },
        "vendor.client(bool(vendor.unknown)).get('x')  # expect\nvendor.client(True).get('x')\n",
    ),
    "overloads that None may choose": (
        {
            "vendor/__init__.pyi": (
                "@overload\ndef client(url: object) -> requests.Session: ...\n"
                "@overload\ndef client(url: str | None) -> httpx.AsyncClient: ...\n"
            )
        },
        "vendor.client(None).get('x')  # expect\n",
    ),
    "overloads by what no source is found for": (
        {
            "vendor/__init__.pyi": (
                "@overload\ndef client(inner: str) -> httpx.AsyncClient: ...\n"
                "@overload\ndef client(inner: int) -> requests.Session: ...\n"
            )
        },
        "vendor.client(httpx.AsyncClient()).get('x')  # expect\nvendor.client('x').get('x')\n",
    ),
    "overloads by heirs and keywords": (
        {
            "vendor/__init__.pyi": (
                "class Base: ...\nclass Heir(Base): ...\nclass Other: ...\n"
                "@overload\ndef client(kind: Base, *args: str) -> requests.Session: ...\n"
                "@overload\ndef client(kind: Other, **options: str) -> httpx.AsyncClient: ...\n"
            )
        },
        (
            "vendor.client(vendor.Heir()).get('x')  # expect\n"
            "vendor.client(vendor.Heir(), 'a', 'b').get('x')  # expect\n"
            "vendor.client(vendor.Other()).get('x')\nvendor.client(vendor.Other(), a='b').get('x')\n"
            "vendor.client(kind=vendor.Other(), a='b').get('x')\nvendor.client(kind=vendor.Heir()).get('x')  # expect\n"
        ),
    ),
    "overloads of static and class methods": (
        {
            "vendor/__init__.pyi": (
                "class Pool:\n"
                "    @overload\n    @staticmethod\n    def made(url: str) -> requests.Session: ...\n"
                "    @overload\n    @staticmethod\n    def made(url: str, port: int) -> httpx.AsyncClient: ...\n"
                "    @overload\n    @classmethod\n    def of(cls, url: str) -> requests.Session: ...\n"
                "    @overload\n    @classmethod\n    def of(cls, url: int) -> httpx.AsyncClient: ...\n"
            )
        },
        (
            "vendor.Pool.made('u').get('x')  # expect\nvendor.Pool.made('u', 1).get('x')\n"
            "vendor.Pool().made('u').get('x')  # expect\nvendor.Pool().made('u', 1).get('x')\n"
            "vendor.Pool.of('u').get('x')  # expect\nvendor.Pool.of(1).get('x')\n"
        ),
    ),
    "overloads by a literal text": (
        {
            "vendor/__init__.pyi": (
                "class Pool:\n"
                "    @overload\n    def client(self, kind: Literal['sync']) -> requests.Session: ...\n"
                "    @overload\n    def client(self, kind: Literal['later', 'soon']) -> httpx.AsyncClient: ...\n"
            )
        },
        "vendor.Pool().client('sync').get('x')  # expect\nvendor.Pool().client('soon').get('x')\n",
    ),
    "overloads by a class": (
        {
            "vendor/__init__.pyi": (
                "class Dsn: ...\n"
                "@overload\ndef client(at: str) -> requests.Session: ...\n"
                "@overload\ndef client(at: Dsn) -> httpx.AsyncClient: ...\n"
            )
        },
        "vendor.client('u').get('x')  # expect\nvendor.client(vendor.Dsn()).get('x')\n",
    ),
    "overloads in a source": (
        {
            "vendor/__init__.py": (
                "@overload\ndef client(url: str) -> requests.Session: ...\n"
                "@overload\ndef client(url: str, loop: object) -> httpx.AsyncClient: ...\n"
                "def client(url, loop=None):\n    return made(url, loop)\n"
            )
        },
        "vendor.client('u').get('x')  # expect\nvendor.client('u', 1).get('x')\n",
    ),
    "Self of a heir": (
        {
            "vendor/__init__.py": (
                "class Base:\n    def opened(self) -> Self: ...\n    @classmethod\n    def made(cls) -> Self: ...\n"
                "class Sync(Base):\n    http: requests.Session\nclass Later(Base):\n    http: httpx.AsyncClient\n"
            )
        },
        (
            "vendor.Sync().opened().http.get('x')  # expect\nvendor.Sync.made().http.get('x')  # expect\n"
            "vendor.Later().opened().http.get('x')\nvendor.Later.made().http.get('x')\n"
        ),
    ),
    "fields of attrs": (
        {
            "vendor/__init__.py": (
                "import attr, attrs\n@attrs.define\nclass Sync:\n    http: requests.Session\n"
                "@attr.s(auto_attribs=True)\nclass Old:\n"
                "    http: requests.Session = attr.ib(factory=requests.Session)\n"
                "@attrs.define\nclass Later:\n    http: httpx.AsyncClient\n"
                "def sync() -> Sync: ...\ndef old() -> Old: ...\ndef later() -> Later: ...\n"
            )
        },
        "vendor.sync().http.get('x')  # expect\nvendor.old().http.get('x')  # expect\nvendor.later().http.get('x')\n",
    ),
    "fields of pydantic": (
        {
            "vendor/__init__.py": (
                "from pydantic import BaseModel, Field, PrivateAttr\nclass Sync(BaseModel):\n"
                "    http: requests.Session = Field(default_factory=requests.Session)\n"
                "    _own: requests.Session = PrivateAttr()\n"
                "    def own(self):\n        return self._own\n"
                "class Later(BaseModel):\n    http: httpx.AsyncClient\n"
                "def sync() -> Sync: ...\ndef later() -> Later: ...\n"
            )
        },
        "vendor.sync().http.get('x')  # expect\nvendor.sync().own().get('x')  # expect\nvendor.later().http.get('x')\n",
    ),
    "class decorator": (
        {
            "vendor/__init__.py": (
                "def registered(name):\n    def wrap(cls):\n        TABLE[name] = cls\n        return cls\n"
                "    return wrap\n"
                "def final(cls: type) -> type:\n    return cls\n"
                "@final\n@registered('x')\nclass Sync:\n    http: requests.Session\n"
                "@registered('y')\nclass Later:\n    http: httpx.AsyncClient\n"
            )
        },
        "vendor.Sync().http.get('x')  # expect\nvendor.Later().http.get('x')\n",
    ),
    "__new__": (
        {
            "vendor/__init__.py": (
                "class Client:\n    def __new__(cls, *args) -> requests.Session: ...\n"
                "class Later:\n    def __new__(cls, *args) -> httpx.AsyncClient: ...\n"
                "class Own:\n    http: requests.Session\n    def __new__(cls):\n"
                "        self = super().__new__(cls)\n        return self\n"
            )
        },
        "vendor.Client().get('x')  # expect\nvendor.Later().get('x')\nvendor.Own().http.get('x')  # expect\n",
    ),
    "descriptors": (
        {
            "vendor/__init__.py": (
                "T = TypeVar('T')\n"
                "class Lazy(Generic[T]):\n    def __init__(self, make: Callable[[Any], T]): ...\n"
                "    @overload\n    def __get__(self, one: None, owner) -> 'Lazy[T]': ...\n"
                "    @overload\n    def __get__(self, one: object, owner) -> T: ...\n"
                "    def __get__(self, one, owner): ...\n"
                "class Client:\n    @Lazy\n    def http(self) -> requests.Session: ...\n"
                "    @Lazy\n    def later(self) -> httpx.AsyncClient: ...\n"
            )
        },
        "vendor.Client().http.get('x')  # expect\nvendor.Client().later.get('x')\n",
    ),
    "cached property": (
        {
            "vendor/__init__.py": (
                "from functools import cached_property\nclass Client:\n    @cached_property\n"
                "    def http(self) -> requests.Session: ...\n    @cached_property\n"
                "    def later(self):\n        return httpx.AsyncClient()\n"
            )
        },
        "vendor.Client().http.get('x')  # expect\nvendor.Client().later.get('x')\n",
    ),
    "defined by the version": (
        {
            "vendor/__init__.py": (
                "import sys\nif sys.version_info >= (3, 8):\n    def client() -> requests.Session: ...\n"
                "else:\n    def client() -> httpx.AsyncClient: ...\n"
                "if sys.version_info < (3, 8):\n    def later() -> requests.Session: ...\n"
                "else:\n    def later() -> httpx.AsyncClient: ...\n"
            )
        },
        "vendor.client().get('x')  # expect\nvendor.later().get('x')\n",
    ),
    "defined by what can be imported": (
        {
            "vendor/__init__.py": (
                "try:\n    from vendor._fast import Client\nexcept ImportError:\n    from vendor._slow import Client\n"
            ),
            "vendor/_slow.py": "class Client:\n    http: requests.Session\n",
        },
        "vendor.Client().http.get('x')  # expect\n",
    ),
    "a module beside names that are loaded when they are asked for": (
        {
            "vendor/__init__.py": (
                "if TYPE_CHECKING:\n    from vendor.client import Client as Client\nelse:\n"
                "    from importlib import import_module\n    _exports: dict[str, str] = {'Client': '.client'}\n"
                "    def __getattr__(name: str) -> object:\n        if (module := _exports.get(name)) is None:\n"
                "            raise AttributeError(name)\n"
                "        value = getattr(import_module(module, __name__), name)\n"
                "        globals()[name] = value\n        return value\n"
            ),
            "vendor/rest.py": "class Rest:\n    http: requests.Session\n",
            "vendor/client.py": (
                "from vendor import rest\nclass Client:\n    def __init__(self):\n        self.rest = rest.Rest()\n"
            ),
        },
        "vendor.Client().rest.http.get('x')  # expect\n",
    ),
    "for the type checker": (
        {
            "vendor/__init__.py": (
                "if TYPE_CHECKING:\n    from vendor._http import Http\nclass Client:\n    http: 'Http'\n"
                "    later: 'httpx.AsyncClient'\n"
            ),
            "vendor/_http.py": "class Http(requests.Session): ...\n",
        },
        "vendor.Client().http.get('x')  # expect\nvendor.Client().later.get('x')\n",
    ),
    "type variables of a base": (
        {
            "vendor/__init__.py": (
                "T = TypeVar('T')\nU = TypeVar('U')\nclass Base(Generic[T]):\n    client: T\n"
                "    @property\n    def http(self) -> T: ...\n"
                "class Middle(Base[U], Generic[U]):\n    def raw(self) -> U: ...\n"
                "class Sync(Middle[requests.Session]): ...\nclass Later(Middle[httpx.AsyncClient]): ...\n"
            )
        },
        (
            "vendor.Sync().client.get('x')  # expect\nvendor.Sync().http.get('x')  # expect\n"
            "vendor.Sync().raw().get('x')  # expect\n"
            "vendor.Later().client.get('x')\nvendor.Later().http.get('x')\nvendor.Later().raw().get('x')\n"
        ),
    ),
    "a protocol as it is met": (
        {
            "vendor/__init__.py": (
                "from typing import Protocol\nclass Http(Protocol):\n    def get(self, url): ...\n"
                "def sync() -> Http:\n    return requests.Session()\n"
                "def later() -> Http:\n    return httpx.AsyncClient()\n"
            )
        },
        "vendor.sync().get('x')  # expect\nvendor.later().get('x')\n",
    ),
    "fields of attrs without types": (
        {
            "vendor/__init__.py": (
                "import attr\n@attr.s\nclass Sync:\n    made = attr.ib(factory=requests.Session)\n"
                "    typed = attr.ib(type=requests.Session)\n"
                "    default = attr.ib(default=attr.Factory(requests.Session))\n"
                "    later = attr.ib(factory=httpx.AsyncClient)\n"
            )
        },
        (
            "import attr\nvendor.Sync().made.get('x')  # expect\nvendor.Sync().typed.get('x')  # expect\n"
            "vendor.Sync().default.get('x')  # expect\nvendor.Sync().later.get('x')\n"
        ),
    ),
    "fields of pydantic by their factories": (
        {
            "vendor/__init__.py": (
                "from pydantic import BaseModel, Field, PrivateAttr\nclass Sync(BaseModel):\n"
                "    http: Any = Field(default_factory=requests.Session)\n"
                "    _own = PrivateAttr(default_factory=requests.Session)\n"
                "    later: Any = Field(default_factory=httpx.AsyncClient)\n"
                "    def own(self):\n        return self._own\n"
            )
        },
        (
            "import pydantic\nvendor.Sync().http.get('x')  # expect\nvendor.Sync().own().get('x')  # expect\n"
            "vendor.Sync().model_copy().http.get('x')  # expect\nvendor.Sync().later.get('x')\n"
        ),
    ),
    "__new__ without a declared type": (
        {
            "vendor/__init__.py": (
                "class Sync:\n    http: requests.Session\nclass Later:\n    http: httpx.AsyncClient\n"
                "class Client:\n    def __new__(cls):\n        return Sync()\n"
                "class Soon:\n    def __new__(cls):\n        return Later()\n"
                "class Single:\n    _one = None\n    http: requests.Session\n    def __new__(cls):\n"
                "        if cls._one is None:\n            cls._one = object.__new__(cls)\n        return cls._one\n"
            )
        },
        (
            "vendor.Client().http.get('x')  # expect\nvendor.Soon().http.get('x')\n"
            "vendor.Single().http.get('x')  # expect\n"
        ),
    ),
    "what can be awaited": (
        {
            "vendor/__init__.py": (
                "class Sync:\n    http: requests.Session\n    def __await__(self):\n"
                "        return self._made().__await__()\n    async def _made(self):\n        return self\n"
            )
        },
        "(await vendor.Sync()).http.get('x')  # expect\n",
    ),
}


@pytest.mark.parametrize("kind", TREES)
def test_types_clause_by_clause(kind: str, tmp_path: Path) -> None:
    files, uses = TREES[kind]
    prefix = environment(tmp_path, {name: HEAD + text for name, text in files.items()})
    lines = ["import vendor", "async def entry():", *(f"    {line}" for line in uses.splitlines())]
    expected = {("main.py", place, "AF102") for place, line in enumerate(lines, 1) if re.search("# expect$", line)}
    assert findings({"main.py": "\n".join(lines) + "\n"}, prefix) == expected
