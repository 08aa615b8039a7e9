"""A source file as bytes with a name, and what is said when it cannot be read."""

from __future__ import annotations

import re

import msgspec

_NO_TEXT = re.compile("[\ud800-\udfff]")


class SourceFile(msgspec.Struct, frozen=True):
    """One module's source: `path` as shown to the user ('/'-separated), `module` its dotted name."""

    path: str
    module: str
    content: bytes
    is_package: bool = False
    """Whether the file is an `__init__`: relative imports start at the module itself, not its parent."""
    is_stub: bool = False
    """Whether the file is a `.pyi`: it gives types, and its bodies say nothing of what runs."""


class SourceError(msgspec.Struct, frozen=True):
    """A file that could not be analysed, and why; `line` is 0 where no line is to blame."""

    path: str
    line: int
    message: str


def lines_of(text: str) -> list[str]:
    """The lines as Python counts them: form feeds and Unicode's separators, unlike for `splitlines`, end none."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return lines if lines[-1] else lines[:-1]


def printable(name: str) -> str:
    """A file's or module's name with the bytes spelled out that are no text."""
    return name if name.isascii() else _NO_TEXT.sub(lambda byte: f"\\x{ord(byte[0]) & 0xFF:02x}", name)
