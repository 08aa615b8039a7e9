"""Fixes: what each kind writes, what is refused, and that no file is ever broken."""

from __future__ import annotations

import ast
import json
import textwrap
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from antifreeze.catalog.packaged import load_loop_bound
from antifreeze.cli.check import command as check
from antifreeze.cli.fix import command
from antifreeze.config.options import Config
from antifreeze.engine import Request
from antifreeze.engine import check as run_check
from antifreeze.mending import Mended, mend
from antifreeze.model.rule import Severity
from antifreeze.model.source import SourceFile
from cases import ports
from schemas import validate

DOCS = Path(__file__).parents[2] / "docs"

HELPER = "import time\n\n\ndef helper(x=0, *, deep=False):\n    time.sleep(1)\n    return [x]\n\n\n"

HELD = """
class Held:
    def get(self, key):
        time.sleep(1)

    def acquire(self, key):
        time.sleep(1)

    def __delitem__(self, key):
        pass


HELD = Held()


"""


def mended(content: bytes) -> Mended:
    return mend(Request((SourceFile("main.py", "main", content),)), ports(), load_loop_bound)


def fixed(body: str, head: str = f"import asyncio\n{HELPER}{HELD}") -> str:
    """The lines of an async function's body after fixing it."""
    text = f"{head}async def main(self, p):\n{textwrap.indent(textwrap.dedent(body).strip(), '    ')}\n"
    outcome = mended(text.encode())
    after = outcome.contents.get("main.py", text.encode()).decode()
    return textwrap.dedent(after.partition("async def main(self, p):\n")[2]).strip()


def reasons(body: str) -> list[str]:
    body = textwrap.indent(textwrap.dedent(body).strip(), "    ")
    text = f"import asyncio\n{HELPER}{HELD}async def main(self, p):\n{body}\n"
    outcome = mended(text.encode())
    assert outcome.contents == {}
    return [refusal.reason for refusal in outcome.refused]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("time.sleep(p + 1)  # wait", "await asyncio.sleep(p + 1)  # wait"),
        ("time.sleep(\n    1,  # wait\n)", "await asyncio.sleep(\n    1,  # wait\n)"),
        ("x = [*(time.sleep) (p)]", "x = [*(await asyncio.sleep(p))]"),
        ("asyncio.run( p('#'),  )", "await p('#')"),
        ("time.sleep \\\n  (1)", "await asyncio.sleep(1)"),
        ("(helper) \\\n  (1)", "await asyncio.to_thread((helper), 1)"),
        ("helper()", "await asyncio.to_thread(helper)"),
        ("helper(p, deep=True)", "await asyncio.to_thread(helper, p, deep=True)"),
        ("helper(*p, **self)", "await asyncio.to_thread(helper, *p, **self)"),
        ("return helper(p)[0]", "return (await asyncio.to_thread(helper, p))[0]"),
        ("return helper(p).copy()", "return (await asyncio.to_thread(helper, p)).copy()"),
        ("x = p[helper()]", "x = p[await asyncio.to_thread(helper)]"),
        ("x = [*helper()]", "x = [*(await asyncio.to_thread(helper))]"),
        ("return helper() + helper(1)", "return await asyncio.to_thread(helper) + await asyncio.to_thread(helper, 1)"),
        ("x = [helper(i) for i in p]", "x = [await asyncio.to_thread(helper, i) for i in p]"),
        ("if helper(): pass; p()", "if await asyncio.to_thread(helper): pass; p()"),
        ("helper(\n    p,\n    # deep\n)", "await asyncio.to_thread(\n    helper,\n    p,\n    # deep\n)"),
        ("helper(  # why\n    p)", "await asyncio.to_thread(helper,  # why\n    p)"),
        ("helper(  # why\n)", "await asyncio.to_thread(helper  # why\n)"),
        ("(helper)((p))", "await asyncio.to_thread((helper), (p))"),
        ("helper(i for i in p)", "await asyncio.to_thread(helper, (i for i in p))"),
        ("await asyncio.to_thread(helper(\n    p,\n))", "await asyncio.to_thread(\n    helper,\n    p,\n)"),
        ("await asyncio.to_thread(helper())", "await asyncio.to_thread(helper)"),
        ("helper(p(  # inner\n))", "await asyncio.to_thread(helper, p(  # inner\n))"),
        ("await asyncio.to_thread(helper(p))", "await asyncio.to_thread(helper, p)"),
        ("await asyncio.to_thread(helper(p, deep=True))", "await asyncio.to_thread(helper, p, deep=True)"),
        ("return open(p).read()", "return await asyncio.to_thread(lambda: open(p).read())"),
        ("x = p\nx[0] = helper(x)", "x = p\nx[0] = await asyncio.to_thread(helper, x)"),
        ("x = helper()\nasync with p(x):\n    pass", "x = await asyncio.to_thread(helper)\nasync with p(x):\n    pass"),
        (
            "x = HELD.get(p)\nawait self\nHELD[p] = x",
            "x = await asyncio.to_thread(HELD.get, p)\nawait self\nHELD[p] = x",
        ),
        ("x = 'ü'; helper('é')", "x = 'ü'; await asyncio.to_thread(helper, 'é')"),
        ("x = helper('''a\n  b''')", "x = await asyncio.to_thread(helper, '''a\n  b''')"),
    ],
)  # fmt: skip
def test_calls(before: str, after: str) -> None:
    assert fixed(before) == after


