"""The formats: each against its golden file, JSON against its schema, everything escaped."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from antifreeze.model.finding import Coverage, Finding, Impact, Remedy, Report, Step
from antifreeze.model.rule import Severity
from antifreeze.model.source import SourceError
from antifreeze.present import Style, formats, render
from cases import all_cases, analyse, sources_of

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = ROOT / "tests" / "golden"
SCHEMA = json.loads((ROOT / "docs" / "schema" / "report-v1.json").read_text())


def finding(path: str, line: int, code: str = "AF102", steps: int = 2, **changes: object) -> Finding:
    trace = (Step(path, line, 5, line, 12, "app.main", "app.load" if steps > 1 else "requests.get"),)
    if steps > 1:
        trace += (Step("app/client.py", 3, 12, 3, 29, "app.load", "requests.get"),)
    values = {
        "code": code, "name": "blocking-http", "severity": Severity.ERROR, "category": "http", "path": path,
        "line": line, "column": 5, "end_line": line, "end_column": 12, "function": "app.main",
        "context": "async def", "call": "requests.get", "message": "`app.load` blocks the event loop",
        "remedy": Remedy("", "httpx.AsyncClient.get", "httpx", "asyncio.to_thread", "https://example.com/docs"),
        "impact": Impact(0.1, 100), "trace": trace, "fingerprint": "0123456789abcdef", "also": ("socket.getaddrinfo",),
    }  # fmt: skip
    return Finding(**{**values, **changes})  # type: ignore[arg-type]


def report() -> Report:
    return Report(
        findings=(
            finding("app/api.py", 4),
            finding("app/api.py", 9, steps=1),
            finding("app/jobs.py", 2),
            finding("app/jobs.py", 7, impact=None, also=(), remedy=Remedy("await it", fallback="")),
        ),
        errors=(SourceError("app/broken.py", 3, "invalid syntax"),),
        files=5,
        functions_on_loop=7,
        seconds=0.25,
        coverage=Coverage(10, 3, 2, 1),
        unresolved=(Step("app/api.py", 5, 1, 5, 4, "app.main", ""),),
        sources={
            "app/api.py": tuple(f"    load({number})  # [bold]not markup[/bold]" for number in range(12)),
            "app/client.py": ("", "", "    return requests.get(url)"),
            "app/jobs.py": tuple("\tload()\x1b[31m" for _ in range(9)),
        },
    )


@pytest.mark.parametrize("name", sorted(formats()))
def test_golden(name: str, request: pytest.FixtureRequest) -> None:
    text = render(name, report(), Style(width=90))
    path = GOLDEN / f"{name}.txt"
    if request.config.getoption("--update-golden"):
        path.write_text(text)
    assert text == path.read_text()


@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_the_report_for_people_keeps_to_its_width(width: int) -> None:
    text = render("rich", report(), Style(width=width))
    assert max(len(line) for line in text.splitlines()) <= width
    assert "\x1b" not in text
    assert "[bold]not markup" in text


def test_colour_is_only_where_it_is_wanted() -> None:
    assert "\x1b[" in render("rich", report(), Style(width=90, color=True))


def test_findings_of_one_cause_are_one_block() -> None:
    text = render("rich", report(), Style(width=90))
    assert "3 async functions reach this:" in text


def test_json_follows_its_schema() -> None:
    jsonschema.validate(json.loads(render("json", report(), Style())), SCHEMA)


def test_json_of_real_runs_follows_its_schema() -> None:
    for case in all_cases()[::15]:
        document = json.loads(render("json", analyse(sources_of(case)), Style()))
        jsonschema.validate(document, SCHEMA)
        for entry in document["findings"]:
            assert entry["trace"][0]["line"] == entry["line"]


def test_nothing_found() -> None:
    empty = Report((), (), 1, 0, 0.0)
    assert "no blocking calls found" in render("rich", empty, Style())
    assert render("concise", empty, Style()) == ""
