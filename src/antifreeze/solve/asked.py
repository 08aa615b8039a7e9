"""Which special methods calls of the standard library ask objects for: `sorted` orders them, `set.add` hashes one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from antifreeze.link.resolver import Arguments, Resolver
from antifreeze.model.value import FunctionValue, Value, ValueSet, union

TRUTH = ("__bool__", "__len__")
TEXT = ("__str__", "__repr__")
FORMAT = ("__format__", *TEXT)
_ORDER = ("__lt__", "__gt__")
_HASH = ("__hash__",)
_EQUAL = ("__eq__",)
_REDUCED = ("__reduce_ex__", "__reduce__", "__getstate__")

Of = Callable[[Resolver, Value, Arguments], ValueSet]


def _arguments(_r: Resolver, _callee: Value, arguments: Arguments) -> ValueSet:
    return union(arguments.positional)


def _all_given(_r: Resolver, _callee: Value, arguments: Arguments) -> ValueSet:
    return union([*arguments.positional, *(values for _, values in arguments.keywords), arguments.rest])


def _elements(r: Resolver, _callee: Value, arguments: Arguments) -> ValueSet:
    """The elements of the first argument, or what a `key` makes of them; several arguments are elements themselves."""
    many = len(arguments.positional) > 1
    elements = union(arguments.positional) if many else r.iterate(arguments.at(0))
    key = arguments.named("key")
    return r.call(key, Arguments((elements,))) if key else elements


def _own_elements(r: Resolver, callee: Value, arguments: Arguments) -> ValueSet:
    receiver = callee.receiver if isinstance(callee, FunctionValue) else None
    elements = r.iterate((receiver,)) if receiver is not None else ()
    key = arguments.named("key")
    return r.call(key, Arguments((elements,))) if key else elements


def _compared(r: Resolver, callee: Value, arguments: Arguments) -> ValueSet:
    """The elements of a container, with what they are compared with."""
    return union([_own_elements(r, callee, arguments), *arguments.positional])


def _kept_in_order(r: Resolver, _callee: Value, arguments: Arguments) -> ValueSet:
    """What a heap or a sorted list holds, which is the first argument, and what is put into it."""
    return union([r.iterate(arguments.at(0)), *arguments.positional[1:2]])


def _encoders(r: Resolver, _callee: Value, arguments: Arguments) -> ValueSet:
    """What is made of the class under `cls`, to encode what JSON does not know."""
    return r.instances(arguments.named("cls"))


@dataclass(frozen=True, slots=True)
class Asked:
    """The methods (special ones, as a rule) that a call asks objects for; the first that a class has is called."""

    methods: tuple[str, ...]
    of: Of = _arguments


def _each(module: str, names: str, asked: Asked) -> dict[str, Asked]:
    return {f"{module}.{name}": asked for name in names.split()}


ASKED: dict[str, Asked] = {
    **_each("builtins", "bool", Asked(TRUTH)),
    **_each("builtins", "str print", Asked(TEXT)),
    **_each("builtins", "repr", Asked(("__repr__",))),
    **_each("builtins", "format", Asked(FORMAT)),
    **_each("builtins.str", "format", Asked(FORMAT, _all_given)),
    **_each("builtins", "range bin hex oct chr", Asked(("__index__",))),
    **_each("_operator", "index", Asked(("__index__",))),
    **_each("builtins", "int", Asked(("__int__", "__index__"))),
    **_each("builtins", "float", Asked(("__float__", "__index__"))),
    **_each("builtins", "abs", Asked(("__abs__",))),
    **_each("builtins", "hash", Asked(_HASH)),
    **_each("builtins", "round", Asked(("__round__",))),
    **_each("builtins", "reversed", Asked(("__reversed__",))),
    **_each("builtins", "divmod", Asked(("__divmod__",))),
    **_each("builtins", "dir", Asked(("__dir__",))),
    **_each("copy", "copy", Asked(("__copy__", *_REDUCED))),
    **_each("copy", "deepcopy", Asked(("__deepcopy__", *_REDUCED))),
    **_each("json", "dumps dump", Asked(("default",), _encoders)),
    **_each("pickle", "dumps dump", Asked(_REDUCED)),
    **_each("_pickle", "dumps dump", Asked(_REDUCED)),
    **_each("os", "fspath", Asked(("__fspath__",))),
    **_each("math", "floor", Asked(("__floor__",))),
    **_each("math", "ceil", Asked(("__ceil__",))),
    **_each("builtins", "dict", Asked(("__getitem__",))),
    **_each("builtins", "sorted min max", Asked(_ORDER, _elements)),
    **_each("builtins", "sum", Asked(("__radd__", "__add__"), _elements)),
    **_each("builtins", "set frozenset", Asked(_HASH, _elements)),
    **_each("builtins.list", "sort", Asked(_ORDER, _own_elements)),
    **_each("builtins.list", "index remove count", Asked(_EQUAL, _compared)),
    **_each("builtins.set", "add discard remove", Asked(_HASH)),
    **_each("builtins.dict", "get pop setdefault", Asked(_HASH)),
    **_each("_heapq", "heappush heappop heapify heapreplace heappushpop", Asked(_ORDER, _kept_in_order)),
    **_each(
        "_bisect", "insort insort_left insort_right bisect bisect_left bisect_right", Asked(_ORDER, _kept_in_order)
    ),
}
"""By the name of the definition."""

WRITTEN: dict[str, tuple[int, str]] = {
    "builtins.print": (-1, "file"),
    "pprint.pprint": (1, "stream"),
    "pprint.pp": (1, "stream"),
    "traceback.print_exc": (1, "file"),
    "traceback.print_exception": (4, "file"),
    "traceback.print_stack": (2, "file"),
}
"""The file that a call writes to, by its place and its name: `print(line, file=log)`."""
