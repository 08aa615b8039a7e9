"""The page for a browser: its structure read as HTML, its behaviour in a real headless Chromium."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from antifreeze.model.finding import Report, Step
from antifreeze.model.rule import Severity
from antifreeze.present import Style, render
from unit.test_formats import EVIL, evil, real_reports
from unit.test_present import finding, report

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome") or ""
VOID = {"meta", "input", "br", "hr", "link", "img"}


class Page(HTMLParser):
    """The elements of a page; complains about tags that do not match."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.data: dict[str, list[str]] = {}
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {key: value or "" for key, value in attrs}))
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {key: value or "" for key, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self._open:
            self.data.setdefault(self._open[-1], []).append(data)

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.elements if name == tag]


def many(count: int) -> Report:
    severities = list(Severity)
    steps = [Step("app/lib.py", 3, 12, 3, 29, f"app.lib.helper_{number}", "requests.get") for number in range(40)]
    findings = tuple(
        finding(
            f"app/part{number % 70}/api.py", number + 1, code=("AF102", "AF105")[number % 2],
            severity=severities[number % 3], function=f"app.part{number % 70}.route_{number}",
            trace=(Step(f"app/part{number % 70}/api.py", 2, 5, 2, 12, "app.route", "load"), steps[number % 40]),
        )
        for number in range(count)
    )  # fmt: skip
    text = "\n".join(f"    return load({line})" for line in range(60))
    sources = {step.path: text for f in findings for step in f.trace}
    return Report(findings, (), 70, count, 1.0, sources=sources)


def test_each_way_can_be_clicked_through() -> None:
    page = Page(render("html", report(), Style()))
    ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    local = [link["href"][1:] for link in page.all("a") if link.get("href", "").startswith("#")]
    assert {"f1s1", "f1s2"} <= set(local)
    assert set(local) <= set(ids)


def test_the_page_is_whole_in_itself() -> None:
    for each in [report(), Report((), (), 0, 0, 0.0), *real_reports()]:
        page = Page(render("html", each, Style()))
        assert not [e for e in page.elements if "src" in e[1] or e[0] in ("link", "img", "iframe", "object")]
        assert all(urlsplit(link["href"]).scheme in ("", "http", "https") for link in page.all("a"))
        policy = page.all("meta")[1]["content"]
        assert policy.startswith("default-src 'none';")
        assert "unsafe" not in policy


def test_hostile_text_stays_text() -> None:
    hostile = evil(f"{EVIL}</script><script>alert(1)</script><img src=x onerror=alert(1)>")
    page = Page(render("html", hostile, Style()))
    assert len(page.all("script")) == 1
    assert page.all("img") == []
    assert not [key for _, attributes in page.elements for key in attributes if key.startswith("on")]


def test_links_lead_to_the_web_alone() -> None:
    remedy = report().findings[0].remedy
    bad = finding("a.py", 1, remedy=type(remedy)("", docs="javascript:alert(1)"))
    page = Page(render("html", Report((bad,), (), 1, 1, 0.0), Style()))
    assert not [link for link in page.all("a") if link.get("href", "").startswith("javascript")]


@settings(deadline=None)
@given(st.text())
def test_any_text_keeps_the_page_well_formed(text: str) -> None:
    Page(render("html", evil(text), Style()))


def test_helpers_through_which_most_leads_come_first() -> None:
    rows = re.findall(r"<tr><td><a[^>]*>(.*?)</a></td><td>(\d+)", render("html", many(100), Style()))
    assert len(rows) == 25
    assert [int(count) for _, count in rows] == sorted((int(count) for _, count in rows), reverse=True)


_DRIVE = """
const told = {};
const shown = () => [...document.querySelectorAll(".finding")].filter((one) => !one.hidden).length;
const set = (id, value) => { const one = document.getElementById(id); one.value = value;
  one.dispatchEvent(new Event("input", { bubbles: true })); return shown(); };
const press = (key, target) =>
  target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
told.all = shown();
const start = performance.now();
told.searched = set("search", "route_17 app/part17");
told.emptied = set("search", "");
told.milliseconds = performance.now() - start;
told.code = set("code", "AF105"); set("code", "");
told.folder = set("module", "app/part3/"); set("module", "");
told.severity = set("severity", "error"); set("severity", "");
press("/", document.body);
told.focused = document.activeElement.id;
document.activeElement.blur();
press("j", document.body); press("j", document.activeElement);
told.second = document.activeElement.closest("details").id;
document.activeElement.click();
told.opened = document.querySelectorAll("details[open]").length;
document.querySelector("[data-find]").dispatchEvent(new MouseEvent("click", { bubbles: true }));
told.linked = [document.getElementById("search").value, shown()];
document.getElementById("theme").click();
told.theme = document.documentElement.dataset.theme;
document.body.replaceChildren(Object.assign(document.createElement("output"), { textContent: JSON.stringify(told) }));
"""


def dom(page: str, folder: Path) -> str:
    """The page's elements after its scripts have run."""
    file = folder / "page.html"
    file.write_text(page, encoding="utf-8")
    quiet = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
    quiet += ["--disable-component-update", "--disable-sync", f"--user-data-dir={folder / 'profile'}"]
    command = [CHROMIUM, "--headless", "--no-sandbox", *quiet, "--dump-dom", file.as_uri()]
    result = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    return result.stdout


@pytest.mark.skipif(not CHROMIUM, reason="no Chromium is installed (Debian: apt install chromium)")
def test_the_controls_work_in_a_browser(tmp_path: Path) -> None:
    page = render("html", many(2000), Style())
    relaxed = re.sub(r'<meta http-equiv="Content-Security-Policy".*?>', "", page)
    driven = dom(relaxed.replace("</body>", f"<script>{_DRIVE}</script></body>"), tmp_path)
    told = json.loads(re.findall(r"<output>(.*?)</output>", driven)[-1].replace("&gt;", ">"))
    assert told["all"] == told["emptied"] == 2000
    assert 0 < told["searched"] < 40
    assert (told["code"], told["folder"], told["severity"]) == (1000, 29, 666)
    assert told["milliseconds"] < 1000
    assert (told["focused"], told["second"], told["opened"]) == ("search", "f2", 1)
    assert told["linked"][0] in ("app/part0/api.py", "app.lib.helper_0")
    assert 0 < told["linked"][1] < 2000
    assert told["theme"] in ("light", "dark")


@pytest.mark.skipif(not CHROMIUM, reason="no Chromium is installed (Debian: apt install chromium)")
def test_the_policy_admits_the_pages_own_script(tmp_path: Path) -> None:
    opened = dom(render("html", report(), Style()), tmp_path)
    assert re.search(r'<form id="controls" role="search">', opened)
    assert "4 of 4 shown" in opened
