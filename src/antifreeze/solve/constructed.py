"""What a constructor puts into an attribute of its object, apart for the tests of its parameters that choose it.

`self.store = Disk(path) if path else Memory()`, also by a helper (`store_of(kind)`) or from a table (`STORES[kind]()`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from msgspec import structs

from antifreeze.link.arguments import decorated_as
from antifreeze.link.displays import by_key, helper_called, made_of
from antifreeze.link.flags import note_choice, stores_of
from antifreeze.link.homes import is_method
from antifreeze.link.outcomes import ways
from antifreeze.link.resolver import Resolver
from antifreeze.link.tested import guards_of_parameters
from antifreeze.model import expression as ex
from antifreeze.model.expression import NO_NODE
from antifreeze.model.summary import Guard, ParamKind, Store
from antifreeze.model.value import ClassValue, ParamRoot, ScopeRef, Symbol, ValueSet, is_none
from antifreeze.solve.guards import MemberTest, attributes_tested


@dataclass(frozen=True, slots=True)
class Operand:
    """What a node may be, and what has to hold for that."""

    values: ValueSet
    under: tuple[Guard, ...] = ()
    """What the parameters of its function have to be."""
    told: tuple[MemberTest, ...] = ()
    """What attributes of these have to be."""


MAX_STORES = 4
"""How many assignments of an attribute are told apart."""

_MAX_HELPERS = 2
"""How many helpers are followed, one in another, to what one of them returns."""


def by_constructor(r: Resolver, ref: ScopeRef, index: int) -> list[Operand]:
    """What a method's own object keeps in the attribute that a node reads; empty where no test chooses it."""
    node = ref.scope.nodes[index]
    base = ref.scope.nodes[node.base] if isinstance(node, ex.Attribute) else None
    if not isinstance(node, ex.Attribute) or not isinstance(base, ex.Param) or base.index or not is_method(ref):
        return []
    owner = ref.enclosing
    if decorated_as(ref) == "staticmethod" or node.name in r.program.set_from_outside or r.sets_at_will(owner):
        return []
    stores = stores_of(r, owner, node.name)
    if not 0 < len(stores) <= MAX_STORES or any(
        store.name != node.name or at.scope.name != "__init__" for _, at, store in stores
    ):
        return []
    found = [
        _of_method(r, ref, node.name, at, replace(operand, under=(*operand.under, *_standing(at, store.value))))
        for _, at, store in stores
        for operand in chosen(r, at, store.value)
    ]
    if any(isinstance(value, Symbol) and not value.path for each in found for value in each.values):
        return []  # the arguments themselves tell
    own = r.node(ref, node.base)
    found = [replace(each, values=_of_own(r, each.values, stores, own)) for each in found]
    found += [Operand(values) for values in _of_classes(r, owner, node.name)]
    return found if any(each.under or each.told for each in found) else []


def _of_own(r: Resolver, values: ValueSet, stores: list[tuple[ClassValue, ScopeRef, Store]], own: ValueSet) -> ValueSet:
    """What constructors keep, with their object as the one of the method that reads it."""
    return r.substitute(values, {r.make(ParamRoot, at, 0): own for _, at, _ in stores})


def _of_classes(r: Resolver, owner: ScopeRef, name: str) -> Iterator[ValueSet]:
    """What the class, its bases or its heirs bind the attribute to themselves, beside None."""
    cls = r.make(ClassValue, owner)
    for base in dict.fromkeys([*r.class_info(cls).ancestors, *r.subclasses(cls)]):
        index = base.ref.scope.names.get(name) if isinstance(base, ClassValue) else None
        if isinstance(base, ClassValue) and index is not None:
            values = r.node(base.ref, index)
            if not all(map(is_none, values)):
                yield values


def _standing(ref: ScopeRef, index: int) -> list[Guard]:
    """The tests that a node stands under."""
    return [guard for guard in ref.scope.guards if guard.covers(index)]


