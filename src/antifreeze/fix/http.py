"""`requests.get(...)` becomes `httpx.AsyncClient().get(...)`, where the response is used as both libraries allow."""

from __future__ import annotations

import ast

from antifreeze.fix.imports import Imports
from antifreeze.fix.place import FUNCTIONS, Tree
from antifreeze.fix.refused import Refused
from antifreeze.fix.text import TextEdit, indented
from antifreeze.model.finding import Finding

METHODS = {"get", "post", "put", "patch", "delete", "head", "options"}
_SHARED = {"status_code", "text", "json", "content", "headers", "raise_for_status", "encoding"}
"""What a response of either library has, with the same meaning."""
_KEYWORDS = {"url", "params", "headers", "json", "data", "timeout", "auth", "allow_redirects"}
_OF_THE_CLIENT = {"verify", "cert"}


class HttpCalls:
    """Rewrites the statement that a call of requests stands in."""

    def __init__(self, tree: Tree, imports: Imports) -> None:
        self._tree = tree
        self._imports = imports

    def edits(self, call: ast.expr, finding: Finding) -> tuple[TextEdit, ...]:
        """The edits that make a call asynchronous; raises `Refused` where the libraries differ in what is used."""
        library, _, method = finding.call.rpartition(".")
        if library != "requests" or method not in METHODS or not isinstance(call, ast.Call):
            raise Refused("it is no plain call of requests")
        if not finding.remedy.replacement.startswith("httpx.AsyncClient()"):
            raise Refused("the program uses another HTTP library")
        statement = self._statement(call)
        self.check_response(call, statement)
        self.check_errors()
        own, of_client = self.arguments(call)
        found = self._imports.name_of("httpx", call)
        function = self._tree.function(call)
        if found is None or function is None:
            raise Refused("the name httpx means something else here")
        client = self._tree.unused("client", function)
        redirects = "" if method == "head" else "follow_redirects=True, "
        opened = f"{found[0]}.AsyncClient({redirects}timeout=None{of_client})"
        text = self._tree.text
        start, end = text.span(statement)
        first, last = text.span(call)
        awaited = f"await {client}.{method}({own})"
        if self._tree.binds_tightly(call):
            awaited = f"({awaited})"
        indent = text.value[text.line_start(statement.lineno) : start]
        unit = "\t" if "\t" in indent else "    "
        moved = indented(f"{indent}{text.value[start:first]}{awaited}{text.value[last:end]}", unit, text.newline)
        return (TextEdit(start, end, f"async with {opened} as {client}:{text.newline}{moved}"), *found[1])

    def _statement(self, call: ast.Call) -> ast.stmt:
        statement = self._tree.statement(call)
        if not isinstance(statement, (ast.Assign, ast.AnnAssign, ast.Expr, ast.Return)):
            raise Refused("the statement does more than call")
        if not self._tree.stands_alone(statement) or self._tree.why_no_await(call):
            raise Refused("nothing can be awaited here")
        if any(
            isinstance(part, (ast.Constant, ast.JoinedStr)) and part.end_lineno != part.lineno
            for part in ast.walk(statement)
        ):
            raise Refused("a text of several lines would change")
        if any(isinstance(parent, ast.IfExp | ast.BoolOp) for parent, _ in self._tree.ancestors(call)):
            raise Refused("it is not sure to be called")
        return statement

    def check_response(self, call: ast.Call, statement: ast.stmt) -> None:
        """Raise `Refused` where a response is used in a way that the libraries do not share."""
        parent = self._tree.parent(call)
        if isinstance(parent, ast.Attribute):
            if parent.attr not in _SHARED - {"raise_for_status"}:
                raise Refused("the response is used in ways of requests")
            return
        if isinstance(parent, ast.Expr):
            return
        target = statement.targets[0] if isinstance(statement, ast.Assign) and len(statement.targets) == 1 else None
        if not isinstance(target, ast.Name) or parent is not statement:
            raise Refused("the response is handed on")
        function = next(node for node, _ in self._tree.ancestors(call) if isinstance(node, FUNCTIONS))
        for node in ast.walk(function):
            if isinstance(node, ast.Name) and node.id == target.id and not isinstance(node.ctx, ast.Store):
                self._check_use(node)

    def _check_use(self, node: ast.Name) -> None:
        used = self._tree.parent(node)
        if not isinstance(used, ast.Attribute) or used.attr not in _SHARED:
            raise Refused("the response is used in ways of requests")
        if used.attr == "raise_for_status":
            called = self._tree.parent(used)
            if not isinstance(called, ast.Call) or not isinstance(self._tree.parent(called), ast.Expr):
                raise Refused("the response is used in ways of requests")

    def check_errors(self) -> None:
        """Raise `Refused` where the file speaks of the errors of requests: httpx raises its own."""
        for node in ast.walk(self._tree.root):
            name = self._tree.qualified(node) if isinstance(node, (ast.Name, ast.Attribute)) else ""
            if name.startswith("requests.") and (
                ".exceptions" in name or name.endswith(("Error", "Exception", "Timeout"))
            ):
                raise Refused("the errors of requests are caught")

    def arguments(self, call: ast.Call) -> tuple[str, str]:
        """The arguments for the method, and those for the client, as text."""
        if "#" in self._tree.text.of(call) or any(isinstance(part, ast.Starred) for part in call.args):
            raise Refused("the arguments are not plain")
        own = [self._tree.text.of(part) for part in call.args]
        of_client = ""
        if len(own) > 1:
            raise Refused("the arguments are not plain")
        for keyword in call.keywords:
            value = self._tree.text.of(keyword.value)
            if keyword.arg in _OF_THE_CLIENT:
                of_client += f", {keyword.arg}={value}"
                continue
            if keyword.arg not in _KEYWORDS or (keyword.arg == "data" and not isinstance(keyword.value, ast.Dict)):
                raise Refused("an argument means something else to httpx")
            if keyword.arg == "timeout" and isinstance(keyword.value, ast.Tuple):
                raise Refused("an argument means something else to httpx")
            name = "follow_redirects" if keyword.arg == "allow_redirects" else keyword.arg
            own.append(f"{name}={value}")
        return ", ".join(own), of_client
