"""What the probes share: functions that note where they run, and the list of hooks that each probe proves.

Runs in the environment of a framework: needs nothing but Python, and nothing of antifreeze.
"""

from __future__ import annotations

import asyncio
import os
import re
import sys
import threading
from collections.abc import Callable
from typing import Any, NamedTuple

LOOP, THREAD, PROCESS, NO_LOOP = "on the loop", "in a thread", "in a process", "in the main thread, without a loop"
NOTES = "ANTIFREEZE_PROBE_NOTES"
"""The environment's name of the file where probes note where they ran: other processes write to it, too."""


class Reading(NamedTuple):
    """A place of a framework's source that says where a hook's callable runs, and the words that say it."""

    runs: str
    place: str
    """A file of the environment and a function in it: `discord/utils.py:maybe_coroutine`."""
    words: str


Probe = Callable[["Maker", str], Any]
PROBES: dict[str, Probe] = {}
READINGS: dict[str, Reading] = {}
LEFT_OUT: dict[str, str] = {}
"""Hooks that run plain functions on the loop, and why the catalog leaves them out all the same."""


def note(*_args: object, **_kwargs: object) -> None:
    """Note where this runs."""
    with open(os.environ[NOTES], "a", encoding="utf-8") as file:
        file.write(f"{_here()}\n")


def _here() -> str:
    if str(os.getpid()) != os.environ[f"{NOTES}_PID"]:
        return PROCESS
    trio = sys.modules.get("trio")
    if asyncio._get_running_loop() is not None or (trio is not None and trio.lowlevel.in_trio_run()):
        return LOOP
    return NO_LOOP if threading.current_thread() is threading.main_thread() else THREAD


class Maker:
    """Makes functions of one kind (`def` or `async def`) that note where they run."""

    def __init__(self, kind: str) -> None:
        self.kind = kind

    def __call__(self, parameters: str = "*args, **kwargs", result: object = None, **names: object) -> Any:
        """A function of those parameters; frameworks look at them, so they must be real ones."""
        space: dict[str, Any] = {"note": note, "result": result, **names}
        exec(f"{self.kind} probe({parameters}):\n    'A probe.'\n    note()\n    return result", space)
        function = space["probe"]
        function.__module__ = __name__
        return function


def spelled(text: str) -> list[str]:
    """Every name that a text with alternatives stands for: `@app.{get,post}` for two."""
    found = re.search(r"\{([^{}]*)\}", text)
    if found is None:
        return [text]
    return [
        name for part in found[1].split(",") for name in spelled(text[: found.start()] + part + text[found.end() :])
    ]


def proves(*hooks: str) -> Callable[[Probe], Probe]:
    """Register a probe for hooks, as the catalog spells them; alternatives stand in braces."""

    def register(probe: Probe) -> Probe:
        PROBES.update((name, probe) for hook in hooks for name in spelled(hook))
        return probe

    return register


def read(runs: str, place: str, words: str, *hooks: str) -> None:
    """Register the words of a source that tell where hooks run what they are given, where nothing can be run."""
    READINGS.update((name, Reading(runs, place, words)) for hook in hooks for name in spelled(hook))


def left_out(why: str, *hooks: str) -> None:
    """Say why the catalog leaves hooks out."""
    LEFT_OUT.update((name, why) for hook in hooks for name in spelled(hook))


def last(name: str) -> str:
    """The last part of a hook's name, without its argument or condition."""
    return re.split(r"[( ]", name, maxsplit=1)[0].rpartition(".")[2].lstrip("@")
