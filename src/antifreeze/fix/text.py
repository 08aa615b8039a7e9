"""A file's text as its bytes hold it, with the offsets that syntax nodes and findings speak of."""

from __future__ import annotations

import ast
import bisect
import codecs
import io
import re
import tokenize
from collections.abc import Sequence

import msgspec

_LINE_END = re.compile(r"\r\n|\r|\n")


class TextEdit(msgspec.Struct, frozen=True):
    """The characters from `start` up to `end` become `text`; offsets in characters of the file's text."""

    start: int
    end: int
    text: str


class Text:
    """The text of a file that Python can parse; line ends, form feeds and a byte order mark stay as they are.

    Raises `SyntaxError` or `UnicodeDecodeError` for bytes that are no text in the encoding that they declare.
    """

    def __init__(self, content: bytes) -> None:
        self._mark = codecs.BOM_UTF8 if content.startswith(codecs.BOM_UTF8) else b""
        encoding, _ = tokenize.detect_encoding(io.BytesIO(content).readline)
        self._encoding = "utf-8" if encoding == "utf-8-sig" else encoding
        self.value = content[len(self._mark) :].decode(self._encoding)
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(self.value))]
        first = _LINE_END.search(self.value)
        self.newline = first.group() if first is not None else "\n"

    def offset(self, line: int, column: int) -> int:
        """The offset of a place: lines from 1, columns in characters from 0."""
        return self._starts[line - 1] + column

    def offset_of_bytes(self, line: int, column: int) -> int:
        """The offset of a place as `ast` tells it: lines from 1, columns in bytes of UTF-8."""
        start = self._starts[line - 1]
        if column == 0:
            return start
        end = self._starts[line] if line < len(self._starts) else len(self.value)
        return start + len(self.value[start:end].encode()[:column].decode("utf-8", "replace"))

    def span(self, node: ast.expr | ast.stmt | ast.keyword) -> tuple[int, int]:
        """Where a syntax node starts and ends."""
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        return (
            self.offset_of_bytes(node.lineno, node.col_offset),
            self.offset_of_bytes(node.end_lineno, node.end_col_offset),
        )

    def of(self, node: ast.expr | ast.stmt | ast.keyword) -> str:
        """The text of a syntax node."""
        start, end = self.span(node)
        return self.value[start:end]

    def position(self, offset: int) -> tuple[int, int]:
        """The line and the column, both from 1, of an offset."""
        line = bisect.bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def line_start(self, line: int) -> int:
        """Where a line starts, or the text's end for the line after the last."""
        return self._starts[line - 1] if line <= len(self._starts) else len(self.value)

    def line(self, number: int) -> str:
        """A line, from 1, without its end; empty for one that is not there."""
        if not 1 <= number <= self.lines:
            return ""
        return self.value[self.line_start(number) : self.line_start(number + 1)].rstrip("\r\n")

    @property
    def lines(self) -> int:
        """How many lines there are, counting what follows the last line end."""
        return len(self._starts)

    def edited(self, edits: Sequence[TextEdit]) -> bytes:
        """The file's bytes after edits that do not overlap; raises `UnicodeEncodeError` where they cannot say it."""
        pieces: list[str] = []
        place = 0
        for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
            assert edit.start >= place
            pieces += [self.value[place : edit.start], edit.text]
            place = edit.end
        pieces.append(self.value[place:])
        return self._mark + "".join(pieces).encode(self._encoding)


def indented(text: str, unit: str, newline: str) -> str:
    """The lines of a text, the blank ones as they are, deeper by a unit and with one kind of line ends."""
    lines = _LINE_END.split(text)
    return newline.join(f"{unit}{line}" if line.strip() else line for line in lines)


def overlap(edits: Sequence[TextEdit], others: Sequence[TextEdit]) -> bool:
    """Whether some edit of the one sequence touches one of the other; equal edits and whole new lines do not."""
    return any(_touch(edit, other) for edit in edits for other in others)


class Taken:
    """Edits of which none touches another, to ask whether one more would."""

    def __init__(self) -> None:
        self._edits: list[tuple[int, int, str]] = []

    def add(self, edits: Sequence[TextEdit]) -> None:
        """Take the edits, none of which clashes."""
        for edit in edits:
            key = (edit.start, edit.end, edit.text)
            place = bisect.bisect_left(self._edits, key)
            if self._edits[place : place + 1] != [key]:
                self._edits.insert(place, key)

    def clashes(self, edit: TextEdit) -> bool:
        """Whether an edit touches one that is taken: those that start before its end, from the last on."""
        place = bisect.bisect_right(self._edits, (edit.end, len(edit.text) + (1 << 60), ""))
        while place:
            place -= 1
            other = TextEdit(*self._edits[place])
            if _touch(edit, other):
                return True
            if other.end < edit.start:
                return False
        return False


def _touch(edit: TextEdit, other: TextEdit) -> bool:
    if edit == other or (edit.start == edit.end == other.start == other.end and _is_line(edit) and _is_line(other)):
        return False
    return edit.start <= other.end and other.start <= edit.end


def _is_line(edit: TextEdit) -> bool:
    return edit.text.endswith(("\n", "\r"))
