"""What the catalog says of hooks, name by name: where the callable runs that a library is given, and who looked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from antifreeze.catalog.claims import names_of

WHERE = {
    "on_loop": "on the loop's own thread",
    "invoke": "at once, where it is called",
    "offload": "elsewhere: in a thread or a process",
    "threaded": "in a thread where it is a plain function",
    "once": "once, at start-up or shutdown",
}
"""The tables that speak of hooks, and where each says that the callable runs."""


class HookFact(msgspec.Struct, frozen=True):
    """One hook; `how` is `call` (it takes the callable), `decorator`, or `method` (of classes that derive)."""

    table: str
    library: str
    name: str
    how: str
    argument: str = ""
    """The keyword or the place under which a call takes the callable."""
    unless: tuple[str, ...] = ()
    """What makes it run elsewhere, where the arguments say so."""
    checked: str = ""
    """The distribution, with its version, whose source or behaviour was looked at."""

    @property
    def spelled(self) -> str:
        """The hook as code would use it."""
        if self.how == "decorator":
            return f"@{self.name}"
        return f"{self.name}({self.argument})" if self.how == "call" else self.name


def hooks_of(data: Mapping[str, Any]) -> Iterator[HookFact]:
    """Every hook of a checked file, in its order."""
    for table in WHERE:
        for entry in data.get(table, ()):
            yield from _of_entry(table, str(data.get("library", "")), entry)


def _of_entry(table: str, library: str, entry: Mapping[str, Any]) -> Iterator[HookFact]:
    decorators = entry.get("decorators", [entry["decorator"]] if isinstance(entry.get("decorator"), str) else [])
    argument = f"{entry['keyword']}=" if "keyword" in entry else str(entry.get("callable", ""))
    common = {"unless": tuple(entry.get("unless", ())), "checked": entry.get("checked", "")}
    for name in decorators:
        yield HookFact(table, library, name, "decorator", **common)
    for name in entry.get("methods", ()):
        yield HookFact(table, library, f"{entry['subclass_of']}.{name}", "method", **common)
    for name in names_of(entry) if "subclass_of" not in entry else ():
        yield HookFact(table, library, name, "call", argument, **common)