def test_a_block_on_a_file_becomes_a_function() -> None:
    before = """
        with open(p, encoding="utf-8") as file:
            text = file.read()
        return text
    """
    assert fixed(before).splitlines() == [
        "def _read_file():",
        '    with open(p, encoding="utf-8") as file:',
        "        return file.read()",
        "",
        "text = await asyncio.to_thread(_read_file)",
        "return text",
    ]


ANYIO = f"import anyio\n{HELPER}async def main(self, p):\n"


@pytest.mark.parametrize(
    ("body", "is_mended"),
    [
        ("    try:\n        p()\n    finally:\n        helper()\n", False),
        ("    try:\n        p()\n    except:\n        helper()\n        raise\n", False),
        (
            "    try:\n        p()\n    except anyio.get_cancelled_exc_class():\n        helper()\n        raise\n",
            False,
        ),
        ("    try:\n        p()\n    except ValueError:\n        helper()\n", True),
        ("    try:\n        helper()\n    finally:\n        p()\n", True),
    ],
)
def test_nothing_waits_where_anyio_cancels(body: str, is_mended: bool) -> None:
    contents = mended(f"{ANYIO}{body}".encode()).contents
    assert (b"await anyio.to_thread.run_sync(helper)" in contents.get("main.py", b"")) is is_mended
    contents = mended(f"{ANYIO}{body}".replace("anyio", "asyncio").encode()).contents
    assert b"await asyncio.to_thread(helper)" in contents["main.py"]


def test_what_ends_no_line_is_not_indented() -> None:
    block = "    with open(p, 'w') as f:\n        f.write('x\u2028\x1c\x0cy')\n"
    after = mended(f"async def main(p):\n{block}".encode()).contents["main.py"].decode()
    assert "            f.write('x\u2028\x1c\x0cy')\n" in after


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("for x in (helper(i) for i in p):\n    pass", "what is done with its result"),
        ("return f'{helper()}'", "f-string"),
        ("raise helper(p)", "what is raised"),
        ("raise ValueError from helper(p)", "what is raised"),
        ("self.n += helper()", "other tasks"),
        ("import threading\nwith threading.Lock():\n    helper()", "lock"),
        ("import sqlite3\nsqlite3.connect(p).execute('x')", "belong to the thread"),
        ("with open(p) as f:\n    x = f.read()\nreturn f.name", "after the block"),
        ("with open(p) as f:\n    x = '''a\nb''' + f.read()", "several lines"),
        (
            "def spawn():\n    time.sleep(1)\n    asyncio.create_task(p)\nspawn()",
            "asyncio.create_task, which only the loop",
        ),
        ("def now(loop):\n    loop.call_soon(p)\n    helper()\nnow(asyncio.get_running_loop())", "own thread may call"),
        ("async with helper() as x:\n    pass", "belongs to the loop"),
        ("x = helper() if p else p\nasync with x:\n    pass", "belongs to the loop"),
        ("self.x = p or helper()\nasync for _ in self.x:\n    pass", "belongs to the loop"),
        ("if x := helper():\n    async with x, p:\n        pass", "belongs to the loop"),
        ("self.n[p] = helper(self.n)", "other tasks"),
        ("HELD[p] = [HELD.get(p), helper()]", "other tasks"),
        ("self.s = helper\nx = HELD.get(p)\nif x:\n    del HELD[p]", "before what is set or deleted"),
        ("x = helper()\nawait x.__aenter__()", "belongs to the loop"),
        ("self.x = helper()\nawait p.enter_async_context(self.x)", "belongs to the loop"),
        ("def get_async_client():\n    helper()\nget_async_client()", "belongs to the loop"),
        (
            "def async_register():\n    helper()\ndef get():\n    async_register()\nget()",
            "goes through async_register, which",
        ),
        ("HELD.acquire(p)", "another may not release"),
        ("asyncio.run(p()  # why\n)", "a comment would be lost"),
        ("(time.sleep  # (why)\n    (1))", "something stands between"),
        ("asyncio = p\nhelper()", "means something else"),
        ("import asyncio\nhelper()", "means something else"),
    ],
)
def test_refused(body: str, reason: str) -> None:
    assert any(reason in told for told in reasons(body)), reasons(body)


