"""Imports that fixes add and take: their section and order, and what is left where somebody could miss it."""

from __future__ import annotations

import ast
import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from antifreeze.catalog.packaged import load_loop_bound
from antifreeze.engine import Request
from antifreeze.mending import mend
from antifreeze.model.source import SourceFile
from cases import ports

SLEEPS = "\n\nasync def main():\n    time.sleep(1)\n"
ASKS = "\n\nasync def main(url):\n    return requests.get(url).json()\n"


def after(text: str, module: str = "pkg.main", unsafe: bool = False, others: tuple[SourceFile, ...] = ()) -> str:
    source = SourceFile("pkg/main.py", module, text.encode())
    outcome = mend(Request((source, *others)), ports(), load_loop_bound, unsafe=unsafe)
    return outcome.contents.get("pkg/main.py", text.encode()).decode()


def head(text: str, unsafe: bool = False, body: str = "") -> str:
    """The lines above the coroutine after fixing it."""
    text = textwrap.dedent(text).lstrip("\n")
    body = body or (ASKS if unsafe else "\n\nasync def main():\n    time.sleep(time.time())\n")
    return after(text + body, unsafe=unsafe).partition("\n\nasync def")[0]


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("import os\nimport time\n", "import asyncio\nimport os\nimport time\n"),
        ("import abc\nimport time\n", "import abc\nimport asyncio\nimport time\n"),
        ("import abc\nimport time\nfrom a import b\n", "import abc\nimport asyncio\nimport time\nfrom a import b\n"),
        ("from abc import ABC\nimport time\n", "from abc import ABC\nimport asyncio\nimport time\n"),
        (
            "from abc import ABC\nfrom time import time\nimport time\n",
            "from abc import ABC\nimport asyncio\nfrom time import time\nimport time\n",
        ),
        ("import a\n\nimport time\n", "import a\n\nimport asyncio\nimport time\n"),
        (
            "from __future__ import annotations\nfrom . import time\nimport time\n",
            "from __future__ import annotations\nfrom . import time\nimport asyncio\nimport time\n",
        ),
    ],
)
def test_standard_modules_are_imported_among_their_own(before: str, expected: str) -> None:
    assert head(before) == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        (
            """
            import os

            import pytest
            import requests
            from yarl import URL

            from pkg import other
            """,
            "import os\n\nimport httpx\nimport pytest\nfrom yarl import URL\n\nfrom pkg import other\n",
        ),
        ("import os\nimport requests\nfrom .x import y\n", "import os\nimport httpx\nfrom .x import y\n"),
        ("from a import b\nimport requests\n", "from a import b\nimport httpx\n"),
        (
            "import os\n\n# others\nimport requests  # noqa\n",
            "import os\n\n# others\nimport httpx\nimport requests  # noqa\n",
        ),
    ],
)
def test_other_modules_are_imported_among_their_own(before: str, expected: str) -> None:
    assert head(before, unsafe=True) == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("import yarl\n\nfrom .x import time\n", "import asyncio\n\nimport yarl\n\nfrom .x import time\n"),
        ("from .x import time\n", "import asyncio\n\nfrom .x import time\n"),
        ("# own\nfrom .x import time\n", "# own\nimport asyncio\n\nfrom .x import time\n"),
        ("'''Doc.'''\n\n# own\nfrom .x import time\n", "'''Doc.'''\n\nimport asyncio\n\n# own\nfrom .x import time\n"),
        ("'''Doc.'''; x = '''\n'''\n", "'''Doc.'''; x = '''\n'''\n\nimport asyncio\n"),
        ("'''Doc.''' \\\n\n", "'''Doc.''' \\\n\n\nimport asyncio\n"),
        ("# licence\n\n# what it is\nx = 1\n", "# licence\n\nimport asyncio\n\n# what it is\nx = 1\n"),
    ],
)
def test_a_section_is_made_where_there_is_none(before: str, expected: str) -> None:
    body = "\n\nasync def main(p):\n    return open(p).read()\n"
    assert head(before, body=body) == expected


def test_a_line_of_several_statements_is_kept_whole() -> None:
    assert head("import a\n\nimport sched, time; import os; import requests\n") == (
        "import asyncio\n\nimport a\n\nimport sched, time; import os; import requests\n"
    )


def test_an_import_goes_with_its_last_use() -> None:
    assert after("import time\n" + SLEEPS) == "import asyncio\n" + SLEEPS.replace("time.", "await asyncio.")
    assert after("import os\n\nimport requests\n\nfrom .x import y\n" + ASKS, unsafe=True).startswith(
        "import os\n\nimport httpx\n\nfrom .x import y\n\n\nasync def"
    )
    assert after(
        "import asyncio\nimport os\n\nfrom time import sleep\n\nX = os\n\n\nasync def f():\n    sleep(1)\n"
    ) == ("import asyncio\nimport os\n\nX = os\n\n\nasync def f():\n    await asyncio.sleep(1)\n")


