"""Dicts that functions fill under keys which they are given, and what is made of the items that a key picks.

`handlers[kind] = function` in one function and `handlers[kind]()` in another: what is put in, and under which key,
becomes known with the calls of both.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from antifreeze.catalog.conditions import UNKNOWN
from antifreeze.link.arguments import arguments_of, bind_arguments
from antifreeze.link.attributes import step
from antifreeze.link.containers import item
from antifreeze.link.displays import helper_called
from antifreeze.link.homes import is_told_apart
from antifreeze.link.memo import Memo
from antifreeze.link.openclass import STEP, class_of, classes_of
from antifreeze.link.outcomes import ways
from antifreeze.link.places import absolute, owner_of_self, same
from antifreeze.link.resolver import Bindings, Resolver
from antifreeze.link.spelled import spellings
from antifreeze.link.tested import constant, fails, guards_of_parameters
from antifreeze.model import expression as ex
from antifreeze.model.summary import Guard, ScopeKind, Store
from antifreeze.model.value import (
    NOTHING,
    ClassValue,
    ScopeRef,
    Symbol,
    Value,
    ValueSet,
    alternatives,
    union,
)

_EITHER = 2
"""An item, or what stands for it."""

MAX_FACTORIES = 2
"""How many functions, one in another, may give what is made of an item."""

MAX_STEPS = 8
"""How many calls, members and iterations are followed from an item to what is called."""

_TAKING = frozenset(("get", "pop", "setdefault"))
"""Methods that give the item under their first argument."""

_COPYING = frozenset(("list", "tuple", "sorted", "reversed", "iter", "set"))

_EMPTY = frozenset(("dict", "defaultdict", "OrderedDict", "WeakValueDictionary", "list", "set", "deque", "WeakSet"))


@dataclass(frozen=True, eq=False, slots=True)
class Entry:
    """What is put into a dict, and under which key: nodes of the scope that does it."""

    ref: ScopeRef
    key: int
    value: int
    chosen: tuple[tuple[ScopeRef, Guard], ...] = ()
    """Tests under which it is put in, or under which a local is another name of this dict: `table = self.slow if
    slow else self.quick`."""

    def is_left(self, r: Resolver, bindings: Bindings) -> bool:
        """Whether what is known keeps the item from being put into this dict."""
        return any(
            fails(r, at, known, bindings) for at, guard in self.chosen for known in guards_of_parameters(r, at, [guard])
        )


@dataclass(frozen=True, eq=False, slots=True)
class Table:
    """A dict, or another container, that is only ever filled item by item."""

    entries: tuple[Entry, ...]
    is_apart: bool = False
    """Whether objects of the class that keeps it are told apart by where they are made."""

    def suits(self, *, has_key: bool) -> bool:
        """Whether what its items are asked for with, a key or nothing, tells some of them apart."""
        is_keyed = all(entry.key != ex.NO_NODE for entry in self.entries)
        return is_keyed if has_key else not is_keyed and any(entry.chosen for entry in self.entries)


Step = tuple[ScopeRef, int] | Bindings


@dataclass(frozen=True, eq=False, slots=True)
class Pick:
    """What a node is made of the item that a key picks from a table: `steps` lead from the node to it.

    Steps are nodes, in the scope that asks or in a function that gives what is made of the item, and where such a
    function is called, what it is given.
    """

    table: Table
    key: ValueSet
    steps: tuple[Step, ...]
    keeper: ValueSet = NOTHING
    """The object that keeps the table, where objects of its class are told apart by where they are made."""
    default: ValueSet = NOTHING
    """What is meant where there is no such key: `HANDLERS.get(kind, ignore)`."""

    def made_of(self, r: Resolver, items: ValueSet) -> ValueSet:
        """What the node stands for where the items are known."""
        values = items
        for taken in reversed(self.steps):
            if isinstance(taken, dict):
                values = r.substitute(values, taken)
            else:
                ref, index = taken
                values = _step(r, ref, ref.scope.nodes[index], values)
        return values


def _step(r: Resolver, ref: ScopeRef, node: ex.Expression, values: ValueSet) -> ValueSet:
    if isinstance(node, ex.Attribute):
        return r.attribute(values, node.name)
    if isinstance(node, ex.Call):
        return r.call(values, arguments_of(r, ref, node))
    if isinstance(node, ex.Element):
        return r.iterate(values)
    if isinstance(node, ex.Item):
        return item(r, values, node.index)
    if isinstance(node, ex.Subscript):
        return r.subscript(values, r.node(ref, node.index))
    assert isinstance(node, ex.Coroutineness)
    return r.of_kind(values, node.positive)


class Finder:
    """Finds tables, each once."""

    def __init__(self, resolver: Resolver) -> None:
        self._r = resolver
        self._known: Memo[tuple[ScopeRef, str], Table | None] = Memo(self._find)

    def pick_of(self, ref: ScopeRef, index: int, depth: int = 0) -> Pick | None:
        """The item of a table that a node is made of; None where it is made otherwise."""
        steps: list[Step] = []
        for _ in range(MAX_STEPS):
            node = ref.scope.nodes[index]
            place = _place(ref, node)
            table = self.table_of(ref, place[0]) if place is not None else None
            if place is not None and table is not None and table.suits(has_key=place[1] != ex.NO_NODE):
                key = _key(self._r, ref, place[1]) if place[1] != ex.NO_NODE else NOTHING
                keeper = self._keeper(ref, place[0]) if table.is_apart else NOTHING
                return Pick(table, key, tuple(steps), keeper, _default(self._r, ref, node))
            given = self._given_by(ref, node, depth) if isinstance(node, ex.Call) and depth < MAX_FACTORIES else None
            given = given or self._or_fallback(ref, index, depth)
            if given is not None:
                return replace(given, steps=(*steps, *given.steps))
            onward, is_step = _onward(ref, node)
            if onward < 0:
                return None
            if is_step:
                steps.append((ref, index))
            index = onward
        return None

    def _or_fallback(self, ref: ScopeRef, index: int, depth: int) -> Pick | None:
        """An item, and what a local is bound to where there is none: `if handler is None: handler = ignore`."""
        offers = ref.scope.origins.get(index, [])
        if len(offers) != _EITHER or depth >= MAX_FACTORIES:
            return None
        for (asked, _), (other, places) in (offers, offers[::-1]):
            tests = [ref.scope.guards[place] for place in places]
            if any(test.asked == asked and _tells_missing(test) for test in tests):
                pick = self.pick_of(ref, asked, depth + 1)
                if pick is not None and not pick.steps:
                    return replace(pick, default=union([pick.default, self._r.node(ref, other)]))
        return None

    def _given_by(self, ref: ScopeRef, node: ex.Call, depth: int) -> Pick | None:
        """The item that what a function of the program gives is made of: `def loader(kind): return LOADERS[kind]()`."""
        r = self._r
        function = helper_called(r, ref, node)
        if function is None or len(function.ref.scope.returns) != 1:
            return None
        scope = function.ref.scope
        if any(
            isinstance(declared, Symbol) for declared in r.annotation(function.ref.enclosing, scope.returns_annotation)
        ):
            return None  # `def get(cls: type[T]) -> T`: what it gives is of the class that is asked for
        pick = self.pick_of(function.ref, scope.returns[0], depth + 1)
        if pick is None:
            return None
        given = bind_arguments(r, function.ref, function.receiver, arguments_of(r, ref, node))
        keeper, default = r.substitute(pick.keeper, given), r.substitute(pick.default, given)
        return Pick(pick.table, r.substitute(pick.key, given), (given, *pick.steps), keeper, default)

    def _keeper(self, ref: ScopeRef, container: int) -> ValueSet:
        node = ref.scope.nodes[container]
        return self._r.node(ref, node.base) if isinstance(node, ex.Attribute) else NOTHING

    def table_of(self, ref: ScopeRef, index: int) -> Table | None:
        """The table that a node denotes: a module's, or one that the objects of a class keep."""
        r = self._r
        node = ref.scope.nodes[index]
        if isinstance(node, ex.Attribute):
            owner = owner_of_self(ref, node.base) or _class_of(r.node(ref, node.base))
            return self._known[owner, node.name] if owner is not None else None
        if isinstance(node, ex.Import) and node.name:
            name = node.name
            module = r.program.module(r.program.find(absolute(ref.module, node.module, node.level) or "") or "")
        elif isinstance(node, ex.Name):
            name = node.name
            module = r.program.module_of(ref)
            bound = module.root.scope.names.get(name, ex.NO_NODE)
            if bound != ex.NO_NODE and isinstance(module.root.scope.nodes[bound], ex.Import):
                return self.table_of(module.root, bound)
        else:
            return None
        return self._known[module.root, name] if module is not None else None

    def _find(self, asked: tuple[ScopeRef, str]) -> Table | None:
        owner, name = asked
        return _kept(self._r, owner, name) if owner.scope.kind is ScopeKind.CLASS else _global(self._r, owner, name)


