"""What making an object runs beside `__init__`: the validators, converters and factories of a class's fields.

Libraries that make classes from declarations (pydantic, attrs, dataclasses, SQLAlchemy, marshmallow) call functions
that a class decorates, names in the call that describes a field, or lists in a field's `Annotated`. They do so when
an instance is made, when data is loaded into one, or when it is dumped. What a class declares is found in
`solve/declared.py`; here is what of it one call runs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from antifreeze.link.binding import bound_functions
from antifreeze.link.memo import Memo
from antifreeze.link.openclass import is_open_class
from antifreeze.link.resolver import NO_ARGUMENTS, Arguments, Resolver
from antifreeze.model.value import (
    ANYTHING,
    ClassValue,
    Descriptor,
    External,
    FunctionValue,
    Instance,
    Value,
    ValueSet,
    union,
)
from antifreeze.solve.declared import DUMPING, LIBRARIES, LOADING, Declarations, Hook, classes_in, fields_of
from antifreeze.solve.spelling import CONSTRUCTORS

LOADED = Arguments(keywords=(("", (ANYTHING,)),))
"""The arguments of an instance that is made of data: any field may be among them."""

Called = tuple[ValueSet, Arguments]
"""What is called, and with what."""


class Construction:
    """Finds what libraries call of the classes of the program."""

    def __init__(self, resolver: Resolver) -> None:
        self._r = resolver
        self._declarations = Declarations(resolver)
        self._own: Memo[ClassValue, tuple[tuple[ClassValue, Hook], ...]] = Memo(self._hooks)
        self.depends_on_heir: Memo[ClassValue, bool] = Memo(self._differs)
        """Whether making an object of a class, or of a subclass of it, runs different things."""

    def made(self, cls: ClassValue, receiver: ValueSet, arguments: Arguments) -> Iterator[Called]:
        """What making an instance of the class with these arguments calls."""
        hooks = self._own[cls]
        if not hooks or self._sets_fields_itself(cls):
            return
        bases = [base for base in self._r.class_info(cls).ancestors if isinstance(base, ClassValue)]
        order = [name for base in reversed(bases) for name in fields_of(base.ref)]
        given = {name for name, _ in arguments.keywords} | set(order[: len(arguments.positional)])
        is_open = bool(arguments.rest) or "" in given
        data: list[ClassValue] = []
        for owner, hook in hooks:
            if hook.when == "nested":
                data.extend(classes_in(hook.functions) if is_open or _is_given_data(hook, arguments) else ())
            elif _applies(hook, given, is_open=is_open):
                yield self._bound(owner, hook, receiver), NO_ARGUMENTS
        yield from self._nested(data, cls)

    def loaded(self, classes: Iterable[ClassValue]) -> Iterator[Called]:
        """What making instances of classes of data calls."""
        yield from self._nested(classes)

    def by_method(self, method: External) -> Iterator[Called]:
        """What a method of a library calls that makes instances of data (`load`), or data of them (`dump`)."""
        receiver = method.receiver
        root, _, tail = method.name.rpartition(".")
        if receiver is None or root.partition(".")[0] not in LIBRARIES:
            return
        if isinstance(receiver, ClassValue) or is_open_class(receiver):
            if tail in LOADING:
                yield (receiver,), LOADED
        elif isinstance(receiver, Instance) and isinstance(receiver.cls, ClassValue):
            moments = ("loaded", "given") if tail in LOADING else ("dumped",) if tail in DUMPING else ()
            for owner, hook in self._own[receiver.cls] if moments else ():
                if hook.when in moments:
                    yield self._bound(owner, hook, (receiver,)), NO_ARGUMENTS
        elif isinstance(receiver, Instance) and receiver.args and tail in LOADING:
            yield tuple(classes_in(receiver.args[0])), LOADED

    def _differs(self, cls: ClassValue) -> bool:
        """Whether making an object runs something else where a subclass of the class is meant."""
        if any(self._r.overridden(cls, name) for name in CONSTRUCTORS):
            return True
        return any(self._own[heir] != self._own[cls] for heir in self._r.subclasses(cls))

    def _hooks(self, cls: ClassValue) -> tuple[tuple[ClassValue, Hook], ...]:
        """What a class and its ancestors declare, and which does; not what a nearer class binds anew."""
        bound: set[str] = set()
        found: list[tuple[ClassValue, Hook]] = []
        for base in self._r.class_info(cls).ancestors:
            if isinstance(base, ClassValue) and not base.ref.module.is_foreign:
                hooks = self._declarations.of(base.ref)
                found.extend((base, hook) for hook in hooks if hook.member not in bound)
                bound.update(base.ref.scope.names)
        return tuple(found)

    def _sets_fields_itself(self, cls: ClassValue) -> bool:
        """Whether a class writes its `__init__` out, where no library's base class is there to be called by it."""
        ancestors = self._r.class_info(cls).ancestors
        is_plain = all(isinstance(base, ClassValue) for base in ancestors)
        return is_plain and any(
            "__init__" in base.ref.scope.names for base in ancestors if isinstance(base, ClassValue)
        )

    def _bound(self, owner: ClassValue, hook: Hook, receiver: ValueSet) -> ValueSet:
        """The functions of a hook, bound to the instances as the class's own members are."""
        if not hook.member:
            return hook.functions
        found: list[ValueSet] = []
        for member in self._r.node(owner.ref, owner.ref.scope.names[hook.member]):
            functions = member.functions if isinstance(member, Descriptor) else (member,)
            is_of_class = isinstance(member, Descriptor) and member.kind == "classmethod"
            found += [bound_functions(self._r, functions, _class_of(one) if is_of_class else one) for one in receiver]
        return union(found)

    def _nested(self, data: Iterable[ClassValue], outer: ClassValue | None = None) -> Iterator[Called]:
        """What classes call whose instances are made of the data of others' fields, each class once."""
        seen = {outer}
        pending = list(dict.fromkeys(data))
        while pending:
            cls = pending.pop()
            if cls in seen:
                continue
            seen.add(cls)
            instance = self._r.make(Instance, cls)
            for owner, hook in self._own[cls]:
                if hook.when == "nested":
                    pending.extend(classes_in(hook.functions))
                elif hook.when in ("made", "given"):
                    yield self._bound(owner, hook, (instance,)), NO_ARGUMENTS
            for name in CONSTRUCTORS[2:]:
                methods = self._r.attribute((instance,), name)
                yield tuple(method for method in methods if isinstance(method, FunctionValue)), NO_ARGUMENTS


def _class_of(value: Value) -> Value:
    return value.cls if isinstance(value, Instance) else value


def _applies(hook: Hook, given: set[str], *, is_open: bool) -> bool:
    """Whether a hook is called, by which fields are given."""
    if hook.when == "made":
        return True
    if hook.when == "given":
        return is_open or (bool(given) if "*" in hook.fields else not hook.fields.isdisjoint(given))
    return hook.when == "missing" and not is_open and hook.fields.isdisjoint(given)


def _is_given_data(hook: Hook, arguments: Arguments) -> bool:
    """Whether a field is given dicts, or a list of them, of which instances are made."""
    return any(name in hook.fields and any(map(_is_data, values)) for name, values in arguments.keywords)


def _is_data(value: Value) -> bool:
    if not isinstance(value, Instance) or not isinstance(value.cls, ClassValue):
        return False
    parts = [part for args in value.args for part in args if isinstance(part, Instance)]
    if value.cls.ref.name == "builtins.dict":
        return all(isinstance(part.cls, ClassValue) and part.cls.ref.module.is_stub for part in parts)
    return value.cls.ref.name in ("builtins.list", "builtins.tuple") and any(map(_is_data, parts))
