"""A `requests.Session` that one coroutine makes becomes an `httpx.AsyncClient`, with an `await` at each request."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

from antifreeze.fix.http import METHODS, HttpCalls
from antifreeze.fix.imports import Imports
from antifreeze.fix.made import entered, made_by
from antifreeze.fix.place import Tree
from antifreeze.fix.refused import Refused
from antifreeze.fix.text import TextEdit
from antifreeze.model.finding import Finding

_MAKERS = ("requests.Session", "requests.session", "requests.sessions.Session")
_KEPT = ("headers", "params")
"""What a session keeps for its requests, and either library updates in the same way."""


class Sessions:
    """Rewrites how a session is made and all of its uses."""

    def __init__(self, tree: Tree, imports: Imports, findings: Mapping[ast.AST, Finding], http: HttpCalls) -> None:
        self._tree = tree
        self._imports = imports
        self._findings = findings
        self._http = http

    def edits(self, call: ast.expr, finding: Finding) -> tuple[TextEdit, ...]:
        """The edits for the session that a call belongs to; raises `Refused` where some use has no counterpart."""
        root = call.func.value if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) else None
        if not isinstance(root, ast.Name) or not finding.remedy.replacement.startswith("httpx.AsyncClient()."):
            raise Refused("it is no request of a session")
        self._http.check_errors()
        store, uses = self._named(root)
        bound = self._tree.parent(store)
        made = made_by(bound)
        found = self._imports.name_of("httpx", made)
        if self._tree.qualified(made.func) not in _MAKERS or made.args or made.keywords or found is None:
            raise Refused("it is no plain session of requests")
        edits = [*entered(self._tree, bound)]
        of_client: set[str] = set()
        for use in uses:
            edits.extend(self._use(use, of_client))
        if len(of_client) > 1:
            raise Refused("the requests of the session differ in what belongs to the client")
        opened = f"{found[0]}.AsyncClient(follow_redirects=True, timeout=None{''.join(of_client)})"
        return (TextEdit(*self._tree.text.span(made), opened), *edits, *found[1])

    def _named(self, root: ast.Name) -> tuple[ast.AST, list[ast.Name]]:
        """Where a name is bound, once and in the coroutine alone, and its uses there."""
        function = self._tree.function(root)
        if function is None:
            raise Refused("it is no session of a coroutine's own")
        stores = [node for node in ast.walk(function) if root.id in self._tree.bound_by(node)]
        scopes = {self._tree.function(store) for store in stores}
        if len(stores) != 1 or scopes != {function} or not isinstance(stores[0], ast.Name):
            raise Refused("the name stands for several things")
        uses = [
            node
            for node in ast.walk(function)
            if isinstance(node, ast.Name) and node.id == root.id and node is not stores[0]
        ]
        return stores[0], uses

    def _use(self, use: ast.Name, of_client: set[str]) -> Iterator[TextEdit]:
        """The edits for a use; `of_client` gathers the arguments of requests that httpx takes for the client."""
        member = self._tree.parent(use)
        call = self._tree.parent(member) if member is not None else None
        if not isinstance(member, ast.Attribute):
            raise Refused("the session is handed on")
        if member.attr in _KEPT and self._is_update(call):
            return
        if not isinstance(call, ast.Call) or call.func is not member or self._tree.why_no_await(call):
            raise Refused("a use of the session cannot be awaited")
        if member.attr == "close":
            _, end = self._tree.text.span(member)
            yield TextEdit(end - len("close"), end, "aclose")
        elif member.attr in METHODS and self._findings.get(call) is not None:
            self._http.check_response(call, self._tree.statement(call))
            redirects = any(keyword.arg == "allow_redirects" for keyword in call.keywords)
            stays = member.attr == "head" and not redirects
            own, moved = self._http.arguments(call, "follow_redirects=False" if stays else "")
            of_client.add(moved)
            yield self._arguments(call, own)
        else:
            raise Refused("a use of the session cannot be awaited")
        yield from self._tree.awaited(call)

    def _is_update(self, member: ast.AST | None) -> bool:
        """Whether an attribute of the session is updated, and nothing else."""
        call = self._tree.parent(member) if isinstance(member, ast.Attribute) and member.attr == "update" else None
        return isinstance(call, ast.Call) and call.func is member and isinstance(self._tree.parent(call), ast.Expr)

    def _arguments(self, call: ast.Call, own: str) -> TextEdit:
        """The edit that gives a call other arguments."""
        value = self._tree.text.value
        _, func = self._tree.text.span(call.func)
        _, end = self._tree.text.span(call)
        return TextEdit(value.index("(", func) + 1, end - 1, own)
