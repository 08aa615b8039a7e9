"""The picture: how long answers took, how many requests waited, which health checks failed."""

from __future__ import annotations

from typing import Any

WIDTH, HEIGHT, LEFT, GAP = 640, 150, 60, 46
RED, GREEN, GREY = "#c62828", "#2e7d32", "#808890"


def drawn(blocking: Any, mended: Any, growth: float, seconds: float) -> str:
    """Both runs as one SVG."""
    tallest = max(latency for run in (blocking, mended) for _, latency in run.latencies)
    longest = max([growth * seconds, *(count for run in (blocking, mended) for _, count in run.waiting), 1])
    latency = [_title(0, "seconds until the answer, by the time of the request", tallest)]
    waiting = [_title(1, "requests waiting (dashed: predicted, (rate - 1 / seconds held) x time)", longest)]
    health = [_title(2, "health checks, half a second apart: answered within a second, or failed", 0)]
    for row, (run, color) in enumerate(((blocking, RED), (mended, GREEN))):
        latency += [_dot(0, x / seconds, y / tallest, color) for x, y in run.latencies]
        waiting.append(_line(1, [(x / seconds, y / longest) for x, y in run.waiting], color))
        health += [_check(x / seconds, row, well) for x, well in run.health]
    waiting.append(_line(1, [(0, 0), (1, growth * seconds / longest)], GREY, ' stroke-dasharray="5 4"'))
    total = 2 * (HEIGHT + GAP) + 120
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH + LEFT + 20} {total}" font-family="sans-serif" '
            'font-size="12">',
            f'<rect width="100%" height="100%" fill="#fff"/><text x="{LEFT}" y="16" fill="{RED}">blocking call</text>',
            f'<text x="{LEFT + 110}" y="16" fill="{GREEN}">in a thread (the fix)</text>',
            *latency, *waiting, *health,
            f'<text x="{LEFT}" y="{total - 8}" fill="{GREY}">0 s</text>',
            f'<text x="{LEFT + WIDTH - 20}" y="{total - 8}" fill="{GREY}">{seconds:g} s</text>',
            "</svg>\n",
        ]
    )  # fmt: skip


def _top(panel: int) -> int:
    return 46 + panel * (HEIGHT + GAP)


def _title(panel: int, text: str, most: float) -> str:
    top = _top(panel)
    parts = [f'<text x="{LEFT}" y="{top - 8}" fill="#222">{text}</text>']
    if most:
        parts.append(f'<rect x="{LEFT}" y="{top}" width="{WIDTH}" height="{HEIGHT}" fill="none" stroke="#d0d7de"/>')
        parts.append(f'<text x="{LEFT - 8}" y="{top + 10}" text-anchor="end" fill="{GREY}">{most:.3g}</text>')
        parts.append(f'<text x="{LEFT - 8}" y="{top + HEIGHT}" text-anchor="end" fill="{GREY}">0</text>')
    return "".join(parts)


def _place(panel: int, x: float, y: float) -> tuple[float, float]:
    return round(LEFT + x * WIDTH, 1), round(_top(panel) + (1 - y) * HEIGHT, 1)


def _dot(panel: int, x: float, y: float, color: str) -> str:
    left, top = _place(panel, x, y)
    return f'<circle cx="{left}" cy="{top}" r="2" fill="{color}"/>'


def _line(panel: int, points: list[tuple[float, float]], color: str, more: str = "") -> str:
    course = " ".join(f"{x},{y}" for x, y in (_place(panel, *point) for point in points))
    return f'<polyline points="{course}" fill="none" stroke="{color}" stroke-width="2"{more}/>'


def _check(x: float, row: int, well: bool) -> str:
    left, top = round(LEFT + x * WIDTH, 1), _top(2) + row * 26
    color = GREEN if well else RED
    sign = "M2 7l4 4 8-9" if well else "M3 2l10 10M13 2L3 12"
    return f'<path d="{sign}" transform="translate({left} {top})" stroke="{color}" stroke-width="2" fill="none"/>'
