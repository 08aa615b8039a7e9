"""The setters of properties: what assigning an attribute of an object runs."""

from __future__ import annotations

from collections import defaultdict

from antifreeze.link.attributes import step
from antifreeze.link.openclass import class_of
from antifreeze.link.resolver import Resolver
from antifreeze.link.spelled import spellings
from antifreeze.model import expression as ex
from antifreeze.model.summary import ScopeKind
from antifreeze.model.value import ClassValue, FunctionValue, ScopeRef, Symbol, Value, ValueSet, union

Setters = dict[str, dict[ScopeRef, ScopeRef]]
"""The functions, by the name of the property and the class that has it."""

_HARMLESS = frozenset((
    "len", "isinstance", "issubclass", "super", "type", "str", "repr", "int", "float", "bool", "hash", "id", "tuple",
    "list", "dict", "set", "frozenset", "getattr", "hasattr", "any", "all", "sum", "min", "max", "sorted", "format",
))  # fmt: skip


def setters(r: Resolver) -> Setters:
    """All of the program that do more than to compute."""
    if r.program.setters is None:
        found: Setters = defaultdict(dict)
        for ref in r.program.refs():
            if is_setter(ref):
                found[ref.scope.name][ref.enclosing] = ref
            elif ref.scope.kind is ScopeKind.CLASS:
                _note_named(r, ref, found)
        r.program.setters = found
    return r.program.setters


def is_setter(ref: ScopeRef) -> bool:
    """Whether a function is decorated as the setter of a property, and does more than to compute."""
    nodes = [ref.enclosing.scope.nodes[index] for index in ref.scope.decorators]
    return any(isinstance(node, ex.Attribute) and node.name == "setter" for node in nodes) and does_something(ref)


def _note_named(r: Resolver, ref: ScopeRef, found: Setters) -> None:
    """`size = property(_get_size, _set_size)`: the setter goes by another name."""
    for name, index in ref.scope.names.items():
        node = ref.scope.nodes[index]
        if isinstance(node, ex.Call) and "property" in spellings(ref, node.func):
            setter = node.args[1] if len(node.args) > 1 else dict(node.keywords).get("fset", ex.NO_NODE)
            for value in r.node(ref, setter):
                if isinstance(value, FunctionValue):
                    found[name][ref] = value.ref


def set_on(r: Resolver, value: Value, name: str) -> ValueSet:
    """The setter of an object's property, bound to the object; of what is not known yet, an access path to it."""
    cls = class_of(value)
    if isinstance(value, Symbol) and cls is None:
        return step(r, value, f"{ex.SET}{name}")
    own = setters(r).get(name, {})
    bases = [base for base in (r.class_info(cls).ancestors if cls is not None else ()) if isinstance(base, ClassValue)]
    setter = next((own[base.ref] for base in bases if base.ref in own), None)
    return () if setter is None else (r.make(FunctionValue, setter, value, ()),)


def set_later(r: Resolver, value: Value, name: str) -> ValueSet:
    """What assigning an attribute runs of an object that was not known where that stands."""
    return union([set_on(r, value, name), r.attribute(described_by(r, value, name), "__set__")])


def described_by(r: Resolver, value: Value, name: str) -> ValueSet:
    """What the class of an object binds to the name of an attribute that is set."""
    cls = class_of(value)
    for base in r.class_info(cls).ancestors if cls is not None else ():
        if isinstance(base, ClassValue) and not base.ref.module.is_foreign and name in base.ref.scope.names:
            return tuple(one for one in r.node(base.ref, base.ref.scope.names[name]) if class_of(one))
    return ()


def does_something(ref: ScopeRef) -> bool:
    """Whether a body calls, enters or iterates more than builtins that compute."""
    nodes = ref.scope.nodes
    for node in nodes:
        if isinstance(node, ex.Call):
            func = nodes[node.func]
            if not isinstance(func, ex.Name) or func.name not in _HARMLESS:
                return True
        elif isinstance(node, (ex.Enter, ex.Element)):
            return True
    return False
