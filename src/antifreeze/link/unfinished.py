"""Library classes that leave methods to those that derive from them: as a declared type they tell little."""

from __future__ import annotations

from antifreeze.link.resolver import Resolver
from antifreeze.model.expression import Attribute, Decorate, Function, Name
from antifreeze.model.value import ClassValue, External, Instance, ScopeRef, Symbol, Value, ValueSet


def leaves_work(r: Resolver, cls: ClassValue | External) -> bool:
    """Whether some method of a library's class is only declared, so that an instance is one of another class."""
    if not isinstance(cls, ClassValue) or not cls.ref.module.is_library or cls.ref.module.is_stub:
        return False
    known = r.program.unfinished.get(cls.ref)
    if known is None:
        r.program.unfinished[cls.ref] = False  # meanwhile, for a class whose bases lead back to it
        known = r.program.unfinished[cls.ref] = _leaves_work(r, cls)
    return known


def _leaves_work(r: Resolver, cls: ClassValue) -> bool:
    done: set[str] = set()
    for base in r.class_info(cls).ancestors:
        if not isinstance(base, ClassValue) or not base.ref.module.is_library or base.ref.module.is_stub:
            continue
        for name, index in base.ref.scope.names.items():
            if name not in done and _is_left(base.ref, index):
                return True
            done.add(name)
    return False


def _is_left(ref: ScopeRef, index: int) -> bool:
    node = ref.scope.nodes[index]
    while isinstance(node, Decorate):
        node = ref.scope.nodes[node.base]
    return isinstance(node, Function) and ref.module.scopes[node.scope].is_abstract


def is_left_to_heirs(r: Resolver, values: ValueSet, name: str) -> bool:
    """Whether an attribute is one of an object that is of some heir of its class, which may have another."""
    return any(
        isinstance(value, Instance)
        and isinstance(value.cls, ClassValue)
        and r.overridden(value.cls, name)
        and _leaves_methods(r, value.cls)
        for value in values
    )


def _leaves_methods(r: Resolver, cls: ClassValue) -> bool:
    """Whether a class of the program only declares some method, so that nobody means to make an instance of it."""
    bound: dict[str, tuple[ScopeRef, int]] = {}
    for base in r.class_info(cls).ancestors:
        if isinstance(base, ClassValue) and not base.ref.module.is_foreign:
            for name, index in base.ref.scope.names.items():
                bound.setdefault(name, (base.ref, index))
    return any(_is_left(ref, index) for ref, index in bound.values())


def cannot_be_made(r: Resolver, cls: ClassValue | External) -> bool:
    """Whether a library's class has a method that is marked as abstract: its instances are of other classes."""
    if not isinstance(cls, ClassValue) or not leaves_work(r, cls):
        return False
    known = r.program.unmade.get(cls.ref)
    if known is None:
        known = r.program.unmade[cls.ref] = _has_marked(r, cls)
    return known


def _has_marked(r: Resolver, cls: ClassValue) -> bool:
    done: set[str] = set()
    for base in r.class_info(cls).ancestors:
        if isinstance(base, ClassValue):
            if any(name not in done and _is_marked(base.ref, index) for name, index in base.ref.scope.names.items()):
                return True
            done.update(base.ref.scope.names)
    return False


def _is_marked(ref: ScopeRef, index: int) -> bool:
    node = ref.scope.nodes[index]
    while isinstance(node, Decorate):
        decorator = ref.scope.nodes[node.decorator]
        if isinstance(decorator, (Attribute, Name)) and decorator.name == "abstractmethod":
            return True
        node = ref.scope.nodes[node.base]
    return False


def narrowed(r: Resolver, declared: ValueSet, made: ValueSet) -> ValueSet:
    """What is declared, with instances that are really made in the place of classes that leave work to others."""
    found: dict[Value, None] = {}
    for value in declared:
        cls = value.cls if isinstance(value, Instance) else None
        better = [part for part in made if _is_finished(r, part, cls)] if isinstance(cls, ClassValue) else []
        if better and cls is not None and leaves_work(r, cls):
            found.update(dict.fromkeys(better))
        else:
            found[value] = None
    return tuple(found)


def _is_finished(r: Resolver, part: Value, cls: ClassValue) -> bool:
    """Whether a value is an instance of a class that does the work; of a protocol any may be one."""
    if isinstance(part, Instance) and isinstance(part.cls, External):
        return r.class_info(cls).is_protocol and r.catalog.knows_class(part.cls.name)
    if not isinstance(part, Instance) or not isinstance(part.cls, ClassValue) or leaves_work(r, part.cls):
        return False
    return cls in r.class_info(part.cls).ancestors or r.class_info(cls).is_protocol


def is_unfinished(r: Resolver, values: ValueSet) -> bool:
    """Whether some value is an instance of a class that leaves work to others."""
    return any(isinstance(value, Instance) and leaves_work(r, value.cls) for value in values)


def declared_members(r: Resolver, values: ValueSet) -> ValueSet:
    """Methods of what is not known (`self.adapter.send`), as those of the class that it is declared as."""
    found: dict[Value, None] = {}
    for value in values:
        if isinstance(value, Symbol) and value.bound is not None and len(value.path) == 1:
            found.update(dict.fromkeys(r.attribute((r.make(Instance, value.bound),), value.path[0])))
    return tuple(found)
