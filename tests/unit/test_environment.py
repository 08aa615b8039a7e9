"""The program's environment: which one is read, and what its libraries' own source tells of types."""

from __future__ import annotations

from pathlib import Path

import pytest

from antifreeze.errors import UsageError
from antifreeze.store.environment import Paths, find_environment
from antifreeze.store.library import InstalledLibraries
from trees import environment, findings, site, tree

SESSION = "import requests\n\n\ndef session() -> requests.Session:\n    return requests.Session()\n"
MAIN = "import vendor\n\n\nasync def bad():\n    vendor.session().get('http://x')\n"


def test_the_named_environment_wins(tmp_path: Path) -> None:
    environment(tmp_path / "named", {})
    environment(tmp_path / "active", {})
    environment(tmp_path / "project" / ".venv", {})
    start, active = str(tmp_path / "project"), {"VIRTUAL_ENV": str(tmp_path / "active")}
    (tmp_path / "named" / "bin").mkdir()
    (tmp_path / "named" / "bin" / "python").touch()
    assert find_environment(str(tmp_path / "named" / "bin" / "python"), start, active) == tmp_path / "named"
    assert find_environment(str(tmp_path / "named"), start, active) == tmp_path / "named"
    assert find_environment("", start, active) == tmp_path / "active"
    assert find_environment("", start, {}) == tmp_path / "project" / ".venv"
    assert find_environment("", str(tmp_path), {}) is None