def _of_method(r: Resolver, ref: ScopeRef, name: str, at: ScopeRef, operand: Operand) -> Operand:
    """What a constructor keeps, with its tests as those of what the method's object was made with."""
    own: list[Guard] = []
    for guard in guards_of_parameters(r, at, operand.under):
        if guard.param > 0 and not (guard.attribute or guard.others or guard.named or guard.remade):
            key = note_choice(r, ref, name, r.make(ParamRoot, at, guard.param))
            own.append(structs.replace(guard, param=0, attribute=key))
    told = attributes_tested(r, at, operand.under)
    return Operand(operand.values, tuple(own), (*operand.told, *told))


def by_item(r: Resolver, ref: ScopeRef, index: int) -> list[Operand]:
    """What a node is for each item that a parameter may pick from a dict display, where it does, and for none."""
    asked = by_key(r, ref, index)
    if asked is None:
        return []
    key, table = asked
    items = table.items(r)
    found = [
        Operand(made_of(r, ref, index, table.item(r, item)), *_is_key(r, ref, key, "equal", (name,)))
        for name, item in items.items()
    ]
    if items and table.default != ex.NO_NODE:
        others = _is_key(r, ref, key, "in", tuple(items))
        found.append(Operand(made_of(r, ref, index, r.node(ref, table.default)), *others))
    return found if all(operand.under or operand.told for operand in found) else []


def _is_key(
    r: Resolver, ref: ScopeRef, key: int, operator: str, names: tuple[bool | int | float | str | None, ...]
) -> tuple[tuple[Guard, ...], tuple[MemberTest, ...]]:
    """The tests that a key is one of the names, or (`in`) none of them: of a parameter, or of what it has."""
    node = ref.scope.nodes[key]
    test = Guard(NO_NODE, operator, names, operator == "equal", 0, asked=key)
    if isinstance(node, ex.Param):
        return (structs.replace(test, param=node.index, asked=NO_NODE),), ()
    return (), attributes_tested(r, ref, [test])


def chosen(r: Resolver, ref: ScopeRef, index: int, depth: int = 0) -> list[Operand]:
    """What a node may be, apart for the tests of the function's own parameters that choose it."""
    picked = by_item(r, ref, index)
    if picked:
        return picked
    return [
        replace(operand, under=(*under, *operand.under))
        for option, under in ways(r, ref, index)
        for operand in _returned(r, ref, option, depth) or [Operand(r.node(ref, option))]
    ]


def _returned(r: Resolver, ref: ScopeRef, index: int, depth: int) -> list[Operand]:
    """What a helper that is called returns, apart for its tests of what it is given; empty where none chooses."""
    node = ref.scope.nodes[index]
    if depth >= _MAX_HELPERS or not isinstance(node, ex.Call):
        return []
    function = helper_called(r, ref, node)
    if function is None or function.receiver is not None:
        return []
    helper = function.ref
    given = _places_given(helper, ref, node)
    found: list[Operand] = []
    for place in helper.scope.returns:
        for operand in chosen(r, helper, place, depth + 1):
            under = (*operand.under, *_standing(helper, place))
            tests = guards_of_parameters(r, helper, under)
            own = tuple(structs.replace(test, param=given[test.param]) for test in tests if test.param in given)
            told = [
                (test, r.make(Symbol, r.make(ParamRoot, ref, given[symbol.root.index])), name)
                for test, symbol, name in (*operand.told, *attributes_tested(r, helper, under))
                if isinstance(symbol.root, ParamRoot) and symbol.root.ref is helper and symbol.root.index in given
            ]
            plain = tuple(test for test in own if not (test.attribute or test.others or test.named))
            found.append(Operand(operand.values, plain, tuple(told)))
    is_told = any(operand.under or operand.told for operand in found)
    return found if is_told and not any(value.symbolic for each in found for value in each.values) else []


def _places_given(helper: ScopeRef, ref: ScopeRef, call: ex.Call) -> dict[int, int]:
    """By the number of a helper's parameter: which parameter of the caller a call passes for it."""
    nodes, params = ref.scope.nodes, helper.scope.params
    if call.starred:
        return {}
    passed = dict(enumerate(call.args))
    numbers = {param.name: number for number, param in enumerate(params) if param.kind is not ParamKind.VAR_KEYWORD}
    passed.update({numbers[name]: index for name, index in call.keywords if name in numbers})
    found: dict[int, int] = {}
    for number, index in passed.items():
        node = nodes[index]
        if isinstance(node, ex.Param):
            found[number] = node.index
    return found
