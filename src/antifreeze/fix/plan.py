"""What to do about the findings of one file: a fix, or the reason why it is left to a person."""

from __future__ import annotations

import ast
from collections.abc import Sequence

import msgspec

from antifreeze.fix.place import FUNCTIONS, Tree
from antifreeze.fix.rewrite import Refused, Rewrite, Rewriter
from antifreeze.fix.text import Text, TextEdit, overlap
from antifreeze.lower.parse import parse
from antifreeze.model.finding import Finding
from antifreeze.model.source import SourceError, SourceFile

_BOUND_TO_THEIR_THREAD = ("sqlite3.", "sqlalchemy.", "sqlmodel.", "django.", "flask_sqlalchemy.", "peewee.", "pony.")
"""Connections and sessions that may only be used in the thread that made them."""

_NEVER = {
    "lock": "what one thread locks or waits for, another may not release: use the asyncio counterpart",
    "import": "modules are imported where they are needed first: import it at the top of the file",
}


_NOT_THE_CALL = "what blocks is no call, but what is done with its result"


class Fix(msgspec.Struct, frozen=True):
    """Edits of the finding's own file that mend it."""

    finding: Finding
    what: str
    edits: tuple[TextEdit, ...]


class Refusal(msgspec.Struct, frozen=True):
    """A finding that no fix is offered for, and why."""

    finding: Finding
    reason: str


def plan_file(source: SourceFile, findings: Sequence[Finding]) -> tuple[list[Fix], list[Refusal]]:
    """The fixes for a file's findings, none of which touch each other, and what is refused."""
    root = parse(source)
    if isinstance(root, SourceError):
        return [], [Refusal(finding, "the file cannot be parsed") for finding in findings]
    try:
        text = Text(source.content)
    except (SyntaxError, UnicodeDecodeError):
        return [], [Refusal(finding, "the file's encoding is not certain") for finding in findings]
    tree = Tree(text, root)
    planner = _Planner(tree, findings)
    fixes: list[Fix] = []
    refused: list[Refusal] = []
    for finding in findings:
        try:
            rewrite = planner.rewrite(finding)
        except Refused as refusal:
            refused.append(Refusal(finding, str(refusal)))
            continue
        twin = next((fix for fix in fixes if fix.edits == rewrite.edits), None)
        if twin is None and any(overlap(rewrite.edits, fix.edits) for fix in fixes):
            refused.append(Refusal(finding, "another fix changes the same place: run it again"))
        else:
            fixes.append(Fix(finding, rewrite.what, rewrite.edits))
    return fixes, refused


def edits_of(fixes: Sequence[Fix]) -> list[TextEdit]:
    """The edits of all fixes, equal ones once."""
    return list(dict.fromkeys(edit for fix in fixes for edit in fix.edits))


class _Planner:
    def __init__(self, tree: Tree, findings: Sequence[Finding]) -> None:
        self._tree = tree
        self._rewriter = Rewriter(tree)
        self._locked = {self._place(finding) for finding in findings if finding.category == "lock"}
        self._opened = {self._place(finding) for finding in findings if finding.category == "file"}

    def _place(self, finding: Finding) -> tuple[int, int]:
        text = self._tree.text
        return (
            text.offset(finding.line, finding.column - 1),
            text.offset(finding.end_line, finding.end_column - 1),
        )

    def rewrite(self, finding: Finding) -> Rewrite:
        """What mends a finding; raises `Refused`."""
        if finding.category in _NEVER and finding.code != "AF201":
            raise Refused(_NEVER[finding.category])
        call = self._tree.call_at(*self._place(finding))
        if call is None:
            raise Refused(_NOT_THE_CALL if finding.how != "call" else "what blocks is not written as a call")
        if finding.code == "AF201":
            return self._rewriter.pass_on(call)
        block = self._file_block(call) if finding.category == "file" else None
        if block is None and finding.how != "call":
            raise Refused(_NOT_THE_CALL)
        self._check(block or call, finding)
        if block is not None:
            return self._rewriter.with_block(block, finding)
        if finding.code == "AF202":
            if len(finding.trace) > 1:
                raise Refused("the loop is run deep within what is called: await the coroutine in its place")
            return self._rewriter.nested_loop(call)
        if finding.call == "time.sleep" and len(finding.trace) == 1:
            return self._rewriter.sleep(call, finding)
        return self._rewriter.offload(call, finding)

    def _file_block(self, call: ast.Call) -> ast.With | None:
        """The `with` that opens a file, on which the call is (in) the only thing done."""
        for parent, child in self._tree.ancestors(call):
            if isinstance(parent, ast.With) and len(parent.items) == 1:
                opener = parent.items[0].context_expr
                if self._tree.text.span(opener) in self._opened and (child is parent.items[0] or len(parent.body) == 1):
                    return parent
            if isinstance(parent, FUNCTIONS):
                break
        return None

    def _check(self, call: ast.Call | ast.With, finding: Finding) -> None:
        reason = self._tree.why_no_await(call)
        if reason:
            raise Refused(reason)
        if any(name.startswith(_BOUND_TO_THEIR_THREAD) for name in (finding.call, *finding.also)):
            raise Refused("connections and sessions of this library belong to the thread that made them")
        if not finding.context.startswith("async def"):
            raise Refused(f"the function is called by the loop itself ({finding.context}), which awaits nothing")
        used = self._tree.parent(call)
        if isinstance(self._tree.parent(used or call), ast.AsyncWith) or isinstance(used, ast.AsyncFor):
            raise Refused("what it makes is asynchronous, and belongs to the loop that it is made on")
        for parent, _ in self._tree.ancestors(call):
            if isinstance(parent, ast.With) and any(self._is_lock(item.context_expr) for item in parent.items):
                raise Refused("a lock of threads is held here, and would be while it is awaited")
            if isinstance(parent, (ast.AsyncFunctionDef, ast.FunctionDef)):
                break

    def _is_lock(self, node: ast.expr) -> bool:
        spelt = self._tree.text.of(node).lower()
        return self._tree.text.span(node) in self._locked or "lock" in spelt or "mutex" in spelt
