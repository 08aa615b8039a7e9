"""What `*args` and `**kwargs` hand on: `function(*args, **kwargs)` in a wrapper passes arguments to its parameters."""

from __future__ import annotations

from antifreeze.link.containers import make_instance
from antifreeze.link.resolver import Resolver
from antifreeze.model.expression import Attribute, Call, Captured, Choice, Expression, Free, Param, Star
from antifreeze.model.summary import ParamKind, Scope, ScopeKind
from antifreeze.model.value import (
    ANYTHING,
    NOTHING,
    Anything,
    Instance,
    Known,
    LiteralValue,
    ParamRoot,
    ScopeRef,
    Symbol,
    Value,
    ValueSet,
    union,
)

BY_NAME, BY_PLACE = "**", "*"
"""How the steps of access paths start that lead from keyword arguments, and from positional ones, to one of them."""

_COUNT = "*"
"""The fact that tells how many arguments a tuple of them holds."""

_NAMES = "**"
"""The fact that tells which keywords a dict of arguments holds; those that are constants have facts of their own."""


def is_forwarded(r: Resolver, ref: ScopeRef, index: int) -> bool:
    """Whether a function hands its `*args` or `**kwargs` on as they are."""
    key = (ref, index)
    known = r.program.forwarded.get(key)
    if known is None:
        known = r.program.forwarded[key] = _is_forwarded(ref, index)
    return known


def _is_forwarded(ref: ScopeRef, index: int) -> bool:
    own: set[int] = set()
    for place, node in enumerate(ref.scope.nodes):
        is_head = isinstance(node, Choice) and own.issuperset(node.options)  # of a loop
        if is_head or (isinstance(node, Param) and node.index == index):
            own.add(place)
    uses = [(ref.scope, own)]
    for scope in ref.module.scopes[ref.index + 1 :] if own else ():
        captured = {place for place, node in enumerate(scope.nodes) if _is_captured(node, ref, index, own)}
        if captured:
            uses.append((scope, captured))
    return not any(_changes(*use) for use in uses) and any(_spreads(*use) for use in uses)


def _is_captured(node: Expression, ref: ScopeRef, index: int, own: set[int]) -> bool:
    """Whether a node of a function within another reads that one's parameter."""
    if isinstance(node, Captured):
        return node.scope == ref.index and node.node in own
    return isinstance(node, Free) and node.scope == ref.index and node.name == ref.scope.params[index].name


def _changes(scope: Scope, own: set[int]) -> bool:
    """Whether something is put into the arguments."""
    return any(store.base in own for store in scope.stores) or any(
        isinstance(node, Attribute) and node.base in own and node.name in ("setdefault", "update")
        for node in scope.nodes
    )


def _spreads(scope: Scope, own: set[int]) -> bool:
    """Whether the arguments are handed on: `function(*args, **kwargs)`."""
    for node in scope.nodes:
        if isinstance(node, Call):
            stars = (scope.nodes[at] for at in node.args)
            if any(isinstance(star, Star) and star.base in own for star in stars):
                return True
            if any(not name and at in own for name, at in node.keywords):
                return True
    return False


def all_by_place(r: Resolver, values: tuple[ValueSet, ...]) -> ValueSet:
    """The tuple of positional arguments, of which there may be none."""
    return (make_instance(r, Instance(r.builtin("tuple"), values, (), ((_COUNT, len(values)),))),)


def all_by_name(r: Resolver, keywords: list[tuple[str, ValueSet]], is_forwarded: bool) -> ValueSet:
    """The dict of keyword arguments: whatever may hold code; and which there are, if they are handed on."""
    facts: list[tuple[str, Known]] = [(_NAMES, ",".join(name for name, _ in keywords))]
    for name, values in keywords:
        if len(values) == 1 and isinstance(values[0], LiteralValue):
            facts.append((BY_NAME + name, values[0].value))
    given = union([values for _, values in keywords])
    code = tuple(value for value in given if not isinstance(value, (LiteralValue, Anything)))
    draft = Instance(r.builtin("dict"), (NOTHING, code), (), tuple(facts) if is_forwarded else ())
    return (make_instance(r, draft),)


def handed_on(r: Resolver, values: ValueSet, step: str) -> ValueSet | None:
    """The argument that a step leads to; None where something else is handed on than a wrapper's own arguments."""
    found: list[ValueSet] = []
    for value in values:
        if isinstance(value, Symbol) and not value.path and _takes_all(value, step):
            found.append((r.make(Symbol, value.root, (step,)),))
        elif is_handed_on(value):
            found.append(one_of(r, value, step))
        else:
            return None
    return union(found)


def is_handed_on(value: Value) -> bool:
    """Whether a value is the tuple, or the dict, of the arguments of some call."""
    return isinstance(value, Instance) and any(name in (_COUNT, _NAMES) for name, _ in value.facts)


def one_by_one(values: ValueSet) -> tuple[ValueSet, ...] | None:
    """The arguments that `*args` holds; None where it is not known which, or what nests too deeply has lost them."""
    value = values[0] if len(values) == 1 else None
    is_known = isinstance(value, Instance) and dict(value.facts).get(_COUNT) == len(value.args)
    return value.args if isinstance(value, Instance) and is_known else None


def _takes_all(value: Symbol, step: str) -> bool:
    root = value.root
    kind = ParamKind.VAR_KEYWORD if step.startswith(BY_NAME) else ParamKind.VAR_POSITIONAL
    if not isinstance(root, ParamRoot) or root.ref.scope.kind is ScopeKind.CLASS:  # the field of a class
        return False
    return root.ref.scope.params[root.index].kind is kind


def one_of(r: Resolver, value: Value, step: str) -> ValueSet:
    """The argument that a step leads to: nothing where it is not given, anything where that is not known."""
    facts = dict(value.facts) if isinstance(value, Instance) else {}
    if isinstance(value, Instance) and step.startswith(BY_NAME) and _NAMES in facts:
        if step in facts:
            return (r.make(LiteralValue, facts[step]),)
        is_given = step.removeprefix(BY_NAME) in str(facts[_NAMES]).split(",")
        code = value.args[1] if value.args else NOTHING  # what nests too deeply has lost its items
        return (code or (ANYTHING,)) if is_given else NOTHING
    if isinstance(value, Instance) and not step.startswith(BY_NAME) and _COUNT in facts:
        place = int(step.removeprefix(BY_PLACE))
        if place < len(value.args):
            return value.args[place]
        return NOTHING if facts[_COUNT] == len(value.args) else (ANYTHING,)
    return (*r.iterate((value,)), ANYTHING)
