"""Tests that tell the values of an expression apart: `plugin.blocking`, `is_mail(channel)`.

Where control has passed such a test, what is asked about is only what may have passed it. A test of a class
(`isinstance`) narrows already where the file is lowered; what these tests tell, only the whole program knows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from antifreeze.link.containers import item
from antifreeze.link.kinds import has
from antifreeze.link.marks import marks
from antifreeze.link.members import by_name
from antifreeze.link.narrowed import Narrowing, narrowing_of, refined
from antifreeze.link.resolver import Arguments, Bindings, Resolver
from antifreeze.link.spelled import spellings
from antifreeze.link.tested import OF_OBJECTS, constant, passes, worked_out
from antifreeze.model.expression import NO_NODE, Attribute, Call, Choice, Coroutineness, Item, Refine
from antifreeze.model.summary import IS_A, TELLS, Guard
from antifreeze.model.value import (
    NOTHING,
    ClassValue,
    FunctionValue,
    Instance,
    LiteralValue,
    ModuleValue,
    ScopeRef,
    Value,
    ValueSet,
    union,
)

MAX_HEIRS = 24
"""How many subclasses are looked at for what a class leaves to them."""


@dataclass(frozen=True, slots=True)
class Test:
    """What has been asked about the values of a node: an attribute's constant, or a class."""

    subject: int
    guard: Guard
    attribute: str = ""
    narrowing: Narrowing | None = None
    default: ValueSet = NOTHING
    """What an object without the attribute is taken to have."""
    item: int | None = None
    """The number of the item that is tested, of what is unpacked."""

    def keep(self, r: Resolver, values: ValueSet) -> ValueSet:
        """The values that may have passed."""
        if self.narrowing is not None:
            return refined(r, values, self.narrowing.classes, positive=self.guard.outcome)
        return tuple(value for value in values if not self._fails(r, value))

    def _fails(self, r: Resolver, value: Value) -> bool:
        """Whether an object's attribute is known not to pass; an heir of its class may have another."""
        if not isinstance(value, (FunctionValue, Instance, ModuleValue)):
            return False
        cls = value.cls if isinstance(value, Instance) else None
        if isinstance(cls, ClassValue) and self.attribute and r.overridden(cls, self.attribute):
            return False
        found = self._tested(r, value)
        known = all(isinstance(part, LiteralValue) or (isinstance(part, Instance) and part.facts) for part in found)
        return bool(found) and known and not any(passes(self.guard, constant(part)) for part in found)

    def _tested(self, r: Resolver, value: Value) -> ValueSet:
        if self.item is not None:
            return item(r, (value,), self.item)
        if isinstance(value, FunctionValue):
            return marks(r, value, self.attribute) or self.default
        found = r.attribute((value,), self.attribute)
        return found or (self.default if has(r, value, self.attribute) is False else NOTHING)


@dataclass(frozen=True, slots=True)
class Apart:
    """What a call of a method is asked of, with the tests that its object has passed."""

    base: ValueSet
    tests: tuple[Test, ...]
    names: ValueSet
    """The method's name, or what it may be: `getattr(step, direction)`; nothing where the object itself is called."""
    is_coroutine: bool | None = None
    """Whether the method was found to be a coroutine function, or not to be one."""
    item: int | None = None
    """The number of the item that is called, of what is unpacked."""

    def methods(
        self,
        r: Resolver,
        bindings: Bindings,
        closed: Callable[[ValueSet], ValueSet] = tuple,
        each: Callable[[ValueSet], ValueSet] = tuple,
    ) -> ValueSet:
        """The methods of those objects that may have passed; `closed` resolves what is open in them.

        `each` tells the objects apart that a helper makes.
        """
        names = r.substitute(self.names, bindings)
        objects = [self._with_heirs(r, value, names) for value in closed(r.substitute(each(self.base), bindings))]
        kept = _kept(r, self.tests, union(objects))
        found = kept if self.item is None else item(r, kept, self.item)
        found = by_name(r, found, names) if self.names else found
        return found if self.is_coroutine is None else r.of_kind(found, self.is_coroutine)

    def _with_heirs(self, r: Resolver, value: Value, names: ValueSet) -> ValueSet:
        """An object; where its class leaves the method and what is tested to subclasses, objects of these."""
        cls = value.cls if isinstance(value, Instance) else None
        if not isinstance(cls, ClassValue) or not any(r.overridden(cls, test.attribute) for test in self.tests):
            return (value,)
        methods = by_name(r, (value,), names)
        if not all(isinstance(method, FunctionValue) and method.ref.scope.is_abstract for method in methods):
            return (value,)
        return tuple(r.make(Instance, heir) for heir in r.subclasses(cls)[:MAX_HEIRS])


def tests_of(r: Resolver, ref: ScopeRef) -> list[Test]:
    """The tests in a function that tell values apart."""
    told = (guard for guard in ref.scope.guards if guard.asked >= 0 and guard.operator not in OF_OBJECTS)
    return [test for guard in told for test in _tests(r, ref, guard)]


