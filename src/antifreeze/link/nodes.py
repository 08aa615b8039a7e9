"""Evaluation of compound nodes: one handler a kind of node."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import Any

from antifreeze.link.arguments import arguments_of, is_told_by_object
from antifreeze.link.attributes import step
from antifreeze.link.bags import with_attribute, with_item
from antifreeze.link.binding import is_descriptor
from antifreeze.link.comparisons import comparison, negation
from antifreeze.link.containers import PLACE, container, extend, item, item_by_method, sliced
from antifreeze.link.coroutineness import of_kind
from antifreeze.link.displays import written_item
from antifreeze.link.entered import AROUND, is_manager
from antifreeze.link.held import kept_in_dict, with_facts
from antifreeze.link.homes import made_at
from antifreeze.link.imports import lead_to_modules, loaded, resolve_import
from antifreeze.link.listed import OF_CLASS, is_listing, listed, of_class
from antifreeze.link.members import by_texts, is_enumeration
from antifreeze.link.narrowed import refined
from antifreeze.link.resolver import Arguments, Resolver
from antifreeze.link.results import as_declared
from antifreeze.link.rewrapped import before_wrapping
from antifreeze.link.sifted import is_sieve, sifted
from antifreeze.link.tested import is_flag
from antifreeze.link.texts import computed, with_end
from antifreeze.link.truths import truth
from antifreeze.model import expression as ex
from antifreeze.model.summary import ScopeKind
from antifreeze.model.value import (
    NOTHING,
    Anything,
    Applied,
    ClassValue,
    Descriptor,
    External,
    FunctionValue,
    Instance,
    LiteralValue,
    ModuleValue,
    ParamRoot,
    Partial,
    ScopeRef,
    Super,
    Symbol,
    TypeVarRoot,
    Value,
    ValueSet,
    alternatives,
    union,
    without_literals,
)


def _attribute(r: Resolver, ref: ScopeRef, node: ex.Attribute) -> ValueSet:
    base = r.node(ref, node.base)
    if node.name in OF_CLASS and (members := of_class(r, ref, node, base)):
        return members
    found = with_attribute(r, ref, node.base, node.name, r.attribute(base, node.name))
    return before_wrapping(ref, node, found)


def _call(r: Resolver, ref: ScopeRef, node: ex.Call) -> ValueSet:
    func = ref.scope.nodes[node.func]
    if isinstance(func, ex.Name) and func.name == "super":
        return super_of(r, ref, node)
    if isinstance(func, ex.Name) and func.name == "globals":
        return (r.make(ModuleValue, ref.module.module),)
    if isinstance(func, ex.Attribute) and func.name == "get" and (written := written_item(r, ref, node)):
        return written
    values = r.node(ref, node.func)
    if not values:
        return NOTHING
    if is_listing(values) and (members := listed(r, ref, node, values)):
        return members
    made = r.call(values, arguments_of(r, ref, node))
    cls = values[0] if len(values) == 1 else None
    return made_at(r, ref, node, cls, made) if isinstance(cls, ClassValue) and r.program.registries else made


def super_of(r: Resolver, ref: ScopeRef, node: ex.Call) -> ValueSet:
    """`super()`: of the method that the scope is, or lies in; `super(Class, self)` of that class."""
    if len(node.args) == 2:  # noqa: PLR2004 (the class and the object)
        named = [one for one in r.node(ref, node.args[0]) if isinstance(one, ClassValue)]
        if named:
            return tuple(r.make(Super, cls, receiver) for cls in named for receiver in r.node(ref, node.args[1]))
    method = ref
    while method.parent is not None:
        if method.parent.scope.kind is ScopeKind.CLASS and method.scope.kind is ScopeKind.FUNCTION:
            cls = r.make(ClassValue, method.parent)
            receivers = [
                r.node(method, index)
                for index, param in enumerate(method.scope.nodes)
                if isinstance(param, ex.Param) and param.index == 0
            ]
            return tuple(r.make(Super, cls, receiver) for receiver in union(receivers))
        method = method.parent
    return NOTHING


def _await(r: Resolver, ref: ScopeRef, node: ex.Await) -> ValueSet:
    return r.awaited(r.node(ref, node.value))


def _subscript(r: Resolver, ref: ScopeRef, node: ex.Subscript) -> ValueSet:
    base = r.node(ref, node.base)
    found = _items(r, ref, node, base) if base else NOTHING
    return with_item(r, ref, node.base, node.index, union([found, kept_in_dict(r, ref, node.base)]))


def _items(r: Resolver, ref: ScopeRef, node: ex.Subscript, base: ValueSet) -> ValueSet:
    written = written_item(r, ref, node)
    if written:
        return written
    index = ref.scope.nodes[node.index]
    many = isinstance(index, ex.Collection) and index.kind == "tuple"
    parts = tuple(r.node(ref, part) for part in index.items) if many else (r.node(ref, node.index),)  # type: ignore[union-attr]  # `many` tested it
    applied = r.apply(base, parts)
    items = r.subscript(base, parts[0] if len(parts) == 1 else NOTHING)
    if isinstance(index, ex.Collection) and index.kind == "slice":
        items = sliced(r, base)
    key = parts[0] if parts else NOTHING
    others: list[ValueSet] = [loaded(r, ref, node.base, key)]
    for value in base:
        if isinstance(value, ModuleValue) or (isinstance(value, ClassValue) and is_enumeration(r, value)):
            others.append(by_texts(r, (value,), key))
        elif isinstance(value, Symbol):
            others.append(step(r, value, "[]"))
        else:
            others.append(item_by_method(r, value, key))
    return union([applied, items, *others])


def _choice(r: Resolver, ref: ScopeRef, node: ex.Choice) -> ValueSet:
    return alternatives([r.node(ref, option) for option in node.options])


def _collection(r: Resolver, ref: ScopeRef, node: ex.Collection) -> ValueSet:
    if node.kind == "tuple":
        return container(r, "tuple", tuple([r.node(ref, index) for index in node.items]))
    if node.kind == "dict":
        keys = union([r.node(ref, index) for index in node.keys])
        spread = [
            r.subscript(r.node(ref, star.base), NOTHING)
            for index in node.items
            if isinstance(star := ref.scope.nodes[index], ex.Star)
        ]
        written = [r.node(ref, index) for index in node.items if not isinstance(ref.scope.nodes[index], ex.Star)]
        return container(r, "dict", (_code(r, [keys]), union([_code(r, written), *spread])))
    if not node.items or node.kind == "str":
        return container(r, node.kind, ())
    return container(r, node.kind, (_code(r, [r.node(ref, index) for index in node.items]),))


def _code(r: Resolver, members: Sequence[ValueSet]) -> ValueSet:
    """Members of containers are remembered where they can hold code, or lead to some by their names, all of them."""
    are_names = lead_to_modules(r, chain.from_iterable(members))
    return union(members if are_names else [tuple(filter(_may_be_code, values)) for values in members])


def _may_be_code(value: Value) -> bool:
    return not isinstance(value, (LiteralValue, Anything))


def _element(r: Resolver, ref: ScopeRef, node: ex.Element) -> ValueSet:
    return r.iterate(r.node(ref, node.base), node.is_async)


def _item(r: Resolver, ref: ScopeRef, node: ex.Item) -> ValueSet:
    found = [
        step(r, value, f"{PLACE}{node.index}")
        if isinstance(value, Symbol) and node.index >= 0
        else item(r, (value,), node.index)
        for value in r.node(ref, node.base)
    ]
    return alternatives(found)


def _enter(r: Resolver, ref: ScopeRef, node: ex.Enter) -> ValueSet:
    return r.entered(r.node(ref, node.base), node.is_async)


def _import(r: Resolver, ref: ScopeRef, node: ex.Import) -> ValueSet:
    return resolve_import(r, ref, node)


def _refine(r: Resolver, ref: ScopeRef, node: ex.Refine) -> ValueSet:
    return refined(r, r.node(ref, node.base), r.node(ref, node.classes), positive=node.positive)


def _fact(r: Resolver, ref: ScopeRef, node: ex.Fact) -> ValueSet:
    if is_sieve(node.name):
        return sifted(r, r.node(ref, node.base), node.name)
    values = union([_as_declared(r, value) for value in r.node(ref, node.base)])
    return with_facts(r, values, [(node.name, node.value)])


def _as_declared(r: Resolver, value: Value) -> ValueSet:
    """A parameter that tells by its object whether calls block, as what it is declared as: the rest is known now."""
    root = value.root if isinstance(value, Symbol) and not value.path else None
    if not isinstance(root, ParamRoot) or root.ref.scope.kind < ScopeKind.FUNCTION:
        return (value,)
    declared = r.annotation(root.ref.enclosing, root.ref.scope.params[root.index].annotation)
    return tuple(part for part in declared if is_told_by_object(r, part)) or (value,)


def _as_instances(r: Resolver, values: ValueSet) -> ValueSet:
    """Parameters that are declared as texts or numbers, as some text or number."""
    return tuple(
        r.make(Instance, value.bound)
        if isinstance(value, Symbol) and not value.path and value.bound is not None and value.bound.ref.module.is_stub
        else value
        for value in values
    )


def _binary(r: Resolver, ref: ScopeRef, node: ex.Binary) -> ValueSet:
    left, right = _as_instances(r, r.node(ref, node.left)), _as_instances(r, r.node(ref, node.right))
    if node.op == "or" and any(map(_is_type, (*left, *right))):
        return alternatives([left, right])
    if node.op == "or" and any(map(is_flag, (*left, *right))):
        return union([left, right])
    if node.op in ex.IN_PLACE:
        return r.call(r.attribute(tuple(filter(_is_own, left)), f"__{node.op}__"), Arguments((right,)))
    sets: list[ValueSet] = [] if left else [_reflected(r, node.op, right)]
    for value in left:
        ended = with_end(r, value, right) if node.op == "add" else NOTHING
        if ended:
            sets.append(ended)
        elif isinstance(value, Instance):
            if node.op == "add" and value.cls is r.builtin("list"):
                sets.append(extend(r, (value,), r.iterate(right)))
                continue
            if node.op == "add" and value.cls is r.builtin("tuple"):
                sets.append(_joined(r, value, right))
                continue
            sets.append(r.call(r.attribute((value,), f"__{node.op}__"), Arguments((right,))))
            sets.append(_reflected(r, node.op, right))
        elif isinstance(value, LiteralValue) and value.value is not None:
            found = [part for part in right if isinstance(part, Instance) and isinstance(part.cls, ClassValue)]
            sets.append(r.call(r.attribute(tuple(found), f"__r{node.op}__"), Arguments(((value,),))))
            sets.append(computed(r, node.op, value))
        elif isinstance(value, Symbol) and value.bound is not None:
            sets.append(r.call(r.attribute((value,), f"__{node.op}__"), Arguments((right,))))
        elif node.op == "truediv" and isinstance(value, Symbol):
            sets.append((value,) if value.path[-1:] == ("/",) else step(r, value, "/"))
    return union(sets)


def _joined(r: Resolver, left: Instance, right: ValueSet) -> ValueSet:
    """Two tuples in one; where it is not known how many items the second has, a list of what both hold."""
    other = right[0] if len(right) == 1 else None
    if isinstance(other, Instance) and other.cls is left.cls and left.args and other.args:
        return container(r, "tuple", (*left.args, *other.args))
    return container(r, "list", (union([*left.args, r.iterate(right)]),))


def _is_own(value: Value) -> bool:
    return isinstance(value, Instance) and isinstance(value.cls, ClassValue) and not value.cls.ref.module.is_foreign


def _reflected(r: Resolver, op: str, right: ValueSet) -> ValueSet:
    """What the catalog says of an operator that the right operand defines (`{...} | prompt`)."""
    names = [
        r.catalog.returns(f"{value.cls.name}.__r{op}__")
        for value in right
        if isinstance(value, Instance) and isinstance(value.cls, External)
    ]
    return union([r.named_type(name) for name in names if name is not None])


def _is_type(value: Value) -> bool:
    if isinstance(value, Symbol):
        return isinstance(value.root, TypeVarRoot)
    return isinstance(value, (ClassValue, Applied, External))


def _extend(r: Resolver, ref: ScopeRef, node: ex.Extend) -> ValueSet:
    return extend(r, r.node(ref, node.base), _code(r, [r.node(ref, node.value)]))


def _coroutineness(r: Resolver, ref: ScopeRef, node: ex.Coroutineness) -> ValueSet:
    wanted = "?async" if node.positive else "?sync"
    sets = [step(r, value, wanted) if isinstance(value, Symbol) else (value,) for value in r.node(ref, node.base)]
    return of_kind(r, union(sets), node.positive)


def _star(r: Resolver, ref: ScopeRef, node: ex.Star) -> ValueSet:
    return r.iterate(r.node(ref, node.base))


def _decorate(r: Resolver, ref: ScopeRef, node: ex.Decorate) -> ValueSet:
    """The decorated function: what the decorator returns, where that is known; else the function itself."""
    base = r.node(ref, node.base)
    decorators = r.node(ref, node.decorator)
    found: list[ValueSet] = []
    for decorator in decorators:
        if is_manager(r, decorator):
            result: ValueSet = (r.make(Descriptor, AROUND, (*base, decorator)),)
        elif _wraps(r, decorator):
            result = base  # what a library wraps around a function still runs the function
        else:
            result = _of_same_kind(base, r.call((decorator,), Arguments((base,))))
        offload = _offload_decorator(r, decorator)
        if offload:
            result = (r.make(Descriptor, "offload", base),)
        handles = tuple(value for value in result if _is_handle(r, value))
        found.append((*(base if handles else ()), *(value for value in result if _callable(value)), *handles))
    return union(found) or base


def _of_same_kind(base: ValueSet, wrappers: ValueSet) -> ValueSet:
    """Of several wrappers that a decorator may return, coroutine functions and others, those of the function's kind."""
    kinds = {value.ref.scope.is_async for value in base if isinstance(value, FunctionValue)}
    own = [value for value in wrappers if isinstance(value, FunctionValue) and value.ref.captures]
    if len(kinds) != 1 or len({value.ref.scope.is_async for value in own}) == 1:
        return wrappers
    kind = kinds.pop()
    around = {value.ref.parent for value in own if value.ref.scope.is_async is kind}
    others = {value for value in own if value.ref.scope.is_async is not kind and value.ref.parent in around}
    return tuple(value for value in wrappers if value not in others)


