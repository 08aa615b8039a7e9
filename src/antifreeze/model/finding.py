"""Findings and the report: everything that an output format needs, and nothing of the stages behind it."""

from __future__ import annotations

import functools

import msgspec

from antifreeze.model.rule import Severity
from antifreeze.model.source import SourceError, lines_of
from antifreeze.model.ways import CallSlice

LATER = "later"
"""How the loop itself enters a sink, which it was handed to call."""


class Step(msgspec.Struct, frozen=True):
    """One call site of a trace: in `function`, at the position, `call` is called.

    Lines and columns count from 1; columns are characters; the end is exclusive.
    """

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    function: str
    call: str


class Remedy(msgspec.Struct, frozen=True):
    """What to write instead; empty strings where there is nothing to say."""

    summary: str
    replacement: str = ""
    """The async API to move to, for instance `httpx.AsyncClient.get`."""
    package: str = ""
    """The distribution that holds the replacement; `stdlib` where it is Python's own."""
    fallback: str = "asyncio.to_thread"
    docs: str = ""
    """A link to the documentation of the replacement or of the call."""


class Impact(msgspec.Struct, frozen=True):
    """The arithmetic of the queue: a call of s seconds at r requests a second queues r*s requests."""

    typical_seconds: float
    requests_queued: int
    requests_per_second: float = 1000.0
    """The rate that the arithmetic was asked for."""

    @property
    def saturates_at(self) -> float | None:
        """The rate of requests at which this call alone takes all of the loop's time; None where it takes none."""
        return 1 / self.typical_seconds if self.typical_seconds > 0 else None


class Finding(msgspec.Struct, frozen=True):
    """One blocking call that can run on the loop, as seen from one on-loop function.

    The position is the entry's: the call in the on-loop function's own body where control leaves
    towards the sink. `trace` runs from the entry to the sink's call site; one step means direct.
    """

    code: str
    name: str
    severity: Severity
    category: str
    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    function: str
    context: str
    """Why the function runs on the loop: `async def`, or the hook that calls it."""
    call: str
    """The sink by its public name, for instance `requests.get`."""
    message: str
    remedy: Remedy
    impact: Impact | None
    trace: tuple[Step, ...]
    fingerprint: str
    how: str = "call"
    """What enters the sink at the entry: a `call`, `with`, `iterate` or `read` of an attribute; `later`: the loop."""
    also: tuple[str, ...] = ()
    """Other sinks of the same rule that the same entry reaches, folded into this finding."""
    frames: tuple[Step, ...] = ()
    """The call sites in an installed library, where its source told of it; the trace holds the last of them."""

    @property
    def is_derived(self) -> bool:
        """Whether the source of an installed library tells of the blocking call, and not the catalog."""
        return bool(self.frames)

    def unfolded(self) -> tuple[Step, ...]:
        """The trace with every frame of the library."""
        return (*self.trace[:-1], *self.frames) if self.frames else self.trace


class Replacement(msgspec.Struct, frozen=True):
    """The text from one place up to another becomes a new one; lines and columns count as those of steps."""

    line: int
    column: int
    end_line: int
    end_column: int
    text: str


class OfferedFix(msgspec.Struct, frozen=True):
    """Replacements in a finding's file that mend it together, and what they do in a few words."""

    summary: str
    safe: bool
    replacements: tuple[Replacement, ...]


class Coverage(msgspec.Struct, frozen=True):
    """How far the analysis saw: call sites in functions on the loop, by what became of them.

    Those by names that nothing blocking goes by count as resolved, unless all are asked for.
    """

    resolved: int = 0
    external: int = 0
    unresolved: int = 0
    cut: int = 0


class Report(msgspec.Struct, frozen=True):
    """The outcome of one run; `findings` are sorted by path, line, column and code."""

    findings: tuple[Finding, ...]
    errors: tuple[SourceError, ...]
    files: int
    functions_on_loop: int
    seconds: float
    coverage: Coverage = Coverage()
    unresolved: tuple[Step, ...] = ()
    """The call sites on the loop that nothing is known of (filled only where they were asked for)."""
    sources: dict[str, str] = {}
    """The text of each file that a finding's trace shows, by path, for excerpts."""
    ways: CallSlice | None = None
    """The call graph between functions on the loop and what blocks (only where it was asked for)."""
    fixes: dict[str, OfferedFix] | None = None
    """What mends a finding, by its fingerprint (only where it was asked for)."""
    environment: str = ""
    """The environment whose installed libraries were read; empty for none."""
    libraries: tuple[str, ...] = ()
    """The distributions of which something was read, by name and version."""
    known: int = 0
    """How many findings of a baseline are left; they are not among `findings`."""

    def lines(self, path: str) -> list[str]:
        """The lines of a file that a trace shows; none where its text is not kept."""
        return _split(self.sources.get(path, ""))


_split = functools.lru_cache(64)(lines_of)