def _key(r: Resolver, ref: ScopeRef, index: int) -> ValueSet:
    """What a key may be; the class of a parameter becomes known with the parameter."""
    node = ref.scope.nodes[index]
    if isinstance(node, ex.Call) and len(node.args) == 1 and "type" in spellings(ref, node.func):
        values = r.node(ref, node.args[0])
        later = [step(r, value, STEP) for value in values if isinstance(value, Symbol)]
        return alternatives([*later, classes_of(r, tuple(value for value in values if not isinstance(value, Symbol)))])
    return r.node(ref, index)


def _place(ref: ScopeRef, node: ex.Expression) -> tuple[int, int] | None:
    """The nodes of the container and of the key, where a node takes an item; of any item without a key."""
    if isinstance(node, ex.Subscript):
        return node.base, node.index
    if isinstance(node, ex.Element):
        return None if node.is_async else (_copied(ref, node.base), ex.NO_NODE)
    if isinstance(node, ex.Call) and node.args and not node.starred:
        taking = ref.scope.nodes[node.func]
        if isinstance(taking, ex.Attribute) and taking.name in _TAKING:
            return taking.base, node.args[0]
    return None


def _tells_missing(test: Guard) -> bool:
    """Whether only None passes a test, or what counts as false."""
    return (test.operator == "none" and test.outcome) or (test.operator == "truthy" and not test.outcome)


