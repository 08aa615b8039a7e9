"""The packaged knowledge holds together: no row is out of reach, and each is found where code uses it."""

from __future__ import annotations

from collections.abc import Iterator

from antifreeze.catalog.packaged import SELF_CONTAINED, _files, _rows, load_packaged
from antifreeze.catalog.rows import Rows, Sink
from antifreeze.config.options import Config
from antifreeze.model.finding import Report
from antifreeze.model.rule import Wait
from antifreeze.model.source import SourceFile
from cases import analyse

_SPECIAL = {"__enter__": "with", "__exit__": "with", "__iter__": "iterate", "__next__": "iterate"}


def _names(rows: Rows) -> Iterator[str]:
    """Every name that a file's rows speak of, aliases left out."""
    yield from (sink.name for sink in rows.sinks)
    yield from (*rows.returns, *rows.attributes, *rows.non_blocking)
    yield from (row.name for row in rows.classes)
    for table in (rows.offloads, rows.invokes, rows.on_loop_calls):
        yield from (row.name for row in table)
    yield from (row.name for row in rows.consumers)


def test_no_row_hides_behind_an_alias() -> None:
    """Look-ups are by public spelling: a row under an alias would never be found."""
    catalog = load_packaged()
    names = {name for files in _files().values() for file in files for name in _names(_rows(file)) if "*" not in name}
    assert {name: catalog.canonical(name) for name in names if catalog.canonical(name) != name} == {}


def test_an_alias_means_one_thing_whatever_else_is_imported() -> None:
    meanings: dict[str, set[str]] = {}
    for files in _files().values():
        for file in files:
            for alias, name in _rows(file).aliases.items():
                meanings.setdefault(alias, set()).add(name)
    assert {alias: names for alias, names in meanings.items() if len(names) > 1} == {}


def test_a_file_speaks_of_the_package_that_loads_it() -> None:
    strays = {
        name: file
        for root, files in _files().items()
        for file in files
        for name in _names(_rows(file))
        if root and name.partition(".")[0] != root
    }
    assert strays == {}


def test_every_sink_tells_what_to_read_and_what_it_costs() -> None:
    sinks = load_packaged().all_sinks()
    assert [sink.name for sink in sinks if not sink.remedy.docs.startswith("https://")] == []
    assert [
        sink.name for sink in sinks if not (sink.remedy.fallback or sink.remedy.replacement or sink.remedy.summary)
    ] == []
    endless = {"nested-loop", "first-use"}
    unknown = [
        s.name for s in sinks if s.wait is not Wait.SHORT and s.category not in endless and not s.typical_seconds
    ]
    assert unknown == []


def test_special_methods_block_where_the_language_calls_them() -> None:
    wrong = [
        f"{sink.name}: {sink.how}"
        for sink in load_packaged().all_sinks()
        if _SPECIAL.get(sink.name.rpartition(".")[2], sink.how) != sink.how
    ]
    assert wrong == []


_BY_CLASS = {"_thread", "mmap", "select", "socket"}
"""Modules with classes that are spelt in lower case."""
_OUT_OF_REACH = {
    "multiprocessing.managers.BaseManager.shutdown": "an attribute that the stubs declare, not a method",
    "shelve.Shelf.__getitem__": "subscripts of library objects are not looked up",
}


def test_every_sink_of_the_standard_library_is_found_where_code_uses_it() -> None:
    """The stubs may define a name elsewhere, in a private module or a base class: an alias must lead back."""
    sinks = [
        sink
        for sink in load_packaged(SELF_CONTAINED).all_sinks()
        if sink.name not in _OUT_OF_REACH and not sink.unless and "()" not in sink.name  # of what a call gives
    ]
    assert len(sinks) > 500
    lines: list[str] = []
    expected: dict[int, Sink] = {}
    for number, sink in enumerate(sinks):
        lines += _use(sink, number)
        expected[len(lines)] = sink
    findings = _check("\n".join(lines)).findings
    found = {finding.line for finding in findings}
    assert [sink.name for line, sink in expected.items() if line not in found] == []


def _use(sink: Sink, number: int) -> list[str]:
    """A coroutine that uses a sink; its last line is the use."""
    *scope, method = sink.name.split(".")
    is_method = scope[-1][:1].isupper() or (scope[0] in _BY_CLASS and len(scope) > 1)
    if scope == ["xml", "etree", "ElementTree"]:
        is_method = False  # a module by a class's name
    module = ".".join(scope[:-1] if is_method else scope)
    called = f"x.{method}()" if is_method else f"module{number}.{method}()"
    used = "x" if method in _SPECIAL else called
    statement = {"with": f"with {used}: pass", "iterate": f"for item in {used}: pass", "call": called}[sink.how]
    parameter = f"x: module{number}.{scope[-1]}" if is_method else ""
    return [f"import {module} as module{number}", f"async def use{number}({parameter}):", f"    {statement}"]


def _check(text: str) -> Report:
    report = analyse((SourceFile("main.py", "main", text.encode()),), Config(select=("AF1", "AF2")))
    assert not report.errors
    return report
