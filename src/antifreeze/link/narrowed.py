"""Tests of an object's class: what they leave of a set of values, and functions that make such a test."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from antifreeze.link.arguments import decorated_as
from antifreeze.link.held import with_facts
from antifreeze.link.resolver import Resolver
from antifreeze.model.expression import Call, Name, Param
from antifreeze.model.summary import ScopeKind
from antifreeze.model.value import (
    Applied,
    ClassValue,
    External,
    FunctionValue,
    Instance,
    LiteralValue,
    ScopeRef,
    Symbol,
    Value,
    ValueSet,
)

_GUARDS = {"TypeGuard": False, "TypeIs": True}
"""What annotates the return of a function that tests a class, and whether its failing tells something, too."""


IS_NO = "is no:"
"""How the facts of an object begin that tell of which heirs of its class it is not: those that a test has ruled out."""


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What a function that came out true tells of its argument; `is_exact` where coming out false tells the rest."""

    classes: ValueSet
    is_exact: bool


def refined(r: Resolver, values: ValueSet, classes: ValueSet, *, positive: bool) -> ValueSet:
    """The values of which `isinstance(value, classes)` may give `positive`."""
    tested = [value for group in _flatten(r, classes) for value in group]
    if not tested:
        return values
    if not positive:
        left = (value for value in values if not any(_is_a(r, value, cls) for cls in tested))
        return tuple(dict.fromkeys(_but_for(r, value, tested) for value in left))
    kept = tuple(value for value in values if any(_is_a(r, value, cls) for cls in tested))
    if kept or not all(cls is r.builtin("str") or cls is r.builtin("object") for cls in tested):
        return kept or r.instances(tuple(tested))
    return tuple(value for value in values if isinstance(value, Symbol)) or r.instances(tuple(tested))


def _but_for(r: Resolver, value: Value, tested: list[Value]) -> Value:
    """An object of one of the program's classes, with the heirs of that class which it is known not to be of."""
    cls = value.cls if isinstance(value, Instance) else None
    if not isinstance(cls, ClassValue) or cls.ref.module.is_foreign:
        return value
    heirs = [one for one in tested if isinstance(one, ClassValue) and cls in r.class_info(one).ancestors]
    return with_facts(r, (value,), [(f"{IS_NO}{heir.ref.name}", True) for heir in heirs])[0] if heirs else value


def is_ruled_out(r: Resolver, heir: ClassValue, ruled_out: Sequence[str]) -> bool:
    """Whether a class is, or derives from, one of those that an object is known not to be of."""
    ancestors = r.class_info(heir).ancestors if ruled_out else ()
    return any(isinstance(base, ClassValue) and base.ref.name in ruled_out for base in ancestors)


def narrowing_of(r: Resolver, ref: ScopeRef, call: Call) -> Narrowing | None:
    """What a call tells of its only argument, where all that it may call are functions that test a class."""
    found = {_made_by(r, callee) for callee in r.node(ref, call.func)}
    return found.pop() if len(found) == 1 else None


def _made_by(r: Resolver, callee: Value) -> Narrowing | None:
    if not isinstance(callee, FunctionValue):
        return None
    known = r.once(("narrowing", callee.ref), lambda: _declared(r, callee.ref))
    if known:
        return Narrowing(known[1:], is_exact=bool(known[0].value))  # type: ignore[attr-defined]  # `_declared` put it there
    return None


def _declared(r: Resolver, ref: ScopeRef) -> ValueSet:
    """Whether the test is exact, as a literal, and the classes that a function tests; nothing for other functions."""
    scope, parent = ref.scope, ref.enclosing
    for value in r.node(parent, scope.returns_annotation):
        cls = value.cls if isinstance(value, Applied) and value.args else None
        name = cls.name.rpartition(".")[2] if isinstance(cls, External) else ""
        if name in _GUARDS:
            return (r.make(LiteralValue, _GUARDS[name]), *value.args[0])  # type: ignore[attr-defined]  # applied
    number = int(parent.scope.kind is ScopeKind.CLASS and decorated_as(ref) != "staticmethod")
    test = scope.nodes[scope.returns[0]] if len(scope.returns) == 1 and not scope.is_async else None
    if not isinstance(test, Call) or len(test.args) != 2:  # noqa: PLR2004 (`isinstance(value, classes)`)
        return ()
    func, subject = scope.nodes[test.func], scope.nodes[test.args[0]]
    if isinstance(func, Name) and func.name == "isinstance" and isinstance(subject, Param) and subject.index == number:
        return (r.make(LiteralValue, True), *r.node(ref, test.args[1]))
    return ()


def _flatten(r: Resolver, values: ValueSet) -> list[ValueSet]:
    found: list[ValueSet] = []
    for value in values:
        if isinstance(value, Instance) and value.cls is r.builtin("tuple"):
            found.extend(value.args)
        else:
            found.append((value,))
    return found


def _is_a(r: Resolver, value: Value, cls: Value) -> bool:
    """Whether the value is surely an instance of the class."""
    if isinstance(cls, Applied):
        cls = cls.cls
    if isinstance(value, LiteralValue):
        return r.builtin(type(value.value).__name__) is cls
    if not isinstance(value, Instance):
        return False
    if value.cls is cls:
        return True
    return isinstance(value.cls, ClassValue) and cls in r.class_info(value.cls).ancestors
