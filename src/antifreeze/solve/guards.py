"""The tests that sites stand under: of parameters, with the constants that they name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from antifreeze.link.displays import undeclared
from antifreeze.link.homes import is_method
from antifreeze.link.outcomes import by_arguments, by_constructor, implied, unjoined
from antifreeze.link.resolver import Resolver
from antifreeze.link.tested import guards_of_parameters, worked_out
from antifreeze.link.truths import test_of
from antifreeze.model.expression import NO_NODE, Attribute, Call, Literal
from antifreeze.model.summary import OF_KIND, TELLS, Guard
from antifreeze.model.value import ClassValue, ParamRoot, ScopeRef, Symbol


def parameters_tested(r: Resolver, ref: ScopeRef, guards: Sequence[Guard]) -> tuple[Guard, ...]:
    """What a function's tests say of its parameters, also by way of locals and of what an object keeps."""
    others = [known for guard in guards for known in (*implied(r, ref, guard), *by_constructor(r, ref, guard))]
    return tuple(unjoined(r, ref, guard) for guard in guards_of_parameters(r, ref, [*guards, *others]))


def parameters_tested_at(r: Resolver, ref: ScopeRef, node: int) -> list[Guard]:
    """The tests of a function's parameters that a node of it stands under."""
    return [guard for guard in parameters_tested(r, ref, ref.scope.guards) if guard.covers(node)]


def as_handed_on(guard: Guard, path: tuple[str, ...]) -> Guard:
    """A test of what is handed on as one of the parameter that it is, or is the outcome of a test of."""
    if not path:
        return guard
    asked = test_of(path[0])
    is_turned = guard.operator == "truthy" and not guard.outcome
    return replace(asked, outcome=not asked.outcome) if is_turned else asked


MemberTest = tuple[Guard, Symbol, str]
"""A test of an attribute of what a parameter stands for; of what calling that gives, where no attribute is named."""


def members_tested(r: Resolver, ref: ScopeRef) -> tuple[MemberTest, ...]:
    """The tests in a function of attributes of what it is given: `if config.offline`, which only callers decide.

    Whether what a callable gives has to be awaited, only callers decide either.
    """
    found: list[MemberTest] = []
    for guard in ref.scope.guards:
        if guard.operator == OF_KIND and isinstance(ref.scope.nodes[guard.asked], Call):
            given = r.node(ref, guard.asked)
            if len(given) == 1 and isinstance(given[0], Symbol) and isinstance(given[0].root, ParamRoot):
                found.append((guard, given[0], ""))
            continue
        found += _of_attribute(r, ref, ref, guard)
        for made_in, known in by_arguments(r, ref, guard):
            found += _of_attribute(r, ref, made_in, known)
    return tuple(found)


def attributes_tested(r: Resolver, ref: ScopeRef, guards: Iterable[Guard]) -> tuple[MemberTest, ...]:
    """Those of a function's tests that are of attributes of what it is given, also by way of locals."""
    known = [each for guard in guards for each in (guard, *implied(r, ref, guard))]
    return tuple(told for each in known if not each.others for told in _of_attribute(r, ref, ref, each))


def _of_attribute(r: Resolver, ref: ScopeRef, made_in: ScopeRef, guard: Guard) -> list[MemberTest]:
    """A test, in a function or in the constructor of its object, of an attribute of what a parameter stands for."""
    node = made_in.scope.nodes[guard.asked] if guard.asked != NO_NODE and guard.operator != TELLS else None
    if not isinstance(node, Attribute) or node.name in r.program.set_from_outside:
        return []
    known = worked_out(r, made_in, guard)
    objects = r.node(made_in, node.base)
    subject = objects[0] if len(objects) == 1 else None
    if known is None or not isinstance(subject, Symbol) or subject.path or not isinstance(subject.root, ParamRoot):
        return []
    is_told_otherwise = _is_own_object(made_in, subject.root) and not _is_switch(r, ref, node.name)
    return [] if is_told_otherwise else [(known, subject, node.name)]


def _is_own_object(ref: ScopeRef, root: ParamRoot) -> bool:
    """Whether a parameter is a method's own object, whose attributes that its constructor keeps are told otherwise."""
    return root.ref is ref and not root.index and is_method(ref)


def _is_switch(r: Resolver, ref: ScopeRef, name: str) -> bool:
    """Whether an attribute is a constant of the class that heirs have another of, and nothing assigns it."""
    cls = r.make(ClassValue, ref.enclosing)
    if not r.overridden(cls, name):
        return False
    for base in (*r.class_info(cls).ancestors, *r.subclasses(cls)):
        if isinstance(base, ClassValue) and (base.ref, name) in r.program.attribute_stores:
            return False
        index = base.ref.scope.names.get(name) if isinstance(base, ClassValue) else None
        if isinstance(base, ClassValue) and index is not None and not isinstance(undeclared(base.ref, index), Literal):
            return False
    return True
