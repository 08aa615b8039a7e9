"""Which coroutines reach which functions: what running a case shows, and what the analysis says if each one blocked.

Every function of a case that is entered on the loop's thread when the case runs is made to block, one at a time, by one
statement more. The lines of coroutines on whose way it was entered are those that must be found for it.
"""

from __future__ import annotations

import ast
import asyncio
import dis
import inspect
import re
import sys
import threading
from collections import defaultdict
from collections.abc import Iterable, Iterator
from types import CodeType, FrameType

import msgspec

from antifreeze.model.source import SourceFile
from cases import Case, analyse, sources_of
from oracle.run import on_loop, own_lines, run, staged

Place = tuple[str, int]
"""A path and a line: of a function's `def`, or of a call."""

_COMMENT = re.compile(r"#.*")
_COROUTINE = inspect.CO_COROUTINE | inspect.CO_ASYNC_GENERATOR
_BLOCKS, _CODE = "import builtins as _builtins; _builtins.input()", "AF109"
"""What is added to a function, and the rule that speaks of it, which cases have no other use for."""


def reached(case: Case) -> dict[Place, set[tuple[Place, ...]]]:
    """For each function that the loop's thread entered: the case's own lines on the stack, innermost first."""
    stacks: dict[Place, set[tuple[Place, ...]]] = defaultdict(set)
    thread = threading.get_ident()
    root = f"{case.folder}/"

    begun: set[FrameType] = set()

    def entered(frame: FrameType, event: str, _argument: object) -> None:
        code = frame.f_code
        is_own = code.co_filename.startswith(root) and code.co_name[0] != "<" and not code.co_flags & _COROUTINE
        if not is_own or threading.get_ident() != thread or not on_loop():
            return
        if event == "call" and _starts(frame):
            begun.add(frame)
        elif event == "return" and frame in begun:
            begun.discard(frame)
            if not code.co_flags & inspect.CO_GENERATOR or frame.f_lineno != code.co_firstlineno:  # else only closed
                here = code.co_filename[len(root) :], code.co_firstlineno
                stacks[here].add(tuple(own_lines(frame.f_back, case.folder)))

    with staged(case, lambda _frame: None) as entries:
        for entry in entries:
            sys.setprofile(entered)
            try:
                asyncio.run(run(entry))
            finally:
                sys.setprofile(None)
    return stacks


def _starts(frame: FrameType) -> bool:
    """Whether a function begins, rather than a generator going on."""
    return not frame.f_code.co_flags & inspect.CO_GENERATOR or frame.f_lasti <= _first_resume(frame.f_code)


def _first_resume(code: CodeType) -> int:
    return next((one.offset for one in dis.get_instructions(code) if one.opname == "RESUME"), 0)


def functions(source: SourceFile) -> Iterator[tuple[int, ast.FunctionDef]]:
    """The plain functions of a file, by the line at which their code object starts."""
    for node in ast.walk(ast.parse(source.content)):
        if isinstance(node, ast.FunctionDef):
            yield min([node.lineno, *(one.lineno for one in node.decorator_list)]), node


def blocking(source: SourceFile, function: ast.FunctionDef) -> tuple[SourceFile, int]:
    """The file with a function that blocks first of all, and the line from which on there is one line more."""
    lines = source.content.decode().splitlines(keepends=True)
    body = function.body
    described = isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant) and len(body) > 1
    first = body[1 if described else 0]
    line = min([first.lineno, *(one.lineno for one in getattr(first, "decorator_list", ()))])
    text = lines[line - 1].encode()
    before, after = text[: first.col_offset].decode(), text[first.col_offset :].decode()
    if before.strip():  # beside the `def`
        lines[line - 1] = f"{before}{_BLOCKS}; {after}"
        line = len(lines) + 1
    else:
        lines.insert(line - 1, f"{before}{_BLOCKS}\n")
    return msgspec.structs.replace(source, content="".join(lines).encode()), line


def found(sources: tuple[SourceFile, ...]) -> set[Place]:
    """The lines that the analysis finds for what is added."""
    return {(finding.path, finding.line) for finding in analyse(sources).findings if finding.code == _CODE}


def differences(case: Case) -> list[str]:
    """What the analysis says otherwise than running the case does, as lines of the case."""
    sources = sources_of(case)
    usual, stacks = found(sources), reached(case)
    texts = {source.path: source.content.decode().splitlines() for source in sources}

    def shown(places: Iterable[Place]) -> str:
        return " < ".join(_COMMENT.sub("", texts[path][line - 1]).strip() for path, line in places)

    differing = []
    for source in sources:
        for start, function in functions(source):
            seen = stacks.get((source.path, start), set())
            if seen:
                changed, added = blocking(source, function)
                told = {
                    (path, line - (path == source.path and line > added))
                    for path, line in found(tuple(changed if one is source else one for one in sources))
                }
                own, ways = (source.path, added), {place for stack in seen for place in stack}
                missed = {shown(stack) for stack in seen if not told & {own, *stack}}
                extra = {shown([place]) for place in told - usual - ways - {own}}
                name = shown([(source.path, function.lineno)])
                differing += [f"{name} is reached, which is not found: {one}" for one in sorted(missed)]
                differing += [f"{name} is found, and running does not reach it: {one}" for one in sorted(extra)]
    return differing
