"""Types that catalog entries spell as text, with absolute names: `list[requests.Response]`, `a.B | c.D`."""

from __future__ import annotations

import ast
import re

from antifreeze.link.annotations import self_symbol
from antifreeze.link.imports import member, module_value
from antifreeze.link.resolver import Resolver
from antifreeze.model.value import (
    NOTHING,
    ClassValue,
    External,
    Instance,
    LiteralValue,
    Symbol,
    TypeVarRoot,
    Value,
    ValueSet,
    any_symbolic,
    union,
)

ITEM = "T"
"""In what a method returns: the first type argument of the object that it is called on; of a class, its instances."""


def types_of(r: Resolver, text: str) -> ValueSet:
    """The types that the text spells; nothing where it is no type expression."""
    try:
        return _types(r, ast.parse(text, mode="eval").body)
    except SyntaxError:
        return NOTHING


def of_receiver(r: Resolver, result: ValueSet, receiver: Value | None) -> ValueSet:
    """What a library's method gives, or an attribute is, with the type argument of the object that it is of."""
    if not any_symbolic((result,)):
        return result
    items = own = NOTHING
    if isinstance(receiver, ClassValue):
        items = own = r.instances((receiver,))
    elif isinstance(receiver, Instance):
        items = receiver.args[0] if receiver.args else NOTHING
        own = (receiver,)
    elif isinstance(receiver, Symbol):  # what it holds is known once it is, as that which iterating it gives
        items, own = r.iterate((receiver,)), (receiver,)
    return r.substitute(result, {r.make(TypeVarRoot, ITEM): items, self_symbol(r).root: own})


def is_generic(text: str) -> bool:
    """Whether a type that a catalog entry spells depends on the object that the method is called on."""
    return not {ITEM, "typing.Self"}.isdisjoint(re.findall(r"[\w.]+", text))


def _types(r: Resolver, node: ast.expr) -> ValueSet:
    if isinstance(node, ast.BinOp):
        return union([_types(r, node.left), _types(r, node.right)])
    if isinstance(node, ast.Subscript):
        parts = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
        return r.apply(_types(r, node.value), tuple(_types(r, part) for part in parts))
    if isinstance(node, ast.Constant) and node.value is None:
        return (r.make(LiteralValue, None),)
    name = ast.unparse(node)
    return named(r, name)


def named(r: Resolver, name: str) -> ValueSet:
    """The class of that absolute name; an external one where no source tells of it."""
    if name == ITEM:
        return (r.make(Symbol, r.make(TypeVarRoot, ITEM)),)
    module, _, last = name.rpartition(".")
    if not module:
        found = member(r, "builtins", name) or member(r, "typing", name)
    elif isinstance(module_value(r, module)[0], External):
        return (r.make(External, r.catalog.canonical(name)),)
    else:
        found = tuple(value for value in member(r, module, last) if isinstance(value, (ClassValue, External)))
    return found or (r.make(External, r.catalog.canonical(name)),)