def _wraps(r: Resolver, decorator: Value) -> bool:
    """Whether a decorator is not looked into: a library's that is no descriptor, or one known by its type alone."""
    if isinstance(decorator, Instance):
        return isinstance(decorator.cls, External) and decorator.cls.name == "typing.Callable"
    if not isinstance(decorator, (FunctionValue, ClassValue)) or not decorator.ref.module.is_library:
        return False
    return isinstance(decorator, FunctionValue) or not is_descriptor(r, decorator)


def _is_handle(r: Resolver, value: Value) -> bool:
    """Whether a decorator gives an object of a library that calls the function, and can do more: `task.delay()`."""
    return isinstance(value, Instance) and isinstance(value.cls, External) and r.catalog.knows_class(value.cls.name)


def _offload_decorator(r: Resolver, decorator: Value) -> bool:
    if isinstance(decorator, Descriptor):  # `@offload(option=...)`: the decorator with options, no function yet
        return decorator.kind == "offload" and not decorator.functions
    if not isinstance(decorator, (External, FunctionValue, ClassValue)):
        return False
    name = decorator.name if isinstance(decorator, External) else decorator.ref.name
    row = r.catalog.offload(name)
    return row is not None and row.decorator


def _callable(value: Value) -> bool:
    """Whether a decorator's result says more than that it exists."""
    if isinstance(value, Instance):
        return isinstance(value.cls, ClassValue) and not value.cls.ref.module.is_stub
    return isinstance(value, (FunctionValue, ClassValue, Partial, Descriptor, Symbol))


