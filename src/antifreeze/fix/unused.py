"""Imports whose last use a fix took: their lines go, where nobody else could miss them."""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Callable, Iterable, Iterator

from antifreeze.fix.text import Text, TextEdit
from antifreeze.model.source import SourceFile

_LOOKED_UP = frozenset(("globals", "locals", "vars", "eval", "exec"))
"""With these, a name may be used that is nowhere written."""


def without_unused(before: bytes, after: bytes, is_wanted: Callable[[str], bool]) -> bytes:
    """The content after fixes, without imports that only what is gone now made use of.

    `is_wanted` answers whether another file takes a name from this one. Raises `SyntaxError` where the content after
    the fixes is no code.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        root = ast.parse(after)
        once, still = _names(ast.parse(before)), _names(root)
    if still & _LOOKED_UP:
        return after
    text = Text(after)
    edits = [
        _removal(text, node)
        for node in root.body
        if isinstance(node, (ast.Import, ast.ImportFrom))
        and _is_plain(text, node)
        and (name := node.names[0].asname or node.names[0].name) in once - still
        and not _is_in_comments(text, name)
        and not is_wanted(name)
    ]
    return text.edited(edits) if edits else after


def takers(sources: Iterable[SourceFile], own: SourceFile) -> Callable[[str], bool]:
    """Tells of a name whether any other file could take it from a module."""
    module = re.escape(own.module.rpartition(".")[2]).encode()
    taking = re.compile(
        rb"\b%s(?:\.(?P<of>\w+)|\s*,\s*['\"](?P<set>\w+)|[ \t]+as[ \t]+(?P<other>\w+)"
        rb"|[ \t]+import[ \t]*(?P<names>\([^)]*\)|(?:\\\r?\n|[^\r\n])*))" % module
    )

    def is_wanted(name: str) -> bool:
        """Also where all names are taken, or where a package's are: any program may want those."""
        word = name.encode()
        listed = re.compile(rb"\b%s\b|\*" % word)
        for source in sources:
            if source.path == own.path or not (word in source.content or b"*" in source.content):
                continue
            for match in taking.finditer(source.content):
                if word in (match["of"], match["set"]) or listed.search(match["names"] or b""):
                    return True
                if match["other"] and re.search(rb"\b%s\.%s\b" % (match["other"], word), source.content):
                    return True
        return False

    return lambda name: own.path.endswith("__init__.py") or is_wanted(name)


def _names(root: ast.Module) -> set[str]:
    """The names that are used, also in texts that may stand for code, such as quoted annotations and `__all__`."""
    return set(_names_in(root))


def _names_in(root: ast.AST) -> Iterator[str]:
    for node in ast.walk(root):
        if isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, (ast.Global, ast.Nonlocal)):
            yield from node.names
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and "\n" not in node.value:
            try:
                yield from _names_in(ast.parse(node.value.strip(), mode="eval"))
            except (SyntaxError, ValueError, RecursionError, MemoryError):
                continue


def _is_plain(text: Text, node: ast.Import | ast.ImportFrom) -> bool:
    """Whether a statement imports one name, for the file itself, and nothing is said about it."""
    alias = node.names[0]
    is_one = len(node.names) == 1 and alias.name not in ("*", alias.asname)
    if not is_one or (isinstance(node, ast.ImportFrom) and (node.level or node.module == "__future__")):
        return False
    if isinstance(node, ast.Import) and "." in alias.name and not alias.asname:
        return False
    last = node.end_lineno or node.lineno
    line = text.value[text.line_start(node.lineno) : text.line_start(last + 1)]
    return line.strip() == text.of(node) and not text.line(node.lineno - 1).lstrip().startswith("#")


def _is_in_comments(text: Text, name: str) -> bool:
    """Whether a comment of types speaks of a name."""
    return re.search(rf"#\s*type:[^\r\n]*\b{re.escape(name)}\b", text.value) is not None


def _removal(text: Text, node: ast.stmt) -> TextEdit:
    """The edit that takes a statement's lines, and the blank ones that it was set off by."""
    first, last = node.lineno, node.end_lineno or node.lineno
    above, below = _blank(text, first - 1, -1), _blank(text, last + 1, 1)
    if above == first - 1:
        last += below
    elif above and below:
        first, last = (first - above, last) if above <= below else (first, last + below)
    return TextEdit(text.line_start(first), text.line_start(last + 1), "")


def _blank(text: Text, number: int, step: int) -> int:
    """How many blank lines follow each other, from one on."""
    count = 0
    while 1 <= number <= text.lines and not text.line(number).strip(" \t"):
        count += 1
        number += step
    return count
