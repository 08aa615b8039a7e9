"""Imports and module members: re-exports, star imports, submodules, stubs, and what no source is found for."""

from __future__ import annotations

from collections.abc import Iterable

from antifreeze.link.containers import with_items_put
from antifreeze.link.module import Module
from antifreeze.link.places import absolute
from antifreeze.link.resolver import Arguments, Resolver
from antifreeze.link.tested import NAMED
from antifreeze.model.expression import Attribute, Collection, Declared, Import, Literal, Name
from antifreeze.model.summary import BODY_MARK, ModuleSummary
from antifreeze.model.value import (
    NOTHING,
    External,
    Instance,
    LiteralValue,
    ModuleValue,
    ScopeRef,
    Value,
    ValueSet,
    alternatives,
    any_literal,
    says_nothing,
    says_something,
    union,
    without_literals,
)

TYPING_MODULES = {"typing", "typing_extensions"}
SPECIAL_FORMS = {
    "Any", "Annotated", "AnyStr", "Callable", "ClassVar", "Concatenate", "Final", "ForwardRef", "Generic", "Literal",
    "LiteralString", "NamedTuple", "Never", "NewType", "NoReturn", "NotRequired", "Optional", "ParamSpec", "Protocol",
    "ReadOnly", "Required", "Self", "Type", "TypeAlias", "TypeGuard", "TypeIs", "TypeVar", "TypeVarTuple",
    "TypedDict", "Union", "Unpack", "cast", "overload",
}  # fmt: skip
"""Names of `typing` that the linker gives a meaning of its own."""

_ALIASES = {
    "List": "list", "Dict": "dict", "Set": "set", "FrozenSet": "frozenset", "Tuple": "tuple",
}  # fmt: skip

_NAMED = frozenset(("sys.stdout", "sys.stderr"))
"""What conditions ask for by name beside constants."""

_MAX_BELOW = 24
"""How many modules a text may name that is put together, before that says nothing of any one of them."""


def resolve_import(r: Resolver, ref: ScopeRef, node: Import) -> ValueSet:
    """What an import binds."""
    module = absolute(ref.module, node.module, node.level)
    if module is None:
        return NOTHING
    if node.name:
        submodule = f"{module}.{node.name}"
        if module == ref.module.module and r.program.find(submodule) == submodule:
            # A package that imports from itself means its submodule, not what it is about to bind.
            return module_value(r, submodule)
        if node.level and module in r.program.modules:
            return r.once(("member", module, node.name), lambda: _member(r, module, node.name))
        return member(r, module, node.name)
    return module_value(r, module)


def module_value(r: Resolver, name: str) -> ValueSet:
    """The module of that name, or an external symbol."""
    found = r.program.find(name)
    if found is not None:
        return (r.make(ModuleValue, found),)
    return (r.make(External, name),)


IMPORTED = "<import>"
"""The step of an access path from a text that is not known yet to the module that is imported by that name."""


def imported_by_name(r: Resolver, names: ValueSet) -> ValueSet:
    """The modules that texts name."""
    return union([module_value(r, name) for name in texts_of(names) if name and name[0] != "."])


def lead_to_modules(r: Resolver, values: Iterable[Value]) -> bool:
    """Whether texts name modules of the program, or what is in them: `"shop.jobs:clean"`, `"shop.jobs.clean"`."""
    texts = texts_of(values)
    return bool(texts) and all(_leads_to_module(r, text) for text in texts)


def _leads_to_module(r: Resolver, text: str) -> bool:
    head, colon, _ = text.partition(":")
    modules = r.program.modules
    return "." in text or bool(colon) if head in modules else not colon and text.rpartition(".")[0] in modules


def texts_of(values: Iterable[Value]) -> list[str]:
    """The texts among the values."""
    return [value.value for value in values if isinstance(value, LiteralValue) and isinstance(value.value, str)]


def modules_below(r: Resolver, start: str) -> ValueSet:
    """The program's own modules whose names begin so, and go on without a dot; none where many do."""
    found = sorted(name for name in r.program.modules if name.startswith(start) and "." not in name[len(start) :])
    return tuple(r.make(ModuleValue, name) for name in found) if len(found) <= _MAX_BELOW else NOTHING


