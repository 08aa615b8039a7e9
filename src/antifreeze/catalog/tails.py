"""The last names by which what the catalog speaks of is called, as far as a program can come to call it."""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Collection, Iterable

from antifreeze.catalog.index import Catalog, pattern_of
from antifreeze.catalog.rows import Rows, dotted_names


def tails(catalog: Catalog, imported: Collection[str], spelt: Collection[str]) -> tuple[set[str], re.Pattern[str]]:
    """The last components of the names of all sinks and of the calls that run what they are given.

    Those of patterns that leave them open (`get_*`) are one regular expression. The methods of a library's class count
    where the program spells the class, or what gives one. A class of which any method may be meant
    (`zeep.proxy.ServiceProxy.*`) counts where what is imported of its package can lead to an object of it.
    """
    givers = _givers(catalog.groups)
    names = [name for name in _called(catalog.groups) if _is_within_reach(_class_in(name), givers, spelt)]
    wild = {tail for tail in map(_tail, names) if "*" in tail}
    if not any(_leads_to(catalog, name, imported) for name in names if name.endswith(".*")):
        wild.discard("*")
    beginnings = "|".join(pattern_of(tail).pattern for tail in sorted(wild))
    return {tail for tail in map(_tail, names) if "*" not in tail}, re.compile(beginnings or "(?!)")


def _called(groups: Iterable[Rows]) -> set[str]:
    """The names whose call runs what matters."""
    called: set[str] = set()
    for rows in groups:
        called.update(sink.name for sink in rows.sinks if sink.how == "call")
        called.update(row.name for table in (rows.invokes, rows.consumers, rows.on_loop_calls) for row in table)
        called.update(rows.through)
        called.update(row.name for row in rows.classes if "*" in row.name)
    for rows in groups:
        called.update(alias for alias, name in rows.aliases.items() if name in called)
        called.update(name for name, type_ in rows.attributes.items() if f"{type_}.__call__" in called)
    return called


def _givers(groups: Iterable[Rows]) -> dict[str, set[str]]:
    """By the name of a class: what has to be spelt for there to be an object of it."""
    found: dict[str, set[str]] = defaultdict(set)
    heirs: dict[str, set[str]] = defaultdict(set)
    for rows in groups:
        for name, type_ in (*rows.returns.items(), *rows.attributes.items()):
            for cls in dotted_names(type_):
                found[cls].add("*" if name.endswith(".__getitem__") else _tail(name))
        for row in rows.classes:
            for base in row.bases:
                heirs[base].add(row.name)
            for cls in dotted_names(row.members):
                found[cls].add("*")
        for alias, name in rows.aliases.items():
            found[name].add(_tail(alias))
    pending = list(heirs)
    while pending:
        base = pending.pop()
        given = {_tail(heir) for heir in heirs[base]}.union(*(found[heir] for heir in heirs[base]))
        if not given <= found[base]:
            found[base] |= given
            pending += [other for other in heirs if base in heirs[other]]
    return found


def _is_within_reach(cls: str, givers: dict[str, set[str]], spelt: Collection[str]) -> bool:
    """Whether a program can have an object of a class; of one of the standard library it can get from anywhere."""
    if not cls or cls.partition(".")[0] in sys.stdlib_module_names or "*" in cls:
        return True
    return any("*" in name or name in spelt for name in (_tail(cls), *givers.get(cls, ())))


def _class_in(name: str) -> str:
    """A dotted name up to the first part within a package that is a class's by the convention (PEP 8), if any is.

    A module may have the name of its class: `sms.Sms.Sms`.
    """
    parts = name.split(".")
    place = next((place for place, part in enumerate(parts[:-1]) if place and part[:1].isupper()), None)
    if place is None:
        return ""
    place += parts[place] == parts[place + 1] and place + 2 < len(parts)
    return ".".join(parts[: place + 1])


def _tail(name: str) -> str:
    return name.rpartition(".")[2]


def _leads_to(catalog: Catalog, pattern: str, imported: Iterable[str]) -> bool:
    """Whether an imported name of the same root package is spoken of; so too where another package leads there."""
    names = [name for name in imported if name.partition(".")[0] == pattern.partition(".")[0]]
    return not names or any(pattern.startswith(f"{name}.") or catalog.mentions(name) for name in names)
