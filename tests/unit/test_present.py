"""The formats: each against its golden file, JSON against its schema, everything escaped."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import msgspec
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
            "app/api.py": "\n".join(f"    load({number})  # [bold]not markup[/bold]" for number in range(12)),
            "app/client.py": "\n\n    return requests.get(url)",
            "app/jobs.py": "\n".join("\tload()\x1b[31m" for _ in range(9)),
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


def underlined(text: str) -> list[str]:
    """What each line of carets stands below."""
    lines = text.splitlines()
    marks = [(number, line) for number, line in enumerate(lines) if set(line.strip("│ ")) == {"^"}]
    return [lines[number - 1][line.index("^") : line.rindex("^") + 1] for number, line in marks]


def one(source: str, start: int, end: int, path: str = "app/one.py") -> Report:
    step = Step(path, 1, start, 1, end, "app.main", "load")
    return Report((finding(path, 1, trace=(step,)),), (), 1, 1, 0.0, sources={path: source})


def test_the_call_is_underlined_where_it_stands() -> None:
    assert underlined(render("rich", one("\tx = load(1)", 6, 13), Style())) == ["load(1)"]
    assert underlined(render("rich", one("x = '\x1b' + load(1)", 11, 18), Style())) == ["load(1)"]
    wide = render("rich", one("x = '日本' + load(1)", 12, 19), Style()).splitlines()
    assert wide[3].index("^") == wide[2].index("load") + 2, "two characters take two columns each"


@pytest.mark.parametrize("width", [60, 200])
def test_a_call_at_the_end_of_a_long_line_is_shown(width: int) -> None:
    text = render("rich", one("x" * 5000 + " + load(1)", 5004, 5011), Style(width=width))
    assert underlined(text) == ["load(1)"]
    assert max(len(line) for line in text.splitlines()) <= width


@pytest.mark.parametrize("width", [60, 120])
def test_a_long_way_is_drawn_without_its_middle(width: int) -> None:
    way = tuple(Step("app/one.py", 1, 1, 1, 8, f"app.helpers.step_{number}", "load") for number in range(30))
    text = render("rich", Report((finding("app/one.py", 1, trace=way),), (), 1, 1, 0.0), Style(width=width))
    assert max(len(line) for line in text.splitlines()) <= width
    assert "22 calls left out" in " ".join(text.split())
    assert len(re.findall(r"app/one\.py:1", text)) == 8
    if width == 120:  # wide enough that no name is broken
        assert re.findall(r"step_(\d+)", text) == ["0", "1", "2", "3", "26", "27", "28", "29"]


def test_no_box_characters_where_the_output_cannot_hold_them() -> None:
    render("rich", report(), Style(width=90, encoding="ascii")).encode("ascii")


def test_links_hold_no_control_characters() -> None:
    evil = finding("app/api.py", 4, steps=1, remedy=Remedy("", docs="https://example.com/ a\x1b]8;;x"))
    text = render("rich", Report((evil,), (), 1, 1, 0.0), Style(width=200, color=True))
    assert "\x1b]8;;x" not in text
    assert "https://example.com/ a" in text


def test_nothing_found() -> None:
    empty = Report((), (), 1, 0, 0.0)
    assert "no blocking calls found" in render("rich", empty, Style())
    assert render("concise", empty, Style()) == ""


@pytest.mark.parametrize(
    ("text", "call", "snippet"),
    [
        ("    return load(path)", "app.load", "await asyncio.to_thread(load, ...)"),
        ("    return self.values", "app.Settings.values", "await asyncio.to_thread(lambda: self.values)"),
        ("    with self._lock:", "threading.Lock.__enter__", None),
    ],
)
def test_a_property_goes_to_a_thread_inside_a_lambda(text: str, call: str, snippet: str | None) -> None:
    code = text.lstrip().removeprefix("return ").removeprefix("with ").rstrip(":")
    report = one(text, text.index(code) + 1, text.index(code) + len(code) + 1)
    step = msgspec.structs.replace(report.findings[0].trace[0], call=call)
    entry = msgspec.structs.replace(report.findings[0], trace=(step,), remedy=Remedy("wait for it elsewhere"))
    shown = render("rich", msgspec.structs.replace(report, findings=(entry,)), Style())
    assert re.findall(r"await asyncio\.to_thread.*", shown) == ([snippet] if snippet else [])
