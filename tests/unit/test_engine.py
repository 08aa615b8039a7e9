"""Whole runs: determinism, stable fingerprints, bounds."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

from antifreeze.config.options import Config
from antifreeze.model.rule import Severity
from antifreeze.model.source import SourceFile
from antifreeze.solve.traces import MAX_SINKS
from cases import all_cases, analyse, sources_of

SCRIPT = """
import sys
sys.path[:0] = [{tests!r}, {src!r}]
from cases import all_cases, analyse, sources_of
for case in all_cases()[::6]:
    for finding in analyse(sources_of(case)).findings:
        print(case.name, finding)
"""
ROOT = Path(__file__).resolve().parents[2]


def source(text: str, name: str = "m") -> SourceFile:
    return SourceFile(f"{name.replace('.', '/')}.py", name, text.encode())


def test_the_hash_seed_changes_nothing() -> None:
    script = SCRIPT.format(tests=str(ROOT / "tests"), src=str(ROOT / "src"))
    outputs = {
        subprocess.run(
            [sys.executable, "-c", script], env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1
    assert outputs.pop()


def test_the_order_of_files_changes_nothing() -> None:
    for case in all_cases():
        sources = list(sources_of(case))
        if len(sources) > 2:
            expected = analyse(tuple(sources)).findings
            random.Random(7).shuffle(sources)
            assert analyse(tuple(sources)).findings == expected


def test_an_entry_tells_of_each_sink_that_it_reaches() -> None:
    body = "    subprocess.run('a')\n    os.system('b')\n"
    text = f"import os, subprocess\ndef work():\n{body}async def main():\n    work()\n"
    findings = analyse((source(text),)).findings
    assert [(found.line, found.call, found.trace[-1].line) for found in findings] == [
        (6, "os.system", 4), (6, "subprocess.run", 3),
    ]  # fmt: skip
    assert [found.also for found in findings] == [("subprocess.run",), ("os.system",)]


def test_of_many_sinks_that_are_equally_near_those_that_are_written_first_are_told() -> None:
    calls = [f"subprocess.run('{number}')" for number in range(MAX_SINKS + 3)]
    text = "\n    ".join(["import subprocess\ndef work():", *calls]) + "\nasync def main():\n    work()\n"
    lines = [found.trace[-1].line for found in analyse((source(text),)).findings]
    assert lines == list(range(3, 3 + MAX_SINKS))


def test_chained_calls_on_one_object_are_one_finding() -> None:
    (found,) = analyse((source("async def main(path):\n    return open(path).read()\n"),)).findings
    assert (found.call, found.also) == ("open", ("io.TextIOWrapper.read",))


def test_short_system_calls_are_told_of_where_nothing_worse_is_reached() -> None:
    short = "    os.path.isdir(path)\n    os.path.exists(path)\n"
    text = f"import os\ndef work(path):\n{short}{{}}async def main():\n    work('a')\n"
    calls = [found.call for found in analyse((source(text.format("")),)).findings]
    assert calls == ["os.path.exists", "os.path.isdir"]
    calls = [found.call for found in analyse((source(text.format("    open(path)\n")),)).findings]
    assert calls == ["open"]


def test_messages_tell_a_direct_call_from_one_that_leads_on() -> None:
    text = "import time\ndef work():\n    time.sleep(1)\nasync def main():\n    work()\n    time.sleep(1)\n"
    assert [finding.message for finding in analyse((source(text),)).findings] == [
        "`m.work` blocks the event loop: it reaches `time.sleep`",
        "`time.sleep` blocks the event loop",
    ]


def test_fingerprints_survive_moved_lines() -> None:
    text = "import time\n\n\nasync def f():\n    time.sleep(1)\n    time.sleep(2)\n"
    added = "X = 1\n\n\nasync def g():\n    pass\n\n\n"
    moved = f"import time\n\n{added}async def f():\n    X\n    time.sleep(1)\n    time.sleep(2)\n"
    before = [finding.fingerprint for finding in analyse((source(text),)).findings]
    after = [finding.fingerprint for finding in analyse((source(moved),)).findings]
    assert before == after
    assert len(set(before)) == 2


def test_severities_can_be_set() -> None:
    text = "import time\n\n\nasync def f():\n    time.sleep(1)\n"
    config = Config(severity={"AF101": "info"})
    assert [finding.severity for finding in analyse((source(text),), config).findings] == [Severity.INFO]


def test_impact_is_the_arithmetic_of_the_queue() -> None:
    text = "import time\n\n\nasync def f():\n    time.sleep(2)\n"
    impact = analyse((source(text),), Config(rps=50)).findings[0].impact
    assert impact is not None
    assert (impact.typical_seconds, impact.requests_queued) == (2, 100)


def test_a_dispatcher_for_more_than_is_looked_at_is_counted() -> None:
    handlers = "".join(f"def h{number}():\n    time.sleep({number + 1})\n\n\n" for number in range(80))
    adds = "".join(f"    add(h{number})\n" for number in range(80))
    dispatcher = "def add(handler):\n    run(handler)\n\n\nasync def run(handler):\n    handler()\n\n\n"
    text = f"import time\n\n\n{handlers}{dispatcher}def main():\n{adds}"
    report = analyse((source(text),))
    assert {finding.function for finding in report.findings} == {"m.run"}
    assert report.coverage.cut > 0


def test_a_long_chain_of_helpers() -> None:
    length = 400
    helpers = "".join(f"def f{number}():\n    return f{number + 1}()\n\n\n" for number in range(length))
    text = f"import time\n\n\n{helpers}def f{length}():\n    time.sleep(1)\n\n\nasync def main():\n    f0()\n"
    findings = analyse((source(text),)).findings
    assert [len(finding.trace) for finding in findings] == [length + 2]


def test_the_folder_that_is_named_may_be_a_namespace_package() -> None:
    def named(path: str, module: str, text: str) -> SourceFile:
        return SourceFile(path, module, text.encode())

    slow = named("lib/service/db.py", "db", "import time\n\n\ndef query():\n    time.sleep(1)\n")
    text = "from service import db\nfrom service.db import query\n\n\nasync def f():\n    query()\n    db.query()\n"
    main = named("lib/service/main.py", "main", text)
    assert [finding.line for finding in analyse((slow, main)).findings] == [6, 7]
    redis = named("lib/redis/db.py", "db", "def query():\n    pass\n")
    wrapper = named("lib/redis/redis.py", "redis", "import redis\n\nclient = redis.Redis()\n")
    text = "import redis\nfrom .redis import client\n\n\nasync def f(other: redis.Redis):\n"
    text += "    other.get('x')\n    client.get('x')\n"
    main = named("lib/redis/main.py", "main", text)
    assert [finding.line for finding in analyse((redis, wrapper, main)).findings] == [6, 7]


def test_inheritance_and_import_cycles_end() -> None:
    cycle = analyse(
        (source("from b import *\nclass A(B): pass\n", "a"), source("from a import *\nclass B(A): pass\n", "b"))
    )
    assert cycle.findings == ()
    recursive = "class A(A):\n    pass\n\n\ndef f(x=lambda: f):\n    return f(f)()()\n\n\nasync def g():\n    f()\n"
    assert analyse((source(recursive),)).findings == ()


def test_the_tool_judges_itself() -> None:
    files = sorted((ROOT / "src").rglob("*.py"))
    sources = []
    for path in files:
        parts = list(path.relative_to(ROOT / "src").with_suffix("").parts)
        is_package = parts[-1] == "__init__"
        sources.append(
            SourceFile(str(path), ".".join(parts[:-1] if is_package else parts), path.read_bytes(), is_package)
        )
    report = analyse(tuple(sources))
    assert (report.errors, report.findings) == ((), ())


def test_calls_that_nothing_is_known_of_have_their_places() -> None:
    text = (
        "import requests\n\n\nasync def second(x):\n    missing(\n        1)\n    requests.codes.get(x)\n\n\n"
        "async def first():\n    nowhere()\n    len('x')\n"
    )
    report = analyse((source(text),), Config(unresolved=True))
    places = [(step.function, step.line, step.column, step.end_line, step.end_column) for step in report.unresolved]
    assert places == [("m.second", 5, 5, 6, 11), ("m.first", 11, 5, 11, 14)]
    assert (report.coverage.resolved, report.coverage.external, report.coverage.unresolved) == (1, 1, 2)
    assert analyse((source(text),)).unresolved == ()
