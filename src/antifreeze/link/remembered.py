"""What of the arguments of a call is worth remembering in the object, or the generator, that it makes."""

from __future__ import annotations

from antifreeze.catalog.conditions import UNKNOWN
from antifreeze.link.arguments import CONTAINERS
from antifreeze.link.deciding import decides
from antifreeze.link.flags import is_kept
from antifreeze.link.resolver import Bindings, Resolver
from antifreeze.link.tested import constant
from antifreeze.model.expression import NO_NODE
from antifreeze.model.value import (
    Anything,
    ClassValue,
    Env,
    Instance,
    LiteralValue,
    ParamRoot,
    ScopeRef,
    Value,
    is_none,
)


def interesting(r: Resolver, bindings: Bindings) -> Env:
    """The bindings worth remembering in a value: what can hold code, what surely does not, and flags of objects."""
    return tuple(
        (root, values)
        for root, values in bindings.items()
        if (len(values) == 1 and is_none(values[0]))
        or any(holds_code(value) or _is_container(value) for value in values)
        or (len(values) == 1 and constant(values[0]) is not UNKNOWN and (is_kept(r, root) or decides(r, root)))
    )


def flags(r: Resolver, ref: ScopeRef, bindings: Bindings, held: Env) -> Env:
    """The constants that a generator was made with, and tests, beside what it holds."""
    remembered = {root for root, _ in held}
    tested = [
        r.make(ParamRoot, ref, number) for number in {guard.param for guard in ref.scope.guards} if number != NO_NODE
    ]
    return tuple(
        (root, bindings[root])
        for root in sorted(tested, key=lambda root: root.index)
        if root not in remembered and [constant(value) is UNKNOWN for value in bindings.get(root, ())] == [False]
    )


def _is_container(value: Value) -> bool:
    """Whether a value is a container: one without code in it tells that there is none, either."""
    return isinstance(value, Instance) and isinstance(value.cls, ClassValue) and value.cls.ref.name in CONTAINERS


def holds_code(value: Value) -> bool:
    """Whether knowing the value can tell what a call runs."""
    if isinstance(value, (LiteralValue, Anything)):
        return False
    if isinstance(value, Instance) and isinstance(value.cls, ClassValue) and value.cls.ref.module.is_stub:
        module = value.cls.ref.module.module
        return module != "builtins" or any(holds_code(part) for args in value.args for part in args)
    return True
