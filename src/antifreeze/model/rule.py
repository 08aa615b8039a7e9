"""The one table of rule codes: category, name and summary."""

from __future__ import annotations

import enum

import msgspec


class Severity(enum.IntEnum):
    """How much a finding weighs; larger is worse, so that severities compare."""

    INFO = 0
    WARNING = 1
    ERROR = 2

    @property
    def label(self) -> str:
        """The word used on the command line and in reports."""
        return self.name.lower()


class Wait(str, enum.Enum):
    """What a blocking call waits for, hence how long it may hold the loop."""

    UNBOUNDED = "unbounded"
    """The network, a child process, a lock, a person: no upper bound."""
    DISK = "disk"
    CPU = "cpu"
    SHORT = "short"
    """A system call of constant, small cost (`stat`, `getcwd`)."""


SEVERITY_OF_WAIT = {
    Wait.UNBOUNDED: Severity.ERROR,
    Wait.DISK: Severity.WARNING,
    Wait.CPU: Severity.WARNING,
    Wait.SHORT: Severity.INFO,
}

_TYPICAL_OF_WAIT = {Wait.DISK: 0.005, Wait.CPU: 0.1}
_TYPICAL_OF_CATEGORY = {
    "browser": 0.5, "cloud": 0.1, "cpu": 0.5, "database": 0.01, "dns": 0.02, "email": 0.5, "file": 0.01, "http": 0.1,
    "import": 0.05, "input": 5.0, "ipc": 0.01, "lock": 0.01, "network": 0.05, "other": 0.1, "queue": 0.02,
    "sleep": 1.0, "subprocess": 0.1,
}  # fmt: skip


def typical_seconds(category: str, wait: Wait) -> float | None:
    """How long a call of its kind holds the thread, in seconds, to an order of magnitude; None for moments.

    The orders are those of a service beside what it talks to: a query in the same data centre, a request to another
    service, a small file on a local disk. What differs says so in its own catalog entry.
    """
    if wait is Wait.UNBOUNDED:
        return _TYPICAL_OF_CATEGORY.get(category)
    return _TYPICAL_OF_WAIT.get(wait)


class Rule(msgspec.Struct, frozen=True):
    """One rule: `code` and `name` both select it; `category` is what catalog entries say."""

    code: str
    name: str
    category: str
    summary: str


_ROWS = (
    ("AF101", "blocking-sleep", "sleep", "a sleep that holds the thread"),
    ("AF102", "blocking-http", "http", "a synchronous HTTP request"),
    ("AF103", "blocking-network", "network", "a socket, name lookup or other network call"),
    ("AF104", "blocking-database", "database", "a synchronous database driver"),
    ("AF105", "blocking-file", "file", "reading or writing the file system"),
    ("AF106", "blocking-subprocess", "subprocess", "starting or waiting for a child process"),
    ("AF107", "blocking-wait", "lock", "waiting for a lock, queue, future or thread"),
    ("AF108", "blocking-cpu", "cpu", "computation that holds the thread"),
    ("AF109", "blocking-input", "input", "waiting for a person at a terminal"),
    ("AF110", "blocking-sdk", "cloud", "a synchronous cloud, broker, email or device SDK"),
    ("AF111", "blocking-import", "import", "importing a module while the loop waits"),
    (
        "AF112",
        "blocking-first-use",
        "first-use",
        "an API that blocks at its first use, or inside what looks asynchronous",
    ),
    (
        "AF201",
        "call-before-offload",
        "before-offload",
        "a blocking call evaluated on the loop while an offload is built",
    ),
    ("AF202", "nested-loop", "nested-loop", "running an event loop inside a running one"),
    ("AF900", "not-analysed", "not-analysed", "a file that could not be analysed"),
    ("AF901", "unused-suppression", "unused-suppression", "a suppression that suppresses nothing"),
    ("AF902", "suppression-without-reason", "suppression-without-reason", "a suppression that gives no reason"),
)

RULES: dict[str, Rule] = {row[0]: Rule(*row) for row in _ROWS}
"""Every rule by its code, in the order in which they are documented."""

CATEGORY_RULES: dict[str, Rule] = {rule.category: rule for rule in RULES.values()} | {
    alias: RULES[code]
    for alias, code in {
        "dns": "AF103", "queue": "AF110", "email": "AF110", "ipc": "AF110", "browser": "AF110", "other": "AF110",
    }.items()
}  # fmt: skip
"""The rule that reports each category of the catalog; several categories share a rule."""

DEFAULT_OFF = frozenset({"AF112", "AF902"})
"""Codes that are reported only where they are selected."""
