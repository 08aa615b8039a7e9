"""Lowering: every construct of the grammar is decided on, and a summary is a function of the bytes."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from antifreeze.lower import lower
from antifreeze.lower.batch import decoded, lower_batch
from antifreeze.lower.expressions import EXPRESSIONS
from antifreeze.lower.statements import STATEMENTS
from antifreeze.model.location import Span, line_of, pack, start_of, unpack
from antifreeze.model.source import SourceError, SourceFile
from antifreeze.model.summary import ModuleSummary


def summary_of(text: str | bytes) -> ModuleSummary:
    content = text.encode() if isinstance(text, str) else text
    result = lower(SourceFile("m.py", "m", content))
    assert isinstance(result, ModuleSummary), result
    return result


def leaves(kind: type) -> set[type]:
    """The node classes that a parser makes of a kind; the deprecated ones it no longer makes are left out."""
    found = {sub for sub in kind.__subclasses__() if sub.__module__ in {"ast", "_ast"}}
    gone = {
        "Num",
        "Str",
        "Bytes",
        "NameConstant",
        "Ellipsis",
        "ExtSlice",
        "Index",
        "AugLoad",
        "AugStore",
        "Param",
        "Suite",
    }
    return {sub for sub in found if sub.__name__ not in gone}


def test_every_expression_is_decided_on() -> None:
    assert leaves(ast.expr) - set(EXPRESSIONS) == set()


def test_every_statement_is_decided_on() -> None:
    assert leaves(ast.stmt) - set(STATEMENTS) == set()


def test_every_pattern_is_decided_on() -> None:
    decided = {
        "MatchValue",
        "MatchSingleton",
        "MatchSequence",
        "MatchMapping",
        "MatchClass",
        "MatchStar",
        "MatchAs",
        "MatchOr",
    }
    assert {kind.__name__ for kind in leaves(ast.pattern)} == decided


@pytest.mark.parametrize(
    "name", ["asyncio/base_events.py", "typing.py", "argparse.py", "subprocess.py", "dataclasses.py"]
)
def test_summaries_survive_the_wire_and_are_the_same_twice(name: str) -> None:
    content = Path(ast.__file__).parent.joinpath(name).read_bytes()
    encoded = msgspec.msgpack.encode(summary_of(content))
    assert msgspec.msgpack.encode(summary_of(content)) == encoded
    decoded = msgspec.msgpack.decode(encoded, type=ModuleSummary)
    assert msgspec.msgpack.encode(decoded) == encoded


@pytest.mark.parametrize(
    ("content", "line"),
    [(b"def f(:\n", 1), (b"x = 1\n  y = 2\n", 2), (b"\xff\xfe\x00", 0), (b"a = 'x\n", 1)],
)
def test_what_cannot_be_parsed_is_an_error_with_its_line(content: bytes, line: int) -> None:
    result = lower(SourceFile("m.py", "m", content))
    assert isinstance(result, SourceError)
    assert (result.path, result.line) == ("m.py", line) or not line


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbfimport time\nasync def f():\n    time.sleep(1)\n",
        b"# coding: latin-1\nname = '\xe9'\nasync def f():\n    pass\n",
        b"import time\r\nasync def f():\r\n    time.sleep(1)\r\n",
        b"import time\n\x0c\nasync def f():\n    time.sleep(1)\n",
        b"",
    ],
)
def test_encodings_and_line_ends(content: bytes) -> None:
    assert summary_of(content).scopes


def test_a_comment_that_is_no_text() -> None:
    result = lower(SourceFile("m.py", "m", b"# \xef\xdc\xbf\n"))
    assert isinstance(result, (SourceError, ModuleSummary))


def test_columns_are_characters() -> None:
    scope = summary_of("async def f():\n    'äöü'; g('é'); h()\n").scopes[1]
    spans = [unpack(node.span) for node in scope.nodes if hasattr(node, "span")]
    assert spans == [Span(2, 11, 2, 17), Span(2, 19, 2, 22)]


def test_deep_nesting_is_an_error_not_a_crash() -> None:
    text = "x = " + "-" * 5000 + "1\n"
    result = lower(SourceFile("m.py", "m", text.encode()))
    assert isinstance(result, (SourceError, ModuleSummary))


def test_a_long_chain_of_elifs() -> None:
    branches = "".join(f"elif x == {number}:\n    y = {number}\n" for number in range(600))
    assert summary_of(f"if x:\n    y = 1\n{branches}").scopes[0].names["y"] >= 0


@given(st.integers(1, 1 << 23), st.integers(0, 32000), st.integers(0, 1000), st.integers(0, 32000))
def test_spans_are_packed_without_loss(line: int, column: int, height: int, end: int) -> None:
    span = pack(line, column, line + height, end)
    assert unpack(span) == Span(line, column, line + height, end)
    assert line_of(span) == line
    assert start_of(span) == start_of(pack(line, column, line, end))


def test_spans_saturate() -> None:
    assert unpack(pack(5, 10**6, 10**5, 10**6)) == Span(5, 32767, 5 + 1023, 32767)


@pytest.mark.skipif(sys.version_info < (3, 12), reason="the syntax is new in 3.12")
def test_type_parameters() -> None:
    text = "type Pair[T] = tuple[T, T]\nclass Box[T]:\n    def get[S](self, other: S) -> T: ...\n"
    assert {"Pair", "Box"} <= set(summary_of(text).scopes[0].names)


def test_text_without_an_encoding_can_be_kept() -> None:
    source = SourceFile("a.py", "a", b'__all__ = ["x", "\\ud800"]\nx = f("\\ud800")\n')
    (data,) = lower_batch([source])
    assert isinstance(data, bytes)
    assert decoded(data).exports == ("x",)


def test_branches_that_join_again_and_again_are_looked_at_once() -> None:
    """Each `if` doubles the ways to what a name was bound to: nobody could follow them all."""
    tests = "".join(
        "    if isinstance(item, str):\n        a()\n    elif item is None:\n        b()\n" for _ in range(60)
    )
    scope = summary_of(f"def f(item):\n{tests}    if item:\n        c()\n").scopes[1]
    assert len(scope.guards) >= 60
