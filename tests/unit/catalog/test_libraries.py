"""For each library: its client on self, injected and global, its functions in a helper; and its async sibling."""

from __future__ import annotations

import re
from collections import defaultdict

import pytest

from antifreeze.catalog.conditions import holds
from antifreeze.catalog.index import Sink
from antifreeze.catalog.packaged import load_packaged
from antifreeze.config.options import Config
from antifreeze.model.source import SourceFile
from cases import analyse

_SELECT = Config(select=("AF1", "AF2"))
_SIBLING = re.compile(r"([\w.]+\.[A-Z]\w*)\(\)\.(\w+)")


def _method(sink: Sink) -> tuple[str, str, str] | None:
    """Module, class and method of a sink that is a plain method of a class."""
    owner, _, method = sink.name.rpartition(".")
    module, _, cls = owner.rpartition(".")
    plain = module and cls[:1].isupper() and not any(part[:1].isupper() for part in module.split("."))
    return (module, cls, method) if plain and not method.startswith("__") and "*" not in sink.name else None


def _function(sink: Sink) -> tuple[str, str] | None:
    """Module and name of a sink that is a plain function."""
    module, _, name = sink.name.rpartition(".")
    plain = "*" not in sink.name and not any(part[:1].isupper() for part in sink.name.split("."))
    return (module, name) if module and plain and not name.startswith("__") else None


def _blocks_without_arguments(sink: Sink) -> bool:
    """Whether a sink blocks where nothing is known of its object and no argument is given."""
    defaults = dict(sink.signature.defaults) if sink.signature is not None else {}
    return not any(holds(condition, defaults) for condition in sink.unless)


def _statement(sink: Sink, used: str) -> str:
    return {
        "call": used,
        "with": f"with {used}: pass",
        "iterate": f"for item in {used}: pass",
        "read": used.removesuffix("()"),
    }[sink.how]


class Program:
    """A module of one library's user; its lines, and those where something blocks."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.blocking: set[int] = set()

    def add(self, *lines: str) -> None:
        for line in lines:
            self.lines.append(line.removesuffix("  # blocks"))
            if line.endswith("  # blocks"):
                self.blocking.add(len(self.lines))


def _written(sinks: list[Sink]) -> Program:
    """What users of a library write."""
    program = Program()
    usable = [sink for sink in sinks if _blocks_without_arguments(sink)]
    method = next(((sink, found) for sink in usable if (found := _method(sink))), None)
    if method is not None:
        sink, (module, cls, name) = method
        program.add(
            f"from {module} import {cls}",
            "class Held:",
            f"    def __init__(self, client: {cls}) -> None: self.client = client",
            "    async def use(self):",
            f"        {_statement(sink, f'self.client.{name}()')}  # blocks",
            "class Wraps:",
            f"    def __init__(self, client: {cls}) -> None: self._client = client",
            "    def work(self):",
            f"        {_statement(sink, f'self._client.{name}()')}",
            f"async def injected(client: {cls}):",
            "    Wraps(client).work()  # blocks",
            f"shared: {cls} = make()",
            "async def through_a_global():",
            f"    {_statement(sink, f'shared.{name}()')}  # blocks",
            "import asyncio",
            "async def in_a_thread(wraps: Wraps):",
            "    await asyncio.to_thread(wraps.work)",
        )
    function = next(((sink, found) for sink in usable if (found := _function(sink))), None)
    if function is not None:
        sink, (module, name) = function
        program.add(
            f"import {module}",
            "def helper():",
            f"    {_statement(sink, f'{module}.{name}()')}",
            "async def through_a_helper():",
            "    helper()  # blocks",
        )
    for sink in sinks:
        sibling = _SIBLING.fullmatch(sink.remedy.replacement)
        if sibling and sibling.group(1).partition(".")[0] == sink.name.partition(".")[0] and sink.how == "call":
            owner, name = sibling.groups()
            program.add(
                f"import {owner.rpartition('.')[0]}",
                f"async def sibling(client: {owner}):",
                f"    await client.{name}()",
            )
            break
    return program


def _by_library() -> dict[str, list[Sink]]:
    found: dict[str, list[Sink]] = defaultdict(list)
    for sink in load_packaged().all_sinks():
        if sink.library != "stdlib":
            found[sink.library].append(sink)
    return found


@pytest.fixture(scope="module")
def outcome() -> dict[str, tuple[set[int], set[int]]]:
    """For each library, the lines where something blocks and those that are found."""
    programs = {library: _written(sinks) for library, sinks in sorted(_by_library().items())}
    paths = {f"user{number}.py": library for number, library in enumerate(programs)}
    sources = [
        SourceFile(path, path[:-3], "\n".join(programs[library].lines).encode()) for path, library in paths.items()
    ]
    report = analyse(tuple(sources), _SELECT)
    assert report.errors == ()
    found: dict[str, set[int]] = defaultdict(set)
    for finding in report.findings:
        found[paths[finding.path]].add(finding.line)
    return {library: (program.blocking, found[library]) for library, program in programs.items()}


def test_clients_and_functions_are_found_however_they_are_held(outcome: dict[str, tuple[set[int], set[int]]]) -> None:
    assert {library: expected - found for library, (expected, found) in outcome.items() if expected - found} == {}


def test_asynchronous_siblings_and_threads_are_clean(outcome: dict[str, tuple[set[int], set[int]]]) -> None:
    assert {library: found - expected for library, (expected, found) in outcome.items() if found - expected} == {}


def test_nearly_every_library_is_used(outcome: dict[str, tuple[set[int], set[int]]]) -> None:
    unused = [library for library, (expected, _) in outcome.items() if not expected]
    assert len(unused) <= 0.05 * len(outcome), unused
    assert sum(len(expected) for expected, _ in outcome.values()) > 1000
