"""Objects of a class that leaves methods to its heirs: of which of these they can be, by what has been run of them.

`Check.arun` calls `self.run()`, which `Check` leaves to its heirs. An heir with an `arun` of its own never comes there,
unless that calls what it overrides.
"""

from __future__ import annotations

from antifreeze.link.held import with_facts
from antifreeze.link.homes import is_method
from antifreeze.link.memo import Memo
from antifreeze.link.narrowed import IS_NO, is_ruled_out
from antifreeze.link.resolver import Resolver
from antifreeze.model.expression import Attribute
from antifreeze.model.value import ClassValue, Env, FunctionValue, Instance, ParamRoot, ScopeRef, Super, Value, ValueSet

Ran = tuple[tuple[str, str], ...]
"""The names of methods that an object has run, each with the place of its definition."""

RuledOut = tuple[str, ...]
"""The names of the classes that an object is known not to be of."""

_RAN = "ran:"
"""How the facts of an object begin that tell of these."""


MAX_IMPLEMENTATIONS = 16
"""How many implementations of an abstract or overridden method are considered."""


class Heritage:
    """Notes what objects of such classes run, and tells which heirs run that."""

    def __init__(self, resolver: Resolver) -> None:
        self._r = resolver
        self._leaves: Memo[ClassValue, bool] = Memo(self._leaves_methods)
        self._implementing: Memo[tuple[ClassValue, str, Ran, RuledOut], ValueSet] = Memo(self._implemented)

    def noted(self, ref: ScopeRef, env: Env) -> Env:
        """What a method's parameters stand for; of its own object it is known from here on that it runs the method."""
        if not is_method(ref) or not any(self._is_own(ref, root) and values for root, values in env):
            return env
        return tuple(
            (root, tuple(dict.fromkeys(self._noted(ref, value) for value in values)))
            if self._is_own(ref, root)
            else (root, values)
            for root, values in env
        )

    def runs(self, heir: ClassValue, ran: Ran) -> bool:
        """Whether an object of this class would have run all these methods."""
        own = self._r.make(Instance, heir)
        for name, place in ran:
            methods = self._r.attribute((own,), name)
            if methods and not any(self._leads_to(value, name, place) for value in methods):
                return False
        return True

    def implementing(self, receiver: Instance, cls: ClassValue, name: str) -> ValueSet:
        """The different methods of that name that subclasses have, as far as a receiver of the class may be of them."""
        return self._implementing[cls, name, _has_run(receiver), _ruled_out(receiver)]

    def _implemented(self, asked: tuple[ClassValue, str, Ran, RuledOut]) -> ValueSet:
        """The methods, each bound to the first subclass that has it."""
        cls, name, ran, ruled_out = asked
        found: dict[ScopeRef | Value, Value] = {}
        for subclass in self._r.subclasses(cls):
            if is_ruled_out(self._r, subclass, ruled_out) or not self.runs(subclass, ran):
                continue
            for value in self._r.attribute((self._r.make(Instance, subclass),), name):
                if not isinstance(value, FunctionValue):
                    found.setdefault(value, value)
                elif value.ref.module.is_stub or not value.ref.scope.is_abstract:
                    found.setdefault(value.ref, value)
            if len(found) >= MAX_IMPLEMENTATIONS:
                break
        return tuple(found.values())[:MAX_IMPLEMENTATIONS]

    def _leads_to(self, value: Value, name: str, place: str) -> bool:
        """Whether a method is the one at that place, or may call it: `super().arun()`, `Check.arun(self)`."""
        if not isinstance(value, FunctionValue) or _place(value.ref) == place:
            return True
        return any(
            isinstance(node, Attribute) and node.name == name and self._is_of_base(value.ref, node.base)
            for node in value.ref.scope.nodes
        )

    def _is_of_base(self, ref: ScopeRef, index: int) -> bool:
        return any(isinstance(value, (Super, ClassValue)) for value in self._r.node(ref, index))

    @staticmethod
    def _is_own(ref: ScopeRef, root: object) -> bool:
        return isinstance(root, ParamRoot) and root.ref is ref and root.index == 0

    def _noted(self, ref: ScopeRef, value: Value) -> Value:
        cls = value.cls if isinstance(value, Instance) else None
        if not isinstance(cls, ClassValue) or not self._leaves[cls] or not self._r.overridden(cls, ref.scope.name):
            return value
        return with_facts(self._r, (value,), [(f"{_RAN}{ref.scope.name}", _place(ref))])[0]

    def _leaves_methods(self, cls: ClassValue) -> bool:
        bases = [base.ref for base in self._r.class_info(cls).ancestors if isinstance(base, ClassValue)]
        return not cls.ref.module.is_foreign and any(
            scope.is_abstract and scope.parent == base.index
            for base in bases
            if not base.module.is_foreign
            for scope in base.module.scopes
        )


def _has_run(receiver: Instance) -> Ran:
    """The methods that an object is known to have run."""
    return tuple((fact.removeprefix(_RAN), str(place)) for fact, place in receiver.facts if fact.startswith(_RAN))


def _ruled_out(receiver: Instance) -> RuledOut:
    return tuple(fact.removeprefix(IS_NO) for fact, _ in receiver.facts if fact.startswith(IS_NO))


def _place(ref: ScopeRef) -> str:
    return f"{ref.module.module}:{ref.index}"
