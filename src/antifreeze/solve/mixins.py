"""Methods of the standard library that work by methods which a class of the program defines.

Abstract collections give most of theirs for free: `class Disk(MutableMapping)` writes five special methods out;
`disk.get(key)` then runs its `__getitem__`. Parsers, visitors and shells call one for each kind of thing they meet.
"""

from __future__ import annotations

from antifreeze.link.resolver import Resolver
from antifreeze.model.value import ClassValue, FunctionValue, Instance, Symbol, Value, ValueSet, union

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
    "html.parser.HTMLParser": {"feed": ("handle_*", "unknown_decl"), "close": ("handle_*", "unknown_decl")},
    "ast.NodeVisitor": {"visit": ("visit_*", "generic_visit"), "generic_visit": ("visit",)},
    "cmd.Cmd": {
        "onecmd": ("do_*", "default", "emptyline", "parseline"),
        "cmdloop": ("preloop", "precmd", "onecmd", "postcmd", "postloop"),
    },
    "json.encoder.JSONEncoder": {"encode": ("default",), "iterencode": ("default",)},
    "logging.Handler": {"handle": ("filter", "emit"), "format": ("format",)},
    "string.Formatter": {
        "format": ("vformat",), "vformat": ("get_field", "get_value", "format_field", "convert_field"),
    },
    "io.RawIOBase": {"read": ("readinto",), "readall": ("read",)},
}  # fmt: skip
"""By the class of the library: its methods, and those that they call at once (views such as `items()` call later).

A star stands for any end of a name.
"""

_CALLS = {f"{owner}.{name}": called for owner, methods in _MIXINS.items() for name, called in methods.items()}


def _transitively(owner: str, name: str) -> tuple[str, ...]:
    """What a method calls, also by way of other methods of its class."""
    found = {name: None}
    pending = [name]
    while pending:
        called = _MIXINS[owner].get(pending.pop(), ())
        pending += [one for one in called if one not in found]
        found.update(dict.fromkeys(called))
    return tuple(found)


BY_METHOD: dict[str, tuple[str, ...]] = {
    name: tuple({one: None for owner in _MIXINS if name in _MIXINS[owner] for one in _transitively(owner, name)})
    for methods in _MIXINS.values()
    for name in methods
}
"""The names of all that methods of each name, of any of those classes, may call."""


def called_by_mixin(r: Resolver, value: FunctionValue) -> ValueSet:
    """The program's own methods that such a method calls of its object, also through others of the library."""
    receiver = value.receiver
    cls = receiver.cls if isinstance(receiver, Instance) else receiver.bound if isinstance(receiver, Symbol) else None
    if not isinstance(cls, ClassValue) or cls.ref.module.is_foreign or receiver is None:
        return ()
    found: dict[Value, None] = {value: None}
    pending: list[Value] = [value]
    while pending:
        one = pending.pop()
        if isinstance(one, FunctionValue) and one.ref.module.is_foreign:
            names = _spelt_out(r, cls, _CALLS.get(one.ref.name, ()))
            fresh = [each for each in union([r.attribute((receiver,), name) for name in names]) if each not in found]
            found.update(dict.fromkeys(fresh))
            pending.extend(fresh)
    return tuple(one for one in found if not isinstance(one, FunctionValue) or not one.ref.module.is_foreign)


def _spelt_out(r: Resolver, cls: ClassValue, names: tuple[str, ...]) -> list[str]:
    """The names, with those that the program's own classes define in the place of one with a star."""
    own = [base.ref for base in r.class_info(cls).ancestors if isinstance(base, ClassValue)]
    defined = [name for ref in own if not ref.module.is_foreign for name in ref.scope.names]
    return [
        one
        for name in names
        for one in ([each for each in defined if each.startswith(name[:-1])] if name.endswith("*") else [name])
    ]
