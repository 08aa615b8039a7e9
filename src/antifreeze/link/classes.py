"""Classes: bases, linearisation (C3), type parameters, and who overrides what."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Sequence

from antifreeze.link.memo import Memo
from antifreeze.link.resolver import Bindings, ClassInfo, Resolver
from antifreeze.link.selfheld import with_own_items
from antifreeze.link.structural import conforms, methods_of
from antifreeze.model.expression import NO_NODE
from antifreeze.model.summary import ScopeKind
from antifreeze.model.value import (
    Applied,
    ClassValue,
    External,
    FunctionValue,
    Instance,
    ParamRoot,
    Root,
    ScopeRef,
    Symbol,
    TypeVarRoot,
    Value,
    ValueSet,
    any_symbolic,
)

Base = ClassValue | External

_MAX_CONFORMING = 8
"""How many classes may happen to have the methods of a protocol before that says nothing of any one of them."""


class Classes:
    """The class hierarchy, worked out class by class."""

    def __init__(self, resolver: Resolver) -> None:
        self._resolver = resolver
        self._infos: dict[ClassValue, ClassInfo] = {}
        self._subclasses: dict[ClassValue, tuple[ClassValue, ...]] | None = None
        self._overridden: dict[tuple[ClassValue, str], bool] = {}
        self._conforming: Memo[ClassValue, tuple[ClassValue, ...]] = Memo(self._find_conforming)
        self._external_subclasses: dict[str, list[ClassValue]] = {}
        self._growing: dict[ClassValue, list[ClassValue]] | None = None
        """The subclasses that are known while they are collected: what is asked meanwhile gets these."""

    def info(self, cls: ClassValue) -> ClassInfo:
        """Ancestors and type parameters of a class."""
        known = self._infos.get(cls)
        return self._work_out(cls) if known is None else known

    def _work_out(self, cls: ClassValue) -> ClassInfo:
        """Ask for the bases before what inherits from them, however long that chain is."""
        begun: dict[ClassValue, list[Value]] = {}
        waiting = [cls]
        try:
            while waiting:
                top = waiting[-1]
                if top in begun:
                    self._infos[top] = self._compute(top, begun.pop(top))
                elif top not in self._infos:
                    # A class that (wrongly) inherits from itself finds this one in place of its own.
                    self._infos[top] = ClassInfo(top, (top,), (), {}, is_protocol=False)
                    begun[top] = []
                    begun[top] = self._base_values(top.ref)
                    bases = [value.cls if isinstance(value, Applied) else value for value in reversed(begun[top])]
                    waiting += [base for base in bases if isinstance(base, ClassValue) and base not in self._infos]
                    continue
                waiting.pop()
        except BaseException:
            for unfinished in begun:
                self._infos.pop(unfinished, None)
            raise
        return self._infos[cls]

    def _compute(self, cls: ClassValue, base_values: list[Value]) -> ClassInfo:
        bases: list[Base] = []
        params: dict[TypeVarRoot, None] = {}
        args: dict[Value, tuple[ValueSet, ...]] = {}
        is_protocol = False
        for value in base_values:
            target = value.cls if isinstance(value, Applied) else value
            given = tuple(self._resolver.instances(part) for part in value.args) if isinstance(value, Applied) else ()
            if isinstance(target, External) and target.name in ("typing.Generic", "typing.Protocol"):
                is_protocol = is_protocol or target.name == "typing.Protocol"
                if given:  # names all of them, in an order of its own
                    params = dict.fromkeys(_type_vars(given))
                continue
            if isinstance(target, (ClassValue, External)) and target not in bases and target is not cls:
                bases.append(target)
                args[target] = given
                params.update(dict.fromkeys(_type_vars(given)))
        return ClassInfo(cls, self._linearise(cls, bases), tuple(params), self._all_args(bases, args), is_protocol)

    def _base_values(self, ref: ScopeRef) -> list[Value]:
        parent = ref.parent
        assert parent is not None
        found: list[Value] = []
        for base in ref.scope.bases:
            found.extend(self._resolver.node(parent, base))
        return found

    def _all_args(
        self, bases: list[Base], given: dict[Value, tuple[ValueSet, ...]]
    ) -> dict[Value, tuple[ValueSet, ...]]:
        """The type arguments of every ancestor, in terms of the class's own type parameters."""
        result: dict[Value, tuple[ValueSet, ...]] = {}
        for base in bases:
            args = given.get(base, ())
            result.setdefault(base, args)
            if not isinstance(base, ClassValue):
                continue
            info = self.info(base)
            bindings = bind_type_params(info, args)
            for ancestor, ancestor_args in info.base_args.items():
                if ancestor not in result:
                    result[ancestor] = tuple(
                        self._resolver.substitute(values, bindings) if any_symbolic((values,)) else values
                        for values in ancestor_args
                    )
        return result

    def _linearise(self, cls: ClassValue, bases: list[Base]) -> tuple[Base, ...]:
        """C3; where the bases contradict each other, in order of first appearance."""
        if len(bases) == 1:
            inherited = self.info(bases[0]).ancestors if isinstance(bases[0], ClassValue) else bases
            return (cls, *(base for base in inherited if base is not cls))
        sequences = [list(self.info(base).ancestors) if isinstance(base, ClassValue) else [base] for base in bases]
        sequences.append(list(bases))
        result: list[Base] = [cls]
        while any(sequences):
            sequences = [sequence for sequence in sequences if sequence]
            for sequence in sequences:
                head = sequence[0]
                if not any(head in other[1:] for other in sequences):
                    break
            else:
                head = sequences[0][0]
            if head not in result:
                result.append(head)
            sequences = [[base for base in sequence if base is not head] for sequence in sequences]
        return tuple(result)

    def subclasses(self, cls: ClassValue) -> tuple[ClassValue, ...]:
        """The program's strict subclasses of a class, by name."""
        if self._growing is not None:
            return tuple(self._growing.get(cls, ()))
        if self._subclasses is None:
            self._collect()
        assert self._subclasses is not None
        return self._subclasses.get(cls, ())

    def conforming(self, cls: ClassValue) -> tuple[ClassValue, ...]:
        """The program's classes that have all the methods of a protocol without deriving from it; if few do."""
        if not self.info(cls).is_protocol or cls.ref.module.is_stub:
            return ()
        return self._conforming[cls]

    def _find_conforming(self, cls: ClassValue) -> tuple[ClassValue, ...]:
        wanted = methods_of(self._resolver, cls)
        if not any(not name.startswith("__") for name in wanted):
            return ()
        name = min(wanted, key=lambda name: len(self._binding(name)))
        found = [
            other
            for other in self._binding(name)
            if not self.info(other).is_protocol
            and cls not in self.info(other).ancestors
            and all(conforms(self._resolver, other, name, method) for name, method in wanted.items())
        ]
        return tuple(found) if len(found) <= _MAX_CONFORMING else ()

    def overridden(self, cls: ClassValue, name: str) -> bool:
        """Whether some subclass finds another binding of `name` than `cls` does."""
        known = self._overridden.get((cls, name))
        if known is None:
            known = self._is_overridden(cls, name)
            if self._growing is None:
                self._overridden[cls, name] = known
        return known

    def _is_overridden(self, cls: ClassValue, name: str) -> bool:
        heirs = self.subclasses(cls)
        if not heirs:
            return False
        ancestors = self.info(cls).ancestors
        others = [other for other in self._binding(name) if other not in ancestors]
        if not others:
            return False
        own = self._definer(cls, name)
        return any(self._definer(sub, name) is not own for sub in heirs)

    def _binding(self, name: str) -> Sequence[ClassValue]:
        """The classes that bind a name themselves."""
        return self._binders.get(name, ())

    @functools.cached_property
    def _binders(self) -> dict[str, list[ClassValue]]:
        """The classes that bind each name, in their bodies or by an assignment to an attribute."""
        program, make = self._resolver.program, self._resolver.make
        found: dict[str, dict[ClassValue, None]] = defaultdict(dict)
        for ref in program.refs():
            if ref.scope.kind is ScopeKind.CLASS:
                cls = make(ClassValue, ref)
                for name in ref.scope.names:
                    found[name][cls] = None
        for ref, name in program.attribute_stores:
            found[name][make(ClassValue, ref)] = None
        return {name: list(classes) for name, classes in found.items()}

    def _definer(self, cls: ClassValue, name: str) -> Base | None:
        stores = self._resolver.program.attribute_stores
        for base in self.info(cls).ancestors:
            if isinstance(base, ClassValue) and (name in base.ref.scope.names or (base.ref, name) in stores):
                return base
        return None

    def external_subclasses(self, name: str) -> list[ClassValue]:
        """The program's classes that inherit from the external class of that canonical name."""
        if self._subclasses is None and self._growing is None:
            self._collect()
        return self._external_subclasses.get(name, [])

    def _collect(self) -> None:
        """Ask every class for its ancestors; should that be broken off, those that have answered are still known."""
        found: dict[ClassValue, list[ClassValue]] = defaultdict(list)
        heirs: dict[str, list[ClassValue]] = defaultdict(list)
        self._growing = found
        try:
            self._ask_for_ancestors(found, heirs)
        finally:
            self._growing = None
        self._subclasses = {cls: tuple(subclasses) for cls, subclasses in found.items()}
        self._external_subclasses = heirs

    def _ask_for_ancestors(self, found: dict[ClassValue, list[ClassValue]], heirs: dict[str, list[ClassValue]]) -> None:
        for ref in self._resolver.program.refs():
            if not ref.scope.bases:
                continue
            cls = self._resolver.make(ClassValue, ref)
            external: dict[str, None] = {}
            for ancestor in self.info(cls).ancestors[1:]:
                if isinstance(ancestor, ClassValue):
                    found[ancestor].append(cls)
                else:
                    external.update(dict.fromkeys(self._resolver.catalog.lineage(ancestor.name)))
            for name in external:
                heirs[name].append(cls)


