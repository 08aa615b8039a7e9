"""From bytes to a syntax tree: encodings by PEP 263, and errors that say what is wrong."""

from __future__ import annotations

import ast
import io
import re
import sys
import tokenize
import warnings

from antifreeze.lower.dialect import written_for
from antifreeze.model.source import SourceError, SourceFile

_COOKIE = re.compile(rb"\A(?:\xef\xbb\xbf)?(?:[^\n]*\n)?[ \t\f]*#[^\n]*?coding[:=]")
_NUL = re.compile(rb"\0")


def decode(content: bytes) -> str:
    """The text of a file that `parse` accepted, with the line ends that Python's tokenizer sees."""
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(content).readline)
    except SyntaxError:  # some parsers take bytes in a comment for text that `tokenize` does not
        encoding = "utf-8"
    return content.decode(encoding, "replace").replace("\r\n", "\n").replace("\r", "\n").replace("\f", " ")


def parsed(text: str | bytes) -> ast.Module:
    """The syntax tree, without the parser's warnings; raises what `ast.parse` raises."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return ast.parse(text)


def parse(source: SourceFile) -> ast.Module | SourceError:
    """Parse a file, or say at which line and why that fails."""
    try:
        return parsed(source.content)
    except SyntaxError as error:
        line = error.lineno or _line_of(_COOKIE.search(source.content) or _NUL.search(source.content))
        return SourceError(source.path, line, _message(error, source.content))
    except ValueError as error:
        return SourceError(source.path, _line_of(_NUL.search(source.content)), f"{error} (says Python's parser)")
    except (RecursionError, MemoryError):
        return SourceError(source.path, 0, "nested too deeply for Python's parser")


def _line_of(match: re.Match[bytes] | None) -> int:
    """The line at which a match ends; 0 for none."""
    return 0 if match is None else match.string.count(b"\n", 0, match.end()) + 1


def _message(error: SyntaxError, content: bytes) -> str:
    """What the parser says, and which Python the file may be written for."""
    running = sys.version_info[:2]
    lines = content.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    number = error.lineno or 0
    other = written_for(error, lines[number - 1], running) if 0 < number <= len(lines) else ""
    message, version = error.msg or "invalid syntax", ".".join(map(str, running))
    return f"{message} ({other}, this is {version})" if other else f"{message} (not Python {version} syntax)"
