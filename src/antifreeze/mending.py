"""One run from sources to mended ones: plan, apply in memory, analyse again, drop what did not come out right."""

from __future__ import annotations

import dataclasses
import functools
import itertools
import re
import warnings
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import msgspec

from antifreeze.catalog.index import Catalog
from antifreeze.config.options import Config
from antifreeze.engine import Ports, Request, check
from antifreeze.fix.plan import LOOP_BOUND, OVERLAP, Fix, Place, Refusal, edits_of, plan_file
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

_NOT_WANTED = "not wanted"

_BRIEF = "it is over before a thread would have started (`--fail-on info` has it mended)"

_SETTLED = (_NOT_CLEAN, _NOT_WANTED, _BRIEF)

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
    after: Report | None = None


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
    wanted = _Wanted(chosen)
    first: Report | None = None
    refused: list[Refusal] = []
    for _ in range(rounds):
        mended = _mended_once(_with(request, contents), ports, loop_bound, wanted, unsafe)
        wanted.start_over()
        first = first or mended.before
        contents |= mended.contents
        fixes += mended.fixes
        refused = mended.refused
        if not mended.contents or not _leaves_more(request, mended, unsafe):
            break
    assert first is not None
    return Mended(contents, fixes, refused, first)


def _leaves_more(request: Request, mended: Mended, unsafe: bool) -> bool:
    """Whether what is changed now could be mended further: a fix stood in another's way, or made another possible."""
    if any(left.reason == OVERLAP for left in mended.refused):
        return True
    settled = {_wish(left.finding) for left in mended.refused if left.reason in _SETTLED or LOOP_BOUND in left.reason}
    findings = [finding for finding in mended.after.findings if _wish(finding) not in settled] if mended.after else []
    sources = {source.path: source for source in _with(request, mended.contents).sources}
    changed = [finding for finding in findings if finding.path in mended.contents]
    return bool(_Plans(sources, changed, None, unsafe).made({})[0])


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
    wanted: _Wanted,
    unsafe: bool,
) -> Mended:
    sources = {source.path: source for source in request.sources}
    before = check(request, ports)
    needs_loop = check(
        msgspec.structs.replace(request, config=Config()), dataclasses.replace(ports, catalog=loop_bound)
    )
    plans = _Plans(sources, before.findings, needs_loop, unsafe)
    only_safe: dict[str, set[Place]] = defaultdict(set)
    dropped: set[Scope] = set()
    fixes: list[Fix] = []
    refused: list[Refusal] = []
    for _ in range(MAX_ROUNDS):
        fixes, refused = plans.made(only_safe)
        if request.config.fail_on is not Severity.INFO:
            fixes = _without(fixes, refused, _BRIEF, lambda fix, all_: not _is_needed(fix, all_))
        fixes = _without(fixes, refused, _NOT_WANTED, lambda fix, _: not wanted(fix, sources[fix.finding.path].content))
        refused += [Refusal(fix.finding, _NOT_CLEAN) for fix in fixes if _scope(fix.finding) in dropped]
        fixes = [fix for fix in fixes if _scope(fix.finding) not in dropped]
        contents, wrong = _applied(sources, fixes)
        after = check(_with(request, contents), ports) if contents and not wrong else None
        if after is not None:
            wrong = _wrong(request, ports, before, after, fixes)
        if not wrong:
            return Mended(contents, fixes, refused, before, after)
        risky = [fix.finding for fix in wrong if not fix.is_safe]
        for finding in risky:
            only_safe[finding.path].add((finding.line, finding.column))
        if not risky:
            dropped.update(_scope(fix.finding) for fix in wrong)
    return Mended({}, [], refused + [Refusal(fix.finding, _NOT_CLEAN) for fix in fixes], before)


def _without(
    fixes: list[Fix], refused: list[Refusal], reason: str, is_left: Callable[[Fix, list[Fix]], bool]
) -> list[Fix]:
    """The fixes that are not left; what is left is refused for a reason."""
    left = [is_left(fix, fixes) for fix in fixes]
    refused += [Refusal(fix.finding, reason) for fix, is_out in zip(fixes, left, strict=True) if is_out]
    return [fix for fix, is_out in zip(fixes, left, strict=True) if not is_out]


