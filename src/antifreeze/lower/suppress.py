"""The comments that speak to antifreeze, read from a file's tokens."""

from __future__ import annotations

import io
import re
import tokenize

from antifreeze.model.summary import Suppression

_HINT = re.compile(r"antifreeze\s*:|noqa[^\n]*\baf\d")
_IGNORE = re.compile(r"#\s*antifreeze:\s*(ignore-file|ignore)\s*(?:\[([^\]]*)\])?\s*(.*)$")
_NOQA = re.compile(r"#\s*noqa\s*:\s*([A-Z]+[0-9]+(?:[\s,]+[A-Z]+[0-9]+)*)\s*(.*)$", re.IGNORECASE)
_DIRECTIVE = re.compile(r"#\s*antifreeze:\s*(blocking|nonblocking|on-loop|off-loop)\b\s*(.*)$")
_ANY = re.compile(r"#\s*antifreeze\s*:\s*(.*)$", re.IGNORECASE)
_CODE = re.compile(r"^[A-Za-z][A-Za-z0-9-]*$")


def comments_of(text: str) -> tuple[tuple[Suppression, ...], dict[int, str]]:
    """The suppressions of a file, and the directives (`blocking`, `on-loop` ...) by line."""
    if not _mentions(text):
        return (), {}
    suppressions: list[Suppression] = []
    directives: dict[int, str] = {}
    for token, own_line in _comments(text):
        line, column = token.start
        directive = _DIRECTIVE.search(token.string)
        if directive is not None:
            directives[line] = directive.group(1)
            continue
        suppression = _suppression(token.string, line, column, own_line)
        if suppression is not None:
            suppressions.append(suppression)
    return tuple(suppressions), directives


def _mentions(text: str) -> bool:
    """Whether a comment may speak to antifreeze; most files are found not to by a search for plain text."""
    lowered = text.lower()
    return ("antifreeze" in lowered or "noqa" in lowered) and _HINT.search(lowered) is not None


def _comments(text: str) -> list[tuple[tokenize.TokenInfo, bool]]:
    """The comments, and whether each stands on a line of its own; up to the first token that is none."""
    found = []
    try:
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if token.type == tokenize.COMMENT:
                found.append((token, not token.line[: token.start[1]].strip()))
    except (tokenize.TokenError, SyntaxError, ValueError):
        pass
    return found


def _suppression(comment: str, line: int, column: int, own_line: bool) -> Suppression | None:
    end = column + len(comment)
    match = _IGNORE.search(comment)
    if match is not None:
        kind, listed, reason = match.groups()
        codes = tuple(part.strip() for part in listed.split(",")) if listed is not None else ()
        problem = _problem(codes, listed)
        covered = 0 if kind == "ignore-file" else line + 1 if own_line else line
        return Suppression(covered, line, column, end, codes, reason.strip(" -:"), problem)
    match = _NOQA.search(comment)
    if match is not None:
        codes = tuple(code.upper() for code in re.split(r"[\s,]+", match.group(1)) if code.upper().startswith("AF"))
        return Suppression(line, line, column, end, codes, match.group(2).strip(" -:")) if codes else None
    match = _ANY.search(comment)
    if match is not None:
        return Suppression(line, line, column, end, (), "", f"unknown comment `antifreeze: {match.group(1)[:40]}`")
    return None


def _problem(codes: tuple[str, ...], listed: str | None) -> str:
    if listed is None:
        return ""
    bad = [code for code in codes if not _CODE.match(code)]
    return f"not a rule code: {bad[0]!r}" if bad else "" if codes else "no code between the brackets"
