"""The catalog as the linker and the solver ask it: what a name means."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

import msgspec

from antifreeze.catalog.conditions import Signature
from antifreeze.catalog.rows import (
    HOWS,
    Alternative,
    Callback,
    ClassRow,
    Consumer,
    Decorator,
    Hook,
    Rows,
    Sink,
    named_in,
)

__all__ = ["Catalog", "Sink"]


def pattern_of(name: str) -> re.Pattern[str]:
    """`*` stands for one component of a dotted name, `**` for any number of them."""
    parts = [re.escape(part) for part in name.split(".")]
    text = r"\.".join(parts).replace(r"\.\*\*\.", r"\.(?:[^.]+\.)*").replace(r"\*\*", r".+").replace(r"\*", r"[^.]+")
    return re.compile(text)


def _with(rows: tuple[Callback, ...], row: Callback) -> tuple[Callback, ...]:
    """The rows of one name and another one, which wins over one of the same argument."""
    others = (other for other in rows if (other.callable, other.keyword) != (row.callable, row.keyword))
    return (*others, row)


def _as_called(sink: Sink, name: str) -> Sink:
    """What a pattern says, of one of the names that it stands for."""
    tail, last = sink.name.rpartition(".")[2], name.rpartition(".")[2]
    remedy = sink.remedy
    if "*" in tail and remedy.replacement.endswith(f".{tail}"):
        remedy = msgspec.structs.replace(remedy, replacement=remedy.replacement.removesuffix(tail) + last)
    return msgspec.structs.replace(sink, name=name, remedy=remedy)


class Catalog:
    """An immutable index; `merged` gives another one with more rows, which win over these."""

    def __init__(self, groups: Iterable[Rows]) -> None:
        self.groups = tuple(groups)
        self._sinks: dict[tuple[str, str], Sink | None] = {}
        self._patterns: dict[str, list[tuple[re.Pattern[str], Sink]]] = defaultdict(list)
        self._aliases: dict[str, str] = {}
        self._open_classes: list[tuple[str, re.Pattern[str], str]] = []
        """Classes that are told of by a pattern, each being what its base is: the pattern's beginning, it, the base."""
        self._returns: dict[str, str] = {}
        self._return_patterns: dict[str, list[tuple[re.Pattern[str], str]]] = defaultdict(list)
        self._signatures: dict[str, Signature] = {}
        self._attributes: dict[str, str] = {}
        self._classes: dict[str, ClassRow] = {}
        self._offloads: dict[str, Callback] = {}
        self._invokes: dict[str, Callback] = {}
        self._consumers: dict[str, Consumer] = {}
        self.on_loop_calls: dict[str, tuple[Callback, ...]] = {}
        self.threaded_calls: dict[str, tuple[Callback, ...]] = {}
        self.once_calls: dict[str, tuple[Callback, ...]] = {}
        """What takes handlers of start-up and shutdown."""
        self.once_decorators: dict[str, Decorator] = {}
        self.threaded_decorators: dict[str, Decorator] = {}
        self.alternatives: list[Alternative] = []
        self._through: dict[str, str] = {}
        self._exempt: set[str] = set()
        self._class_names: set[str] = set()
        self._spoken: set[str] = set()
        self._canonical: dict[str, str] = {}
        self.refused: dict[str, str] = {}
        """What people may take for blocking and is not reported, with the reason."""
        self._speaks: dict[str, bool] = {}
        self._mentions: dict[str, bool] = {}
        self._mentioned: frozenset[str] | None = None
        self._below: dict[str, list[str]] = {}
        hooks: list[Hook] = []
        self.on_loop_decorators: dict[str, Decorator] = {}
        for rows in self.groups:
            self._add(rows)
            hooks += rows.on_loop_classes
            self.on_loop_decorators.update((row.name, row) for row in rows.on_loop_decorators)
        self.on_loop_classes = tuple(hooks)
        self.read_names = frozenset(
            sink.name.rpartition(".")[2] for rows in self.groups for sink in rows.sinks if sink.how == "read"
        )
        """The attributes of which reading some blocks."""
        self.relating = {name: row.relates for name, row in self._classes.items() if row.relates}
        """The fields of models that name another one, with how many of each there are: "many to one"."""
        self.offload_names = frozenset(name.rpartition(".")[2] for name in self._offloads)

    def _add(self, rows: Rows) -> None:
        self._aliases.update(rows.aliases)
        for sink in rows.sinks:
            if "*" in sink.name:
                self._patterns[sink.name.partition(".")[0]].append((pattern_of(sink.name), sink))
            else:
                self._sinks[sink.name, sink.how] = sink
                self._spoken.add(sink.name)
            owner = sink.name.rpartition(".")[0]
            if owner.rpartition(".")[2][:1].isupper() and "*" not in owner:
                self._class_names.add(owner)
        for name, type_ in rows.returns.items():
            self._returns[name] = type_
            if "*" in name.rpartition(".")[0]:
                self._return_patterns[name.partition(".")[0]].append((pattern_of(name), type_))
        self._signatures.update(rows.signatures)
        self._attributes.update(rows.attributes)
        for row in rows.classes:
            if "*" in row.name:
                self._open_classes.append((row.name.partition("*")[0], pattern_of(row.name), row.bases[0]))
            else:
                self._classes[row.name] = row
        for table, known in ((self._offloads, rows.offloads), (self._invokes, rows.invokes)):
            table.update((callback.name, callback) for callback in known)
        for callbacks, given in (
            (self.on_loop_calls, rows.on_loop_calls),
            (self.threaded_calls, rows.threaded_calls),
            (self.once_calls, rows.once_calls),
        ):
            for callback in given:
                callbacks[callback.name] = _with(callbacks.get(callback.name, ()), callback)
        self._spoken.update(row.name for table in (rows.offloads, rows.invokes, rows.on_loop_calls) for row in table)
        for consumer in rows.consumers:
            self._consumers[consumer.name] = consumer
            self._spoken.add(consumer.name)
        self.refused.update(rows.refused)
        self.alternatives += rows.alternatives
        self._through.update(rows.through)
        self.once_decorators.update((row.name, row) for row in rows.once_decorators)
        self.threaded_decorators.update((row.name, row) for row in rows.threaded_decorators)
        for name in rows.non_blocking:
            self._exempt.add(name)
            self._spoken.add(name)

    def merged(self, *more: Rows) -> Catalog:
        """This catalog and more rows, which win; the last most of all."""
        return Catalog((*self.groups, *more))

    def canonical(self, name: str) -> str:
        """The public spelling of a name, which may be an alias, or a member of an alias."""
        known = self._canonical.get(name)
        if known is None:
            known = self._canonical[name] = self._resolve(name)
        return known

    def _resolve(self, name: str) -> str:
        if name in self._aliases:
            return self._aliases[name]
        for beginning, pattern, base in self._open_classes:
            if name.startswith(beginning) and pattern.fullmatch(name):
                return base
        prefix, dot, last = name.rpartition(".")
        if not dot:
            return name
        resolved = self.canonical(prefix)
        return name if resolved == prefix else f"{resolved}.{last}"

    def sinks(self, name: str, how: str = "call") -> Sink | None:
        """The sink of that canonical name, for that use: by its own row, else by a pattern."""
        key = (name, how)
        if key not in self._sinks:
            self._sinks[key] = self._by_pattern(name, how)
        return None if name in self._exempt else self._sinks[key]

    def _by_pattern(self, name: str, how: str) -> Sink | None:
        owner = self._classes.get(name.rpartition(".")[0])
        if owner is not None and owner.is_async:
            return None
        for pattern, sink in self._patterns.get(name.partition(".")[0], ()):
            if sink.how == how and pattern.fullmatch(name):
                return _as_called(sink, name)
        return None

    def read(self, owner: str, name: str) -> Sink | None:
        """The sink that reading an attribute of a class's object is, by the class or one that it derives from."""
        names = [self.canonical(f"{owner}.{name}")] if name in self.read_names else []
        known = (self.sinks(one, "read") for one in (*names, *self.inherited(names)))
        return next((sink for sink in known if sink is not None), None)

    def speaks_of(self, name: str) -> bool:
        """Whether the catalog says what calling, entering or iterating the name does."""
        known = self._speaks.get(name)
        if known is None:
            public = self.canonical(name)
            known = public in self._spoken or any(self.sinks(public, how) is not None for how in HOWS)
            self._speaks[name] = known
        return known

    def is_exempt(self, name: str) -> bool:
        """Whether the catalog says of this very name that it does not block."""
        return self.canonical(name) in self._exempt

    def offload(self, name: str) -> Callback | None:
        """The row of a call that runs its callable elsewhere."""
        return self._offloads.get(self.canonical(name))

    def invoke(self, name: str) -> Callback | None:
        """The row of a call that runs its callable at once."""
        return self._invokes.get(self.canonical(name))

    def consumer(self, name: str) -> Consumer | None:
        """The row of a call that iterates or enters an argument."""
        return self._consumers.get(self.canonical(name))

    def through(self, name: str) -> str | None:
        """The method of the same object by which a method does its work."""
        return self._through.get(self.canonical(name))

    def returns(self, name: str) -> str | None:
        """The type, as text, of what calling the name returns.

        A method's may be told of a base of its class, of all methods that are not told of (`Resource.*`), or of one of
        that name of many classes (`sklearn.**.fit`).
        """
        name = self.canonical(name)
        known = self._returns.get(name)
        if known is None:
            owner, _, method = name.rpartition(".")
            row = self._classes.get(owner)
            for base in row.bases if row is not None else ():
                known = known or self.returns(f"{base}.{method}")
            known = known or self._returns.get(f"{owner}.*")
            if known is None and name.partition(".")[0] in self._return_patterns:
                known = self._returned_by_pattern(name)
        return known

    def _returned_by_pattern(self, name: str) -> str | None:
        patterns = self._return_patterns[name.partition(".")[0]]
        return next((type_ for pattern, type_ in patterns if pattern.fullmatch(name)), None)

    def signature(self, name: str) -> Signature | None:
        """How a call is called whose result keeps arguments."""
        return self._signatures.get(self.canonical(name))

    def attribute(self, name: str) -> str | None:
        """The type, as text, of an attribute of a class's instances or of a module.

        Of a class all attributes may be told of (`Resource.*`), but for those that calls are told of.
        """
        name = self.canonical(name)
        known = self._attributes.get(name)
        if known is None:
            owner, _, last = name.rpartition(".")
            known = self._attributes.get(f"{owner}.*")
            if known is not None and (last[:2] == "__" or self.speaks_of(name)):
                return None
        return known

    def class_row(self, name: str) -> ClassRow | None:
        """What the catalog says of a class."""
        return self._classes.get(self.canonical(name))

    def lineage(self, name: str) -> tuple[str, ...]:
        """The canonical names of a class and of those that the catalog lets it derive from, nearest first."""
        names = [self.canonical(name)]
        for known in names:
            row = self._classes.get(known)
            names.extend(base for base in map(self.canonical, row.bases if row else ()) if base not in names)
        return tuple(names)

    def inherited(self, names: Iterable[str]) -> list[str]:
        """The same members of the classes that those of the names derive from."""
        members = (name.rpartition(".") for name in names)
        return [self.canonical(f"{base}.{member}") for owner, _, member in members for base in self.lineage(owner)[1:]]

    def mentions(self, name: str) -> bool:
        """Whether any row names this, or a member of it; or this is a member of which a row speaks for all."""
        known = self._mentions.get(name)
        if known is None:
            public = self.canonical(name)
            known = public != name or public in self._all_mentioned() or self.speaks_of(public)
            self._mentions[name] = known
        return known

    def mentioned_below(self, root: str) -> list[str]:
        """Every name of a root package that some row gives, or lies on the way to one, in order."""
        if not self._below:
            for name in sorted(self._all_mentioned()):
                self._below.setdefault(name.partition(".")[0], []).append(name)
        return self._below.get(root, [])

    def _all_mentioned(self) -> frozenset[str]:
        if self._mentioned is None:
            names = {name for rows in self.groups for name in named_in(rows)}
            parts = [name.split(".") for name in names if "*" not in name]
            self._mentioned = frozenset(".".join(part[:size]) for part in parts for size in range(2, len(part) + 1))
        return self._mentioned

    def knows_class(self, name: str) -> bool:
        """Whether the name is a class of which the catalog knows members."""
        name = self.canonical(name)
        return name in self._classes or name in self._class_names

    def tells_apart(self, name: str) -> bool:
        """Whether it depends on the object whether calls of a class's methods block: on how it was made or set up."""
        return self.canonical(name) in self._told_apart

    @cached_property
    def _told_apart(self) -> frozenset[str]:
        return frozenset(
            sink.name.rpartition(".")[0]
            for rows in self.groups
            for sink in rows.sinks
            if any(test.name.startswith("self.") for condition in sink.unless for test in condition.tests)
        )

    def all_sinks(self) -> list[Sink]:
        """Every sink that has a row of its own, by name."""
        return sorted({sink for rows in self.groups for sink in rows.sinks}, key=lambda sink: (sink.name, sink.how))