@pytest.mark.parametrize(
    ("head", "line"),
    [
        ("", 1),
        ('"""Doc."""\n', 2),
        ('"""Doc."""\n\n', 3),
        ('"""Doc."""\n\nfrom __future__ import annotations\n\nimport os\n', 5),
        ("# a comment\nimport os\n", 2),
        ("try:\n    import asyncio\nexcept ImportError:\n    raise\nimport os\n", None),
        ("if True:\n    import os\n", 1),
        ("import os; import sys\n", 2),
        ("import requests\nfrom typing import Any\n", 1),
    ],
)
def test_the_import_stands_in_its_place(head: str, line: int | None) -> None:
    text = f"{head}import time\n\n\nasync def main():\n    time.sleep(1)\n"
    lines = mended(text.encode()).contents["main.py"].decode().splitlines()
    where = [number for number, found in enumerate(lines, 1) if found == "import asyncio"]
    assert where == ([line] if line is not None else [where[0]])
    assert ast.parse("\n".join(lines)).body


def test_line_ends_marks_and_encodings_stay() -> None:
    text = "# coding: latin-1\r\nimport time  # é\r\n\r\n\r\nasync def main():\r\n    x = 'é'; time.sleep(1)\r\n"
    after = mended(text.encode("latin-1")).contents["main.py"]
    assert after.decode("latin-1") == text.replace("import time", "import asyncio\r\nimport time").replace(
        "time.sleep(1)", "await asyncio.sleep(1)"
    )
    marked = b"\xef\xbb\xbf" + "import asyncio, time\nasync def main():\n\tü = time.sleep(1)".encode()
    assert mended(marked).contents["main.py"] == marked.replace(b"time.sleep(1)", b"await asyncio.sleep(1)")


@pytest.mark.parametrize(
    "head",
    [
        "import time\n\x0c\n",
        "import time\nx = 'ä\u2028\x0b\x1c'  # \x85\n",
        "import time\r\x0c\r",
        "import time\n\x0cx = 'ä'\n",
    ],
)
@pytest.mark.parametrize("lead", ["    ", "\x0c    ", "    'ü\u2028\x0c'; "])
def test_what_ends_no_line_moves_no_position(head: str, lead: str) -> None:
    text = f"{head}async def f():\n{lead}time.sleep(1)\n"
    source = SourceFile("main.py", "main", text.encode())
    report = run_check(Request((source,)), ports())
    (finding,) = report.findings
    line = report.lines("main.py")[finding.line - 1]
    assert line[finding.column - 1 : finding.end_column - 1] == "time.sleep(1)"
    assert mended(text.encode()).contents["main.py"].decode().endswith(f"{lead}await asyncio.sleep(1)\n")


def test_fixing_twice_changes_nothing_more() -> None:
    text = (
        f"{HELPER}async def main():\n    helper()\n    time.sleep(1)\n    with open('x') as f:\n        f.write('y')\n"
    )
    once = mended(text.encode()).contents["main.py"]
    assert mended(once).contents == {}
    assert mended(once).before.findings == ()


