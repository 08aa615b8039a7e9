"""Attribute lookup: instance attributes, class members through the MRO, descriptors, modules, externals."""

from __future__ import annotations

from antifreeze.link.binding import bound_functions, is_descriptor, merged
from antifreeze.link.bodies import class_behind_stub
from antifreeze.link.classes import class_bindings
from antifreeze.link.differing import is_of_maker, may_differ
from antifreeze.link.fallbacks import given_or_default
from antifreeze.link.fields import given_for, is_field
from antifreeze.link.held import (
    as_annotated,
    as_it_may_be,
    field_of,
    filled,
    kept_as,
    of_self,
    set_elsewhere,
    stored,
    tells,
)
from antifreeze.link.imports import any_known, external_member, member
from antifreeze.link.libraries import class_behind
from antifreeze.link.members import enumerated, value_of
from antifreeze.link.metaclasses import of_metaclass
from antifreeze.link.openclass import (
    STEP,
    SUBCLASSES,
    classes_of,
    depends_on_heir,
    has_unknown_heirs,
    is_open_class,
)
from antifreeze.link.relations import is_of_owner, named_by_field, naming_fields
from antifreeze.link.replaced import replaced
from antifreeze.link.resolver import NO_ARGUMENTS, Arguments, Resolver
from antifreeze.link.setters import values_set
from antifreeze.link.supers import after
from antifreeze.link.suspended import method_of
from antifreeze.link.typenames import is_generic, of_receiver
from antifreeze.model.value import (
    MAX_PATH,
    NOTHING,
    Applied,
    ClassValue,
    Coroutine,
    Descriptor,
    Env,
    External,
    FunctionValue,
    Instance,
    LiteralValue,
    ModuleValue,
    Super,
    Suspended,
    Symbol,
    Value,
    ValueSet,
    alternatives,
    any_literal,
    is_none,
    says_something,
    union,
    without_literals,
)


def attribute(r: Resolver, values: ValueSet, name: str) -> ValueSet:
    """`value.name` for each value."""
    if name == "__class__":
        return classes_of(r, values)
    if len(values) == 1:
        return _attribute(r, values[0], name)
    return alternatives([_attribute(r, value, name) for value in values if not is_none(value)])


def _attribute(r: Resolver, value: Value, name: str) -> ValueSet:
    if isinstance(value, ModuleValue):
        return member(r, value.name, name)
    if isinstance(value, Symbol):
        return _open_class_attribute(r, value, name) if is_open_class(value) else symbol_attribute(r, value, name)
    if isinstance(value, Instance):
        return instance_attribute(r, value.cls, name, value)
    if isinstance(value, Applied):
        value = value.cls
    if isinstance(value, External):
        return external_member(r, f"{value.name}.{name}")
    if isinstance(value, ClassValue):
        return class_attribute(r, value, name)
    if isinstance(value, LiteralValue):
        kind = type(value.value).__name__
        return NOTHING if value.value is None else instance_attribute(r, r.builtin(kind), name, value)
    if isinstance(value, (Coroutine, Suspended)):
        return method_of(r, value, name)
    if isinstance(value, Super):
        return super_attribute(r, value, name)
    if isinstance(value, Descriptor):
        return value.functions if name == "fget" else attribute(r, value.functions, name)
    return NOTHING


def symbol_attribute(r: Resolver, symbol: Symbol, name: str) -> ValueSet:
    """A member of what is not known yet; at once where the declared class leaves no doubt which one is meant."""
    bound = symbol.bound
    if bound is not None and not symbol.path and not may_differ(r, symbol, bound, name):
        found = instance_attribute(r, bound, name, symbol)
        is_stub = any(isinstance(value, FunctionValue) and value.ref.scope.is_stub for value in found)
        if says_something(found) and not is_stub and not is_of_maker(r, symbol, bound, found):
            return found
    return step(r, symbol, name)


def _open_class_attribute(r: Resolver, symbol: Symbol, name: str) -> ValueSet:
    """A member of a class that is not known yet: what it is declared as tells, unless a subclass has another."""
    bound = symbol.bound
    if bound is None or has_unknown_heirs(bound) or r.overridden(bound, name):
        return step(r, symbol, name)
    return class_attribute(r, bound, name, symbol)


def step(r: Resolver, symbol: Symbol, name: str) -> ValueSet:
    """The symbol followed along one more step; nothing beyond the longest path."""
    if len(symbol.path) - (symbol.path[:1] == (STEP,)) >= MAX_PATH:  # from an object to its class is no step away
        return NOTHING
    return (r.make(Symbol, symbol.root, (*symbol.path, name), symbol.bound),)