def bind_type_params(info: ClassInfo, args: tuple[ValueSet, ...]) -> Bindings:
    """The class's type parameters, bound to the arguments given."""
    return {root: values for root, values in zip(info.type_params, args, strict=False)}  # noqa: C416 (typed as Bindings)


def _type_vars(args: tuple[ValueSet, ...]) -> list[TypeVarRoot]:
    """The type variables in type arguments, in order of appearance."""
    found: list[TypeVarRoot] = []
    for values in args:
        for value in values:
            if isinstance(value, Symbol) and isinstance(value.root, TypeVarRoot):
                found.append(value.root)
            elif value.symbolic:
                found.extend(_type_vars(getattr(value, "args", ())))
    return found


def class_bindings(r: Resolver, cls: ClassValue, base: ClassValue, receiver: Value) -> Bindings:
    """The type variables of `base`, and `Self`, for a receiver of class `cls`."""
    args = _type_arguments(r, cls, receiver)
    if base is not cls:
        own = bind_type_params(r.class_info(cls), args)
        args = tuple(r.substitute(values, own) for values in r.class_info(cls).base_args.get(base, ()))
        args = with_own_items(r, cls, base, args)
    given = bind_type_params(r.class_info(base), args)
    known = {root: values for root, values in given.items() if not _own_var(root, values)}
    made_with = dict(receiver.env) if isinstance(receiver, Instance) else {}
    return {**_constructor_bindings(r, base, known), **made_with, **known} if known else known


