"""One run from sources to mended ones: plan, apply in memory, analyse again, drop what did not come out right."""

from __future__ import annotations

import dataclasses
import functools
import re
import warnings
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import msgspec

from antifreeze.catalog.index import Catalog
from antifreeze.config.options import Config
from antifreeze.engine import Ports, Request, check
from antifreeze.fix.plan import OVERLAP, Fix, Refusal, edits_of, plan_file
from antifreeze.fix.text import Text
from antifreeze.fix.unused import takers, without_unused
from antifreeze.lower.batch import decoded
from antifreeze.model.finding import Finding, OfferedFix, Replacement, Report
from antifreeze.model.rule import Severity
from antifreeze.model.source import SourceFile
from antifreeze.model.summary import ModuleSummary

MAX_ROUNDS = 8
"""How often fixes that did not come out right are dropped, and the rest tried again."""

_NOT_CLEAN = "what the fix leads to would not be free of findings"

_BRIEF = "it is over before a thread would have started (`--fail-on info` has it mended)"

Kind = tuple[str, str, str]
"""What makes findings alike: their path, function and code.

Which of several sinks a finding names may change where another way to one of them is mended.
"""

Scope = tuple[str, str]
"""A path and a function in it."""

Chooser = Callable[[Fix, bytes], bool]
"""Whether a fix is wanted, given the content of the file that it changes."""


@dataclass(frozen=True)
class Mended:
    """The outcome: the new contents of files, the fixes in them, and what is left, with the reasons."""

    contents: dict[str, bytes]
    fixes: list[Fix]
    refused: list[Refusal]
    before: Report


class Summaries:
    """Summaries kept in memory, by source: for the later rounds of one run, or for many runs in one process."""

    keeps = True

    def __init__(self) -> None:
        self._known: dict[tuple[str, str, bytes], ModuleSummary] = {}

    def summary(self, source: SourceFile) -> ModuleSummary | None:
        """The summary of a source, if it is known."""
        return self._known.get((source.path, source.module, source.content))

    def keep_summary(self, source: SourceFile, data: bytes) -> None:
        """Remember an encoded summary."""
        self._known[source.path, source.module, source.content] = decoded(data)


def mend(
    request: Request,
    ports: Ports,
    loop_bound: Callable[[Iterable[str] | None], Catalog],
    chosen: Chooser = lambda _fix, _content: True,
    unsafe: bool = False,
    rounds: int = MAX_ROUNDS,
) -> Mended:
    """Fix what can be fixed for sure; the result parses, lacks what was fixed, and has no finding that is new.

    The catalog `loop_bound` has as sinks what only the loop's thread may call: what reaches one stays on the loop.
    Fixes that overlap, or that others make possible, are made one after the other, so that a second run has nothing
    left to do. Each is offered to `chosen` with the file's content that it changes. Only where `unsafe` is true are
    there fixes that move to another library, which may change what the code does.
    """
    if not isinstance(ports.memory, Summaries):
        ports = dataclasses.replace(ports, memory=Summaries())
    contents: dict[str, bytes] = {}
    fixes: list[Fix] = []
    declined: set[tuple[str, ...]] = set()
    first: Report | None = None
    refused: list[Refusal] = []
    for _ in range(rounds):
        mended = _mended_once(_with(request, contents), ports, loop_bound, chosen, declined, unsafe)
        first = first or mended.before
        contents |= mended.contents
        fixes += mended.fixes
        refused = mended.refused
        if not mended.contents or not any(left.reason == OVERLAP for left in refused):
            break
    assert first is not None
    return Mended(contents, fixes, refused, first)


def offered(
    request: Request, ports: Ports, loop_bound: Callable[[Iterable[str] | None], Catalog]
) -> dict[str, OfferedFix]:
    """The safe fixes that can all be made at once, by the fingerprint of what they mend, for editors to offer."""
    texts = {source.path: source for source in request.sources}
    fixes = mend(request, ports, loop_bound, rounds=1).fixes
    return {fix.finding.fingerprint: _as_offer(fix, Text(texts[fix.finding.path].content)) for fix in fixes}


def _as_offer(fix: Fix, text: Text) -> OfferedFix:
    replacements = (
        Replacement(*text.position(edit.start), *text.position(edit.end), edit.text)
        for edit in sorted(fix.edits, key=lambda edit: (edit.start, edit.end))
    )
    return OfferedFix(fix.what, fix.is_safe, tuple(replacements))


def _mended_once(
    request: Request,
    ports: Ports,
    loop_bound: Callable[[Iterable[str] | None], Catalog],
    chosen: Chooser,
    declined: set[tuple[str, ...]],
    unsafe: bool,
) -> Mended:
    sources = {source.path: source for source in request.sources}
    before = check(request, ports)
    needs_loop = check(
        msgspec.structs.replace(request, config=Config()), dataclasses.replace(ports, catalog=loop_bound)
    )
    fixes, refused = _planned(sources, before.findings, needs_loop, unsafe)
    if request.config.fail_on is not Severity.INFO:
        brief = [fix for fix in fixes if fix.finding.severity is Severity.INFO]
        refused += [Refusal(fix.finding, _BRIEF) for fix in brief if not _is_needed(fix, fixes)]
        fixes = [fix for fix in fixes if _is_needed(fix, fixes)]
    kept: list[Fix] = []
    for fix in fixes:
        if _wish(fix) not in declined and chosen(fix, sources[fix.finding.path].content):
            kept.append(fix)
        else:
            declined.add(_wish(fix))
            refused.append(Refusal(fix.finding, "not wanted"))
    for _ in range(MAX_ROUNDS):
        contents, broken = _applied(sources, kept)
        if not contents and not broken:
            return Mended({}, [], refused, before)
        after = check(_with(request, contents), ports) if not broken else None
        wrong = broken if after is None else _wrong(before.findings, after, kept)
        if after is not None and not wrong and _news(before.findings, after, kept):
            wrong = {_culprit(request, ports, before, kept)}
        if not wrong:
            return Mended(contents, kept, refused, before)
        refused += [Refusal(fix.finding, _NOT_CLEAN) for fix in kept if _scope(fix.finding) in wrong]
        kept = [fix for fix in kept if _scope(fix.finding) not in wrong]
    refused += [Refusal(fix.finding, _NOT_CLEAN) for fix in kept]
    return Mended({}, [], refused, before)