@pytest.mark.parametrize(
    "line",
    [
        "import time  # noqa: F401",
        "import time as time",
        "import time, os",
        "import time\n__all__ = ['time']",
        "import time\nx: 'list[time.struct_time]'",
        "import time\nx = []  # type: list[time.struct_time]",
        "import time\nx = globals()",
        "import time\nx = time.time()",
        "import time; import os",
        "# by hand\nimport time",
        "if True:\n    import time",
        "from time import *\nimport time\nx = time",
    ],
)
def test_an_import_stays_where_it_may_be_wanted(line: str) -> None:
    assert line in after(f"import asyncio\n\n{line}\n{SLEEPS}")


def test_an_import_is_left_that_was_unused_before() -> None:
    assert "import queue\n" in after(f"import queue\nimport time\n{SLEEPS}")


@pytest.mark.parametrize(
    ("other", "stays"),
    [
        ("from pkg.main import time", True),
        ("from .main import (\n    main,\n    time,\n)", True),
        ("from .main import *", True),
        ("from .main import main, \\\n    time", True),
        ("from pkg import main\nmain.time.sleep(0)", True),
        ("import pkg.main as m\nm.time.sleep(0)", True),
        ("patch('pkg.main.time.sleep')", True),
        ("monkeypatch.setattr(main, 'time', None)", True),
        ("import time\nfrom pkg.main import main", False),
        ("from domain import time", False),
    ],
)
def test_an_import_stays_where_another_file_takes_it(other: str, stays: bool) -> None:
    beside = SourceFile("pkg/other.py", "pkg.other", other.encode())
    assert ("import time\n" in after(f"import time\n{SLEEPS}", others=(beside,))) is stays


def test_the_imports_of_a_package_stay() -> None:
    text = f"import time\n{SLEEPS}"
    source = SourceFile("pkg/__init__.py", "pkg", text.encode())
    outcome = mend(Request((source,)), ports(), load_loop_bound)
    assert b"import time\n" in outcome.contents["pkg/__init__.py"]


_TOP = st.sampled_from(["", "#!/usr/bin/python\n", "# coding: utf-8\n", "\x0c\n", "\n", "# licence: ü\n\n", "\ufeff"])
_DOC = st.sampled_from(["", "'Doc.'\n", "'''Doc\n\nimport os\n'''  # why\n", "'Doc.'; x = 1\n", "'Doc' \\\n'ü'\n\n"])
_FUTURE = st.sampled_from(["", "from __future__ import annotations\n", "from __future__ import (\n    division,\n)\n"])
_LINES = st.lists(
    st.sampled_from(
        [
            "import os\n",
            "import os; import sys\n",
            "import os, \\\n    sys\n",
            "from os import (  # why\n    path,\n)\n",
            "from os import path; x = '''\n'''\n",
            "import yaml\n",
            "from . import other\n",
            "# a comment\n",
            "\n",
            "\x0c\n",
            "x = 1\n",
            "if x:\n    import yaml\n",
            "try:\n    import yaml\nexcept ImportError:\n    yaml = None\n",
            "if TYPE_CHECKING:\n    import asyncio\n",
            "@property\ndef f(): pass\n",
            "'''text\nimport os\n'''\n",
        ]
    ),
    max_size=6,
)


@settings(max_examples=200, deadline=None)
@given(_TOP, _DOC, _FUTURE, _LINES, st.sampled_from(["\n", "\r\n"]))
def test_whatever_stands_above_stays(top: str, doc: str, future: str, lines: list[str], end: str) -> None:
    text = f"{top}{doc}{future}{''.join(lines)}import time\nasync def main(): time.sleep(1)\n".replace("\n", end)
    try:
        compile(text.encode(), "main.py", "exec", dont_inherit=True)
    except SyntaxError:
        return
    content = after(text)
    root = ast.parse(content.encode())
    imported = [alias.name for node in root.body if isinstance(node, ast.Import) for alias in node.names]
    assert imported.count("asyncio") == 1
    assert "time" not in imported or "# a comment\nimport time".replace("\n", end) in text
    assert content.startswith("\ufeff") == text.startswith("\ufeff")
    rest = iter(content.removeprefix("\ufeff").split(end))
    kept = [
        line
        for line in text.removeprefix("\ufeff").split(end)
        if line and line != "import time" and "time.sleep" not in line
    ]
    assert all(line in rest for line in kept)
    assert ast.get_docstring(root) == ast.get_docstring(ast.parse(text.encode()))
