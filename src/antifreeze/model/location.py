"""Positions in source text, packed into one integer while they travel in bulk."""

from __future__ import annotations

import msgspec

_COLUMN_BITS = 15
_HEIGHT_BITS = 10
_COLUMN_MAX = (1 << _COLUMN_BITS) - 1
_HEIGHT_MAX = (1 << _HEIGHT_BITS) - 1
_LINE_MAX = (1 << 24) - 1


class Span(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A range of source text: lines from 1, columns in characters from 0, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


def pack(line: int, column: int, end_line: int, end_column: int) -> int:
    """Pack a span into 64 bits; a field too large for its bits saturates (columns 32767, height 1023)."""
    height = end_line - line
    if column > _COLUMN_MAX or end_column > _COLUMN_MAX or height > _HEIGHT_MAX or line > _LINE_MAX:
        line = min(line, _LINE_MAX)
        column = min(column, _COLUMN_MAX)
        height = min(height, _HEIGHT_MAX)
        end_column = min(end_column, _COLUMN_MAX)
    return ((line << _COLUMN_BITS | column) << _HEIGHT_BITS | height) << _COLUMN_BITS | end_column


def unpack(span: int) -> Span:
    """Undo `pack`."""
    end_column = span & _COLUMN_MAX
    span >>= _COLUMN_BITS
    height = span & _HEIGHT_MAX
    span >>= _HEIGHT_BITS
    line = span >> _COLUMN_BITS
    return Span(line, span & _COLUMN_MAX, line + height, end_column)


def line_of(span: int) -> int:
    """The first line of a packed span."""
    return span >> (2 * _COLUMN_BITS + _HEIGHT_BITS)


def start_of(span: int) -> int:
    """A number that orders packed spans by where they start, and is the same for spans that start together."""
    return span >> (_COLUMN_BITS + _HEIGHT_BITS)
