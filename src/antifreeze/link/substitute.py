"""Substitution: symbols replaced by what they stand for, and followed along their paths."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

from antifreeze.link.arguments import IF_NONE
from antifreeze.link.attributes import step, super_step
from antifreeze.link.containers import PLACE, item, item_by_method
from antifreeze.link.defined import captured
from antifreeze.link.forwarded import BY_NAME, BY_PLACE, one_of
from antifreeze.link.homes import is_kept_apart
from antifreeze.link.imports import IMPORTED, imported_by_name
from antifreeze.link.members import BEGINS, begun, by_name
from antifreeze.link.memo import Memo
from antifreeze.link.nesting import within_bounds
from antifreeze.link.openclass import STEP as CLASS_STEP
from antifreeze.link.openclass import classes_of
from antifreeze.link.passed import CALL, arguments_of_step
from antifreeze.link.resolver import NO_ARGUMENTS, Bindings, Resolver
from antifreeze.link.settable import set_later
from antifreeze.link.sifted import is_sieve, sifted
from antifreeze.link.truths import TOLD, test_of, told
from antifreeze.model.expression import SET
from antifreeze.model.value import (
    MAX_DEPTH,
    NOTHING,
    Applied,
    Coroutine,
    Descriptor,
    Env,
    External,
    FunctionValue,
    Instance,
    LiteralValue,
    Member,
    ParamRoot,
    Partial,
    ScopeRef,
    Super,
    Suspended,
    Symbol,
    Value,
    ValueSet,
    alternatives,
    says_nothing,
    says_something,
    union,
)


def substitute(r: Resolver, values: ValueSet, bindings: Bindings) -> ValueSet:
    """The values with the symbols that `bindings` knows replaced."""
    return _Substitution(r, bindings).of(values)


class _Substitution:
    """One substitution. Values share their parts: each part is replaced once, however often it occurs."""

    def __init__(self, resolver: Resolver, bindings: Bindings) -> None:
        self._r = resolver
        self._bindings = bindings
        self._known: Memo[Value, ValueSet] = Memo(self._replaced)

    def of(self, values: ValueSet) -> ValueSet:
        """The values with their symbols replaced."""
        if not any(value.symbolic for value in values):
            return values
        found = [(value, self._known[value] if value.symbolic else (value,)) for value in values]
        if len(found) == 2:  # noqa: PLR2004 (what is given, and the default)
            found = _given_rather(found)
        return alternatives([known for value, known in found if known or not self._is_left_out(value)])

    def _is_left_out(self, value: Value) -> bool:
        """Whether a value is one of the arguments that are handed on, which are known, and is not among them."""
        is_handed_on = isinstance(value, Symbol) and bool(value.path) and value.path[-1].startswith(BY_PLACE)
        return is_handed_on and bool(self._bindings.get(value.root))  # type: ignore[attr-defined]  # a symbol

    def _replaced(self, value: Value) -> ValueSet:  # noqa: PLR0911 (one case a kind of value)
        r = self._r
        if isinstance(value, Symbol):
            known = self._bindings.get(value.root)
            return (value,) if known is None else follow(r, known, value.path)
        if isinstance(value, Instance):
            args = tuple(map(self.of, value.args))
            return (_bounded(r, Instance(value.cls, args, self._env(value.env), value.facts), value),)
        if isinstance(value, FunctionValue):
            return self._function(value)
        if isinstance(value, Coroutine):
            return (_bounded(r, Coroutine(self.of(value.result)), value),)
        if isinstance(value, Suspended):
            return tuple(
                _bounded(r, Suspended(function, self._env(value.args), value.is_context_manager), value)
                for function in self._function(value.function)
                if isinstance(function, FunctionValue)
            )
        if isinstance(value, Partial):
            keywords = tuple((name, self.of(part)) for name, part in value.keywords)
            return (_bounded(r, Partial(self.of(value.functions), tuple(map(self.of, value.args)), keywords), value),)
        if isinstance(value, Descriptor):
            return (r.make(Descriptor, value.kind, self.of(value.functions)),)
        if isinstance(value, Applied):
            return (_bounded(r, Applied(value.cls, tuple(map(self.of, value.args))), value),)
        if isinstance(value, External):
            assert value.receiver is not None
            return tuple(r.make(External, value.name, known) for known in self.of((value.receiver,)))
        if isinstance(value, Member):
            return by_name(r, self.of(value.owners), self.of(value.names))
        assert isinstance(value, Super)
        return tuple(r.make(Super, value.cls, known) for known in self.of((value.receiver,)))

    def _env(self, env: Env) -> Env:
        return tuple((root, self.of(values)) for root, values in env)

    def _function(self, value: FunctionValue) -> ValueSet:
        r = self._r
        env = self._env(value.env)
        if value.ref.captures:
            have = {root for root, _ in env}
            enclosing = _enclosing(value.ref)
            more = [
                (root, known)
                for root, known in self._bindings.items()
                if isinstance(root, ParamRoot) and root.ref in enclosing and root not in have and known
            ]
            left = captured(r, value.ref, (*env, *more))
            if left is None:
                return NOTHING
            env = left
        receivers: tuple[Value | None, ...] = (None,)
        if value.receiver is not None:
            found = self.of((value.receiver,))
            receivers = found if says_something(found) else (value.receiver,)
        return tuple(_rebound(r, value, receiver, env) for receiver in receivers)


def _given_rather(found: list[tuple[Value, ValueSet]]) -> list[tuple[Value, ValueSet]]:
    """A constant that `**options` turn out to give for a parameter, without the default that stands beside it."""
    for (given, known), (default, _) in (found, found[::-1]):
        is_by_name = isinstance(given, Symbol) and bool(given.path) and given.path[-1].startswith(BY_NAME)
        if is_by_name and known and isinstance(default, LiteralValue):
            return [(given, known)] if all(isinstance(value, LiteralValue) for value in known) else found
    return found


def _bounded(r: Resolver, draft: Value, original: Value) -> Value:
    """Intern a draft; one that would nest too deeply forgets what its parts were made with, or stays as it was."""
    if isinstance(draft, (Instance, FunctionValue)):
        return within_bounds(r, draft) or original
    if draft.depth > MAX_DEPTH:
        return original
    return r.make(type(draft), *(getattr(draft, name) for name in _FIELDS[type(draft)]))


_FIELDS: Memo[type[Value], tuple[str, ...]] = Memo(
    lambda kind: tuple(part.name for part in dataclasses.fields(kind) if part.init)
)


def _rebound(r: Resolver, value: FunctionValue, receiver: Value | None, env: Env) -> Value:
    if receiver is not value.receiver and isinstance(receiver, Instance) and receiver.env:
        have = {root for root, _ in env}
        env = (*env, *((root, known) for root, known in receiver.env if root not in have))
    return _bounded(r, FunctionValue(value.ref, receiver, env), value)


def _enclosing(ref: ScopeRef) -> set[ScopeRef]:
    found = set()
    parent = ref.parent
    while parent is not None:
        found.add(parent)
        parent = parent.parent
    return found


def follow(r: Resolver, values: ValueSet, path: tuple[str, ...]) -> ValueSet:
    """What lies at the end of an access path."""
    for part in path:
        if not values:
            return NOTHING
        handler = _STEPS.get(part)
        if handler is not None:
            values = handler(r, values)
        elif part.startswith(CALL):
            values = r.call(values, arguments_of_step(r, part))
        elif part.startswith(BY_PLACE):
            values = union([one_of(r, value, part) for value in values])
        elif part.startswith(PLACE):
            values = item(r, values, int(part.removeprefix(PLACE)))
        elif part.startswith(TOLD):
            values = told(r, values, test_of(part))
        elif is_sieve(part):
            values = sifted(r, values, part)
        elif part.startswith(BEGINS):
            values = begun(r, values, part.removeprefix(BEGINS))
        elif part.startswith(SET):
            values = union([set_later(r, value, part.removeprefix(SET)) for value in values])
        elif part.startswith("super:"):
            values = super_step(r, values, part)
        else:
            values = r.attribute(values, part)
    return values


def _items(r: Resolver, values: ValueSet) -> ValueSet:
    """Some item of each of the values; of what an object keeps that is not known yet, for later."""
    later = [value for value in values if isinstance(value, Symbol) and is_kept_apart(r, value)]
    found = [r.subscript(values, NOTHING), *(item_by_method(r, value, NOTHING) for value in values)]
    return alternatives([*found, *(step(r, value, "[]") for value in later)])


def _if_none(r: Resolver, value: Value) -> ValueSet:
    if isinstance(value, Symbol):
        return step(r, value, IF_NONE)
    return (value,) if says_nothing(value) else NOTHING


_STEPS: dict[str, Callable[[Resolver, ValueSet], ValueSet]] = {
    "[]": _items,
    "for": lambda r, values: r.iterate(values),
    "await": lambda r, values: r.awaited(values),
    "with": lambda r, values: r.entered(values),
    "?async": lambda r, values: r.of_kind(values, True),
    "?sync": lambda r, values: r.of_kind(values, False),
    "/": lambda r, values: r.call(r.attribute(values, "__truediv__"), NO_ARGUMENTS),  # of a path, once or more often
    CLASS_STEP: classes_of,
    IMPORTED: lambda r, values: union(
        [imported_by_name(r, values), *(step(r, value, IMPORTED) for value in values if isinstance(value, Symbol))]
    ),
    IF_NONE: lambda r, values: union([_if_none(r, value) for value in values]),
}
"""What steps that are no names of attributes lead to."""
