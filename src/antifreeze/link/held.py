"""What the attributes of a class's instances hold: all that its own code puts there, and what else may."""

from __future__ import annotations

from collections.abc import Sequence

from antifreeze.link.arguments import decorated_as, seen_as
from antifreeze.link.containers import with_items_put
from antifreeze.link.homes import at_home, home_of
from antifreeze.link.imports import any_known
from antifreeze.link.openclass import class_of, has_unknown_heirs, is_open_class
from antifreeze.link.resolver import Bindings, Resolver
from antifreeze.link.results import as_declared
from antifreeze.model.expression import NO_NODE, Attribute, Declared, Fact
from antifreeze.model.value import (
    NOTHING,
    ClassValue,
    External,
    FunctionValue,
    Instance,
    Known,
    LiteralValue,
    ParamRoot,
    Partial,
    ScopeRef,
    Symbol,
    TypeVarRoot,
    Value,
    ValueSet,
    alternatives,
    union,
    without_literals,
)

_MAX_OUTSIDE = 16
"""How many assignments from outside are looked at for an attribute."""


def as_it_may_be(r: Resolver, values: ValueSet, cls: ClassValue, base: ClassValue, name: str) -> ValueSet:
    """An attribute's literals, with what else the constructor, or code elsewhere, can make of it."""
    ancestors = r.class_info(cls).ancestors
    if any(_is_open(r, one, cls) for one in ancestors):
        return without_literals(values)
    if name in r.program.set_from_outside and not base.ref.module.is_foreign:
        return without_literals(values)
    scope = base.ref.scope
    if name in scope.names and name in scope.annotations and "__init__" not in scope.names:
        return alternatives([values, field_of(r, base.ref, name)])
    return values


_AS_GIVEN = frozenset(("pydantic.BaseModel", "pydantic.main.BaseModel", "msgspec.Struct"))
"""Classes of libraries whose instances keep what their constructors get, beside the forms of `typing`."""


def _is_open(r: Resolver, one: ClassValue | External, cls: ClassValue) -> bool:
    """Whether code that is not looked at may assign attributes of a class's instances."""
    if isinstance(one, External):
        return not one.name.startswith(("typing.", "typing_extensions.")) and one.name not in _AS_GIVEN
    return r.sets_at_will(one.ref) or (one.ref.module.is_library and not cls.ref.module.is_library)


def set_elsewhere(r: Resolver, owner: ClassValue, name: str) -> ValueSet:
    """What code outside a class assigns to an attribute of what is known to be its instances."""
    if owner.ref.module.is_foreign or not 0 < len(r.program.set_from_outside.get(name, ())) <= _MAX_OUTSIDE:
        return NOTHING
    return r.once(("elsewhere", owner, name), lambda: _set_elsewhere(r, owner, name))


def _set_elsewhere(r: Resolver, owner: ClassValue, name: str) -> ValueSet:
    sets: list[ValueSet] = []
    own = r.node(owner.ref, owner.ref.scope.names.get(name, NO_NODE))
    is_method = any(isinstance(value, FunctionValue) for value in own)
    for ref, store in r.program.set_from_outside[name]:
        holders = r.node(ref, store.base)
        if is_method:  # `Client.get = patched` is meant for tests
            holders = tuple(value for value in holders if not isinstance(value, ClassValue))
        if _are_its(r, holders, owner, name):
            sets.append(tuple(part for part in r.node(ref, store.value) if not isinstance(part, LiteralValue)))
    return union(sets)


def _are_its(r: Resolver, holders: ValueSet, owner: ClassValue, name: str) -> bool:
    """Whether objects whose attribute is assigned or filled elsewhere are of a class, for all that is known."""
    return any(_is_of(r, value, owner) for value in holders) or _is_its_alone(r, holders, owner, name)


def _is_its_alone(r: Resolver, holders: ValueSet, owner: ClassValue, name: str) -> bool:
    """Whether the objects are parameters of nobody knows what, and one class alone keeps an attribute of that name."""
    owners = r.program.owners.get(name) or r.program.unset.get(name, {})
    unknown = bool(holders) and all(map(_is_open_parameter, holders))
    return unknown and len(owners) == 1 and owner.ref in owners


