"""The program: all modules, the standard library's stubs on demand, and the indexes over them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

from antifreeze.link.callindex import CallIndex
from antifreeze.link.choosers import is_chooser
from antifreeze.link.module import Module
from antifreeze.link.outside import note_changes
from antifreeze.link.places import kept_by_another_name, owner_of_self, self_attribute
from antifreeze.link.settings import settings_given
from antifreeze.link.shortnames import ShortNames, wraps
from antifreeze.link.spelled import key_of
from antifreeze.model.expression import (
    NO_NODE,
    Attribute,
    Call,
    Captured,
    Choice,
    Collection,
    Compared,
    Declared,
    Expression,
    Free,
    Import,
    Literal,
    Name,
    Not,
    Param,
)
from antifreeze.model.interning import Interner
from antifreeze.model.summary import Guard, ModuleSummary, ScopeKind, Store
from antifreeze.model.value import Root, ScopeRef

_GIVEN = (Param, Free, Captured, Call, Collection, Choice)
"""Nodes that may stand for what a function was given, or for what is made of that."""

_NAMING = (
    "setattr", "__setattr__", "namedtuple", "make_dataclass", "create_model", "type", "SimpleNamespace", "Namespace",
)  # fmt: skip
"""What gives attributes the names that it is told as texts or by keywords."""

ReadModule = Callable[[str], ModuleSummary | None]
"""Gives the summary of a module by its name, or None."""


class Program:
    """Modules by name.

    `read_stub` gives the lowered stub of a standard library module, `read_library` the lowered module (or stub) of
    an installed library; each gives None for what it does not know.
    """

    def __init__(
        self,
        summaries: Iterable[ModuleSummary],
        read_stub: ReadModule,
        read_library: ReadModule | None = None,
    ) -> None:
        self.make = Interner()
        self.modules = {summary.module: Module(summary) for summary in summaries}
        self._packages = {
            ".".join(name.split(".")[:size]) for name in self.modules for size in range(1, name.count(".") + 1)
        }
        self._read_stub = read_stub
        self._read_library = read_library
        self._libraries: dict[str, Module | None] = {}
        self.public_names: dict[tuple[str, str], dict[str, str]] = {}
        """The catalog's names by those of the libraries' definitions, by root package and last component; filled on
        demand."""
        self.unfinished: dict[ScopeRef, bool] = {}
        """Whether classes of libraries leave work to those that derive from them; filled on demand."""
        self.unmade: dict[ScopeRef, bool] = {}
        """Whether classes of libraries have methods that are marked as abstract; filled on demand."""
        self.forwarded: dict[tuple[ScopeRef, int], bool] = {}
        """Whether functions hand their `*args` or `**kwargs` on as they are; filled on demand."""
        self._stubs: dict[str, Module | None] = {}
        self._found: dict[str, str | None] = {}
        self.set_from_outside: dict[str, list[tuple[ScopeRef, Store]]] = defaultdict(list)
        """The attributes that are assigned through anything but `self` and `cls`: of any object or module."""
        self.setters: dict[str, dict[ScopeRef, ScopeRef]] | None = None
        """The setters of properties, by name and class; found when they are first asked for."""
        self.defaulted: set[str] = set()
        """The attributes of self that some method sets to a parameter, or to a default in its place."""
        self.filled_from_outside: dict[str, list[tuple[ScopeRef, Store]]] = defaultdict(list)
        """What is put into containers that attributes hold, through anything but `self` and `cls`, by attribute."""
        self.open_stores: dict[str, list[tuple[ScopeRef, Store]]] = defaultdict(list)
        """The assignments through anything but `self` and `cls`, by attribute, and all items, by key (`['db']`)."""
        self.settings: dict[str, list[tuple[ScopeRef, int]]] = defaultdict(list)
        """What applications are given to keep for their handlers, by key (`['db']`)."""
        self.owners: dict[str, dict[ScopeRef, None]] = defaultdict(dict)
        """The classes whose methods assign an attribute of their own, by its name."""
        self.keepers: dict[str, dict[ScopeRef, None]] = defaultdict(dict)
        """The classes with bases that keep something in an attribute of self, by its name."""
        self.registries: dict[str, set[ScopeRef]] = defaultdict(set)
        """The classes whose methods put what they are given into a container of their objects, by its attribute."""
        self.calls_of_super: dict[ScopeRef, tuple[int, ...]] = {}
        """The calls of the base class's constructor in constructors; filled on demand."""
        self.told_apart: dict[ScopeRef, bool] = {}
        """Whether the objects of classes are told apart by where they are made; filled on demand."""
        self.flags: dict[tuple[ScopeRef | None, str], Root | None] = {}
        """The constructors' parameters that attributes are, by class and attribute; filled on demand."""
        self.deciding: dict[ScopeRef, frozenset[int]] = {}
        """The parameters of constructors that choose what their objects keep; filled on demand."""
        switches = {name for ref in self.refs() for name in _switches(ref)}
        self.tested = frozenset(
            name for ref in self.refs() for guard in ref.scope.guards for name in _tested(ref, guard, switches)
        ).union(*(self._sites.keys[name] for name in {name for ref in self.refs() for name in _tables(ref)}))
        self.tested |= {name for ref in self.refs() for name in _told_by_arguments(ref, self.tested)}
        """The attributes of self and of parameters, and the switches of any object, that some function tests; those
        that decide what an attribute which is tested is; and those that pick an item of a table that is written out."""
        self.attribute_stores = self._index_stores()
        note_changes(self.modules, self.find)

    def module(self, name: str) -> Module | None:
        """The program's module, the standard library's stub, or the library's module that was read, of that name."""
        module = self.modules.get(name)
        if module is None:
            module = self._stub(name)
        return module if module is not None else self._libraries.get(name)

    def module_of(self, ref: ScopeRef) -> Module:
        """The module that a scope is of: it is one of those that were read."""
        module = self.module(ref.module.module)
        assert module is not None
        return module

    def library(self, name: str) -> Module | None:
        """The module of an installed library; None where the program or the standard library has one of that name."""
        if self._read_library is None:
            return None
        if name not in self._libraries:
            self._libraries[name] = None
            root = name.partition(".")[0]
            if root not in self._packages and root not in self.modules and self._stub(root) is None:
                summary = self._read_library(name)
                if summary is not None:
                    summary.is_library = True
                    summary.module = name
                    self._libraries[name] = module = Module(summary)
                    for ref, store in _stores(module):
                        owner = self_attribute(ref, store)
                        if owner is not None:
                            self.attribute_stores[owner].append((ref, store))
        return self._libraries[name]

    @property
    def has_libraries(self) -> bool:
        """Whether there are installed libraries to ask for."""
        return self._read_library is not None

    def _stub(self, name: str) -> Module | None:
        if name in self._stubs:
            return self._stubs[name]
        summary = self._read_stub(name) if name.partition(".")[0] not in self._packages else None
        self._stubs[name] = Module(summary) if summary is not None else None
        return self._stubs[name]

    def find(self, name: str) -> str | None:
        """The name under which the program holds the module that an absolute import calls `name`, if it does.

        An import that matches no module as it is written is matched from its end: a source root may
        lie deeper than the one that was found. Only an unambiguous match counts, and none where a module of
        that name imports what it is called after (`app/redis.py` with `import redis`), or the root would be a
        package that nobody within it takes for one (`app.readers.docx`): then a library is meant.
        Or the root lies higher: the folder that was named, `service`, is a namespace package, and `service.db`
        is `db` in it.
        """
        if name not in self._found:
            self._found[name] = self._find(name)
        return self._found[name]

    def _find(self, name: str) -> str | None:
        known = self.modules.get(name)
        if known is not None and not known.summary.is_package and wraps(self.modules, self._packages, name, name):
            return None
        if known is not None or name in self._packages or self._stub(name) is not None:
            return name
        matches = self._short_names.matches(name)
        if any(wraps(self.modules, self._packages, match, name) for match in matches):
            return None
        return matches[0] if len(matches) == 1 and self._short_names.may_begin(matches[0], name) else None

    @cached_property
    def _short_names(self) -> ShortNames:
        return ShortNames(self.modules)

    def refs(self) -> Iterable[ScopeRef]:
        """Every scope of the program's own modules, in the order of the modules' names."""
        for name in sorted(self.modules):
            yield from self.modules[name].refs

    def functions(self) -> Iterable[ScopeRef]:
        """Every function, lambda and generator expression of the program."""
        return (ref for ref in self.refs() if ref.scope.kind >= ScopeKind.FUNCTION)

    @cached_property
    def _sites(self) -> CallIndex:
        return CallIndex(self.refs)

    def calls_named(self, name: str) -> list[tuple[ScopeRef, int]]:
        """Every call site whose callee is spelt `name` or `....name`."""
        return self._sites.calls.get(name, [])

    def imported(self) -> Iterable[str]:
        """The dotted names that are imported from outside of packages, as they are written; roots of those by name."""
        written = self._sites.imported
        known = {name.partition(".")[0] for name in written}
        roots = {root: None for module in self.modules.values() for root in module.summary.imports}
        return [*written, *(root for root in roots if root not in known)]

    def names(self) -> set[str]:
        """The names that are spelt anywhere in the program."""
        return self._sites.names

    def handed_over(self, name: str, takers: frozenset[str]) -> list[tuple[ScopeRef, int, int]]:
        """Every call of one of `takers` that is given something spelt `name`, with that argument's node."""
        return self._sites.handed_over(name, takers)

    def decorations(self, name: str) -> list[tuple[ScopeRef, int]]:
        """Every decoration by a decorator spelt `name`, with or without arguments."""
        return self._sites.decorations.get(name, [])

    def names_of(self, name: str) -> list[str]:
        """The name of a function, and of those that return what it gives."""
        return self._sites.names_of(name)

    def calls_of_made(self, name: str) -> list[tuple[ScopeRef, int]]:
        """Every call of what a call spelt `name` returns: `on("event")(handler)`."""
        return self._sites.of_made.get(name, [])

    @cached_property
    def unset(self) -> dict[str, dict[ScopeRef, None]]:
        """The classes that bind an attribute to None for others to assign, by its name."""
        found: dict[str, dict[ScopeRef, None]] = defaultdict(dict)
        for module in self.modules.values():
            for cls, name in _bound_to_none(module):
                found[name][cls] = None
        return found

    def _index_stores(self) -> dict[tuple[ScopeRef, str], list[tuple[ScopeRef, Store]]]:
        """Assignments to attributes of `self` and `cls`, by class and attribute name."""
        stores: dict[tuple[ScopeRef, str], list[tuple[ScopeRef, Store]]] = defaultdict(list)
        for module in self.modules.values():
            for ref, store in _stores(module):
                found = self_attribute(ref, store)
                if found is not None:
                    stores[found].append((ref, store))
                    self._note_own(ref, store, *found)
                elif not store.name and (kept := list(kept_by_another_name(ref, store.base))):
                    for owner, name in kept:
                        stores[owner, name].append((ref, store))
                        self._note_own(ref, store, owner, name)
                elif store.name:
                    self.set_from_outside[store.name].append((ref, store))
                    self.open_stores[store.name].append((ref, store))
                else:
                    base = ref.scope.nodes[store.base]
                    if isinstance(base, Attribute):
                        self.filled_from_outside[base.name].append((ref, store))
                if store.index != NO_NODE:
                    key = key_of(ref, store.index)
                    if key:
                        self.open_stores[key].append((ref, store))
        if any("tornado" in module.summary.imports for module in self.modules.values()):
            for key, place in settings_given(self.refs(), stores):
                self.settings[key].append(place)
        return stores

    def _note_own(self, ref: ScopeRef, store: Store, owner: ScopeRef, name: str) -> None:
        """Note what an assignment to an attribute of `self`, or what is put into it, says of its class."""
        value = ref.scope.nodes[store.value]
        if isinstance(value, Choice) and value.falls_back:
            self.defaulted.add(store.name)
        if not store.name and isinstance(value, _GIVEN):
            self.registries[name].add(owner)
        if store.name:
            self.owners[store.name][owner] = None
        if owner.scope.bases and store.name:
            self.keepers[store.name][owner] = None

    @cached_property
    def set_by_name(self) -> list[tuple[ScopeRef, Call]]:
        """The calls of `setattr` that set attributes whose names are worked out."""
        found: list[tuple[ScopeRef, Call]] = []
        for ref, index in self.calls_named("setattr"):
            nodes = ref.scope.nodes
            call = nodes[index]
            if isinstance(call, Call) and len(call.args) > 1 and not isinstance(nodes[call.args[1]], Literal):
                found.append((ref, call))
        return found

    @cached_property
    def choosers(self) -> frozenset[str]:
        """The names of functions that return this or that as their parameters are."""
        return frozenset(ref.scope.name for ref in self.refs() if is_chooser(ref))

    @cached_property
    def named_by_text(self) -> set[str]:
        """The names that attributes get by a keyword or a text: `SimpleNamespace(run=f)`, `setattr(x, "run", f)`."""
        found: set[str] = set()
        unpacking: dict[Module, None] = {}
        for ref, call in ((ref, ref.scope.nodes[index]) for name in _NAMING for ref, index in self.calls_named(name)):
            assert isinstance(call, Call)
            found.update(name for name, _ in call.keywords)
            found |= _words(_within(ref.scope.nodes, call.args))
            if any(not name for name, _ in call.keywords):
                unpacking[self.module_of(ref)] = None
        return found.union(*map(_texts, unpacking))

    @cached_property
    def spelt(self) -> set[str]:
        """The names that attributes may get somehow: those of keywords, and texts where `setattr` is told others."""
        computing = {self.module_of(ref) for ref, _ in self.set_by_name}
        return self._sites.keywords.union(*map(_texts, computing))

    @cached_property
    def sets_at_will(self) -> set[ScopeRef]:
        """The classes whose methods assign attributes of self whose names they work out."""
        owners = (owner_of_self(ref, call.args[0]) for ref, call in self.set_by_name)
        return {owner for owner in owners if owner is not None}


