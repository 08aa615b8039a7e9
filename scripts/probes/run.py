"""Run the probes of one module in the environment of its frameworks: `python run.py MODULE`; prints JSON."""

from __future__ import annotations

import ast
import asyncio
import importlib
import inspect
import json
import os
import re
import signal
import sys
import tempfile
import warnings
from importlib import metadata
from pathlib import Path
from typing import Any

import harness

SECONDS = 20


def main(name: str) -> None:
    """Run every probe with a plain function and with a coroutine function, and tell where these ran."""
    warnings.simplefilter("ignore")
    module = importlib.import_module(name)
    told = os.dup(1)
    os.dup2(2, 1)
    hooks = {hook: {kind: ran(probe, kind, hook) for kind in ("def", "async def")}
             for hook, probe in harness.PROBES.items()}  # fmt: skip
    readings = {hook: {"def": stands(reading), "place": reading.place} for hook, reading in harness.READINGS.items()}
    versions = {"cpython": ".".join(map(str, sys.version_info[:2]))}
    told_of = {**hooks, **readings}
    for hook, why in harness.LEFT_OUT.items():
        told_of[hook]["left out"] = why
    names = [re.split(r"[[<=>]", need)[0] for need in module.REQUIRES]
    versions |= {name: metadata.version(name) for name in names}
    os.write(told, json.dumps({"versions": versions, "hooks": told_of}).encode())
    os._exit(0)


def ran(probe: harness.Probe, kind: str, hook: str) -> str:
    """Where a function of that kind ran that was handed to the hook; why it did not run, where it did not.

    Each probe has a process of its own: frameworks keep much in modules, and some can be started only once.
    """
    with tempfile.NamedTemporaryFile("r", encoding="utf-8") as notes, tempfile.NamedTemporaryFile("r+") as failures:
        os.environ[harness.NOTES] = notes.name
        child = os.fork()
        if not child:
            os.environ[f"{harness.NOTES}_PID"] = str(os.getpid())
            Path(failures.name).write_text(_failure(probe, kind, hook), encoding="utf-8")
            os._exit(0)
        os.waitpid(child, 0)
        places, failure = list(dict.fromkeys(notes.read().split("\n")[:-1])), failures.read()
    if failure:
        sys.stderr.write(f"{hook}, {kind}: {failure}\n")
    return " and ".join(sorted(places)) or (f"refused: {failure}" if failure else "not called")


def _failure(probe: harness.Probe, kind: str, hook: str) -> str:
    def too_late(*_: object) -> None:
        raise TimeoutError(f"not done within {SECONDS} s")

    signal.signal(signal.SIGALRM, too_late)
    signal.alarm(SECONDS)
    try:
        outcome = probe(harness.Maker(kind), hook)
        if inspect.iscoroutine(outcome):
            asyncio.run(outcome)
    except (Exception, SystemExit, asyncio.CancelledError) as error:  # noqa: BLE001 (a probe may fail in any way)
        return f"{type(error).__name__}: {error}".splitlines()[0][:100]
    finally:
        signal.alarm(0)
    return ""


def stands(reading: harness.Reading) -> str:
    """Where a reading says that the callable runs, provided that the words still stand there."""
    path, _, function = reading.place.partition(":")
    found = [folder for folder in map(Path, sys.path) if (folder / path).is_file()]
    if not found:
        return f"refused: no file {path}"
    text = (found[0] / path).read_text(encoding="utf-8")
    bodies = [ast.get_source_segment(text, node) or "" for node in _named(ast.parse(text), function)]
    return reading.runs if any(reading.words in body for body in bodies) else f"refused: {function} does not say so"


def _named(tree: ast.AST, name: str) -> list[Any]:
    for part in name.split("."):
        tree = ast.Module([node for node in ast.walk(tree) if getattr(node, "name", "") == part], [])
    return tree.body if isinstance(tree, ast.Module) else []


if __name__ == "__main__":
    main(sys.argv[1])
