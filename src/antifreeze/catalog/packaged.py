"""The catalog that ships with antifreeze; what it says of a library is read where that is imported."""

from __future__ import annotations

import functools
from collections.abc import Collection, Iterable
from importlib import resources

import msgspec

from antifreeze.catalog.claims import Claim, claims_of
from antifreeze.catalog.hooks import HookFact, hooks_of
from antifreeze.catalog.index import Catalog
from antifreeze.catalog.parse import parse_catalog, parse_toml
from antifreeze.catalog.rows import Rows, dotted_names

SELF_CONTAINED = frozenset(
    ("fileinput", "ftplib", "imaplib", "mailbox", "netrc", "nntplib", "poplib", "sched", "shelve", "smtplib", "sqlite3",
     "telnetlib", "wave", "xmlrpc")
)  # fmt: skip
"""Modules of the standard library that none of its others import: what they make, only who imports them can have."""


@functools.cache
def _files() -> dict[str, list[str]]:
    """The packaged files, by the root package that each speaks of: the first part of its name.

    One that ends in an underscore stands for all packages whose name begins so: `mypy_boto3_*`.
    """
    found: dict[str, list[str]] = {}
    for area in sorted(resources.files("antifreeze.catalog").joinpath("data").iterdir(), key=lambda entry: entry.name):
        for file in sorted(area.iterdir(), key=lambda entry: entry.name):
            root = file.name.partition(".")[0]
            root = root if area.name != "stdlib" or root in SELF_CONTAINED else ""
            root += "*" if root.endswith("_") else ""
            found.setdefault(root, []).append(f"{area.name}/{file.name}")
    return found


@functools.cache
def _rows(name: str) -> Rows:
    return parse_catalog(_text(name), name)


def _text(name: str) -> str:
    return resources.files("antifreeze.catalog").joinpath("data").joinpath(name).read_text(encoding="utf-8")


def packaged_claims() -> dict[str, list[Claim]]:
    """What the packaged catalog claims of each library, by the name of its distribution."""
    found: dict[str, list[Claim]] = {}
    for name in sorted(name for names in _files().values() for name in names):
        data = parse_toml(_text(name), name)
        found.setdefault(str(data["library"]), []).extend(claims_of(data, name.rpartition("/")[2]))
    return found


def packaged_hooks() -> list[HookFact]:
    """What the packaged catalog says of hooks, by name."""
    names = sorted(name for names in _files().values() for name in names)
    return sorted(
        (fact for name in names for fact in hooks_of(parse_toml(_text(name), name))),
        key=lambda fact: (fact.name, fact.how, fact.argument, fact.table),
    )


def load_packaged(roots: Iterable[str] | None = None, without: Collection[str] = ()) -> Catalog:
    """The packaged catalog, as far as it speaks of these root packages (all of it for None), `without` some of them."""
    files = {root: names for root, names in _files().items() if root not in without}
    pending = set(files) if roots is None else {"", *roots}
    pending |= _open_roots(files, pending)
    loaded: dict[str, list[Rows]] = {}
    while pending:
        root = min(pending)
        pending.discard(root)
        if root in files and root not in loaded:
            loaded[root] = [_rows(name) for name in files[root]]
            pending.update(other for rows in loaded[root] for other in roots_mentioned(rows))
    return Catalog(rows for root in sorted(loaded) for rows in loaded[root])


def _open_roots(files: Iterable[str], roots: Iterable[str]) -> set[str]:
    """Those of the files' roots that are open and stand for some of these."""
    beginnings = [root.rstrip("*") for root in files if root.endswith("*")]
    return {f"{start}*" for start in beginnings if any(root.startswith(start) for root in roots)}


def load_loop_bound(roots: Iterable[str] | None = None) -> Catalog:
    """A catalog whose sinks are what only the loop's own thread may call, with the packaged one's other rows."""
    text = resources.files("antifreeze.catalog").joinpath("loop_bound.toml").read_text(encoding="utf-8")
    others = (msgspec.structs.replace(rows, sinks=[]) for rows in load_packaged(roots).groups)
    return Catalog((*others, parse_catalog(text, "loop_bound.toml")))


def roots_mentioned(rows: Rows) -> set[str]:
    """The root packages whose classes the rows speak of as types and bases."""
    texts = [*rows.returns.values(), *rows.attributes.values(), *(base for row in rows.classes for base in row.bases)]
    return {name.partition(".")[0] for text in texts for name in dotted_names(text)}