def test_what_a_fix_makes_possible_is_mended_too() -> None:
    text = b"async def main(p):\n    with open(p) as f:\n        open('x').read()\n"
    outcome = mend(Request((SourceFile("main.py", "main", text),)), ports(), load_loop_bound, unsafe=True)
    after = outcome.contents["main.py"]
    assert b"async with aiofiles.open(p) as f:\n        await asyncio.to_thread(lambda: open('x').read())" in after
    assert mend(Request((SourceFile("main.py", "main", after),)), ports(), load_loop_bound, unsafe=True).contents == {}


def test_a_fix_that_leads_to_another_finding_is_dropped() -> None:
    items = "import time\n\n\ndef items():\n    time.sleep(1)\n    yield 1\n\n\n"
    text = f"{items}async def main():\n    return list(enumerate(items()))\n"
    outcome = mended(text.encode())
    for path, content in outcome.contents.items():
        assert mended(content).before.findings == (), path


def test_what_is_brief_is_left_unless_it_fails_the_run() -> None:
    text = "import os\n\n\nasync def main(p):\n    return os.path.exists(p)\n"
    (left,) = mended(text.encode()).refused
    assert "before a thread would have started" in left.reason
    request = Request((SourceFile("main.py", "main", text.encode()),), config=Config(fail_on=Severity.INFO))
    assert b"to_thread(os.path.exists, p)" in mend(request, ports(), load_loop_bound).contents["main.py"]


_SPACES = st.sampled_from(["", " ", "\n        ", "  # ü\n        ", " \\\n        "])
_ARGUMENTS = st.sampled_from(
    ["p", "'ü'", "(p, 1)", "*p", "deep=p", "x=(1)", "f'{p}'", "lambda: p", "p if p else 1", "[i for i in p]"]
)
_FRAMES = st.sampled_from(
    [
        "{}",
        "x = {}",
        "return {}",
        "({})",
        "x = ({}, 1)",
        "p[{}]",
        "{}.copy()",
        "-{}",
        "not {}",
        "p({})",
        "x = y = {}",
        "assert {}",
        "x: int = {}",
        "{} ** 2",
        "await p({})",
        "f'{{{}}}'",
        "lambda: {}",
        "del p[{}]",
        "{}; {}",
    ]
)


_CALLED = st.sampled_from(
    [
        "helper({})",
        "(helper)({})",
        "((helper({})))",
        "time.sleep({})",
        "(time.sleep)({})",
        "open({}).read()",
        "requests.get({}).text",
        "asyncio.run(co({}))",
        "subprocess.call([{}])",
        "session.get({}).json()",
    ]
)
_BLOCKS = st.sampled_from(["", "with open(p) as f:{}\n        ", "with requests.Session() as session:{}\n        "])
_ENDS = st.sampled_from(["\n", "\r\n", "\r"])


@settings(max_examples=120, deadline=None)
@given(
    _BLOCKS, _FRAMES, _CALLED, st.lists(_ARGUMENTS, max_size=3), st.lists(_SPACES, min_size=5, max_size=5), _ENDS,
    st.booleans(),
)  # fmt: skip
def test_no_file_is_ever_broken(
    block: str, frame: str, called: str, arguments: list[str], spaces: list[str], end: str, unsafe: bool
) -> None:
    a, b, c, d, e = spaces
    call = called.format(f"{a}{f'{b},{c}'.join(arguments)}{d}")
    statement = block.format(e.rstrip("\\ \n")) + frame.format(*[call] * frame.count("{}"))
    head = f"\ufeffimport asyncio, subprocess\nimport requests\n{HELPER}async def co(*p):\n    return 'é'\n\n\n"
    text = f"{head}async def main(p):\n    x = 'ü'\n    {statement}\n    return x\n".replace("\n", end)
    try:
        compile(text.encode(), "main.py", "exec", dont_inherit=True)
    except SyntaxError:
        return
    sources = (SourceFile("main.py", "main", text.encode()),)
    outcome = mend(Request(sources), ports(), load_loop_bound, unsafe=unsafe)
    for content in outcome.contents.values():
        compile(content, "main.py", "exec", dont_inherit=True)
        after = mend(Request((SourceFile("main.py", "main", content),)), ports(), load_loop_bound, unsafe=unsafe)
        assert after.contents == {}
        assert len(after.before.findings) <= len(outcome.before.findings) - len(outcome.fixes)
        assert content.count(b"#") == text.count("#")
        assert content.decode().replace(end, "").isprintable() == text.replace(end, "").isprintable()


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "main.py").write_text(f"{HELPER}async def main():\n    helper()\n")
    (tmp_path / "main.py").chmod(0o640)
    monkeypatch.chdir(tmp_path)
    return tmp_path / "main.py"