def instance_attribute(r: Resolver, cls: ClassValue | External, name: str, receiver: Value) -> ValueSet:
    """`name` of an instance of `cls`, bound to `receiver`."""
    if isinstance(cls, External):
        return _external_attribute(r, cls, name, receiver)
    if name in ("value", "_value_") and isinstance(receiver, Instance) and not cls.ref.module.is_foreign:
        known = value_of(r, cls, receiver)
        if known:
            return known
    return r.once(("attribute", cls, name, receiver), lambda: _through_ancestors(r, cls, name, receiver))


def _through_ancestors(r: Resolver, cls: ClassValue, name: str, receiver: Value) -> ValueSet:
    info = r.class_info(cls)
    found: list[ValueSet] = []
    for base in info.ancestors:
        if isinstance(base, External):
            inherited = f"{base.name}.{name}"
            if found and not r.catalog.speaks_of(inherited):
                continue
            found.append(_external_attribute(r, base, name, receiver))
            continue
        if found and _only_declares(r, base, name) and any_known(union(found)):
            break  # what a nearer class keeps there says more
        own = _own_attribute(r, cls, base, name, receiver)
        if own is None and base.ref.module.is_library and base.ref.module.is_stub:
            source = class_behind_stub(r, base)  # what the stub keeps to itself
            own = None if source is None else _own_attribute(r, source, source, name, receiver)
        if own is not None:
            found.append(own)
            if name in base.ref.scope.names or name in base.ref.scope.annotations:
                break
    if not found:
        kept = dict(receiver.env).get(kept_as(r, name)) if isinstance(receiver, Instance) and receiver.env else None
        made = kept or _of_deque(r, cls, name, receiver) or _by_getattr(r, cls, name, receiver)
        return made or _set_by_any_name(r, cls, name, receiver)
    return union(found)


def _set_by_any_name(r: Resolver, cls: ClassValue, name: str, receiver: Value) -> ValueSet:
    """What methods of a class set attributes of `self` to whose names they work out: `setattr(self, key, value)`."""
    sets: list[ValueSet] = []
    for base in r.class_info(cls).ancestors if not name.startswith("__") else ():
        if isinstance(base, ClassValue) and base.ref in r.program.sets_at_will:
            values = r.once(("set by any name", base), lambda base=base: values_set(r, base.ref))  # type: ignore[misc]  # bound at once
            sets.append(_specialise(r, values, cls, base, receiver, name))
    return union(sets)


def _of_deque(r: Resolver, cls: ClassValue, name: str, receiver: Value) -> ValueSet:
    """A member that only a deque has, of what is taken for a list."""
    if cls is not r.builtin("list") or not isinstance(receiver, Instance) or name not in ("popleft", "rotate"):
        return NOTHING
    deque = tuple(value for value in member(r, "collections", "deque") if isinstance(value, ClassValue))
    return union([instance_attribute(r, one, name, r.make(Instance, one, receiver.args)) for one in deque])


def _only_declares(r: Resolver, base: ClassValue, name: str) -> bool:
    scope = base.ref.scope
    is_bound = name in scope.names or (base.ref, name) in r.program.attribute_stores
    return name in scope.annotations and not is_bound


def _external_attribute(r: Resolver, cls: External, name: str, receiver: Value) -> ValueSet:
    full = f"{cls.name}.{name}"
    known = r.catalog.attribute(full)
    if known is None:
        row = r.catalog.class_row(cls.name)
        for base in row.bases if row is not None else ():
            known = known or r.catalog.attribute(f"{base}.{name}")
    if known is not None:
        return of_receiver(r, r.named_type(known), receiver)
    row = r.catalog.class_row(cls.name)
    if row is not None and row.members and not r.catalog.speaks_of(full) and r.catalog.returns(full) is None:
        return r.named_type(row.members)
    others = naming_fields(r, receiver, name) if not r.catalog.speaks_of(full) else NOTHING
    if others:
        return others
    if r.program.has_libraries and not _is_mentioned(r, cls, name):
        found = _by_library(r, cls, name, receiver)
        if found:
            return found
    return (r.make(External, full, receiver),)


def _is_mentioned(r: Resolver, cls: External, name: str) -> bool:
    """Whether the catalog says something of a member of a class, or of what it lets the class derive from."""
    names = [f"{one}.{name}" for one in r.catalog.lineage(cls.name)]
    return any(r.catalog.mentions(one) or r.catalog.returns(one) is not None for one in names)


