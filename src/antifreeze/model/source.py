"""A source file as bytes with a name, and what is said when it cannot be read."""

from __future__ import annotations

import msgspec


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
