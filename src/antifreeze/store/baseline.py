"""The baseline: a file of known findings, one a line, that a check no longer fails for.

A row is a fingerprint, a rule, a file, and a comment for people. Rows are sorted, and order and duplicates do not
matter when they are read, so that merging two baselines line by line gives a valid one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec

from antifreeze.config.options import Config
from antifreeze.config.selection import path_in_config, selected
from antifreeze.errors import UsageError
from antifreeze.model.finding import Finding, Report
from antifreeze.model.rule import RULES
from antifreeze.store.files import write_atomically

FILE = "antifreeze-baseline.txt"
"""Where the baseline is kept unless another place is named."""

_HEAD = "# antifreeze baseline, version 1: known findings, written by `antifreeze baseline`; lines may be removed\n"
_ROW = re.compile(r"([0-9a-f]{16}) (AF\d{3}) (.+?)(?:  # (.*))?")


class Row(msgspec.Struct, frozen=True, order=True):
    """One known finding; the path is seen from the configuration's folder."""

    path: str
    code: str
    comment: str
    fingerprint: str

    def __str__(self) -> str:
        return f"{self.fingerprint} {self.code} {self.path}  # {self.comment}"


class Comparison(msgspec.Struct, frozen=True):
    """A report beside a baseline: the new findings, how many known ones are left, and the rows without a finding."""

    report: Report
    known: int
    gone: tuple[Row, ...]


def row_of(finding: Finding, config: Config) -> Row:
    """A finding as a row."""
    comment = f"{finding.function} -> {finding.call}" if finding.call else finding.message
    path = path_in_config(finding.path, config)
    return Row(_one_line(path), finding.code, _one_line(comment), finding.fingerprint)


def read_baseline(path: Path) -> tuple[Row, ...]:
    """The rows of a file; raises `UsageError` where there is none or a line is no row."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        raise UsageError(f"no such baseline: {path}", hint="`antifreeze baseline` writes one") from None
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"the baseline {path} cannot be read: {error}", hint="write it anew") from error
    rows = set()
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        match = _ROW.fullmatch(line.rstrip())
        if match is None:
            raise UsageError("not a row of a baseline", where=f"{path}:{number}", hint="remove the line")
        rows.add(Row(match[3], match[2], match[4] or "", match[1]))
    return tuple(sorted(rows))


def write_baseline(path: Path, rows: Iterable[Row]) -> None:
    """Write the rows, sorted; raises `UsageError` where that fails."""
    write_atomically(path, _HEAD + "".join(f"{row}\n" for row in sorted(set(rows))))


def compared(report: Report, rows: Iterable[Row], config: Config, looked_at: Callable[[str], bool]) -> Comparison:
    """Set a report against a baseline; only rows of files that were looked at, under rules in force, can be gone."""
    known = {row.fingerprint: row for row in rows}
    found = {finding.fingerprint for finding in report.findings}
    new = tuple(finding for finding in report.findings if finding.fingerprint not in known)
    unread = {path_in_config(error.path, config) for error in report.errors}
    here = msgspec.structs.replace(config, anchor="")
    gone = tuple(
        row
        for fingerprint, row in known.items()
        if fingerprint not in found
        and row.path not in unread
        and looked_at(row.path)
        and (row.code not in RULES or selected(row.code, RULES[row.code].category, row.path, here))
    )
    left = len(report.findings) - len(new)
    return Comparison(msgspec.structs.replace(report, findings=new, known=left), left, gone)


def _one_line(text: str) -> str:
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)