def _within(nodes: list[Expression], indexes: Iterable[int]) -> Iterator[Expression]:
    """Nodes, with the items and keys of those that are displays."""
    for index in indexes:
        node = nodes[index]
        yield node
        if isinstance(node, Collection):
            yield from (nodes[part] for part in (*node.items, *node.keys) if part != NO_NODE)


def _words(nodes: Iterable[Expression]) -> set[str]:
    """The words of texts."""
    texts = (node.value for node in nodes if isinstance(node, Literal) and isinstance(node.value, str))
    return {word for text in texts for word in text.replace(",", " ").split()}


def _texts(module: Module) -> set[str]:
    """The words of all texts in a module."""
    return {word for ref in module.refs for word in _words(ref.scope.nodes)}


def _stores(module: Module) -> Iterable[tuple[ScopeRef, Store]]:
    return ((ref, store) for ref in module.refs for store in ref.scope.stores)


def _bound_to_none(module: Module) -> Iterator[tuple[ScopeRef, str]]:
    """The attributes that classes bind to None: `hub = None`."""
    for ref in module.refs:
        for name, index in ref.scope.names.items() if ref.scope.kind is ScopeKind.CLASS else ():
            node = ref.scope.nodes[index]
            if isinstance(node, Literal) and node.value is None:
                yield ref, name


