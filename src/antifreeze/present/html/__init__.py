"""One self-contained page for a browser: search, filters, excerpts, traces to click through, a picture of the ways.

Nothing is fetched and nothing of the report is ever run: the page's policy admits its own script and style alone.
"""

from __future__ import annotations

import base64
import hashlib
import posixpath
from collections import Counter
from collections.abc import Iterable
from importlib import resources

from antifreeze import __version__
from antifreeze.model.finding import Report
from antifreeze.model.rule import RULES, Severity
from antifreeze.present import Style
from antifreeze.present._wording import by_code, headline, plural
from antifreeze.present.html._blocks import block_of, text
from antifreeze.present.html._picture import Choke, chokes, picture_of

SUFFIX = ".html"

_MAX_CHOKES = 25


def render(report: Report, style: Style) -> str:  # noqa: ARG001 (every format has this signature)
    """The report as one page."""
    css, script = _resource("report.css"), _resource("report.js")
    policy = f"default-src 'none'; style-src {_hash(css)}; script-src {_hash(script)}; base-uri 'none'"
    return "\n".join(
        [
            '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>antifreeze: {text(plural(len(report.findings), 'finding'))}</title>",
            f"<style>{css}</style>\n</head>\n<body>",
            *_head(report),
            *_overview(report),
            *_findings(report),
            *_appendix(report),
            f"<footer>antifreeze {text(__version__)}</footer>\n<script>{script}</script>\n</body>\n</html>\n",
        ]
    )


def _head(report: Report) -> list[str]:
    """Title, outcome and the controls, which show where the page's script runs."""
    labels = [severity.label for severity in sorted(Severity, reverse=True)]
    return [
        f"<header>\n<h1>antifreeze</h1>\n<p>{text(headline(report))}</p>",
        '<form id="controls" role="search" hidden>',
        '<input id="search" type="search" placeholder="Search: function, file, call  ( / )" aria-label="Search">',
        _select(
            "code", "every rule", [(code, f"{code} {RULES[code].name} ({n})") for code, n in by_code(report).items()]
        ),
        _select("module", "every module", _modules(finding.path for finding in report.findings)),
        _select("severity", "every severity", [(label, label) for label in labels]),
        '<output id="count" aria-live="polite"></output>',
        '<button type="button" id="open">Open all</button> <button type="button" id="theme">Light / dark</button>',
        "<small><kbd>/</kbd> search, <kbd>j</kbd> <kbd>k</kbd> next and previous, <kbd>Enter</kbd> open</small>",
        "</form>\n</header>\n<main>",
    ]


def _select(name: str, every: str, options: list[tuple[str, str]]) -> str:
    rows = "".join(f'<option value="{text(value)}">{text(label)}</option>' for value, label in options)
    return f'<select id="{name}" aria-label="{name}"><option value="">{every}</option>{rows}</select>'


def _modules(paths: Iterable[str]) -> list[tuple[str, str]]:
    """Folders, then files within each; a folder stands for all below it."""
    counts = Counter(paths)
    found: list[tuple[str, str]] = []
    for folder in sorted({posixpath.dirname(path) for path in counts}):
        below = sum(count for path, count in counts.items() if folder and path.startswith(f"{folder}/"))
        if folder:
            found.append((f"{folder}/", f"{folder}/ ({below})"))
        inside = sorted(path for path in counts if posixpath.dirname(path) == folder)
        found.extend(
            (path, f"\u00a0\u00a0{path} ({counts[path]})" if folder else f"{path} ({counts[path]})") for path in inside
        )
    return found


def _overview(report: Report) -> list[str]:
    """The picture, and the helpers through which most findings lead."""
    if not report.findings:
        return []
    rows = [_choke(choke) for choke in chokes(report.findings)[:_MAX_CHOKES]]
    lines = [
        '<section id="ways">\n<h2>Ways from the loop to what blocks</h2>',
        picture_of(report.findings),
        "</section>",
    ]
    if rows:
        lines += [
            '<section id="chokes">\n<h2>Choke points</h2>',
            "<p>Helpers through which findings lead: to mend one of them mends all that pass through it.</p>",
            f"<table><thead><tr>{''.join(f'<th>{title}</th>' for title in _HEADS)}</tr></thead>",
            f"<tbody>{''.join(rows)}</tbody></table>\n</section>",
        ]
    return lines


_HEADS = ("helper", "findings", "functions on the loop", "leads to")


def _choke(choke: Choke) -> str:
    name, sinks = text(choke.name), text(", ".join(sorted(choke.sinks)[:4]))
    link = f'<a href="#findings" data-find="{name}">{name}</a>'
    return f"<tr><td>{link}</td><td>{len(choke.findings)}</td><td>{len(choke.entries)}</td><td>{sinks}</td></tr>"


def _findings(report: Report) -> list[str]:
    blocks = [block_of(number, finding, report.lines) for number, finding in enumerate(report.findings, 1)]
    none = "" if blocks else "<p>No blocking calls found.</p>"
    return [f'<section id="findings">\n<h2>Findings</h2>{none}', *blocks, "</section>"]


def _appendix(report: Report) -> list[str]:
    """Files that could not be analysed, and calls that nothing is known of."""
    lines = []
    for title, rows in (
        ("Not analysed", [f"AF900 {error.path}:{error.line} {error.message}" for error in report.errors]),
        ("Unresolved calls", [f"{s.path}:{s.line}:{s.column} in {s.function}" for s in report.unresolved]),
    ):
        if rows:
            items = "".join(f"<li>{text(row)}</li>" for row in rows)
            lines.append(f"<section>\n<h2>{title}</h2>\n<ul>{items}</ul>\n</section>")
    return [*lines, "</main>"]


def _resource(name: str) -> str:
    return resources.files("antifreeze.present.html").joinpath(name).read_text(encoding="utf-8").strip()


def _hash(content: str) -> str:
    digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
    return f"'sha256-{digest}'"
