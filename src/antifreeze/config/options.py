"""The options: what each is called, what it takes, and what it means."""

from __future__ import annotations

from typing import Any

import msgspec

from antifreeze.model.rule import Severity


class Allowed(msgspec.Struct, frozen=True):
    """A call that may block on the loop, and why that is fine."""

    call: str
    reason: str


class Option(msgspec.Struct, frozen=True):
    """One option: its TOML key (dashes), its kind, and the sentence that explains it."""

    key: str
    kind: str
    """`texts`, `text`, `number`, `flag`, `severity`, `table` (of texts), `table-of-lists`, or `entries`."""
    help: str
    on_command_line: bool = True

    @property
    def field(self) -> str:
        """The name of the field of `Config`."""
        return self.key.replace("-", "_")


OPTIONS: tuple[Option, ...] = (
    Option("source", "texts", "Paths to analyse when none is named.", on_command_line=False),
    Option("source-roots", "texts", "Folders that absolute imports start from; found by themselves by default."),
    Option("include", "texts", "Only analyse files that match one of these patterns (as in .gitignore)."),
    Option("exclude", "texts", "Skip files and folders that match one of these patterns (as in .gitignore)."),
    Option("select", "texts", "Report only these rules: codes (AF102), names (blocking-http) or categories (http)."),
    Option("ignore", "texts", "Do not report these rules; wins over select."),
    Option("per-file-ignores", "table-of-lists", "Rules to ignore, by pattern of the file's path.", False),
    Option("severity", "table", "The severity to report a rule with, by its code: info, warning or error.", False),
    Option("fail-on", "severity", "The lowest severity that makes the run fail: info, warning, error, or never."),
    Option(
        "baseline", "text", "A file of known findings, which do not fail the run (`antifreeze baseline` writes it)."
    ),
    Option("rps", "number", "Requests a second, for the arithmetic of how many requests a blocking call queues up."),
    Option("unresolved", "flag", "List the calls on the loop of which nothing is known."),
    Option("strict", "flag", "Exit with status 3 when a file could not be analysed."),
    Option("environment", "flag", "Read the installed libraries of the program's environment, where one is found."),
    Option("derived", "flag", "Follow installed libraries of which the catalog says nothing by their own source."),
    Option("unfold", "flag", "Show every frame of such a library, not only its public function and the last."),
    Option("python", "text", "The interpreter, or the folder, of the environment to read."),
    Option("catalogs", "texts", "TOML files with knowledge of your own, in the catalog's format.", False),
    Option("allow", "entries", "Calls that may block here, each with the reason why.", False),
)
"""Every option, in the order of the documentation."""


class Config(msgspec.Struct, frozen=True):
    """The options' values; the defaults are those of an empty configuration."""

    source: tuple[str, ...] = ()
    source_roots: tuple[str, ...] = ()
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_file_ignores: dict[str, tuple[str, ...]] = {}
    severity: dict[str, str] = {}
    fail_on: Severity | None = Severity.WARNING
    baseline: str = ""
    rps: float = 1000.0
    unresolved: bool = False
    strict: bool = False
    environment: bool = True
    derived: bool = True
    unfold: bool = False
    python: str = ""
    catalogs: tuple[str, ...] = ()
    allow: tuple[Allowed, ...] = ()
    anchor: str = ""
    """The working directory, as the configuration file's folder sees it: what its patterns are relative to."""
    knowledge: tuple[tuple[str, dict[str, Any]], ...] = ()
    """The catalog files that are read besides, by name: those of installed libraries, then those of `catalogs`."""
    home: str = ""
    """The configuration file's folder, as the working directory sees it."""
    tables: dict[str, Any] = {}
    """The catalog's tables that the configuration adds: `blocking`, `offload` and the others."""