def _declared(r: Resolver, ref: ScopeRef, node: ex.Declared) -> ValueSet:
    values = r.node(ref, node.value)
    return as_declared(r, values, r.annotation(ref, node.annotation))


def _both(r: Resolver, ref: ScopeRef, node: ex.Both) -> ValueSet:
    """What is false has no code: the parts after the first; its literals where nothing before can be the outcome."""
    sets = [r.node(ref, part) for part in node.parts]
    for values in sets:
        if truth(values) is False:
            return values
    found = union(sets[1:])
    return found if all(truth(values) for values in sets[:-1]) else without_literals(found)


HANDLERS: dict[type, Any] = {
    ex.Attribute: _attribute,
    ex.Call: _call,
    ex.Await: _await,
    ex.Subscript: _subscript,
    ex.Choice: _choice,
    ex.Collection: _collection,
    ex.Element: _element,
    ex.Item: _item,
    ex.Enter: _enter,
    ex.Import: _import,
    ex.Refine: _refine,
    ex.Fact: _fact,
    ex.Binary: _binary,
    ex.Extend: _extend,
    ex.Coroutineness: _coroutineness,
    ex.Star: _star,
    ex.Decorate: _decorate,
    ex.Declared: _declared,
    ex.Not: negation,
    ex.Both: _both,
    ex.Compared: comparison,
}
"""How each kind of node is evaluated, but for those that the linker answers itself."""
