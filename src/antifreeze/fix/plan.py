"""What to do about the findings of one file: a fix, or the reason why it is left to a person."""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

import msgspec

from antifreeze.fix.helpers import Helpers
from antifreeze.fix.imports import Imports
from antifreeze.fix.later import is_cleanup, is_entered_later, is_read_to_change
from antifreeze.fix.place import FUNCTIONS, Tree, name_of
from antifreeze.fix.refused import Refused
from antifreeze.fix.rewrite import OFFLOADS, Rewrite, Rewriter
from antifreeze.fix.text import Taken, Text, TextEdit, overlap
from antifreeze.fix.unsafe import Elsewhere, NativeWriter
from antifreeze.lower.parse import parse
from antifreeze.model.finding import LATER, Finding
from antifreeze.model.rule import Severity
from antifreeze.model.source import SourceError, SourceFile

_BOUND_TO_THEIR_THREAD = (
    "django.", "flask_sqlalchemy.", "peewee.", "playwright.", "pony.", "pythoncom.", "sqlalchemy.", "sqlite3.",
    "sqlmodel.", "tkinter.", "win32com.",
)  # fmt: skip
"""Libraries with objects, such as connections and sessions, that may only be used in the thread that made them."""

_NEVER = {
    "lock": "what one thread locks or waits for, another may not release: use the asyncio counterpart",
    "import": "modules are imported where they are needed first: import it at the top of the file",
}

_OF_LOCKS = ("acquire", "release", "unlock")
"""How methods are called that lock, in one thread and by its name, often."""

OVERLAP = "another fix changes the same place"
LOOP_BOUND = "which only the loop's own thread may call"
_NOT_THE_CALL = "what blocks is no call, but what is done with its result"


class Fix(msgspec.Struct, frozen=True):
    """Edits of the finding's own file that mend it."""

    finding: Finding
    what: str
    edits: tuple[TextEdit, ...]
    is_safe: bool = True
    """Whether the code does the same as before, but for the loop."""
    helper: str = ""
    """The function that becomes a coroutine function."""


class Refusal(msgspec.Struct, frozen=True):
    """A finding that no fix is offered for, and why."""

    finding: Finding
    reason: str


Places = Mapping[tuple[int, int, int, int], str]
"""Names of calls by the lines and columns of their starts and ends, as findings tell them."""

Place = tuple[int, int]
"""The line and the column that a finding starts at."""


def plan_file(
    source: SourceFile,
    findings: Sequence[Finding],
    on_loop: Places,
    elsewhere: Elsewhere | None = None,
    only_safe: AbstractSet[Place] = frozenset(),
) -> tuple[list[Fix], list[Refusal]]:
    """The fixes for a file's findings, none of which touch each other, and what is refused.

    What reaches a call that only the loop's thread may make (`on_loop`) is not moved to another. Where it can be
    asked what stands elsewhere in the program, fixes that may change what the code does are made, too: for all
    findings but those at some places.
    """
    root = parse(source)
    if isinstance(root, SourceError):
        return [], [Refusal(finding, "the file cannot be parsed") for finding in findings]
    try:
        text = Text(source.content)
    except (SyntaxError, UnicodeDecodeError):
        return [], [Refusal(finding, "the file's encoding is not certain") for finding in findings]
    tree = Tree(text, root)
    planner = _Planner(tree, source.module.partition(".")[0], findings, on_loop, elsewhere)
    fixes: list[Fix] = []
    refused: list[Refusal] = []
    made: set[tuple[TextEdit, ...]] = set()
    taken = Taken()
    # What is brief comes last, so that it stands in the way of nothing: it may be left in the end.
    for finding in sorted(findings, key=lambda finding: finding.severity is Severity.INFO):
        try:
            rewrite = planner.rewrite(finding, (finding.line, finding.column) not in only_safe)
        except Refused as refusal:
            refused.append(Refusal(finding, str(refusal)))
            continue
        if rewrite.edits not in made and any(taken.clashes(edit) for edit in rewrite.edits):
            refused.append(Refusal(finding, OVERLAP))
            continue
        if rewrite.edits not in made:
            made.add(rewrite.edits)
            taken.add(rewrite.edits)
        fixes.append(Fix(finding, rewrite.what, rewrite.edits, rewrite.is_safe, rewrite.helper))
    return fixes, refused


