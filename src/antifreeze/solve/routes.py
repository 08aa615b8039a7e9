"""What a framework passes to a handler's method from where the handler is routed: `("/x", Handler, {"repo": repo})`.

Tornado makes a handler for each request and calls its `initialize` with the keywords that stand beside it in the table
of routes, as a tuple or as a call that describes a route.
"""

from __future__ import annotations

from collections.abc import Iterator

from antifreeze.link.resolver import Resolver
from antifreeze.link.spelled import spellings
from antifreeze.model import expression as ex
from antifreeze.model.summary import ScopeKind
from antifreeze.model.value import ClassValue, External, ParamRoot, ScopeRef, ValueSet

_TAKES_KEYWORDS = {"initialize": "tornado.web.RequestHandler"}
"""Methods that get a route's keywords, and the class of the framework that says so."""

_HANDLER, _KEYWORDS = 1, 2
"""The places of a route's handler and of its keywords."""


class Routes:
    """Finds the keywords of routes."""

    def __init__(self, resolver: Resolver) -> None:
        self._r = resolver
        self._found: list[tuple[ScopeRef, int, int]] | None = None

    def passed(self, root: ParamRoot) -> Iterator[ValueSet]:
        """What routes pass for a parameter of a handler's method; nothing for all others."""
        scope, owner = root.ref.scope, root.ref.parent
        base = _TAKES_KEYWORDS.get(scope.name)
        if base is None or owner is None or owner.scope.kind is not ScopeKind.CLASS:
            return
        cls = self._r.make(ClassValue, owner)
        handlers = [one for one in (cls, *self._r.subclasses(cls)) if self._is_of(one, base)]
        for ref, handler, keywords in self._routes() if handlers else ():
            if any(value in handlers for value in self._r.node(ref, handler)):
                given = _keyword(ref, keywords, scope.params[root.index].name)
                if given != ex.NO_NODE:
                    yield self._r.node(ref, given)

    def _is_of(self, cls: ClassValue, base: str) -> bool:
        ancestors = self._r.class_info(cls).ancestors
        names = [one.name if isinstance(one, External) else one.ref.name for one in ancestors]
        return any(base in self._r.catalog.lineage(name) for name in names)

    def _routes(self) -> list[tuple[ScopeRef, int, int]]:
        """The nodes of the handler and of the keywords, wherever there may be a route that tells both."""
        if self._found is None:
            self._found = [
                (ref, parts[_HANDLER], parts[_KEYWORDS])
                for ref in self._r.program.refs()
                for parts in map(_parts, ref.scope.nodes)
                if len(parts) > _KEYWORDS and spellings(ref, parts[_HANDLER])
            ]
        return self._found


def _parts(node: ex.Expression) -> tuple[int, ...]:
    if isinstance(node, ex.Collection) and node.kind == "tuple":
        return node.items
    if isinstance(node, ex.Call):
        return (*node.args, *(index for name, index in node.keywords if name == "kwargs"))
    return ()


def _keyword(ref: ScopeRef, index: int, name: str) -> int:
    """The node of a dict's item under a name; none where the dict is not written out."""
    nodes = ref.scope.nodes
    node = nodes[index]
    if isinstance(node, ex.Name) and node.name in ref.module.scopes[0].names and ref.index == 0:
        node = nodes[ref.scope.names[node.name]]
    if isinstance(node, ex.Collection) and node.kind == "dict":
        for key, item in zip(node.keys, node.items, strict=True):
            written = nodes[key]
            if isinstance(written, ex.Literal) and written.value == name:
                return item
    if isinstance(node, ex.Call):
        func = nodes[node.func]
        if isinstance(func, ex.Name) and func.name == "dict":
            return next((item for key, item in node.keywords if key == name), ex.NO_NODE)
    return ex.NO_NODE
