"""A catalog file as text, from what was derived of a library: every entry with where it comes from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

import msgspec

WIDTH = 100


class Chain(msgspec.Struct, frozen=True):
    """The functions of a library from a public one to what it waits for, and the places of their calls."""

    calls: tuple[str, ...]
    places: tuple[str, ...] = ()

    @property
    def shown(self) -> str:
        """The chain on one line."""
        first = f" ({self.places[0]})" if self.places else ""
        return " > ".join(self.calls) + first


class Blocking(msgspec.Struct, frozen=True):
    """A public call that blocks; `owner` is the class of a method, empty for functions and constructors."""

    owner: str
    name: str
    how: str
    category: str
    wait: str
    chain: Chain
    remedy: str = ""
    """What to await instead, `{method}` for the method's own name."""
    aliases: tuple[str, ...] = ()
    """Other public names of a function."""


class Handed(msgspec.Struct, frozen=True):
    """A public call that takes a callable to run elsewhere (`offload`) or on the loop (`on_loop`)."""

    table: str
    name: str
    place: int
    keyword: str
    chain: Chain


class Class(msgspec.Struct, frozen=True):
    """What is to be said of a class: its public bases, its other names, whether it is an asynchronous one."""

    name: str
    bases: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    is_async: bool = False


class DerivedCatalog(msgspec.Struct, frozen=True):
    """Everything that was derived of one installed distribution."""

    library: str
    version: str
    roots: tuple[str, ...]
    blocking: tuple[Blocking, ...] = ()
    callables: tuple[Handed, ...] = ()
    classes: tuple[Class, ...] = ()


def written(derived: DerivedCatalog) -> str:
    """The TOML text, ready for review: the loader accepts it as it stands."""
    head = [
        f"# Derived from the source of {derived.library} {derived.version}, to be read before it is merged.",
        f"library = {_text(derived.library)}",
        f"roots = [{', '.join(map(_text, derived.roots))}]",
    ]
    blocks = ["\n".join(head)]
    blocks += [_class(row) for row in derived.classes]
    blocks += _blocking(derived)
    blocks += _callables(derived)
    return "\n\n".join(blocks) + "\n"


def _text(value: str) -> str:
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _class(row: Class) -> str:
    lines = ["[[class]]", f"name = {_text(row.name)}"]
    lines += [f"bases = {_list(row.bases)}"] if row.bases else []
    lines += [f"aliases = {_list(row.aliases)}"] if row.aliases else []
    lines += ["async = true"] if row.is_async else []
    return "\n".join(lines)


def _list(names: Iterable[str]) -> str:
    texts = [_text(name) for name in names]
    flat = f"[{', '.join(texts)}]"
    if len(flat) <= WIDTH:
        return flat
    lines, line = [], "   "
    for text in texts:
        if len(line) + len(text) > WIDTH:
            lines.append(line)
            line = "   "
        line += f" {text},"
    return "\n".join(["[", *lines, line, "]"])


def _blocking(derived: DerivedCatalog) -> Iterator[str]:
    groups: dict[tuple[str, ...], list[Blocking]] = defaultdict(list)
    for entry in derived.blocking:
        groups[entry.owner, entry.how, entry.category, entry.wait, entry.remedy].append(entry)
    for (owner, how, category, wait, remedy), entries in groups.items():
        lines = _provenance(derived, [(entry.name, entry.chain) for entry in entries])
        lines.append("[[blocking]]")
        names = [entry.name for entry in entries]
        if owner:
            lines += [f"class = {_text(owner)}", f"methods = {_list(names)}"]
        else:
            lines.append(_calls([*names, *(alias for entry in entries for alias in entry.aliases)]))
        lines += [f"category = {_text(category)}", f"wait = {_text(wait)}"]
        lines += [f"how = {_text(how)}"] if how != "call" else []
        lines += [f"remedy = {_text(remedy)}", f"package = {_text(derived.library)}"] if remedy else []
        yield "\n".join(lines)


def _callables(derived: DerivedCatalog) -> Iterator[str]:
    for entry in derived.callables:
        lines = _provenance(derived, [(entry.name, entry.chain)])
        lines += [f"[[{entry.table}]]", f"call = {_text(entry.name)}", f"callable = {entry.place}"]
        yield "\n".join([*lines, f"keyword = {_text(entry.keyword)}"])


def _calls(names: list[str]) -> str:
    return f"call = {_text(names[0])}" if len(names) == 1 else f"calls = {_list(names)}"


def _provenance(derived: DerivedCatalog, chains: Iterable[tuple[str, Chain]]) -> list[str]:
    shown = [f"# {name}: {chain.shown}" for name, chain in chains]
    return [f"# {derived.library} {derived.version}", *shown]