def _default(r: Resolver, ref: ScopeRef, node: ex.Expression) -> ValueSet:
    """What a node that takes an item takes where there is none."""
    has_default = isinstance(node, ex.Call) and len(node.args) > 1
    return r.node(ref, node.args[1]) if has_default and isinstance(node, ex.Call) else NOTHING


def _original(ref: ScopeRef, node: ex.Expression) -> int:
    """What a call copies the items of; a negative number for other nodes."""
    if isinstance(node, ex.Call) and len(node.args) == 1 and not node.starred:
        return node.args[0] if _COPYING.intersection(spellings(ref, node.func)) else ex.NO_NODE
    return ex.NO_NODE


def _copied(ref: ScopeRef, index: int) -> int:
    """The container that a node is, or is a copy of."""
    original = _original(ref, ref.scope.nodes[index])
    return index if original < 0 else original


def _onward(ref: ScopeRef, node: ex.Expression) -> tuple[int, bool]:
    """The node that a node is made of, and whether it is more than the same; a negative one for others."""
    if isinstance(node, ex.Call):
        copied = _original(ref, node)
        return (copied, False) if copied >= 0 else (node.func, True)
    if isinstance(node, (ex.Attribute, ex.Subscript, ex.Coroutineness)):
        return node.base, True
    if isinstance(node, ex.Element):
        return (ex.NO_NODE, False) if node.is_async else (node.base, True)
    if isinstance(node, ex.Item):
        return node.base, True
    if isinstance(node, (ex.Refine, ex.Fact)):
        return node.base, False
    if isinstance(node, ex.Choice):
        others = [option for option in node.options if not _is_nothing(ref.scope.nodes[option])]
        return (others[0], False) if len(others) == 1 else (ex.NO_NODE, False)
    return ex.NO_NODE, False


def _is_nothing(node: ex.Expression) -> bool:
    if isinstance(node, ex.Literal):
        return True
    return isinstance(node, ex.Collection) and not node.items


def _class_of(values: ValueSet) -> ScopeRef | None:
    value = values[0] if len(values) == 1 else None
    cls = value if isinstance(value, ClassValue) or value is None else class_of(value)
    return cls.ref if cls is not None and not cls.ref.module.is_foreign else None