def _by_library(r: Resolver, cls: External, name: str, receiver: Value) -> ValueSet:
    """A member of a class of the catalog's that only the library's own source tells of."""
    behind = class_behind(r, cls.name)
    if behind is None:
        return NOTHING
    values = instance_attribute(r, behind, name, receiver)
    return without_literals(values) if says_something(values) else NOTHING


def _own_attribute(r: Resolver, cls: ClassValue, base: ClassValue, name: str, receiver: Value) -> ValueSet | None:
    """What the class `base` itself gives an instance of `cls`; None where it does not bind the name."""
    scope = base.ref.scope
    stores = r.program.attribute_stores.get((base.ref, name))
    index = scope.names.get(name)
    elsewhere = set_elsewhere(r, base, name)
    if index is None and stores is None and name not in scope.annotations and not elsewhere:
        return None
    sets: list[ValueSet] = []
    if stores is not None:
        given = given_or_default(r, base.ref, name, receiver)
        if given is not None:
            return _specialise(r, given, cls, base, receiver, name)
        sets.append(r.once(("stored", base.ref, name), lambda: stored(r, base.ref, name)))
    if index is not None:
        for value in (*r.node(base.ref, index), *replaced(r, base, name)):
            sets.append(bind(r, value, cls, base, receiver))
    values = alternatives(sets)
    if any(isinstance(value, LiteralValue) for value in values):
        values = as_it_may_be(r, values, cls, base, name)
    if index is not None:
        values = filled(r, base.ref, name, values)
    if name in scope.annotations:
        values = as_annotated(r, base.ref, name, values)
    if name in scope.annotations and not any(tells(r, value) for value in values):
        values = union([values, field_of(r, base.ref, name)])
    elif name in scope.annotations and index is not None and is_field(r, base, name):
        values = given_for(r, base.ref, name, values, receiver)
    values = union([values, elsewhere])
    if stores is not None and any(value.symbolic for value in values):
        values = of_self(r, values, base, [ref for ref, _ in stores], receiver)
    return _specialise(r, values, cls, base, receiver, name)


def bind(r: Resolver, value: Value, cls: ClassValue, owner: ClassValue, receiver: Value) -> ValueSet:
    """The descriptor protocol: what reading the class member `value` through an instance gives."""
    if isinstance(value, FunctionValue):
        if value.receiver is not None:
            return (value,)
        return (r.make(FunctionValue, value.ref, receiver, value.env),)
    if isinstance(value, Descriptor):
        if value.kind == "property":
            variables = class_bindings(r, cls, owner, receiver)
            return r.call(bound_functions(r, value.functions, receiver, variables), NO_ARGUMENTS)
        if value.kind == "classmethod":
            known = classes_of(r, (receiver,)) if isinstance(receiver, Symbol) and receiver.bound is cls else ()
            return bound_functions(r, value.functions, known[0] if known else cls)
        if value.kind == "staticmethod":
            return value.functions
        return (r.make(Descriptor, value.kind, bound_functions(r, value.functions, receiver)),)
    if isinstance(value, Instance) and isinstance(value.cls, ClassValue) and is_descriptor(r, value.cls):
        getter = instance_attribute(r, value.cls, "__get__", value)
        return r.call(getter, Arguments(((receiver,), (cls,))))
    return (named_by_field(r, value, cls) if isinstance(value, Instance) else NOTHING) or (value,)


def _specialise(
    r: Resolver, values: ValueSet, cls: ClassValue, base: ClassValue, receiver: Value, name: str
) -> ValueSet:
    """Fill in what the receiver tells: type arguments, and the arguments that it was constructed with."""
    if not any(value.symbolic or isinstance(value, FunctionValue) for value in values):
        return values
    bindings = class_bindings(r, cls, base, receiver)
    env: Env = receiver.env if isinstance(receiver, Instance) else ()
    if name in r.program.set_from_outside:  # what was not given at first may be given later
        env = tuple((root, known) for root, known in env if any_known(known))
    if not bindings and not env:
        return values
    bindings.update(env)
    found: list[ValueSet] = []
    for value in values:
        if isinstance(value, FunctionValue) and value.receiver is receiver:
            found.append((r.make(FunctionValue, value.ref, receiver, merged(value.env, bindings)),))
        else:
            found.append(r.substitute((value,), bindings))
    return union(found)