def tells(r: Resolver, value: Value) -> bool:
    """Whether a value says more than a declaration: `PrivateAttr(...)` and its like only describe the attribute."""
    if isinstance(value, Instance) and isinstance(value.cls, External):
        return r.catalog.knows_class(value.cls.name)
    return any_known((value,))


def filled(r: Resolver, owner: ScopeRef, name: str, values: ValueSet, bare: ValueSet | None = None) -> ValueSet:
    """The containers that an attribute is bound to, with what the class's methods put into them.

    `bare` is what it is bound to without what is declared of it.
    """
    stores = r.program.attribute_stores.get((owner, name), ())
    sets = [r.node(ref, store.value) for ref, store in stores if not store.name]
    if bare is None or not all(sets):
        bare = values
    return with_items_put(r, values, bare, union([*sets, put_elsewhere(r, owner, name)]))


def put_elsewhere(r: Resolver, owner: ScopeRef, name: str) -> ValueSet:
    """What code outside a class puts into a container that an attribute of its instances holds."""
    if owner.module.is_foreign or len(r.program.filled_from_outside.get(name, ())) > _MAX_OUTSIDE:
        return NOTHING
    return r.once(("filled", owner, name), lambda: _put_elsewhere(r, owner, name))


def _put_elsewhere(r: Resolver, owner: ScopeRef, name: str) -> ValueSet:
    cls = r.make(ClassValue, owner)
    sets: list[ValueSet] = []
    for ref, store in r.program.filled_from_outside.get(name, ()):
        base = ref.scope.nodes[store.base]
        holders = r.node(ref, base.base) if isinstance(base, Attribute) else NOTHING
        if _are_its(r, holders, cls, name):
            sets.append(tuple(part for part in r.node(ref, store.value) if not isinstance(part, LiteralValue)))
    return union(sets)


def kept_in_dict(r: Resolver, ref: ScopeRef, base: int) -> ValueSet:
    """What a class's methods put into the `__dict__` of another object, as descriptors do, where they read it."""
    node = ref.scope.nodes[base]
    if not isinstance(node, Attribute) or node.name != "__dict__":
        return NOTHING
    stores = r.program.filled_from_outside.get("__dict__", ())
    return alternatives([r.node(at, store.value) for at, store in stores if at.parent is ref.parent])


def _is_of(r: Resolver, value: Value, cls: ClassValue) -> bool:
    """Whether an object is of a class, or declared as one; or a class derives from it, also one by `type(self)`."""
    known = value if isinstance(value, ClassValue) else value.bound if is_open_class(value) else class_of(value)
    return known is not None and cls in r.class_info(known).ancestors


def field_of(r: Resolver, owner: ScopeRef, name: str) -> ValueSet:
    """What a declared attribute holds: the constructor's argument, where the class leaves that to its fields."""
    scope = owner.scope
    declared = r.annotation(owner, scope.annotations[name])
    if owner.module.is_stub or "__init__" in scope.names:
        return declared
    variables = tuple(one for one in declared if isinstance(one, Symbol) and isinstance(one.root, TypeVarRoot))
    given = seen_as(r, r.make(ParamRoot, owner, list(scope.annotations).index(name)), declared)
    return union([given, variables])  # a heir may tell what its base's type variable stands for


def as_annotated(r: Resolver, owner: ScopeRef, name: str, values: ValueSet) -> ValueSet:
    """What is assigned of parameters that nothing is declared of, seen as what the attribute is declared as."""
    if not any(_is_open_parameter(value) for value in values):
        return values
    return seen_again(r, values, r.annotation(owner, owner.scope.annotations[name]))


def seen_again(r: Resolver, values: ValueSet, declared: ValueSet) -> ValueSet:
    """Parameters that nothing is declared of, as what is declared of the name that they are assigned to."""
    return union(
        [
            seen_as(r, value.root, declared)
            if isinstance(value, Symbol) and isinstance(value.root, ParamRoot) and _is_open_parameter(value)
            else (value,)
            for value in values
        ]
    )