def edits_of(fixes: Sequence[Fix]) -> list[TextEdit]:
    """The edits of all fixes, equal ones once."""
    return list(dict.fromkeys(edit for fix in fixes for edit in fix.edits))


class _Planner:
    def __init__(
        self, tree: Tree, package: str, findings: Sequence[Finding], on_loop: Places, elsewhere: Elsewhere | None
    ) -> None:
        self._tree = tree
        self._findings = findings
        imports = Imports(tree, package)
        self._rewriter = Rewriter(tree, imports)
        calls = [(tree.call_at(*self._place(finding)), finding) for finding in findings]
        self._blocking = {call for call, _ in calls if call is not None}
        self._locked = {call for call, finding in calls if finding.category == "lock"}
        self._opened = {call for call, finding in calls if finding.category == "file"}
        found: dict[ast.AST, Finding] = {call: finding for call, finding in calls if call is not None}
        self._native = None if elsewhere is None else NativeWriter(tree, imports, found, elsewhere)
        self._thread_bound = {call for call, finding in calls if _is_bound_to_its_thread(finding)}
        self._on_loop = {
            (tree.text.offset(line, column - 1), tree.text.offset(end_line, end_column - 1)): name
            for (line, column, end_line, end_column), name in on_loop.items()
        }

    def _place(self, finding: Finding) -> tuple[int, int]:
        text = self._tree.text
        return (
            text.offset(finding.line, finding.column - 1),
            text.offset(finding.end_line, finding.end_column - 1),
        )

    def rewrite(self, finding: Finding, is_risked: bool) -> Rewrite:
        """What mends a finding, for sure or, if that may be risked, perhaps; raises `Refused`."""
        if finding.how == LATER:
            raise Refused("the loop calls what is handed over here, whoever hands it over")
        place = self._place(finding)
        call = self._tree.call_at(*place)
        native = self._rewritten_natively(call or self._tree.entered_at(*place), finding) if is_risked else None
        if native is not None:
            return native
        return self._rewritten(finding)

    def _rewritten(self, finding: Finding) -> Rewrite:
        """The safe rewrite for a finding; raises `Refused`."""
        place = self._place(finding)
        call = self._tree.call_at(*place)
        if finding.category == "lock" and finding.code != "AF201" and len(finding.trace) == 1:
            node = call or self._tree.entered_at(*place)
            if node is not None:
                return self._rewriter.twin(node, finding)
        if finding.category in _NEVER and finding.code != "AF201":
            raise Refused(_NEVER[finding.category])
        if call is None:
            raise Refused(_NOT_THE_CALL if finding.how != "call" else "what blocks is not written as a call")
        if finding.code == "AF201":
            self._check_movable(call)
            return self._rewriter.pass_on(call)
        block = self._file_block(call)
        if block is not None:
            try:
                self._check(block, finding)
                self._check_movable(block)
                return self._rewriter.with_block(block, finding, self._blocking)
            except Refused:
                if finding.category == "file" or finding.how != "call":
                    raise
        if finding.how != "call":
            raise Refused(_NOT_THE_CALL)
        self._check(call, finding)
        if finding.code == "AF202":
            if len(finding.trace) > 1:
                raise Refused("the loop is run deep within what is called: await the coroutine in its place")
            return self._rewriter.nested_loop(call)
        if finding.call == "time.sleep" and len(finding.trace) == 1:
            return self._rewriter.sleep(call, finding)
        process = self._rewriter.process(call, finding)
        if process is not None:
            return process
        whole = self._rewriter.whole(call, finding)
        self._check_movable(whole.func)
        self._check_call(whole)
        return self._rewriter.offload(whole, finding)

    def _rewritten_natively(self, node: ast.expr | None, finding: Finding) -> Rewrite | None:
        """The rewrite to an asynchronous API, where such are wanted and one is known."""
        if self._native is None or node is None or finding.code.startswith("AF2"):
            return None
        found = self._native.edits(node, finding)
        if found is not None:
            return Rewrite(*found, is_safe=False)
        if isinstance(node, ast.Call) and len(finding.trace) > 1 and finding.context.startswith("async def"):
            try:
                return self._awaited_helper(self._native.helpers, node, finding)
            except Refused:
                return None
            finally:
                self._tree.coming.clear()
        return None

    def _awaited_helper(self, helpers: Helpers, call: ast.Call, finding: Finding) -> Rewrite:
        """The helper becomes a coroutine function, with what blocks in it awaited there."""
        sink = finding.trace[1]
        if sink.path != finding.path:
            raise Refused("the helper stands in another file")
        helper = helpers.entered(call, sink.line, sink.column)
        edits = list(helpers.edits(helper))
        self._tree.coming.add(helper)
        for other in self._findings:
            if len(other.trace) > 1 and other.trace[1].function == sink.function and other.trace[1].path == sink.path:
                step = other.trace[1]
                inner = msgspec.structs.replace(
                    other,
                    line=step.line,
                    column=step.column,
                    end_line=step.end_line,
                    end_column=step.end_column,
                    context="async def",
                    trace=other.trace[1:],
                )
                edits.extend(edit for edit in self._rewritten(inner).edits if edit not in edits)
        for place, edit in enumerate(edits):
            if overlap([edit], edits[:place]):
                raise Refused(OVERLAP)
        return Rewrite("await the helper", tuple(edits), is_safe=False, helper=sink.function)

    def _file_block(self, call: ast.Call) -> ast.With | None:
        """The `with` that opens files, which the call is one of the openers of or stands in."""
        for parent, _ in self._tree.ancestors(call):
            if isinstance(parent, ast.With) and all(item.context_expr in self._opened for item in parent.items):
                return parent
            if isinstance(parent, FUNCTIONS):
                break
        return None

    def _check(self, call: ast.Call | ast.With, finding: Finding) -> None:
        reason = self._tree.why_no_await(call)
        if reason:
            raise Refused(reason)
        if not finding.context.startswith("async def"):
            raise Refused(f"the function is called by the loop itself ({finding.context}), which awaits nothing")
        if is_entered_later(self._tree, call):
            raise Refused("what it makes is asynchronous, and belongs to the loop that it is made on")
        self._check_names(call, finding)
        if finding.remedy.fallback in OFFLOADS and is_cleanup(self._tree, call):
            raise Refused("where something is cancelled, trio and anyio would not let it run")
        if isinstance(call, ast.Call) and is_read_to_change(self._tree, call):
            raise Refused("other tasks could change what it reads, before what is set or deleted here next")
        for parent, _ in self._tree.ancestors(call):
            if isinstance(parent, ast.With) and any(self._is_lock(item.context_expr) for item in parent.items):
                raise Refused("a lock of threads is held here, and would be while it is awaited")
            if isinstance(parent, (ast.AsyncFunctionDef, ast.FunctionDef)):
                break

    @staticmethod
    def _check_names(call: ast.Call | ast.With, finding: Finding) -> None:
        """Raise `Refused` where a function on the way is named as one that locks, or that the loop has to call."""
        spoken = name_of(call.func) if isinstance(call, ast.Call) else ""
        if spoken.startswith(_OF_LOCKS):
            raise Refused(_NEVER["lock"])
        for name in (spoken, *(step.function.rpartition(".")[2] for step in finding.trace[1:])):
            if "async" in name.split("_"):
                raise Refused(f"it goes through {name}, which is named as what belongs to the loop")

    def _check_movable(self, *nodes: ast.AST) -> None:
        """Raise `Refused` where another thread may not run what stands in some nodes."""
        for part in {part for node in nodes for part in ast.walk(node)}:
            if isinstance(part, ast.Call):
                self._check_call(part)

    def _check_call(self, call: ast.Call) -> None:
        """Raise `Refused` where another thread may not make a call; its arguments do not matter."""
        if call in self._thread_bound:
            raise Refused("connections and sessions of this library belong to the thread that made them")
        bound = self._on_loop.get(self._tree.text.span(call))
        if bound is not None:
            raise Refused(f"it also reaches {bound}, {LOOP_BOUND}")

    def _is_lock(self, node: ast.expr) -> bool:
        spelt = self._tree.text.of(node).lower()
        return node in self._locked or "lock" in spelt or "mutex" in spelt


def _is_bound_to_its_thread(finding: Finding) -> bool:
    return any(name.startswith(_BOUND_TO_THEIR_THREAD) for name in (finding.call, *finding.also))
