"""Tests that tell the values of an expression apart: `plugin.blocking`, `is_mail(channel)`.

Where control has passed such a test, what is asked about is only what may have passed it. A test of a class
(`isinstance`) narrows already where the file is lowered; what these tests tell, only the whole program knows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from antifreeze.link.narrowed import Narrowing, narrowing_of, refined
from antifreeze.link.resolver import Arguments, Bindings, Resolver
from antifreeze.link.tested import constant, passes, worked_out
from antifreeze.model.expression import NO_NODE, Attribute, Call
from antifreeze.model.summary import TELLS, Guard
from antifreeze.model.value import ClassValue, FunctionValue, Instance, LiteralValue, ScopeRef, Value, ValueSet, union

MAX_HEIRS = 24
"""How many subclasses are looked at for what a class leaves to them."""


@dataclass(frozen=True, slots=True)
class Test:
    """What has been asked about the values of a node: an attribute's constant, or a class."""

    subject: int
    guard: Guard
    attribute: str = ""
    narrowing: Narrowing | None = None

    def keep(self, r: Resolver, values: ValueSet) -> ValueSet:
        """The values that may have passed."""
        if self.narrowing is not None:
            return refined(r, values, self.narrowing.classes, positive=self.guard.outcome)
        return tuple(value for value in values if not self._fails(r, value))

    def _fails(self, r: Resolver, value: Value) -> bool:
        """Whether an object's attribute is known not to pass; an heir of its class may have another."""
        if not isinstance(value, Instance):
            return False
        if isinstance(value.cls, ClassValue) and r.overridden(value.cls, self.attribute):
            return False
        found = r.attribute((value,), self.attribute)
        known = all(isinstance(part, LiteralValue) or (isinstance(part, Instance) and part.facts) for part in found)
        return bool(found) and known and not any(passes(self.guard, constant(part)) for part in found)


@dataclass(frozen=True, slots=True)
class Apart:
    """What a call of a method is asked of, with the tests that its object has passed."""

    base: ValueSet
    name: str
    tests: tuple[Test, ...]

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
        objects = [self._with_heirs(r, value) for value in closed(r.substitute(each(self.base), bindings))]
        return r.attribute(_kept(r, self.tests, union(objects)), self.name)

    def _with_heirs(self, r: Resolver, value: Value) -> ValueSet:
        """An object; where its class leaves the method and what is tested to subclasses, objects of these."""
        cls = value.cls if isinstance(value, Instance) else None
        if not isinstance(cls, ClassValue) or not any(r.overridden(cls, test.attribute) for test in self.tests):
            return (value,)
        methods = r.attribute((value,), self.name)
        if not all(isinstance(method, FunctionValue) and method.ref.scope.is_abstract for method in methods):
            return (value,)
        return tuple(r.make(Instance, heir) for heir in r.subclasses(cls)[:MAX_HEIRS])


def tests_of(r: Resolver, ref: ScopeRef) -> list[Test]:
    """The tests in a function that tell values apart."""
    return [test for guard in ref.scope.guards if guard.asked >= 0 for test in _tests(r, ref, guard)]


def _tests(r: Resolver, ref: ScopeRef, guard: Guard) -> Iterator[Test]:
    node = ref.scope.nodes[guard.asked]
    if isinstance(node, Call):
        narrowing = narrowing_of(r, ref, node) if guard.operator == TELLS else None
        if narrowing is not None and (guard.outcome or narrowing.is_exact):
            yield Test(node.args[0], guard, narrowing=narrowing)
    elif isinstance(node, Attribute):
        known = worked_out(r, ref, guard)
        if known is not None:
            yield Test(node.base, known, attribute=node.name)


def passed(tests: list[Test], ref: ScopeRef, index: int, subject: int) -> tuple[Test, ...]:
    """The tests of what the node `subject` stands for that control has passed at the node `index`."""
    return tuple(
        test for test in tests if test.guard.start <= index < test.guard.end and _is_same(ref, test.subject, subject)
    )


def method_asked(r: Resolver, ref: ScopeRef, tests: list[Test], index: int, func: int) -> Apart | None:
    """What the call `index` of `func` is asked of, where its object has passed a test that tells values apart."""
    node = ref.scope.nodes[func]
    if not isinstance(node, Attribute):
        return None
    found = passed(tests, ref, index, node.base)
    return Apart(r.node(ref, node.base), node.name, found) if found else None


def arguments_apart(r: Resolver, ref: ScopeRef, tests: list[Test], index: int, arguments: Arguments) -> Arguments:
    """The arguments of the call `index` without those values that cannot have passed the tests before it."""
    node = ref.scope.nodes[index]
    assert isinstance(node, Call)
    positional = list(arguments.positional)
    for place, argument in enumerate(node.args[: len(positional)]):
        positional[place] = _kept(r, passed(tests, ref, index, argument), positional[place])
    keywords = tuple(
        (name, _kept(r, passed(tests, ref, index, argument), values))
        for (name, values), (_, argument) in zip(arguments.keywords, node.keywords, strict=True)
    )
    return Arguments(tuple(positional), keywords, arguments.rest)


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