def test_the_command_writes_and_keeps_the_mode(project: Path) -> None:
    result = CliRunner().invoke(command, ["main.py"], standalone_mode=False)
    assert result.return_value == 0, result.output
    assert "await asyncio.to_thread(helper)" in project.read_text()
    assert project.stat().st_mode & 0o777 == 0o640
    assert "mended 1 findings in 1 files" in result.output
    assert [path.name for path in project.parent.iterdir()] == ["main.py"]


@pytest.mark.parametrize("option", ["--diff", "--check"])
def test_nothing_is_written_where_it_was_not_asked_for(project: Path, option: str) -> None:
    before = project.read_bytes()
    result = CliRunner().invoke(command, ["main.py", option], standalone_mode=False)
    assert result.return_value == 1
    assert project.read_bytes() == before
    assert ("+    await asyncio.to_thread(helper)" in result.output) is (option == "--diff")


@pytest.mark.parametrize(("answer", "changes"), [("y", True), ("n", False), ("q", False), ("a", True)])
def test_it_asks(project: Path, answer: str, changes: bool) -> None:
    before = project.read_bytes()
    result = CliRunner().invoke(command, ["main.py", "--interactive"], input=f"{answer}\n", standalone_mode=False)
    assert "+    await asyncio.to_thread(helper)" in result.output
    assert (project.read_bytes() != before) is changes


def test_it_asks_again_where_the_answer_is_none(project: Path) -> None:
    before = project.read_bytes()
    result = CliRunner().invoke(command, ["main.py", "--interactive"], input="perhaps\nn\n", standalone_mode=False)
    assert result.output.count("mend it?") == 2
    assert project.read_bytes() == before
    ended = CliRunner().invoke(command, ["main.py", "--interactive"], input="")
    assert (ended.exit_code, project.read_bytes()) == (1, before)


def test_what_is_shown_before_a_question_moves_no_cursor(project: Path) -> None:
    project.write_text(f"{project.read_text()}    print('\x1b[2J\u202e')\n")
    result = CliRunner().invoke(command, ["main.py", "--interactive"], input="n\n", standalone_mode=False)
    assert "\\x1b[2J\\u202e" in result.output
    assert "\x1b" not in result.output


@pytest.mark.parametrize("format_", ["json", "sarif"])
def test_editors_are_told_the_fixes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, format_: str) -> None:
    text = f"{HELPER}async def main():\n    x = 'ü'; helper(\n        1)\n    open('x').read()\n"
    (tmp_path / "main.py").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    given = ["main.py", "--format", format_, "--with-fixes", "--no-cache"]
    document = json.loads(CliRunner().invoke(check, given, standalone_mode=False).output)
    if format_ == "json":
        jsonschema.validate(document, json.loads((DOCS / "schema" / "report-v1.json").read_text(encoding="utf-8")))
        parts = [part for finding in document["findings"] for part in (finding["fix"] or {}).get("replacements", [])]
    else:
        validate(document, "sarif-2.1.0")
        changes = [fix["artifactChanges"][0] for run in document["runs"] for r in run["results"] for fix in r["fixes"]]
        parts = [
            {
                "line": part["deletedRegion"]["startLine"],
                "column": part["deletedRegion"]["startColumn"],
                "end_line": part["deletedRegion"]["endLine"],
                "end_column": part["deletedRegion"]["endColumn"],
                "text": part["insertedContent"]["text"],
            }
            for change in changes
            for part in change["replacements"]
        ]
    lines = text.splitlines(keepends=True)
    edits = {
        (
            sum(map(len, lines[: part["line"] - 1])) + part["column"] - 1,
            sum(map(len, lines[: part["end_line"] - 1])) + part["end_column"] - 1,
            part["text"],
        )
        for part in parts
    }
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    assert text.encode() == mended((tmp_path / "main.py").read_bytes()).contents["main.py"]
