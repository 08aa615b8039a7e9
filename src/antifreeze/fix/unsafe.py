"""Fixes that move to an asynchronous library: what the code does stays close, but is not sure to be the same."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping

from antifreeze.fix.async_files import AsyncFiles
from antifreeze.fix.clients import Clients
from antifreeze.fix.helpers import Helpers
from antifreeze.fix.http import HttpCalls
from antifreeze.fix.imports import Imports
from antifreeze.fix.place import Tree
from antifreeze.fix.refused import Refused
from antifreeze.fix.sessions import Sessions
from antifreeze.fix.text import TextEdit
from antifreeze.model.finding import Finding

Elsewhere = Callable[[str], bool]
"""Whether any other file of the program has a word in it."""


class NativeWriter:
    """Rewrites what blocks into the asynchronous API that the remedy names."""

    def __init__(self, tree: Tree, imports: Imports, findings: Mapping[ast.AST, Finding], elsewhere: Elsewhere) -> None:
        self._http = HttpCalls(tree, imports)
        self._files = AsyncFiles(tree, imports)
        self._sessions = Sessions(tree, imports, findings, self._http)
        self._clients = Clients(tree, imports, findings, elsewhere)
        self.helpers = Helpers(tree, elsewhere)

    def edits(self, node: ast.expr, finding: Finding) -> tuple[str, tuple[TextEdit, ...]] | None:
        """What is done, and the edits; None where no way is known."""
        if len(finding.trace) != 1 or not finding.context.startswith("async def"):
            return None
        for what, write in (
            ("await httpx", self._http.edits),
            ("await httpx", self._sessions.edits),
            ("asynchronous files", self._files.edits),
            ("the asynchronous client", self._clients.edits),
        ):
            try:
                edits = write(node, finding)
            except Refused:
                continue
            if edits:
                return what, edits
        return None
