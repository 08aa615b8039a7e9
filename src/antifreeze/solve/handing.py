"""What a library does with callables that it is given: runs them elsewhere, or calls them on the loop.

An offload hands its parameter to one that the catalog knows, directly, in a partial or through a helper of its own. A
hook keeps its parameter in its object, and a coroutine of the same class calls what is kept there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from antifreeze.catalog.index import Catalog
from antifreeze.catalog.rows import Callback
from antifreeze.catalog.writing import Chain, Handed
from antifreeze.link.evaluate import Linker
from antifreeze.link.memo import Memo
from antifreeze.model import expression as ex
from antifreeze.model.location import unpack
from antifreeze.model.summary import ParamKind, ScopeKind
from antifreeze.model.value import Descriptor, FunctionValue, ParamRoot, Partial, ScopeRef, Symbol, Value, ValueSet
from antifreeze.solve.handed import callable_in
from antifreeze.solve.names import dotted_name
from antifreeze.solve.site import Site
from antifreeze.solve.sites import Sites
from antifreeze.solve.surface import Surface

_KEEPING = frozenset(("add", "append", "appendleft", "insert", "put_nowait", "setdefault"))
_LOOKING = frozenset(("copy", "get", "items", "pop", "values"))
_MAX_HELPERS = 4

RowsOf = Callable[[str], "tuple[Callback, ...]"]
Canonical = Callable[[str], str]


class Handing:
    """Looks for offloads and hooks on a library's surface."""

    def __init__(self, linker: Linker, sites: Sites, surface: Surface) -> None:
        self._linker = linker
        self._sites = sites
        self._surface = surface
        self._nested: Memo[ScopeRef, list[ScopeRef]] = Memo(self._inside)

    def found(self) -> Iterator[Handed]:
        """The entries, in the order of the names."""
        catalog = self._linker.catalog
        for name, ref in self._functions():
            yield from self._passes_on(name, ref, "offload", _offloads(catalog))
            if ref.scope.is_async:
                continue
            hooks = list(self._passes_on(name, ref, "on_loop", _of(catalog.on_loop_calls, catalog.canonical)))
            yield from hooks or self._kept(name, ref)

    def _functions(self) -> Iterator[tuple[str, ScopeRef]]:
        for name, value in self._surface.definitions():
            if isinstance(value, FunctionValue):
                yield name, value.ref
                continue
            for method, index in sorted(value.ref.scope.names.items()):
                if not method.startswith("_"):
                    for member in self._linker.node(value.ref, index):
                        for function in _called_as(member):
                            if isinstance(function, FunctionValue) and function.ref.parent is value.ref:
                                yield f"{name}.{method}", function.ref

    def _passes_on(self, name: str, ref: ScopeRef, table: str, rows_of: RowsOf) -> Iterator[Handed]:
        for index, param in enumerate(ref.scope.params):
            if param.kind in (ParamKind.NORMAL, ParamKind.POSITIONAL_ONLY, ParamKind.KEYWORD_ONLY):
                chain = self._way(ref, index, rows_of, _MAX_HELPERS)
                if chain is not None:
                    yield Handed(table, name, self._place(ref, index), param.name, chain)

    def _place(self, ref: ScopeRef, index: int) -> int:
        owner = ref.parent
        is_method = owner is not None and owner.scope.kind is ScopeKind.CLASS
        return index - 1 if is_method and "staticmethod" not in _decorators(ref) else index

    def _way(self, ref: ScopeRef, index: int, rows_of: RowsOf, helpers: int) -> Chain | None:
        """The way of a parameter to what the catalog knows; None where the function also calls it itself."""
        root = self._linker.make(ParamRoot, ref, index)
        found: Chain | None = None
        for scope in (ref, *self._nested[ref]):
            for site in self._sites.of(scope):
                if site.how != "call":
                    continue
                if scope is ref and not site.awaited and any(_is_root(value, root) for value in site.values):
                    return None
                found = found or self._at(site, root, rows_of, helpers)
        return found

    def _at(self, site: Site, root: object, rows_of: RowsOf, helpers: int) -> Chain | None:
        span = unpack(site.span)
        place = f"{site.ref.module.path}:{span.line}"
        for value in site.values:
            rows = rows_of(dotted_name(value))
            if rows:
                places = (callable_in(row, site.arguments) for row in rows)
                if any(self._leads_to(one, root) for given in places for one in given):
                    return Chain((site.ref.name, dotted_name(value)), (place,))
            elif isinstance(value, FunctionValue) and value.ref.module.is_library and helpers:
                for number, _ in enumerate(value.ref.scope.params):
                    place_of = self._place(value.ref, number)
                    given = site.arguments.at(place_of, value.ref.scope.params[number].name)
                    if any(_is_root(one, root) for one in given):
                        inner = self._way(value.ref, number, rows_of, helpers - 1)
                        if inner is not None:
                            return Chain((site.ref.name, *inner.calls), (place, *inner.places))
        return None

    def _leads_to(self, value: Value, root: object) -> bool:
        """Whether running a value runs what a parameter stands for."""
        if isinstance(value, Partial):
            return any(_is_root(one, root) for one in (*value.functions, *(v for part in value.args for v in part)))
        if isinstance(value, FunctionValue) and value.ref.captures:
            sites = self._sites.of(value.ref)
            return any(_is_root(one, root) for site in sites if site.how == "call" for one in site.values)
        return _is_root(value, root)

    def _inside(self, ref: ScopeRef) -> list[ScopeRef]:
        """The functions within a function."""
        refs = self._linker.program.module_of(ref).refs
        return [one for one in refs if _is_inside(one, ref) and one.scope.kind >= ScopeKind.FUNCTION]

    def _kept(self, name: str, ref: ScopeRef) -> Iterator[Handed]:
        """A method that keeps a parameter which a coroutine of the class calls."""
        owner = ref.parent
        if owner is None or owner.scope.kind is not ScopeKind.CLASS or not ref.scope.params:
            return
        refs = self._linker.program.module_of(ref).refs
        coroutines = [one for one in refs if one.parent is owner and one.scope.is_async]
        for index, attribute in _keeps(ref):
            for coroutine in coroutines:
                span = _calls_kept(coroutine, attribute)
                if span is not None:
                    calls = (ref.name, f"self.{attribute}", coroutine.name)
                    place = f"{ref.module.path}:{unpack(span).line}"
                    keyword = ref.scope.params[index].name
                    yield Handed("on_loop", name, self._place(ref, index), keyword, Chain(calls, (place,)))
                    break