def _type_arguments(r: Resolver, cls: ClassValue, receiver: Value) -> tuple[ValueSet, ...]:
    """The type arguments of an object; of a parameter, those of the type that it is declared as."""
    if isinstance(receiver, Instance):
        return receiver.args
    root = receiver.root if isinstance(receiver, Symbol) and not receiver.path else None
    if not isinstance(root, ParamRoot) or not r.class_info(cls).type_params or root.index >= len(root.ref.scope.params):
        return ()
    declared = r.annotation(root.ref.enclosing, root.ref.scope.params[root.index].annotation)
    return next((value.args for value in declared if isinstance(value, Instance) and value.cls is cls), ())


def _constructor_bindings(r: Resolver, cls: ClassValue, known: Bindings) -> Bindings:
    """What the constructor of a class got for the parameters that it declares by the type variables of the class."""
    found: Bindings = {}
    for value in r.node(cls.ref, cls.ref.scope.names.get("__init__", NO_NODE)):
        ref = value.ref if isinstance(value, FunctionValue) and not value.ref.module.is_stub else None
        for index, param in enumerate(ref.scope.params if ref is not None else ()):
            assert ref is not None
            declared = r.annotation(ref.enclosing, param.annotation)
            if not known.keys().isdisjoint(_type_vars((declared,))):
                found[r.make(ParamRoot, ref, index)] = r.substitute(declared, known)
    return found


def _own_var(root: Root, values: ValueSet) -> bool:
    return any(isinstance(value, Symbol) and value.root is root for value in values)
