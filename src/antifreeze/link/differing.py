"""Whether a member of what is not known yet depends on which object of its class that is."""

from __future__ import annotations

from antifreeze.link.fallbacks import depends_on_maker
from antifreeze.link.homes import is_method, is_told_apart
from antifreeze.link.openclass import is_of_a_heir
from antifreeze.link.resolver import Resolver
from antifreeze.model.summary import ScopeKind
from antifreeze.model.value import ClassValue, ParamRoot, Symbol, ValueSet


def may_differ(r: Resolver, symbol: Symbol, bound: ClassValue, name: str) -> bool:
    """Whether a member depends on which object of the class it is asked of; of what a coroutine is, little is known."""
    if r.class_info(bound).is_protocol or r.overridden(bound, name) or is_of_a_heir(symbol, bound):
        return True
    if (name in r.program.registries and is_told_apart(r, bound)) or symbol.root.of != "":
        return True
    is_told = isinstance(symbol.root, ParamRoot) and not symbol.root.ref.scope.is_async
    return is_told and name in r.program.defaulted and depends_on_maker(r, bound, name)


def is_of_maker(r: Resolver, symbol: Symbol, bound: ClassValue, found: ValueSet) -> bool:
    """Whether a member of what a plain function is given is just what its constructor got: several places make such."""
    root, kept = symbol.root, found[0]
    if not isinstance(root, ParamRoot) or root.ref.scope.is_async or (root.index == 0 and is_method(root.ref)):
        return False
    if len(found) > 1 or not isinstance(kept, Symbol) or kept.path or not isinstance(kept.root, ParamRoot):
        return False
    is_one_of_many = len(r.program.calls_named(bound.ref.scope.name)) > 1
    return is_one_of_many and kept.root.ref.scope.name == "__init__" and root.ref.scope.kind is ScopeKind.FUNCTION