def _of(rows: Mapping[str, tuple[Callback, ...]], canonical: Canonical) -> RowsOf:
    return lambda name: rows.get(canonical(name), ())


def _offloads(catalog: Catalog) -> RowsOf:
    return lambda name: (row,) if (row := catalog.offload(name)) is not None else ()


def _called_as(member: Value) -> ValueSet:
    """The functions that calling a member of a class runs, class methods and static ones among them."""
    return member.functions if isinstance(member, Descriptor) and member.kind != "property" else (member,)


def _is_root(value: Value, root: object) -> bool:
    return isinstance(value, Symbol) and value.root is root and not value.path


def _is_inside(ref: ScopeRef, outer: ScopeRef) -> bool:
    parent = ref.parent
    while parent is not None:
        if parent is outer:
            return True
        parent = parent.parent
    return False


def _decorators(ref: ScopeRef) -> set[str]:
    nodes = ref.enclosing.scope.nodes
    found = (nodes[index] for index in ref.scope.decorators)
    return {node.name for node in found if isinstance(node, (ex.Name, ex.Attribute))}


def _keeps(ref: ScopeRef) -> Iterator[tuple[int, str]]:
    """The parameters of a method that it keeps in an attribute of its object, or in a container there."""
    nodes = ref.scope.nodes
    for store in ref.scope.stores:
        value = nodes[store.value]
        if not isinstance(value, ex.Param) or not value.index:
            continue
        if store.name and _is_self(nodes, store.base):
            yield value.index, store.name
        elif not store.name and (attribute := _attribute(nodes, store.base)):
            yield value.index, attribute
    for node in nodes:
        func = nodes[node.func] if isinstance(node, ex.Call) else None
        if isinstance(node, ex.Call) and isinstance(func, ex.Attribute) and func.name in _KEEPING:
            attribute = _attribute(nodes, func.base)
            for argument in node.args if attribute else ():
                value = nodes[argument]
                if isinstance(value, ex.Param) and value.index:
                    yield value.index, attribute


def _calls_kept(ref: ScopeRef, attribute: str) -> int | None:
    """Where a coroutine calls what its object keeps in an attribute, or an element of it, without awaiting it."""
    nodes = ref.scope.nodes
    awaited = {node.value for node in nodes if isinstance(node, ex.Await)}
    for index, node in enumerate(nodes):
        if isinstance(node, ex.Call) and index not in awaited and _attribute(nodes, node.func) == attribute:
            return node.span
    return None


def _attribute(nodes: list[ex.Expression], index: int) -> str:
    """The attribute of `self` that a node reads, or takes an element of; empty for other nodes."""
    for _ in range(_MAX_LOOKS):
        node = nodes[index]
        if isinstance(node, ex.Attribute):
            return node.name if _is_self(nodes, node.base) else ""
        if isinstance(node, (ex.Element, ex.Subscript, ex.Item, ex.Extend)):
            index = node.base
        elif isinstance(node, ex.Choice) and node.options:
            index = node.options[0]
        elif isinstance(node, ex.Call):
            func = nodes[node.func]
            if isinstance(func, ex.Attribute) and func.name in _LOOKING:
                index = func.base
            elif isinstance(func, ex.Name) and func.name in ("list", "tuple", "sorted", "reversed") and node.args:
                index = node.args[0]
            else:
                return ""
        else:
            return ""
    return ""


_MAX_LOOKS = 8


def _is_self(nodes: list[ex.Expression], index: int) -> bool:
    node = nodes[index]
    return isinstance(node, ex.Param) and node.index == 0