def _tests(r: Resolver, ref: ScopeRef, guard: Guard) -> Iterator[Test]:
    node = ref.scope.nodes[guard.asked]
    if isinstance(node, Call):
        narrowing = narrowing_of(r, ref, node) if guard.operator == TELLS else None
        if narrowing is not None and (guard.outcome or narrowing.is_exact):
            yield Test(node.args[0], guard, narrowing=narrowing)
        return
    default = NOTHING
    if isinstance(node, Choice) and len(node.options) == 2 and guard.asked not in ref.scope.origins:  # noqa: PLR2004 (as lowered)
        default = r.node(ref, node.options[1])
        node = ref.scope.nodes[node.options[0]]
    known = worked_out(r, ref, guard) if isinstance(node, (Attribute, Item)) else None
    if known is not None and isinstance(node, Item) and node.index >= 0:
        yield Test(node.base, known, item=node.index)
    elif known is not None and isinstance(node, Attribute):
        yield Test(node.base, known, attribute=node.name, default=default)


def passed(tests: list[Test], ref: ScopeRef, index: int, subject: int) -> tuple[Test, ...]:
    """The tests of what the node `subject` stands for that control has passed at the node `index`."""
    return tuple(test for test in tests if test.guard.covers(index) and _is_same(ref, test.subject, subject))


def method_asked(r: Resolver, ref: ScopeRef, tests: list[Test], index: int, func: int) -> Apart | None:
    """What the call `index` of `func` is asked of, where its object has passed a test that tells values apart."""
    node = ref.scope.nodes[func]
    is_coroutine = None
    if isinstance(node, Coroutineness):
        is_coroutine = node.positive
        node = ref.scope.nodes[node.base]
    number = None
    itself = passed(tests, ref, index, func)
    if itself:
        return Apart(r.node(ref, func), itself, NOTHING, is_coroutine)
    if isinstance(node, Item) and node.index >= 0:
        base, number = node.base, node.index
        names: ValueSet = NOTHING
    elif isinstance(node, Attribute):
        base = node.base
        names = (r.make(LiteralValue, node.name),)
    elif isinstance(node, Call) and len(node.args) > 1 and "getattr" in spellings(ref, node.func):
        base, names = node.args[0], r.node(ref, node.args[1])
    else:
        return None
    excluded, base = _excluded(r, ref, base)
    found = (*excluded, *passed(tests, ref, index, base))
    return Apart(r.node(ref, base), found, names, is_coroutine, number) if found else None


def is_excluded(ref: ScopeRef, func: int) -> bool:
    """Whether a method is asked of what was found not to be of some class."""
    node = ref.scope.nodes[func]
    base = ref.scope.nodes[node.base] if isinstance(node, Attribute) else None
    return isinstance(base, Refine) and not base.positive


def _excluded(r: Resolver, ref: ScopeRef, index: int) -> tuple[list[Test], int]:
    """The classes of which an object was found not to be, where the program tells what it is; and the object."""
    found: list[Test] = []
    node = ref.scope.nodes[index]
    while isinstance(node, Refine) and not node.positive and any(value.symbolic for value in r.node(ref, node.base)):
        narrowing = Narrowing(r.node(ref, node.classes), is_exact=True)
        found.append(Test(node.base, Guard(NO_NODE, IS_A, (), False, index), narrowing=narrowing))
        index, node = node.base, ref.scope.nodes[node.base]
    return found, index


def arguments_apart(
    r: Resolver,
    ref: ScopeRef,
    tests: list[Test],
    index: int,
    arguments: Arguments,
    closed: Callable[[ValueSet], ValueSet] = tuple,
) -> Arguments:
    """The arguments of the call `index` without those values that cannot have passed the tests before it."""
    node = ref.scope.nodes[index]
    assert isinstance(node, Call)

    def apart(argument: int, values: ValueSet) -> ValueSet:
        under = passed(tests, ref, index, argument)
        return _kept(r, under, closed(values)) if under else values

    given = dict(zip(range(len(arguments.positional)), node.args, strict=False))
    positional = [apart(given.get(place, NO_NODE), values) for place, values in enumerate(arguments.positional)]
    keywords = [
        (name, apart(argument, values))
        for (name, values), (_, argument) in zip(arguments.keywords, node.keywords, strict=True)
    ]
    return Arguments(tuple(positional), tuple(keywords), arguments.rest)


def _kept(r: Resolver, tests: tuple[Test, ...], values: ValueSet) -> ValueSet:
    for test in tests:
        values = test.keep(r, values)
    return values


def _is_same(ref: ScopeRef, one: int, other: int) -> bool:
    """Whether two nodes read the same: the same binding, or the same attribute of it."""
    if one == other:
        return one != NO_NODE
    first, second = ref.scope.nodes[one], ref.scope.nodes[other]
    return (
        isinstance(first, Attribute)
        and isinstance(second, Attribute)
        and first.name == second.name
        and _is_same(ref, first.base, second.base)
    )
