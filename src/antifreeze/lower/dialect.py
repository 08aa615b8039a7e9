"""Which Python a file may be written for, told from the place at which another one's parser stopped."""

from __future__ import annotations

import re

_NEWER = (
    ((3, 15), "lazy imports", re.compile(r"\s*lazy\s+(from|import)\s")),
    ((3, 14), "several exceptions without parentheses", re.compile(r"\s*except\*?\s+[^(:]+,[^:]+:")),
    ((3, 13), "defaults of type parameters", re.compile(r"\s*(async\s+def|def|class|type)\s+\w+\s*\[[^\]=]*=")),
    ((3, 12), "type parameters", re.compile(r"\s*(async\s+def|def|class|type)\s+\w+\s*\[")),
    ((3, 12), "type statements", re.compile(r"\s*type\s+\w+\s*=")),
    ((3, 11), "except*", re.compile(r"\s*except\s*\*")),
    ((3, 11), "unpacking in an index or annotation", re.compile(r".*(\w\s*\[([^\]]*,)?\s*|\*\s*\w+\s*:\s*)\*[^*]")),
)
"""What came with a version, and how a line that holds it is written."""

_COMMA = re.compile(r"\s*except\s+(\([^)]*\)|[\w.]+)\s*,\s*(\(|[a-z_]\w*\s*:)")
"""Two names after `except`: the second is a variable where it is written like one, else a second exception."""

_OLDER = (
    ("2", "except with a comma", _COMMA),
    ("2", "raise with a comma", re.compile(r"(.*:)?\s*raise\s+[\w.\[\]]+\s*,")),
    ("2", "print as a statement", re.compile(r"(.*[:;])?\s*print\b\s*(>>|[^\s(=.,:)\]}]|$)")),
    ("2", "exec as a statement", re.compile(r"(.*[:;])?\s*exec\s+[^\s=.,:)\]}]")),
    ("2", "tuples as parameters", re.compile(r".*(\bdef\s+\w+\s*\(|\blambda\s*)([^():]*,\s*)?\(")),
    ("2", "old literals", re.compile(r".*(\b0[0-7]+[lL]?\b|\b(0[xX][0-9a-fA-F]+|[0-9]+)[lL]\b|\b[uU][rR]['\"])")),
    ("2", "the operator <>", re.compile(r".*\w\s*<>\s*\S")),
    ("2", "backquotes", re.compile(r".*`[^`]+`")),
    ("3.6", "async or await as a name", re.compile(r"(.*([.(,]|\bimport\b))?\s*(async|await)\s*[=,).]")),
    ("3.6", "async or await as a name", re.compile(r".*(\.|\bdef\s+|\bimport\s+)(async|await)\s*(\(|$)")),
)
"""What was Python once, and the last version that took it."""

_SAID = (
    ("2", "such a mix of tabs and spaces", "inconsistent use of tabs"),
    ("2", "print as a statement", "Missing parentheses in call to 'print'"),
    ("2", "exec as a statement", "Missing parentheses in call to 'exec'"),
)
"""What the parser itself recognises."""

_FIELD = re.compile(
    r"f-string expression part cannot include|f-string: (expecting '}'|unmatched|unterminated|expressions nested)"
)
"""What parsers before PEP 701 say of quotes, backslashes, comments and line ends inside of a replacement field."""


def written_for(error: SyntaxError, line: str, running: tuple[int, int]) -> str:
    """What on the line may be another Python's syntax, and which; nothing where that cannot be told."""
    message = error.msg or ""
    for last, what, words in _SAID:
        if message.startswith(words):
            return f"{what}: Python {last}"
    column = max((error.offset or 1) - 1, 0)
    newer = [*_at(message, line, column)]
    if not _COMMA.match(line):
        newer += [(version, what) for version, what, pattern in _NEWER if pattern.match(line)]
    for version, what in newer:
        if version > running:
            return f"{what}: Python {'.'.join(map(str, version))} or newer"
    for last, what, pattern in _OLDER:
        if pattern.match(line):
            return f"{what}: Python {last}{'' if last == '2' else ' or older'}"
    return ""


def _at(message: str, line: str, column: int) -> list[tuple[tuple[int, int], str]]:
    """What the parser's words and the column tell."""
    found = []
    if "unpacking cannot be used in" in message:
        found.append(((3, 15), "unpacking in a comprehension"))
    if re.search(r"(?i)\b(t|tr|rt)$", line[:column]) and line[column:].startswith(("'", '"')):
        found.append(((3, 14), "template strings"))
    if _FIELD.match(message) or _inside_field(message, line, column):
        found.append(((3, 12), "such f-strings"))
    return found


def _inside_field(message: str, line: str, column: int) -> bool:
    """Whether the parser stopped inside of a replacement field, or took the end of its line for the string's end."""
    for start in re.finditer(r"(?i)\b(f|fr|rf)['\"]", line):
        if start.start() <= column:
            end = None if message.startswith("unterminated") else column
            field = line[start.end() : end].replace("{{", "").replace("}}", "")
            if field.count("{") > field.count("}"):
                return True
    return False