def _switches(ref: ScopeRef) -> Iterator[str]:
    """The fields of a class that are on or off, as long as nobody says otherwise."""
    scope = ref.scope
    for name in scope.annotations if scope.kind is ScopeKind.CLASS else ():
        node = scope.nodes[scope.names[name]] if name in scope.names else None
        default = scope.nodes[node.value] if isinstance(node, Declared) else node
        if isinstance(default, Literal) and isinstance(default.value, bool):
            yield name


def _tables(ref: ScopeRef) -> Iterator[str]:
    """The names of dict displays of a module or class that hold more than constants."""
    scope = ref.scope
    for name, index in scope.names.items() if scope.kind is not ScopeKind.FUNCTION else ():
        node = scope.nodes[index]
        node = scope.nodes[node.value] if isinstance(node, Declared) else node
        items = node.items if isinstance(node, Collection) and node.kind == "dict" else ()
        if not all(isinstance(scope.nodes[item], Literal) for item in items):
            yield name


def _tested(ref: ScopeRef, guard: Guard, switches: set[str]) -> Iterator[str]:
    if guard.attribute:
        yield guard.attribute
    elif guard.asked != NO_NODE:
        node = ref.scope.nodes[guard.asked]
        base = ref.scope.nodes[node.base] if isinstance(node, Attribute) else None
        of_object = isinstance(base, (Param, Free, Captured, Attribute, Call, Name, Import))
        if isinstance(node, Attribute) and (of_object or node.name in switches):
            yield node.name


def _told_by_arguments(ref: ScopeRef, tested: frozenset[str]) -> Iterator[str]:
    """The attributes of a constructor's arguments that it keeps, or what a test of them gives, where that is tested."""
    for store in ref.scope.stores if ref.scope.name == "__init__" else ():
        node = ref.scope.nodes[store.value]
        while isinstance(node, (Compared, Not)):
            node = ref.scope.nodes[node.base]
        if store.name in tested and isinstance(node, Attribute) and isinstance(ref.scope.nodes[node.base], Param):
            yield node.name
