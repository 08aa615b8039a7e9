"""Examples for a call of the catalog: how it blocks, and what to write instead; each is checked before it is shown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from antifreeze.catalog.packaged import load_packaged
from antifreeze.catalog.rows import Sink
from antifreeze.config.options import Config
from antifreeze.engine import Ports, Request, check
from antifreeze.model.rule import CATEGORY_RULES
from antifreeze.model.source import SourceFile
from antifreeze.store.stubs import read_stub

_NAME = re.compile(r"[A-Za-z_][\w.]*")


class Example:
    """The parts of an example: imports, and a coroutine with its parameter and its one statement."""

    def __init__(self, imports: str, parameter: str, used: str, sink: Sink) -> None:
        self.imports = imports
        self.parameter = parameter
        self.used = used
        self.how = sink.how

    def before(self) -> str:
        """The code that blocks."""
        return self._coroutine([self.imports], self._statement(self.used))

    def awaited(self, replacement: str) -> str:
        """The code with the remedy in its place."""
        parts = replacement.split(".")
        made = [place for place, part in enumerate(parts[:-1]) if part[:1].isupper() or part.endswith(")")]
        module = ".".join(parts[: max(1, made[0])] if made else parts[:-1])
        used = f"{replacement}(...)"
        statement = {
            "call": f"await {used}",
            "with": f"async with {used}:\n        ...",
            "read": f"await {used}",
            "iterate": f"async for item in {used}:\n        ...",
        }
        return self._coroutine([f"import {module}"], statement[self.how], "")

    def in_thread(self) -> str:
        """The code with the whole call moved to a thread."""
        body = self._statement(self.used)
        helper = f"def work({self.parameter}):\n    {body}\n"
        given = self.parameter.partition(":")[0]
        call = f"await asyncio.to_thread(work{', ' if given else ''}{given})"
        imports = "\n".join(sorted(filter(None, ("import asyncio", self.imports))))
        return f"{imports}\n\n\n{helper}\n\nasync def use({self.parameter}):\n    {call}\n"

    def _statement(self, used: str) -> str:
        if self.how == "with":
            return f"with {used}:\n        ..."
        return f"for item in {used}:\n        ..." if self.how == "iterate" else used

    def _coroutine(self, imports: list[str], statement: str, parameter: str | None = None) -> str:
        given = self.parameter if parameter is None else parameter
        return "\n".join((*imports, "", "", f"async def use({given}):", f"    {statement}", "")).lstrip("\n")


def shown(sink: Sink) -> tuple[str, list[str]] | None:
    """Code that is found to block, and the ways out that are found clean; None where no code says it simply."""
    ports = Ports(read_stub, load_packaged)

    def found(text: str) -> set[str]:
        source = SourceFile("example.py", "example", text.encode())
        config = Config(select=(CATEGORY_RULES[sink.category].code,))
        report = check(Request((source,), config=config), ports)
        return {"error"} if report.errors else {finding.call for finding in report.findings}

    return first_true(sink, found)


def first_true(sink: Sink, found: Callable[[str], set[str]]) -> tuple[str, list[str]] | None:
    """The first form of an example that holds, with its ways out that hold."""
    for example in candidates(sink):
        before = example.before()
        if sink.name.removeprefix("builtins.") in found(before):
            after = [example.awaited(name) for name in _callables(sink.remedy.replacement)]
            if sink.remedy.fallback:
                after.append(example.in_thread())
            return before, [text for text in after if not found(text)]
    return None


def candidates(sink: Sink) -> Iterator[Example]:
    """Forms of an example: a method of an instance, or a function of a module; with plain arguments, then others."""
    owner, _, last = sink.name.rpartition(".")
    module, _, cls = owner.rpartition(".")
    name = f"{cls.lower() or 'it'}_"
    for arguments in dict.fromkeys(("(...)", "()", f"({', '.join(_asked(sink))})") if sink.how != "read" else [""]):
        if owner == "builtins":
            yield Example("", "", f"{last}{arguments}", sink)
        elif last == "__call__":
            yield Example(f"import {module}", f"{name}: {owner}", f"{name}{arguments}", sink)
        elif last.startswith("__"):
            yield Example(f"import {module}", f"{name}: {owner}", name, sink)
        elif cls[:1].isupper() and module:
            yield Example(f"import {module}", f"{name}: {owner}", f"{name}.{last}{arguments}", sink)
        yield Example(f"import {owner}", "", f"{sink.name}{arguments}", sink)
        if module:
            yield Example(f"import {module}", f"{name}: {owner}", f"{name}.{last}{arguments}", sink)


def _asked(sink: Sink) -> list[str]:
    """By name what conditions ask about."""
    names = sink.signature.names if sink.signature is not None else ()
    tests = [test for condition in sink.unless for test in condition.tests if test.operator != "given"]
    return [f"{name}=..." for name in names if any(test.name == name for test in tests)]


def _callables(replacement: str) -> list[str]:
    """Of a remedy, the first spelling that can be called and awaited."""
    first = replacement.partition(" or ")[0]
    plain = re.sub(r"\(\)", "", first)
    is_function = _NAME.fullmatch(plain) and "." in plain and not plain.rpartition(".")[2][:1].isupper()
    return [first] if is_function and not plain.rpartition(".")[2].startswith("__") else []