class _Plans:
    """The plans for files with findings, each made again only where other fixes of the file have to be safe ones."""

    def __init__(
        self, sources: dict[str, SourceFile], findings: Iterable[Finding], needs_loop: Report | None, unsafe: bool
    ) -> None:
        self._sources = sources
        self._findings: dict[str, list[Finding]] = defaultdict(list)
        for finding in findings:
            if not finding.code.startswith("AF9"):
                self._findings[finding.path].append(finding)
        self._on_loop: dict[str, dict[tuple[int, int, int, int], str]] = defaultdict(dict)
        for found in needs_loop.findings if needs_loop is not None else ():
            place = found.line, found.column, found.end_line, found.end_column
            self._on_loop[found.path][place] = found.call
        self._unsafe = unsafe
        self._known: dict[str, tuple[list[Fix], list[Refusal]]] = {}

    def made(self, only_safe: dict[str, set[Place]]) -> tuple[list[Fix], list[Refusal]]:
        """All fixes and refusals; for the findings at some places, there are none but safe fixes."""
        for path, own in self._findings.items():
            if path not in self._known or path in only_safe:
                elsewhere = _words_beside(self._sources, path) if self._unsafe else None
                places = only_safe.get(path, set())
                self._known[path] = plan_file(self._sources[path], own, self._on_loop[path], elsewhere, places)
        fixes, refused = zip(*self._known.values(), strict=True) if self._known else ((), ())
        return list(itertools.chain(*fixes)), list(itertools.chain(*refused))


class _Wanted:
    """Asks about each fix once, and takes no for an answer whatever else changes in the file."""

    def __init__(self, chosen: Chooser) -> None:
        self._chosen = chosen
        self._declined: set[tuple[str, ...]] = set()
        self._answers: dict[Fix, bool] = {}

    def __call__(self, fix: Fix, content: bytes) -> bool:
        """Whether a fix is wanted."""
        if _wish(fix.finding) in self._declined:
            return False
        if fix not in self._answers:
            self._answers[fix] = self._chosen(fix, content)
        return self._answers[fix]

    def start_over(self) -> None:
        """Positions mean something else from now on: what was declined is known by what it calls."""
        self._declined.update(_wish(fix.finding) for fix, answer in self._answers.items() if not answer)
        self._answers.clear()


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


def _wish(finding: Finding) -> tuple[str, ...]:
    """What stays the same of a finding whatever else changes in the file."""
    return (*_kind(finding), finding.call)


def _kind(finding: Finding) -> Kind:
    return finding.path, finding.function, finding.code


def _applied(sources: dict[str, SourceFile], fixes: list[Fix]) -> tuple[dict[str, bytes], list[Fix]]:
    """The new contents by path, and the fixes that the file's encoding cannot say, or that leave no code."""
    by_path: dict[str, list[Fix]] = defaultdict(list)
    for fix in fixes:
        by_path[fix.finding.path].append(fix)
    contents: dict[str, bytes] = {}
    broken: list[Fix] = []
    for path, own in by_path.items():
        before = sources[path]
        try:
            after = Text(before.content).edited(edits_of(own))
            contents[path] = without_unused(before.content, after, takers(sources.values(), before))
            _check_code(before.content, contents[path])
        except (UnicodeEncodeError, SyntaxError):
            broken += own
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


def _wrong(request: Request, ports: Ports, before: Report, after: Report, fixes: list[Fix]) -> list[Fix]:
    """The fixes that did not mend what they should, or led to something new."""
    news = _news(before.findings, after, fixes)
    unread = {error.path for error in after.errors}
    found = [
        fix
        for fix in fixes
        if fix.finding.path in unread or not news.isdisjoint((_scope(fix.finding), (fix.finding.path, fix.helper)))
    ]
    return found if found or not news else _culprits(request, ports, before, fixes)


def _news(before: tuple[Finding, ...], after: Report, fixes: list[Fix]) -> set[Scope]:
    """The functions that have more findings than the fixes should leave."""
    expected = Counter(_kind(finding) for finding in before)
    expected.subtract(_kind(fix.finding) for fix in fixes)
    found = Counter(_kind(finding) for finding in after.findings)
    return {kind[:2] for kind, count in found.items() if count > expected[kind]}


def _culprits(request: Request, ports: Ports, before: Report, fixes: list[Fix]) -> list[Fix]:
    """The fixes of the function that lead to something new where nothing was changed, found by halving."""
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
    return [fix for fix in fixes if _scope(fix.finding) == scopes[bad - 1]]