def _is_open_parameter(value: Value) -> bool:
    return isinstance(value, Symbol) and not value.path and value.bound is None and isinstance(value.root, ParamRoot)


def stored(r: Resolver, owner: ScopeRef, name: str) -> ValueSet:
    """Everything that the methods of a class assign to `self.name`."""
    values: ValueSet = NOTHING
    declared: ValueSet = NOTHING
    facts: list[tuple[str, Known]] = []
    is_unknown = False
    for ref, store in r.program.attribute_stores[owner, name]:
        node = ref.scope.nodes[store.value]
        if not store.name:
            continue
        if isinstance(node, Fact):
            facts.append((node.name, node.value))
            values = union([values, r.node(ref, node.base)])
        else:
            if isinstance(node, Declared):
                declared = union([declared, r.annotation(ref, node.annotation)])
                assigned = r.node(ref, node.value)
            else:
                assigned = r.node(ref, store.value)
            is_unknown = is_unknown or not assigned
            values = union([values, assigned])
    if is_unknown:
        values = alternatives([values, NOTHING])
    if declared:
        values = seen_again(r, values, declared)
    values = filled(r, owner, name, as_declared(r, values, declared), bare=values)
    return with_facts(r, values, facts)


def of_self(r: Resolver, values: ValueSet, base: ClassValue, places: list[ScopeRef], receiver: Value) -> ValueSet:
    """What methods keep of `self` (`self.steps = [self.build]`) is of the very object that is asked.

    Objects that were given `self` when they were made stay as they are: they would hold each other for ever. Not so
    where a library's class inherits the method: nothing else tells which class that `self` is of.
    """
    is_heir = isinstance(receiver, Instance) and receiver.cls is not base and has_unknown_heirs(base)
    bindings: Bindings = {}
    home = home_of(receiver)
    for place in dict.fromkeys(places):
        method: ScopeRef | None = place
        while method is not None and method.parent is not base.ref:
            method = method.parent
        if method is not None and method.scope.params and not decorated_as(method):
            bindings[r.make(ParamRoot, method, 0)] = (receiver,)
            if home and method.scope.name != "__init__":  # what that is given, the object remembers
                bindings.update(at_home(r, place, home))
    return union(
        [
            r.substitute((value,), bindings)
            if isinstance(value, (Symbol, FunctionValue, Partial))
            or (isinstance(value, Instance) and (is_heir or not value.env))
            else (value,)
            for value in values
        ]
    )


FACTORY = "default_factory"
"""The name under which a `defaultdict` keeps what makes the items that it does not have."""


def made_by_default(r: Resolver, value: Value) -> ValueSet:
    """What makes an item that a dict is asked for and does not have."""
    is_dict = isinstance(value, Instance) and value.cls is r.builtin("dict")
    return dict(value.env).get(kept_as(r, FACTORY), NOTHING) if is_dict else NOTHING  # type: ignore[attr-defined]


def kept_as(r: Resolver, name: str) -> TypeVarRoot:
    """What stands, in the environment of an instance, for what it was made with under a name."""
    return r.make(TypeVarRoot, f".{name}")


def with_facts(r: Resolver, values: ValueSet, facts: Sequence[tuple[str, Known]]) -> ValueSet:
    """The instances among the values with more facts known of them."""
    return union(
        [
            (
                r.make(Instance, value.cls, value.args, value.env, _replaced(value.facts, facts))
                if isinstance(value, Instance) and len(value.facts) < 8  # noqa: PLR2004 (bounds the facts in a loop)
                else value,
            )
            for value in values
        ]
    )


def _replaced(known: Sequence[tuple[str, Known]], facts: Sequence[tuple[str, Known]]) -> tuple[tuple[str, Known], ...]:
    """The facts with newer ones in the place of those of the same name: in a loop they do not pile up."""
    newer = {name for name, _ in facts}
    return (*(fact for fact in known if fact[0] not in newer), *facts)
