"""The picture of the ways: files with functions on the loop, the helpers in between, what blocks in the end."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from antifreeze.model.finding import Finding
from antifreeze.present.html._blocks import text

_ROWS = 14
"""The most nodes of a column; the rest share one."""
_WIDTH, _BOX, _GAP, _HEIGHT, _STEP = 990, 270, 90, 20, 28
_CHARS = 33
_THICKEST = 14


@dataclass
class Choke:
    """A helper, and what leads through it."""

    name: str
    findings: set[int] = field(default_factory=set)
    entries: set[str] = field(default_factory=set)
    sinks: set[str] = field(default_factory=set)


def chokes(findings: Iterable[Finding]) -> list[Choke]:
    """The helpers of all traces, those through which most findings lead first."""
    found: dict[str, Choke] = {}
    for number, finding in enumerate(findings):
        for step in finding.trace[1:]:
            choke = found.setdefault(step.function, Choke(step.function))
            choke.findings.add(number)
            choke.entries.add(finding.function)
            choke.sinks.add(finding.call)
    return sorted(found.values(), key=lambda choke: (-len(choke.findings), -len(choke.entries), choke.name))


def picture_of(findings: tuple[Finding, ...]) -> str:
    """An SVG of three columns; a line is as thick as many findings lead along it."""
    ranks = {choke.name: rank for rank, choke in enumerate(chokes(findings))}
    ways = Counter(
        (finding.path, min((step.function for step in finding.trace[1:]), key=ranks.__getitem__, default=""), sink)
        for finding in findings
        if (sink := finding.call)
    )
    columns = [_column(ways, place) for place in range(3)]
    lines: Counter[tuple[int, str, int, str]] = Counter()
    for way, count in ways.items():
        stations = [(place, _shown(name, columns[place])) for place, name in enumerate(way) if name]
        for (start, source), (end, target) in itertools.pairwise(stations):
            lines[start, source, end, target] += count
    height = max(len(column) for column in columns) * _STEP + 30
    most = max(lines.values(), default=1)
    return "\n".join(
        [
            f'<svg viewBox="0 0 {_WIDTH} {height}" role="img" aria-label="Ways from files to blocking calls">',
            *(f'<text class="head" x="{_left(n)}" y="14">{title}</text>' for n, title in enumerate(_TITLES)),
            *(_line(columns, line, count, most) for line, count in sorted(lines.items())),
            *(
                _node(n, row, name, count)
                for n, column in enumerate(columns)
                for row, (name, count) in enumerate(column.items())
            ),
            "</svg>",
        ]
    )


_TITLES = ("on the loop, by file", "helpers", "what blocks")
_OTHERS = "all others"


def _column(ways: Counter[tuple[str, str, str]], place: int) -> dict[str, int]:
    """The names of a column with their counts, the largest first, the many small ones as one."""
    counts: Counter[str] = Counter()
    for way, count in ways.items():
        if way[place]:
            counts[way[place]] += count
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    column = dict(ordered[:_ROWS])
    if rest := sum(count for _, count in ordered[_ROWS:]):
        column[_OTHERS] = rest
    return column


def _shown(name: str, column: dict[str, int]) -> str:
    return name if name in column else _OTHERS


def _left(place: int) -> int:
    return place * (_BOX + _GAP)


def _top(column: dict[str, int], name: str) -> int:
    return 24 + list(column).index(name) * _STEP


def _line(columns: list[dict[str, int]], line: tuple[int, str, int, str], count: int, most: int) -> str:
    start, source, end, target = line
    x1, x2 = _left(start) + _BOX, _left(end)
    y1, y2 = _top(columns[start], source) + _HEIGHT // 2, _top(columns[end], target) + _HEIGHT // 2
    middle = (x1 + x2) // 2
    width = max(1, round(_THICKEST * count / most))
    title = text(f"{source} to {target}: {count}")
    course = f"M{x1} {y1}C{middle} {y1} {middle} {y2} {x2} {y2}"
    return f'<path d="{course}" stroke-width="{width}"><title>{title}</title></path>'


def _node(place: int, row: int, name: str, count: int) -> str:
    x, y = _left(place), 24 + row * _STEP
    label = f"{name if len(name) <= _CHARS else f'…{name[1 - _CHARS :]}'} ({count})"
    box = f'<rect x="{x}" y="{y}" width="{_BOX}" height="{_HEIGHT}" rx="4"/>'
    inside = f'{box}<text x="{x + 6}" y="{y + 14}">{text(label)}</text><title>{text(f"{name}: {count}")}</title>'
    return f"<g>{inside}</g>" if name == _OTHERS else f'<a href="#findings" data-find="{text(name)}">{inside}</a>'
