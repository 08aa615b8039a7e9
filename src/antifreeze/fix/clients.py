"""A client that blocks becomes its asynchronous counterpart, with an `await` at each of its calls."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping

from antifreeze.fix.imports import Imports
from antifreeze.fix.made import entered, made_by
from antifreeze.fix.place import FUNCTIONS, Tree
from antifreeze.fix.refused import Refused
from antifreeze.fix.text import TextEdit
from antifreeze.model.finding import Finding

_OF_RESOURCES = {
    "anthropic.Anthropic": "anthropic.AsyncAnthropic",
    "groq.Groq": "groq.AsyncGroq",
    "openai.AzureOpenAI": "openai.AsyncAzureOpenAI",
    "openai.OpenAI": "openai.AsyncOpenAI",
    "together.Together": "together.AsyncTogether",
}
"""Clients whose resources block, not they themselves."""

_MAKERS = ("from_url",)
"""Class methods that make a client of either kind."""


class Clients:
    """Rewrites how a client is made and all of its uses."""

    def __init__(
        self, tree: Tree, imports: Imports, findings: Mapping[ast.AST, Finding], elsewhere: Callable[[str], bool]
    ) -> None:
        self._tree = tree
        self._imports = imports
        self._findings = findings
        self._elsewhere = elsewhere

    def edits(self, call: ast.expr, finding: Finding) -> tuple[TextEdit, ...]:
        """The edits for the client that a call belongs to; raises `Refused` where some use cannot be awaited."""
        root = _receiver(call)
        if root is None:
            raise Refused("no client is named here")
        binding, bound, uses = self._named(root) if isinstance(root, ast.Name) else self._attribute(root)
        made = binding.func
        if isinstance(made, ast.Attribute) and made.attr in _MAKERS:
            made = made.value
        sync = self._tree.qualified(made)
        target = _OF_RESOURCES.get(sync) or _counterpart(finding, sync)
        if target is None:
            raise Refused("no asynchronous client is known")
        module, _, name = target.rpartition(".")
        found = self._imports.name_of(module, binding)
        if found is None:
            raise Refused("the module's name means something else here")
        start, end = self._tree.text.span(made)
        edits = [TextEdit(start, end, f"{found[0]}.{name}"), *entered(self._tree, bound)]
        for use in uses:
            edits.extend(self._use(use))
        return (*edits, *found[1])

    def _named(self, root: ast.Name) -> tuple[ast.Call, ast.AST, list[ast.expr]]:
        """What makes the client that a name stands for, what binds it, and the name's other uses."""
        if root.id not in self._tree.names_bound():
            raise Refused("it is no client that the file makes")
        bindings = [node for node in ast.walk(self._tree.root) if root.id in self._tree.bound_by(node)]
        if len(bindings) != 1:
            raise Refused("the name stands for several things")
        bound = self._tree.parent(bindings[0])
        made = made_by(bound)
        scope = next((node for node, _ in self._tree.ancestors(bindings[0]) if isinstance(node, FUNCTIONS)), None)
        if scope is None and self._elsewhere(root.id):
            raise Refused("other modules may use the client, too")
        uses: list[ast.expr] = [
            node
            for node in ast.walk(self._tree.root)
            if isinstance(node, ast.Name) and node.id == root.id and node is not bindings[0]
        ]
        return made, bound or made, uses

    def _attribute(self, root: ast.Attribute) -> tuple[ast.Call, ast.AST, list[ast.expr]]:
        """The same for an attribute of `self`, which must be this class's own."""
        same = [
            node for node in ast.walk(self._tree.root) if isinstance(node, ast.Attribute) and node.attr == root.attr
        ]
        stores = [node for node in same if not isinstance(node.ctx, ast.Load)]
        if len(stores) != 1 or self._elsewhere(root.attr):
            raise Refused("other code may use the client, too")
        bound = self._tree.parent(stores[0])
        for node in same:
            if not (isinstance(node.value, ast.Name) and node.value.id == "self"):
                raise Refused("other code may use the client, too")
        return made_by(bound), bound or root, [node for node in same if node is not stores[0]]

    def _use(self, use: ast.expr) -> tuple[TextEdit, ...]:
        node: ast.AST | None = use
        while isinstance(parent := self._tree.parent(node) if node is not None else None, ast.Attribute):
            node = parent
        call = parent
        finding = self._findings.get(call) if call is not None else None
        if finding is None or not isinstance(call, ast.Call) or call.func is not node:
            raise Refused("a use of the client cannot be awaited")
        is_plain = finding.how == "call" and len(finding.trace) == 1
        is_stream = any(keyword.arg in (None, "stream") for keyword in call.keywords)
        if not is_plain or is_stream or self._tree.why_no_await(call):
            raise Refused("a use of the client cannot be awaited")
        return self._tree.awaited(call)


def _receiver(call: ast.expr) -> ast.Name | ast.Attribute | None:
    """The name, or the attribute of `self`, that a call's chain of attributes starts from."""
    node = call.func if isinstance(call, ast.Call) else None
    while isinstance(node, ast.Attribute):
        if isinstance(node.value, ast.Name):
            return node.value if node.value.id != "self" else node
        node = node.value
    return None


def _counterpart(finding: Finding, sync: str) -> str | None:
    """The class that the remedy names, where the finding is a method of the class that is made, and of its library.

    The classes of two libraries differ in more than in how they are awaited.
    """
    owner, _, method = finding.call.rpartition(".")
    target, _, other = finding.remedy.replacement.partition("().")
    if not sync or other != method or owner.rpartition(".")[2] != sync.rpartition(".")[2]:
        return None
    libraries = {name.partition(".")[0] for name in (owner, sync, target)}
    return target if len(libraries) == 1 and "." in target else None