def _planned(
    sources: dict[str, SourceFile], findings: Iterable[Finding], needs_loop: Report, unsafe: bool
) -> tuple[list[Fix], list[Refusal]]:
    by_path: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        if not finding.code.startswith("AF9"):
            by_path[finding.path].append(finding)
    on_loop: dict[str, dict[tuple[int, int, int, int], str]] = defaultdict(dict)
    for found in needs_loop.findings:
        on_loop[found.path][found.line, found.column, found.end_line, found.end_column] = found.call
    fixes: list[Fix] = []
    refused: list[Refusal] = []
    for path, own in by_path.items():
        more, reasons = plan_file(sources[path], own, on_loop[path], _words_beside(sources, path) if unsafe else None)
        fixes += more
        refused += reasons
    return fixes, refused


def _wish(fix: Fix) -> tuple[str, ...]:
    """What a person declined, whatever else changes in the file."""
    return (*_kind(fix.finding), fix.finding.call)


def _is_needed(fix: Fix, fixes: list[Fix]) -> bool:
    """Whether a fix mends what is worth it: itself more than brief, or all of a piece with what is."""
    return fix.finding.severity is not Severity.INFO or any(
        other.edits == fix.edits for other in fixes if other.finding.severity is not Severity.INFO
    )


def _words_beside(sources: dict[str, SourceFile], path: str) -> Callable[[str], bool]:
    """Whether any other file has a word in it."""

    def has(word: str) -> bool:
        pattern = re.compile(rf"\b{re.escape(word)}\b".encode())
        return any(pattern.search(source.content) for other, source in sources.items() if other != path)

    return functools.cache(has)


def _scope(finding: Finding) -> Scope:
    return finding.path, finding.function


def _kind(finding: Finding) -> Kind:
    return finding.path, finding.function, finding.code


def _applied(sources: dict[str, SourceFile], fixes: list[Fix]) -> tuple[dict[str, bytes], set[Scope]]:
    """The new contents by path, and the functions whose fixes the file's encoding cannot say, or are no code."""
    by_path: dict[str, list[Fix]] = defaultdict(list)
    for fix in fixes:
        by_path[fix.finding.path].append(fix)
    contents: dict[str, bytes] = {}
    broken: set[Scope] = set()
    for path, own in by_path.items():
        before = sources[path]
        try:
            after = Text(before.content).edited(edits_of(own))
            contents[path] = without_unused(before.content, after, takers(sources.values(), before))
            _check_code(before.content, contents[path])
        except (UnicodeEncodeError, SyntaxError):
            broken.update(_scope(fix.finding) for fix in own)
    return contents, broken


def _check_code(before: bytes, after: bytes) -> None:
    """Raise `SyntaxError` where Python takes what was code for none any more: an `await` out of place can be parsed."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            compile(before, "before", "exec", dont_inherit=True)
        except (SyntaxError, ValueError):
            return
        compile(after, "after", "exec", dont_inherit=True)


def _with(request: Request, contents: dict[str, bytes]) -> Request:
    sources = tuple(
        msgspec.structs.replace(source, content=contents[source.path]) if source.path in contents else source
        for source in request.sources
    )
    return msgspec.structs.replace(request, sources=sources)


def _wrong(before: tuple[Finding, ...], after: Report, fixes: list[Fix]) -> set[Scope]:
    """The functions whose own fixes did not mend what they should, or led to something new in them."""
    fixed = {_scope(fix.finding) for fix in fixes}
    unread = {error.path for error in after.errors}
    return (_news(before, after, fixes) & fixed) | {scope for scope in fixed if scope[0] in unread}


def _news(before: tuple[Finding, ...], after: Report, fixes: list[Fix]) -> set[Scope]:
    """The functions that have more findings than the fixes should leave."""
    expected = Counter(_kind(finding) for finding in before)
    expected.subtract(_kind(fix.finding) for fix in fixes)
    found = Counter(_kind(finding) for finding in after.findings)
    return {kind[:2] for kind, count in found.items() if count > expected[kind]}


def _culprit(request: Request, ports: Ports, before: Report, fixes: list[Fix]) -> Scope:
    """The function whose fixes lead to something new where nothing was changed, found by halving."""
    sources = {source.path: source for source in request.sources}
    scopes = sorted({_scope(fix.finding) for fix in fixes})
    fine, bad = 0, len(scopes)
    while bad - fine > 1:
        middle = (fine + bad) // 2
        some = [fix for fix in fixes if _scope(fix.finding) in scopes[:middle]]
        contents, _ = _applied(sources, some)
        after = check(_with(request, contents), ports)
        if _news(before.findings, after, some):
            bad = middle
        else:
            fine = middle
    return scopes[bad - 1]