def _global(r: Resolver, root: ScopeRef, name: str) -> Table | None:
    module = r.program.module_of(root)
    bound = root.scope.names.get(name)
    if bound is None or module.outer.get((0, name)) or not _is_empty(module.root, bound):
        return None
    return _table(r, name, module.puts.get(name, ()))


def _kept(r: Resolver, owner: ScopeRef, name: str) -> Table | None:
    """The table that the objects of a class, or it itself, keep under a name."""
    if name in r.program.set_from_outside:
        return None
    cls = r.make(ClassValue, owner)
    stores: list[tuple[ScopeRef, Store]] = []
    for base in r.class_info(cls).ancestors:
        if not isinstance(base, ClassValue) or base.ref.module.is_foreign:
            continue
        bound = base.ref.scope.names.get(name)
        if bound is not None and not _is_empty(base.ref, bound):
            return None
        stores.extend(r.program.attribute_stores.get((base.ref, name), ()))
    if any(store.name and not _is_empty(ref, store.value) for ref, store in stores):
        return None
    stores.extend((ref, store) for ref, store in r.program.filled_from_outside.get(name, ()))
    return _table(r, name, [(ref, store) for ref, store in stores if not store.name], is_told_apart(r, cls))


def _table(r: Resolver, name: str, stores: Iterable[tuple[ScopeRef, Store]], is_apart: bool = False) -> Table | None:
    entries = tuple(
        Entry(ref, store.index, store.value, (*_under(r, ref, store.base), *_chosen(r, name, ref, store.base)))
        for ref, store in stores
    )
    return Table(entries, is_apart) if entries else None


def _under(r: Resolver, ref: ScopeRef, index: int) -> Iterator[tuple[ScopeRef, Guard]]:
    """The tests of parameters that a node stands under."""
    for guard in ref.scope.guards:
        if guard.covers(index) and guards_of_parameters(r, ref, [guard]):
            yield ref, guard


def _chosen(r: Resolver, name: str, ref: ScopeRef, base: int) -> Iterator[tuple[ScopeRef, Guard]]:
    """The tests under which a node stands for the attribute of that name, where it may stand for others."""
    for at, index in same(ref, base):
        if index in at.scope.origins:
            meant = [under for node, under in ways(r, at, index) if _is_called(at.scope.nodes[node], name)]
            if len(meant) == 1:
                yield from ((at, guard) for guard in meant[0])


def _is_called(node: ex.Expression, name: str) -> bool:
    return isinstance(node, ex.Attribute) and node.name == name


def _is_empty(ref: ScopeRef, index: int) -> bool:
    """Whether a node makes a dict with nothing in it, or with an empty container under each key."""
    nodes = ref.scope.nodes
    node = nodes[index]
    if isinstance(node, ex.Declared):
        return _is_empty(ref, node.value)
    if isinstance(node, ex.Collection):
        return all(_is_empty(ref, one) for one in node.items)
    return isinstance(node, ex.Call) and not _EMPTY.isdisjoint(spellings(ref, node.func)) and not node.keywords


def may_be(key: Value, other: Value) -> bool:
    """Whether two keys may be the same: what is neither a constant nor a class may be anything."""
    if isinstance(key, ClassValue) or isinstance(other, ClassValue):
        return key is other or not (_is_known(key) and _is_known(other))
    first, second = constant(key), constant(other)
    return UNKNOWN in (first, second) or first == second  # a member of an enumeration may be a text itself


def _is_known(key: Value) -> bool:
    return isinstance(key, ClassValue) or constant(key) is not UNKNOWN


def is_left_to_heirs(r: Resolver, keys: ValueSet, bindings: Bindings) -> bool:
    """Whether a key is an attribute of an object of which heirs may have another: `handlers[event.kind]`."""
    for key in keys:
        if isinstance(key, Symbol) and key.path and key.path != (STEP,):
            owners = r.substitute((r.make(Symbol, key.root, key.path[:-1], key.bound),), bindings)
            for owner in owners:
                cls = class_of(owner)
                if cls is not None and r.overridden(cls, key.path[-1]):
                    return True
    return False