def test_an_environment_that_is_named_must_exist(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        find_environment(str(tmp_path / "nowhere"), str(tmp_path), {})


def test_other_places(tmp_path: Path) -> None:
    project = tmp_path / "work" / "app"
    project.mkdir(parents=True)
    environment(tmp_path / "work" / "venv", {})
    assert find_environment("", str(project), {}) == tmp_path / "work" / "venv"
    environment(tmp_path / "conda", {})
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    assert find_environment("", str(elsewhere), {"CONDA_PREFIX": str(tmp_path / "conda")}) == tmp_path / "conda"
    environment(elsewhere / "of-uv", {})
    assert find_environment("", str(elsewhere), {"UV_PROJECT_ENVIRONMENT": "of-uv"}) == elsewhere / "of-uv"


def test_poetry_keeps_its_environments_by_name_and_place(tmp_path: Path) -> None:
    import base64
    import hashlib
    import os

    project = tmp_path / "app"
    tree(project, {"pyproject.toml": '[tool.poetry]\nname = "My App"\n'})
    digest = base64.urlsafe_b64encode(hashlib.sha256(os.fsencode(os.path.realpath(project))).digest()).decode()[:8]
    prefix = tmp_path / "cache" / "virtualenvs" / f"my_app-{digest}-py3.11"
    environment(prefix, {})
    assert find_environment("", str(project), {"POETRY_CACHE_DIR": str(tmp_path / "cache")}) == prefix


def test_path_lines_are_read_and_nothing_is_executed(tmp_path: Path) -> None:
    marker = tmp_path / "executed"
    tree(tmp_path / "src", {"vendor.py": SESSION})
    lines = f"import pathlib; pathlib.Path({str(marker)!r}).touch()\n# nothing\n{tmp_path / 'src'}\n"
    prefix = environment(tmp_path / "env", {"vendor.pth": lines})
    assert findings({"main.py": MAIN}, prefix) == {("main.py", 5, "AF102")}
    assert not marker.exists()


def test_editable_installs_by_a_finder(tmp_path: Path) -> None:
    tree(tmp_path / "src" / "vendor", {"__init__.py": SESSION})
    table = f"MAPPING: dict[str, str] = {{'vendor': {str(tmp_path / 'src' / 'vendor')!r}}}\nraise SystemExit\n"
    prefix = environment(tmp_path / "env", {"__editable___vendor_1_0_finder.py": table})
    assert findings({"main.py": MAIN}, prefix) == {("main.py", 5, "AF102")}


def test_which_file_holds_a_module(tmp_path: Path) -> None:
    prefix = environment(
        tmp_path / "env",
        {
            "vendor/__init__.py": "",
            "vendor/both.py": "",
            "vendor/both.pyi": "",
            "vendor/only.py": "",
            "vendor-stubs/__init__.pyi": "",
            "space/part/__init__.py": "",
        },
    )
    paths, root = Paths(prefix), site(prefix)
    assert paths.locate("vendor") == (str(root / "vendor-stubs" / "__init__.pyi"), True)
    assert paths.locate("vendor", body=True) == (str(root / "vendor" / "__init__.py"), True)
    assert paths.locate("vendor.both") == (str(root / "vendor" / "both.pyi"), False)
    assert paths.locate("vendor.only") == (str(root / "vendor" / "only.py"), False)
    assert paths.locate("space.part") == (str(root / "space" / "part" / "__init__.py"), True)
    assert paths.locate("space") is None
    assert paths.locate("..vendor") is None


LIBRARIES = {
    "returned": ("vendor/__init__.py", SESSION, "vendor.session().get('x')"),
    "not annotated": (
        "vendor/__init__.py",
        "import requests\ndef session():\n    return requests.Session()\n",
        "vendor.session().get('x')",
    ),
    "inferred attribute": (
        "vendor/__init__.py",
        "import requests\nclass Client:\n    def __init__(self):\n        self.http = requests.Session()\n",
        "vendor.Client().http.get('x')",
    ),
    "re-exported": ("vendor/__init__.py", "from requests import Session as Http\n", "vendor.Http().get('x')"),
    "inherited": (
        "vendor/__init__.py",
        "import requests\nclass Http(requests.Session): ...\n",
        "vendor.Http().get('x')",
    ),
    "instance": ("vendor/__init__.py", "import requests\nhttp = requests.Session()\n", "vendor.http.get('x')"),
    "generic": (
        "vendor/__init__.py",
        (
            "import requests\nfrom typing import Generic, TypeVar\nT = TypeVar('T')\nclass Box(Generic[T]):\n"
            "    def get(self) -> T: ...\ndef box() -> Box[requests.Session]: ...\n"
        ),
        "vendor.box().get().get('x')",
    ),
    "self": (
        "vendor/__init__.py",
        (
            "import requests\nfrom typing_extensions import Self\nclass Client:\n    http: requests.Session\n"
            "    def with_retries(self) -> Self: ...\n"
        ),
        "vendor.Client().with_retries().http.get('x')",
    ),
    "type variable": (
        "vendor/__init__.py",
        (
            "import requests\nfrom typing import TypeVar\nT = TypeVar('T')\ndef made(cls: type[T]) -> T: ...\n"
            "from requests import Session\n"
        ),
        "vendor.made(vendor.Session).get('x')",
    ),
    "property": (
        "vendor/__init__.py",
        "import requests\nclass Client:\n    @property\n    def http(self) -> requests.Session: ...\n",
        "vendor.Client().http.get('x')",
    ),
    "descriptor": (
        "vendor/__init__.py",
        (
            "import requests\nclass Lazy:\n    def __get__(self, one, owner) -> requests.Session: ...\n"
            "class Client:\n    http = Lazy()\n"
        ),
        "vendor.Client().http.get('x')",
    ),
    "dataclass": (
        "vendor/__init__.py",
        (
            "import requests\nfrom dataclasses import dataclass\n@dataclass\nclass Client:\n"
            "    http: requests.Session\n"
            "def client() -> Client: ...\n"
        ),
        "vendor.client().http.get('x')",
    ),
    "star import": (
        "vendor/__init__.py",
        "from ._session import *\n",
        "vendor.session().get('x')",
    ),
    "conditional": (
        "vendor/__init__.py",
        (
            "import sys, requests\nif sys.platform == 'win32':\n    def session() -> requests.Session: ...\n"
            "else:\n    def session() -> requests.Session: ...\n"
        ),
        "vendor.session().get('x')",
    ),
    "stub": ("vendor/__init__.pyi", SESSION, "vendor.session().get('x')"),
    "protocol": (
        "vendor/__init__.py",
        (
            "import requests\nfrom typing import Protocol\nclass Has(Protocol):\n    @property\n"
            "    def http(self) -> requests.Session: ...\ndef has() -> Has: ...\n"
        ),
        "vendor.has().http.get('x')",
    ),
    "context manager": (
        "vendor/__init__.py",
        (
            "import requests\nclass Client:\n    def __enter__(self) -> requests.Session: ...\n"
            "    def __exit__(self, *exc): ...\n"
        ),
        "\n    with vendor.Client() as http:\n        http.get('x')",
    ),
    "lazy table": (
        "vendor/__init__.py",
        (
            "_NAMES = {'session': '._session'}\ndef __getattr__(name):\n    import importlib\n"
            "    return getattr(importlib.import_module(_NAMES[name], __name__), name)\n"
        ),
        "vendor.session().get('x')",
    ),
}


@pytest.mark.parametrize("kind", LIBRARIES)
def test_types_through_a_library(kind: str, tmp_path: Path) -> None:
    path, text, use = LIBRARIES[kind]
    prefix = environment(tmp_path, {path: text, "vendor/_session.py": SESSION})
    main = {"main.py": f"import vendor\nasync def bad():\n    {use}\n"}
    assert {(name, code) for name, _, code in findings(main, prefix)} == {("main.py", "AF102")}
    assert not findings(main, None)


NEAR = {
    "awaited": (
        "import httpx\nclass Client:\n    http: httpx.AsyncClient\n",
        "await vendor.Client().http.get('x')",
    ),
    "other type": (
        "class Http:\n    def get(self, url): ...\ndef session() -> Http: ...\n",
        "vendor.session().get('x')",
    ),
    "any": ("from typing import Any\ndef session() -> Any: ...\n", "vendor.session().get('x')"),
    "missing": ("", "vendor.session().get('x')"),
}


@pytest.mark.parametrize("kind", NEAR)
def test_near_misses(kind: str, tmp_path: Path) -> None:
    text, use = NEAR[kind]
    prefix = environment(tmp_path, {"vendor/__init__.py": text})
    assert not findings({"main.py": f"import vendor\nimport requests\nasync def ok():\n    {use}\n"}, prefix)


def test_what_a_library_wraps_around_a_function_still_runs_it(tmp_path: Path) -> None:
    prefix = environment(
        tmp_path,
        {"vendor.py": "def wrap(f):\n    def inner(*args):\n        return f(*args)\n    return inner\n"},
    )
    main = "import time, vendor\n@vendor.wrap\ndef load():\n    time.sleep(1)\nasync def bad():\n    load()\n"
    assert findings({"main.py": main}, prefix) == {("main.py", 6, "AF101")}


def test_the_program_comes_first(tmp_path: Path) -> None:
    prefix = environment(tmp_path, {"vendor/__init__.py": SESSION})
    assert not findings({"vendor.py": "def session(): ...\n", "main.py": MAIN}, prefix)


def test_a_module_of_the_program_hides_all_of_a_library_of_its_name(tmp_path: Path) -> None:
    text = "import time\nclass Redis:\n    def unheard_of(self):\n        time.sleep(1)\n"
    prefix = environment(tmp_path, {"redis/__init__.py": text})
    main = "import redis\nasync def bad():\n    redis.Redis().unheard_of()\n"
    assert findings({"main.py": main}, prefix) == {("main.py", 3, "AF101")}
    assert not findings({"redis.py": "", "main.py": main}, prefix)


def test_where_the_catalog_speaks_it_decides(tmp_path: Path) -> None:
    """The library's own source may say what it likes."""
    prefix = environment(tmp_path, {"requests/__init__.py": "async def get(url): ...\nclass Session: ...\n"})
    main = "import requests\nasync def bad():\n    requests.get('x')\n    requests.Session().get('x')\n"
    assert findings({"main.py": main}, prefix) == {("main.py", 3, "AF102"), ("main.py", 4, "AF102")}


def test_what_was_read_is_told_and_watched(tmp_path: Path) -> None:
    prefix = environment(tmp_path, {"vendor/__init__.py": SESSION, "other/__init__.py": ""})
    libraries = InstalledLibraries(prefix, tmp_path / "cache")
    findings({"main.py": MAIN}, prefix, libraries)
    libraries.close()
    assert libraries.read() == ("vendor 1.0",)
    assert str(site(prefix) / "vendor" / "__init__.py") in libraries.watched()
    assert str(site(prefix) / "vendor-1.0.dist-info") in libraries.watched()
    again = InstalledLibraries(prefix, tmp_path / "cache")
    source = again.source("vendor")
    assert source is not None
    assert again.summary(source) is not None


def test_what_the_program_keeps_in_an_object_of_a_library(tmp_path: Path) -> None:
    text = "class App:\n    def __getitem__(self, key) -> object: ...\nclass Request:\n    app: App\n"
    prefix = environment(tmp_path, {"vendor/__init__.py": text})
    main = (
        "import requests, vendor\ndef start(app):\n    app['http'] = requests.Session()\n"
        "async def bad(request: vendor.Request):\n    request.app['http'].get('x')\n"
    )
    assert findings({"main.py": main}, prefix) == {("main.py", 5, "AF102")}


def test_what_a_library_declares_as_a_mapping_is_none_of_the_programs_own(tmp_path: Path) -> None:
    text = (
        "from collections.abc import MutableMapping\nfrom typing import Any\nScope = MutableMapping[str, Any]\n"
        "class Request:\n    def __init__(self, scope: Scope):\n        self.scope = scope\n"
    )
    prefix = environment(tmp_path, {"vendor/__init__.py": text})
    main = (
        "import time, vendor\nclass Recorded(dict):\n    def __setitem__(self, key, value):\n        time.sleep(1)\n"
        "async def entry(request: vendor.Request):\n    request.scope['a'] = 1\n"
        "async def app(scope: vendor.Scope):\n    scope['a'] = 1\n"
        "async def own():\n    Recorded()['a'] = 1\n"
    )
    assert findings({"main.py": main}, prefix) == {("main.py", 10, "AF101")}
