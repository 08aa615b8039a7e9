"""Sentences and counts that the formats share."""

from __future__ import annotations

from antifreeze.model.finding import Finding, Impact, Remedy, Report, Step


def clean(text: str) -> str:
    """Text that is safe to show: control characters are spelled out, and no path begins like a workflow command."""
    shown = text
    if not text.isprintable():
        shown = "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)
    return f"./{shown}" if shown.lstrip().startswith(("::", "##[")) else shown


def advice(remedy: Remedy) -> str:
    """What to write instead, in one line."""
    parts = []
    if remedy.summary:
        parts.append(remedy.summary)
    if remedy.replacement:
        package = f" ({remedy.package})" if remedy.package not in ("", "stdlib") else ""
        parts.append(f"{'or ' if parts else ''}use {remedy.replacement}{package}")
    if remedy.fallback and remedy.fallback != remedy.replacement:
        parts.append(f"or keep it and run it in {remedy.fallback}" if parts else f"run it in {remedy.fallback}")
    return ", ".join(parts)


def cost(impact: Impact) -> str:
    """What a call costs: the time that it holds the loop, what queues up meanwhile, the rate that it cannot serve."""
    rate = impact.saturates_at
    limit = f"; from {rate:,.4g} such calls a second on the loop is saturated" if rate is not None else ""
    return (
        f"holds the loop about {impact.typical_seconds:g} s: {plural(impact.requests_queued, 'request')} "
        f"queue{'s' if impact.requests_queued == 1 else ''} up meanwhile "
        f"at {impact.requests_per_second:,g} requests a second{limit}"
    )


def brief_cost(impact: Impact) -> str:
    """The same in a few words."""
    rate = impact.saturates_at
    limit = f", saturated from {rate:,.4g}/s" if rate is not None else ""
    queue = f"{impact.requests_queued:,} requests queue at {impact.requests_per_second:,g}/s"
    return f"holds {impact.typical_seconds:g} s ({queue}{limit})"


def where(step: Step) -> str:
    """A step of a trace in one line."""
    inside = f" in {step.function}" if step.function else ""
    return f"{step.path}:{step.line}{inside}: {step.call}"


def plural(count: int, noun: str) -> str:
    """`1 finding`, `2 findings`."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def headline(report: Report) -> str:
    """The outcome in one sentence."""
    new = "new " if report.known else ""
    what = plural(len(report.findings), f"{new}finding") if report.findings else f"no {new}blocking calls found"
    known = f" ({report.known:,} known)" if report.known else ""
    return (
        f"{what}{known} in {plural(report.files, 'file')}, "
        f"{plural(report.functions_on_loop, 'function')} on the loop, {report.seconds:.2f} s"
    )


def by_code(report: Report) -> dict[str, int]:
    """How many findings each rule has, by code."""
    counts: dict[str, int] = {}
    for finding in sorted(report.findings, key=lambda finding: finding.code):
        counts[finding.code] = counts.get(finding.code, 0) + 1
    return counts


def via(finding: Finding) -> str:
    """The way to the sink in one line; empty for a direct call."""
    if len(finding.trace) < 2:  # noqa: PLR2004 (an entry and a sink)
        return ""
    last = finding.trace[-1]
    return f"{' -> '.join(step.call for step in finding.trace)} at {last.path}:{last.line}"
