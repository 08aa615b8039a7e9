"""`requests.get(...)` becomes `httpx.AsyncClient().get(...)`, where the response is used as both libraries allow."""

from __future__ import annotations

import ast
from typing import NamedTuple

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


class _Argument(NamedTuple):
    """Where an argument stands, and its name; empty for one without."""

    start: int
    end: int
    name: str


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
        if not isinstance(target, ast.Name) or parent is not statement or self._tree.is_shared(target):
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

    def arguments(self, call: ast.Call, more: str = "") -> tuple[str, str]:
        """The text between the parentheses as it is laid out, with one argument more, and what the client takes."""
        value = self._tree.text.value
        start = value.index("(", self._tree.text.span(call.func)[1]) + 1
        end = self._tree.text.span(call)[1] - 1
        parts = self._parts(call)
        kept = [part for part in parts if part.name not in _OF_THE_CLIENT]
        moved = [part for part in parts if part.name in _OF_THE_CLIENT]
        last = kept[-1].end if kept else start
        pieces: list[str] = []
        place = start
        for part, following in zip(parts, [*parts[1:], None], strict=False):
            if part in moved:
                if "#" in value[part.end : following.start if following else end] or "#" in value[place : part.start]:
                    raise Refused("a comment may speak of an argument that moves")
                pieces.append(value[place : min(part.start, max(last, place))])
                place = following.start if following and part.start < last else part.end
            else:
                name = "follow_redirects" if part.name == "allow_redirects" else part.name
                pieces += [value[place : part.start], name, value[part.start + len(part.name) : part.end]]
                place = part.end
                if part is kept[-1] and more:
                    pieces.append(f", {more}")
        lead = "" if kept else more
        own = "".join([*pieces, lead, value[place:end]])
        return own, "".join(f", {value[part.start : part.end]}" for part in moved)

    def _parts(self, call: ast.Call) -> list[_Argument]:
        """The arguments in their order; raises `Refused` where one means something else to httpx."""
        if len(call.args) > 1 or any(isinstance(part, ast.Starred) for part in call.args):
            raise Refused("the arguments are not plain")
        for keyword in call.keywords:
            if keyword.arg not in _KEYWORDS | _OF_THE_CLIENT:
                raise Refused("an argument means something else to httpx")
            if keyword.arg == "data" and not isinstance(keyword.value, ast.Dict):
                raise Refused("an argument means something else to httpx")
            if keyword.arg == "timeout" and isinstance(keyword.value, ast.Tuple):
                raise Refused("an argument means something else to httpx")
        is_asked = any(keyword.arg == "params" for keyword in call.keywords)
        if is_asked and any("?" in self._tree.text.of(part) for part in _urls(call)):
            raise Refused("httpx takes the parameters in place of what the URL asks for itself")
        span = self._tree.text.span
        found = [_Argument(*span(part), "") for part in call.args]
        found += [_Argument(*span(keyword), keyword.arg or "") for keyword in call.keywords]
        return sorted(found)


def _urls(call: ast.Call) -> list[ast.expr]:
    return [*call.args, *(keyword.value for keyword in call.keywords if keyword.arg == "url")]
