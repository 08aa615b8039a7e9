"""The source behind a library's stubs: stubs give types, and what a function does stands in the module itself.

The modules behind stubs go by their names with a mark before it, and so do those that they import of their own
package: there, everything is what the source says.
"""

from __future__ import annotations

from antifreeze.link.resolver import Resolver
from antifreeze.model.expression import NO_NODE
from antifreeze.model.summary import BODY_MARK, ScopeKind
from antifreeze.model.value import ClassValue, FunctionValue, Instance, ScopeRef, Value


def body_of(r: Resolver, value: FunctionValue) -> FunctionValue | None:
    """The function of the library's source that a stub declares; its receiver is what the source makes of it."""
    owner = value.ref.enclosing
    if owner.scope.kind is not ScopeKind.CLASS:
        ref = _behind(r, value.ref)
        return None if ref is None else r.make(FunctionValue, ref)
    source, receiver = class_behind_stub(r, r.make(ClassValue, owner)), value.receiver
    if source is None or receiver is None:
        return None
    values = (source,) if isinstance(receiver, ClassValue) else (r.make(Instance, source),)
    found = [one for one in r.attribute(values, value.ref.scope.name) if isinstance(one, FunctionValue)]
    if len(found) != 1 or found[0].ref.module.is_stub:
        return None
    is_heir = isinstance(receiver, Instance) and isinstance(receiver.cls, ClassValue) and receiver.cls.ref is not owner
    return r.make(FunctionValue, found[0].ref, receiver) if is_heir else found[0]


def class_behind_stub(r: Resolver, cls: ClassValue) -> ClassValue | None:
    """The class of the library's source that a stub declares."""
    ref = _behind(r, cls.ref) if cls.ref.module.is_library and cls.ref.module.is_stub else None
    return r.make(ClassValue, ref) if ref is not None and ref.scope.kind is ScopeKind.CLASS else None


def _behind(r: Resolver, ref: ScopeRef) -> ScopeRef | None:
    """The scope of the same name in the source; None where that does not define it there."""
    module = r.program.library(BODY_MARK + ref.module.module.lstrip(BODY_MARK))
    if module is None or not ref.module.is_stub:
        return None
    scope = module.root
    for name in ref.scope.qualname.split("."):
        values: list[Value] = list(r.node(scope, scope.scope.names.get(name, NO_NODE)))
        found = [one.ref for one in values if isinstance(one, (ClassValue, FunctionValue))]
        if len(found) != 1:
            return None
        scope = found[0]
    return scope
