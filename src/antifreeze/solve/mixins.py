"""Methods that abstract collections of the standard library give a class for free, by what the class itself defines.

`class Disk(MutableMapping)` writes five special methods out; `disk.get(key)` then runs its `__getitem__`.
"""

from __future__ import annotations

from antifreeze.link.resolver import Resolver
from antifreeze.model.value import ClassValue, FunctionValue, Instance, Symbol, ValueSet, union

_GET, _SET, _DELETE, _ITER, _LEN = "__getitem__", "__setitem__", "__delitem__", "__iter__", "__len__"

_MIXINS: dict[str, dict[str, tuple[str, ...]]] = {
    "typing.Mapping": {
        "get": (_GET,), "__contains__": (_GET,), "__eq__": (_ITER, _GET),
    },
    "typing.MutableMapping": {
        "pop": (_GET, _DELETE), "popitem": (_ITER, _GET, _DELETE), "clear": (_ITER, _GET, _DELETE), "update": (_SET,),
        "setdefault": (_GET, _SET),
    },
    "typing.Sequence": {
        "index": (_GET, _LEN), "count": (_GET,), "__contains__": (_GET,), "__iter__": (_GET,),
        "__reversed__": (_LEN, _GET),
    },
    "typing.MutableSequence": {
        "append": (_LEN, "insert"), "extend": (_LEN, "insert"), "clear": (_GET, _DELETE), "reverse": (_LEN, _GET, _SET),
        "pop": (_GET, _DELETE), "remove": (_GET, _DELETE), "__iadd__": (_LEN, "insert"),
    },
    "typing.AbstractSet": {"isdisjoint": (_ITER, "__contains__"), "__and__": (_ITER,), "__or__": (_ITER,)},
    "typing.MutableSet": {
        "remove": ("__contains__", "discard"), "pop": (_ITER, "discard"), "clear": (_ITER, "discard"),
        "__ior__": ("add",),
    },
}  # fmt: skip
"""By the class of the library: its methods, and those that they call at once (views such as `items()` call later)."""

_CALLS = {f"{owner}.{name}": called for owner, methods in _MIXINS.items() for name, called in methods.items()}


def called_by_mixin(r: Resolver, value: FunctionValue) -> ValueSet:
    """The program's own methods that such a method calls of its object."""
    called = _CALLS.get(value.ref.name)
    receiver = value.receiver
    if called is None or receiver is None:
        return ()
    cls = receiver.cls if isinstance(receiver, Instance) else receiver.bound if isinstance(receiver, Symbol) else None
    if not isinstance(cls, ClassValue) or cls.ref.module.is_foreign:
        return ()
    methods = union([r.attribute((receiver,), name) for name in called])
    return tuple(one for one in methods if not isinstance(one, FunctionValue) or not one.ref.module.is_foreign)
