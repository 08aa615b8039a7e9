"""Overloads: which of a function's signatures a call can mean, by how many arguments it has and by what they are."""

from __future__ import annotations

from antifreeze.link.arguments import BY_POSITION, decorated_as
from antifreeze.link.resolver import Arguments, Resolver
from antifreeze.model.expression import NO_NODE
from antifreeze.model.summary import Parameter, ParamKind
from antifreeze.model.value import (
    Anything,
    Applied,
    ClassValue,
    External,
    FunctionValue,
    Instance,
    LiteralValue,
    ScopeRef,
    Value,
    ValueSet,
    is_none,
)

_NUMBERS = frozenset(("builtins.int", "builtins.float", "builtins.complex", "builtins.bool"))


def chosen(r: Resolver, values: ValueSet, arguments: Arguments) -> ValueSet:
    """Of the overloads of a function, those that can be meant of each object: up to the first one that surely is."""
    if not _are_overloads(values):
        return values
    found: list[Value] = []
    settled: set[Value | None] = set()
    for value in values:
        assert isinstance(value, FunctionValue)
        if value.receiver in settled:
            continue
        outcome = _fits(r, value, arguments)
        if outcome is not False:
            found.append(value)
        if outcome:
            settled.add(value.receiver)
    return tuple(found) or values


def overloads_of(r: Resolver, value: FunctionValue) -> ValueSet:
    """The signatures that a function of a library is declared with before it is defined."""
    found = [one for index in value.ref.scope.overloads for one in r.node(value.ref.enclosing, index)]
    signatures = [one.ref for one in found if isinstance(one, FunctionValue)]
    return tuple(r.make(FunctionValue, ref, value.receiver, value.env) for ref in signatures)


def _are_overloads(values: ValueSet) -> bool:
    first = values[0]
    return isinstance(first, FunctionValue) and all(
        isinstance(value, FunctionValue)
        and value.ref.scope.is_stub
        and value.ref.parent is first.ref.parent
        and value.ref.scope.name == first.ref.scope.name
        for value in values
    )


def _fits(r: Resolver, value: FunctionValue, arguments: Arguments) -> bool | None:
    """Whether a call can mean this signature; None where that cannot be told."""
    ref = value.ref
    given = list(arguments.positional)
    if value.receiver is not None and decorated_as(ref) != "staticmethod":
        given.insert(0, (value.receiver,))
    keywords = dict(arguments.keywords)
    is_open = bool(arguments.rest) or "" in keywords
    sure = not is_open
    for place, param in enumerate(ref.scope.params):
        values: ValueSet | None = keywords.pop(param.name, None)
        if given and param.kind in BY_POSITION:
            values = given.pop(0)
        elif param.kind is ParamKind.VAR_POSITIONAL:
            given.clear()
        elif param.kind is ParamKind.VAR_KEYWORD:
            keywords.clear()
        elif values is None and param.default == NO_NODE and not is_open:
            return False
        if values is not None and not (place == 0 and value.receiver is not None):
            outcome = _takes(r, ref, param, values)
            if outcome is False:
                return False
            sure = sure and bool(outcome)
    keywords.pop("", None)
    return False if given or keywords else sure or None


def _takes(r: Resolver, ref: ScopeRef, param: Parameter, values: ValueSet) -> bool | None:
    """Whether a parameter can be given the values."""
    if param.annotation == NO_NODE:
        return True
    if not values or any(isinstance(value, Anything) for value in values):
        return None
    literals = _literals(r.node(ref.enclosing, param.annotation))
    declared = r.annotation(ref.enclosing, param.annotation)
    outcomes = {_is_of(r, value, declared, literals) for value in values}
    return outcomes.pop() if len(outcomes) == 1 else None


def _literals(types: ValueSet) -> ValueSet | None:
    """The values that an annotation lists (`Literal["r", "w"]`); None for other annotations."""
    if not types or not all(
        isinstance(one, Applied) and isinstance(one.cls, External) and one.cls.name == "typing.Literal" for one in types
    ):
        return None
    return tuple(value for one in types if isinstance(one, Applied) for part in one.args for value in part)


def _is_of(r: Resolver, value: Value, declared: ValueSet, literals: ValueSet | None) -> bool | None:
    if literals is not None:
        return value in literals if isinstance(value, LiteralValue) else None
    if is_none(value):
        return value in declared if declared and not _is_vague(r, declared) else None
    cls = r.builtin(type(value.value).__name__) if isinstance(value, LiteralValue) else getattr(value, "cls", None)
    if not isinstance(cls, ClassValue) or not isinstance(value, (LiteralValue, Instance)):
        return None
    ancestors = r.class_info(cls).ancestors
    if any(isinstance(one, Instance) and one.cls in ancestors for one in declared):
        return True
    return None if _is_vague(r, declared) or any(isinstance(one, External) for one in ancestors) else False


def _is_vague(r: Resolver, declared: ValueSet) -> bool:
    """Whether a declared type may be met by values of classes that do not derive from it."""
    if not declared:
        return True
    for one in declared:
        if isinstance(one, LiteralValue):
            continue
        if not isinstance(one, Instance) or not isinstance(one.cls, ClassValue) or r.class_info(one.cls).is_protocol:
            return True
        name = one.cls.ref.name
        if name in _NUMBERS or name == "builtins.object" or name.startswith(("typing.", "collections.abc.", "os.")):
            return True
    return False
