"""What a catalog file claims of its library, name by name: the facts that can be checked where it is installed."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

_CALLS = (
    "blocking", "threaded", "once", "offload", "invoke", "iterate", "enter", "uses", "returns", "on_loop", "off_loop",
    "non_blocking",
)  # fmt: skip
_HINTS = {"returns": "member", "non_blocking": "member"}


class Claim(msgspec.Struct, frozen=True):
    """One name that an entry speaks of, and what is said of it.

    `kind` is `call` (a callable), `sync` (a callable that is no coroutine function), `class`, `member` (anything of
    that name), `alias` (the same thing as `target`), `base` (a class that `target` derives from), or `remedy`.
    """

    entry: str
    """The place of the entry, for instance `redis.toml: blocking[3]`."""
    kind: str
    name: str
    target: str = ""
    parameters: tuple[str, ...] = ()
    """The parameters that may be given by place, in order, as the entry spells them."""
    keywords: tuple[str, ...] = ()
    """The parameters that the entry knows as keywords only."""
    unverified: str = ""
    """Why the entry is kept although its names cannot be found."""


def claims_of(data: Mapping[str, Any], origin: str) -> Iterator[Claim]:
    """Every claim of a checked file, in its order."""
    for table, entries in data.items():
        for number, entry in enumerate(entries if isinstance(entries, list) else ()):
            if isinstance(entry, dict):
                yield from _of_entry(table, entry, f"{origin}: {table}[{number}]")


def _of_entry(table: str, entry: Mapping[str, Any], place: str) -> Iterator[Claim]:
    why = entry.get("unverified", "")
    if table == "class":
        yield Claim(place, "class", entry["name"], unverified=why)
        yield from (Claim(place, "base", base, entry["name"], unverified=why) for base in entry.get("bases", ()))
        yield from (Claim(place, "alias", alias, entry["name"], unverified=why) for alias in entry.get("aliases", ()))
        if "signature" in entry:
            yield _with_signature(Claim(place, "call", entry["name"], unverified=why), entry)
    elif table == "attribute":
        yield Claim(place, "member", entry["name"], unverified=why)
    elif table == "through":
        yield from (Claim(place, "call", f"{entry['class']}.{name}", unverified=why)
                    for name in (*entry["methods"], entry["method"]))  # fmt: skip
    elif "subclass_of" in entry:
        base = entry["subclass_of"]
        yield Claim(place, "class", base, unverified=why)
        yield from (Claim(place, "call", f"{base}.{name}", unverified=why) for name in entry["methods"])
    elif table in ("on_loop", "threaded", "once") and not {"call", "calls"} & set(entry):
        names = entry.get("decorators", [entry.get("decorator")])
        yield from (_with_signature(Claim(place, "call", name, unverified=why), entry) for name in names)
    elif table in _CALLS:
        yield from _of_calls(table, entry, place, why)


def _of_calls(table: str, entry: Mapping[str, Any], place: str, why: str) -> Iterator[Claim]:
    names = names_of(entry)
    kind = "sync" if table == "blocking" else _HINTS.get(table, "call")
    for name in names:
        yield _with_signature(Claim(place, kind, name, unverified=why), entry)
    yield from (Claim(place, "alias", alias, names[0], unverified=why) for alias in entry.get("aliases", ()))
    remedy = re.sub(r"\([^()]*\)", "", entry.get("remedy", ""))
    for name in dict.fromkeys(remedy.replace("{method}", name.rpartition(".")[2]) for name in names):
        if re.fullmatch(r"\w+(\.\w+)+", name):
            yield Claim(place, "remedy", name, unverified=why)


def names_of(entry: Mapping[str, Any]) -> list[str]:
    """The names that an entry speaks of: `call`, `calls`, or `class` with `methods`."""
    if "class" in entry:
        return [f"{entry['class']}.{method}" for method in entry.get("methods", ())]
    return list(entry["calls"]) if "calls" in entry else [entry["call"]] if "call" in entry else []


def _with_signature(claim: Claim, entry: Mapping[str, Any]) -> Claim:
    if "signature" not in entry:
        return claim
    node = ast.parse(f"def f{entry['signature']}: ...").body[0]
    assert isinstance(node, ast.FunctionDef)
    places = tuple(argument.arg for argument in (*node.args.posonlyargs, *node.args.args))
    keywords = tuple(argument.arg for argument in node.args.kwonlyargs)
    return msgspec.structs.replace(claim, parameters=places, keywords=keywords)
