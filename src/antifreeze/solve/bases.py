"""Classes that are there to be derived from: the program makes no object of them, and offers them to nobody."""

from __future__ import annotations

from antifreeze.link.memo import Memo
from antifreeze.link.resolver import Resolver
from antifreeze.model.value import ClassValue, FunctionValue, Instance, Value
from antifreeze.solve.mentions import Mentions


class Bases:
    """Tells which classes have no objects but those of what derives from them (rapid type analysis, by names).

    Bacon and Sweeney, "Fast static analysis of C++ virtual function calls", OOPSLA 1996.
    """

    def __init__(self, resolver: Resolver) -> None:
        self._r = resolver
        self.mentions = Mentions(resolver)
        self._known: Memo[ClassValue, bool] = Memo(self._is_only_derived)

    def leaves(self, method: FunctionValue) -> bool:
        """Whether a method is asked of what is declared as such a class, of which some heir has another."""
        cls = method.receiver.cls if isinstance(method.receiver, Instance) else None
        return (
            isinstance(cls, ClassValue) and self._r.overridden(cls, method.ref.scope.name) and self.is_only_derived(cls)
        )

    def is_only_derived(self, cls: ClassValue) -> bool:
        """Whether a class is such a one."""
        return self._known[cls]

    def _is_only_derived(self, cls: ClassValue) -> bool:
        ref, name = cls.ref, cls.ref.scope.name
        if ref.module.is_foreign or ref.scope.decorators or not self._r.subclasses(cls):
            return False
        if self._r.class_info(cls).is_protocol or self._r.program.calls_named(name):
            return False
        if self._is_registered(cls):
            return False
        mentions = self.mentions
        return not (mentions.of_class(name) or mentions.asks_class(name) or mentions.is_exported(ref))

    def _is_registered(self, cls: ClassValue) -> bool:
        """Whether a base is told as a class that derives from it is defined, or can be asked for all that do."""
        bases = [base.ref for base in self._r.class_info(cls).ancestors if isinstance(base, ClassValue)]
        own = [base for base in bases if base is not cls.ref and not base.module.is_foreign]
        return bool(own) and (
            "__subclasses__" in self._r.program.names()
            or any("__init_subclass__" in base.scope.names for base in own)
            or any(map(_is_own, (made for base in own for made in self._r.node(base.enclosing, base.scope.metaclass))))
        )


def _is_own(metaclass: Value) -> bool:
    return isinstance(metaclass, ClassValue) and not metaclass.ref.module.is_foreign