def _are_modules(r: Resolver, ref: ScopeRef, index: int) -> bool:
    """Whether a node is `sys.modules`, spelt so or imported from there."""
    node = ref.scope.nodes[index]
    if isinstance(node, Attribute):
        owners = r.node(ref, node.base) if node.name == "modules" else NOTHING
        return any(isinstance(value, ModuleValue) and value.name == "sys" for value in owners)
    root = r.program.module_of(ref).root.scope
    if isinstance(node, Name) and node.name in root.names:
        node = root.nodes[root.names[node.name]]
    return isinstance(node, Import) and (node.module, node.name) == ("sys", "modules")


def loaded(r: Resolver, ref: ScopeRef, base: int, names: ValueSet) -> ValueSet:
    """`sys.modules[name]`; nothing for an item of anything else."""
    if not _are_modules(r, ref, base):
        return NOTHING
    return union([module_value(r, name) for name in texts_of(names)])


def own_name(module: ModuleSummary, name: str) -> str:
    """What `__name__` and `__package__` are in a module."""
    return module.module if name == "__name__" or module.is_package else module.module.rpartition(".")[0]


def member(r: Resolver, module_name: str, name: str) -> ValueSet:
    """`name` in the module `module_name`: a binding, a submodule, or what its `__getattr__` gives."""
    found = r.program.find(module_name)
    if found is None:
        submodule = r.program.find(f"{module_name}.{name}")
        if submodule is not None:
            return module_value(r, submodule)
        return external_member(r, f"{module_name}.{name}")
    if found in TYPING_MODULES:
        if name in SPECIAL_FORMS:
            return (r.make(External, f"typing.{name}"),)
        if name in _ALIASES:
            return member(r, "builtins", _ALIASES[name])
    return r.once(("member", found, name), lambda: _member(r, found, name))


def external_member(r: Resolver, name: str) -> ValueSet:
    """A member of a module that no source is found for; its type where the catalog tells it."""
    plain = name.lstrip(BODY_MARK)
    known = r.catalog.attribute(plain)
    if known is not None:
        return r.named_type(known)
    return r.located(name) or (r.make(External, plain),)


def _member(r: Resolver, module_name: str, name: str) -> ValueSet:
    module = r.program.module(module_name)
    submodule = f"{module_name}.{name}"
    if module is None:
        return module_value(r, submodule) if r.program.find(submodule) else NOTHING
    values = binding(r, module, name)
    if values is not None and module.summary.is_stub and (name.isupper() or submodule in _NAMED):
        values = _named(r, values, name)
    if values is not None:
        return values if says_something(values) else _external_alias(r, submodule) or values
    if r.program.find(submodule) == submodule:
        return module_value(r, submodule)
    lazy = module.root.scope.names.get("__getattr__")
    if lazy is not None and not module.summary.is_stub:
        return _lazy(r, module, name)
    return _external_alias(r, submodule)


def _external_alias(r: Resolver, name: str) -> ValueSet:
    """A member that its module does not explain, but of which the catalog speaks."""
    return (r.make(External, name),) if r.catalog.speaks_of(name) or r.catalog.knows_class(name) else NOTHING


def binding(r: Resolver, module: Module, name: str) -> ValueSet | None:
    """What the module binds to `name`, itself or by a star import; None where it does not."""
    sets: list[ValueSet] = []
    if not binds_itself(module, name):
        return _from_stars(r, module, name)
    index = module.root.scope.names.get(name)
    if index is not None:
        sets.append(r.node(module.root, index))
    sets.extend(r.node(ref, node) for ref, node in module.outer.get((0, name), ()))
    values = alternatives(sets)
    if name in r.program.set_from_outside or (any_literal(values) and r.sets_at_will(module.root)):
        values = without_literals(values)
    if not any_known(values) and name in module.root.scope.annotations:
        values = union([values, r.annotation(module.root, module.root.scope.annotations[name])])
    puts = module.puts.get(name)
    if puts:
        added = [r.node(ref, store.value) for ref, store in puts]
        bare = _undeclared(r, module, index) if len(sets) == 1 and all(added) else values
        values = with_items_put(r, values, bare, union(added))
    return values


def binds_itself(module: Module, name: str) -> bool:
    """Whether a statement of the module other than a star import binds the name."""
    return name in module.root.scope.names or (0, name) in module.outer


def taken_over(r: Resolver, module: Module, name: str, stars: bool) -> list[str]:
    """The names of what a library's module imports as `name`, as they are written: nothing is resolved for it."""
    index = module.root.scope.names.get(name)
    node = module.root.scope.nodes[index] if index is not None else None
    if isinstance(node, Import) and node.name:
        source = absolute(module.summary, node.module, node.level)
        return [f"{source}.{node.name}"] if source else []
    found: list[str] = []
    for target, level in reversed(module.summary.stars) if stars and not binds_itself(module, name) else ():
        source = absolute(module.summary, target, level)
        other = r.program.library(source) if source else None
        if other is not None and _exports(other, name) and (binds_itself(other, name) or other.summary.stars):
            found.append(f"{source}.{name}")
    return found