def class_attribute(r: Resolver, cls: ClassValue, name: str, receiver: Value | None = None) -> ValueSet:
    """`Class.name`: functions stay unbound, class methods are bound to the class, or to what stands for it."""
    for base in r.class_info(cls).ancestors:
        if isinstance(base, External):
            return _external_of_class(r, cls, f"{base.name}.{name}", receiver or cls)
        scope = base.ref.scope
        index = scope.names.get(name)
        if index is None and (base.ref, name) not in r.program.attribute_stores:
            if name in scope.annotations:
                return r.annotation(base.ref, scope.annotations[name])
            continue
        members = r.node(base.ref, index) if index is not None else ()
        sets = [_class_bound(r, value, receiver or cls) for value in members]
        values = alternatives(sets)
        is_stored = (base.ref, name) in r.program.attribute_stores or name in r.program.set_from_outside
        if is_stored or (any_literal(values) and r.sets_at_will(base.ref)):
            values = without_literals(values)
        values = union([filled(r, base.ref, name, values), set_elsewhere(r, base, name)])
        if not any_known(values) and (base.ref, name) in r.program.attribute_stores:
            values = union([values, stored(r, base.ref, name)])
        return enumerated(r, cls, name, values)
    if name == "__subclasses__":
        return (r.make(External, SUBCLASSES, cls),)
    return of_metaclass(r, cls, name) or (_of_object(r, name) if cls is not r.builtin("object") else NOTHING)


def _of_object(r: Resolver, name: str) -> ValueSet:
    """What every class derives from `object`: nothing else that it has matters to anybody."""
    root = r.builtin("object")
    return class_attribute(r, root, name) if name == "__new__" and isinstance(root, ClassValue) else NOTHING


def _external_of_class(r: Resolver, cls: ClassValue, name: str, receiver: Value) -> ValueSet:
    """A member that a class inherits from a library's: `Model.objects` manages instances of the very class."""
    declared = r.catalog.attribute(name)
    if declared is not None:
        return r.named_type(declared)
    public = r.catalog.canonical(name)
    if public != name and r.catalog.knows_class(public):
        return (r.make(Instance, r.make(External, public), (r.instances((cls,)),)),)
    returned = r.catalog.returns(name)
    return (r.make(External, name, receiver if returned is not None and is_generic(returned) else None),)


def _class_bound(r: Resolver, value: Value, cls: Value) -> ValueSet:
    if isinstance(value, Descriptor):
        if value.kind == "classmethod":
            return bound_functions(r, value.functions, cls)
        if value.kind == "staticmethod":
            return value.functions
    if isinstance(value, Instance) and isinstance(value.cls, ClassValue) and is_descriptor(r, value.cls):
        getter = instance_attribute(r, value.cls, "__get__", value)
        return r.call(getter, Arguments(((r.make(LiteralValue, None),), (cls,)))) or (value,)
    if isinstance(value, Instance) and not value.args and is_of_owner(r, value.cls):
        return (r.make(Instance, value.cls, (r.instances((cls,)),), value.env, value.facts),)
    return (value,)


def super_attribute(r: Resolver, value: Super, name: str) -> ValueSet:
    """`super().name`: the lookup goes on after the method's own class, in the receiver's order where that is known."""
    receiver = value.receiver
    if isinstance(receiver, Symbol) and not receiver.path and depends_on_heir(r, value.cls, name):
        return step(r, receiver, f"super:{value.cls.ref.module.module}:{value.cls.ref.index}:{name}")
    for base in after(r, value):
        if isinstance(base, External):
            return _external_attribute(r, base, name, receiver)
        own = _own_attribute(r, value.cls, base, name, receiver)
        if own is not None:
            return own
    return _of_object(r, name)


def super_step(r: Resolver, values: ValueSet, path: str) -> ValueSet:
    """A step of an access path that stands for `super().name`, for receivers that are known by now."""
    _, module_name, index, name = path.split(":")
    module = r.program.module(module_name)
    assert module is not None
    cls = r.make(ClassValue, module.refs[int(index)])
    return union([super_attribute(r, r.make(Super, cls, value), name) for value in values])


def _by_getattr(r: Resolver, cls: ClassValue, name: str, receiver: Value) -> ValueSet:
    """What a class's own `__getattr__` returns, for a name that it does not bind; operators do not ask it."""
    if name.startswith("__"):
        return NOTHING
    for base in r.class_info(cls).ancestors:
        if isinstance(base, ClassValue) and "__getattr__" in base.ref.scope.names:
            getter = bound_functions(r, r.node(base.ref, base.ref.scope.names["__getattr__"]), receiver)
            given = r.call(getter, Arguments(((r.make(LiteralValue, name),),)))
            return _specialise(r, given, cls, base, receiver, name)
    return NOTHING