def _undeclared(r: Resolver, module: Module, index: int | None) -> ValueSet:
    """What a name is bound to, without what it is declared as."""
    node = module.root.scope.nodes[index] if index is not None else None
    return r.node(module.root, node.value if isinstance(node, Declared) else index) if index is not None else ()


def _named(r: Resolver, values: ValueSet, name: str) -> ValueSet:
    """A constant of a library, with its name: `os.WNOHANG` is some number."""
    return tuple(
        r.make(Instance, value.cls, value.args, value.env, (*value.facts, (NAMED, name)))
        if isinstance(value, Instance)
        else value
        for value in values
    )


def bound_in(r: Resolver, module: Module, name: str) -> ValueSet:
    """What a library's module binds to `name`, or gives for it by its `__getattr__`; nothing for a module below it."""
    values = binding(r, module, name)
    is_lazy = values is None and "__getattr__" in module.root.scope.names and not module.summary.is_stub
    if is_lazy and r.program.library(f"{module.name}.{name}") is None:
        return _lazy(r, module, name)
    return values or NOTHING


def any_known(values: ValueSet) -> bool:
    """Whether something beside None is known."""
    return not all(map(says_nothing, values))


def _from_stars(r: Resolver, module: Module, name: str) -> ValueSet | None:
    annotation = module.root.scope.annotations.get(name)
    if annotation is not None:
        return r.annotation(module.root, annotation)
    for target, level in reversed(module.summary.stars):
        source = absolute(module.summary, target, level)
        if source is None:
            continue
        found = r.program.find(source)
        if found is None and module.summary.is_library and r.program.library(source) is not None:
            found = source
        if found is None:
            if r.catalog.speaks_of(f"{source}.{name}") or r.catalog.knows_class(f"{source}.{name}"):
                return external_member(r, f"{source}.{name}")
            continue
        other = r.program.module(found)
        if other is None or other is module or not _exports(other, name):
            continue
        values = r.once(("star", found, name), lambda other=other: binding(r, other, name) or NOTHING)  # type: ignore[misc]  # bound now
        if values:
            return values
    return None


def _exports(module: Module, name: str) -> bool:
    exports = module.summary.exports
    return not name.startswith("_") if exports is None else name in exports


def _lazy(r: Resolver, module: Module, name: str) -> ValueSet:
    """A module's `__getattr__`: what it returns, or the submodule member that a table of names leads to."""
    function = r.node(module.root, module.root.scope.names["__getattr__"])
    values = r.call(function, Arguments(((r.make(LiteralValue, name),),)))
    if len(values) == 1:
        return values
    return _from_table(r, module, name) or values


def _from_table(r: Resolver, module: Module, name: str) -> ValueSet:
    """Lazy re-exports keep a dict from a name to the module that holds it (`{"Client": ".client"}`)."""
    nodes = module.root.scope.nodes
    for node in nodes:
        if not isinstance(node, Collection) or node.kind != "dict":
            continue
        for key, item in zip(node.keys, node.items, strict=False):
            key_node, target = nodes[key], nodes[item]
            if isinstance(target, Collection) and target.items:
                target = nodes[target.items[0]]
            if isinstance(key_node, Literal) and key_node.value == name and isinstance(target, Literal):
                values = _table_target(r, module, str(target.value), name)
                if values:
                    return values
    return NOTHING


def _table_target(r: Resolver, module: Module, target: str, name: str) -> ValueSet:
    stripped = target.lstrip(".")
    level = len(target) - len(stripped)
    source = absolute(module.summary, stripped, level)
    candidates = [source] if level else [f"{module.name}.{stripped}", stripped]
    for candidate in filter(None, candidates):
        owner, _, last = candidate.rpartition(".")
        for holder in (candidate, owner) if last == name else (candidate,):  # the table may hold full names
            if r.program.find(holder) or (module.summary.is_library and r.program.library(holder)):
                values = member(r, holder, name)
                if values:
                    return values
    if source is None or not all(map(str.isidentifier, source.split("."))):
        return NOTHING
    owner, _, last = source.rpartition(".")
    return member(r, owner if owner and last == name else source, name)
