"""For people at a terminal: each cause with its source, the way to it, its cost and its remedy."""

from __future__ import annotations

import io
from collections.abc import Iterator

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule as Line
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from antifreeze.model.finding import Finding, Report, Step
from antifreeze.model.rule import RULES, Severity
from antifreeze.present import Style
from antifreeze.present._wording import advice, by_code, clean, headline, plural

SUFFIX = ".txt"

_COLORS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
_MAX_ENTRIES = 12
_MAX_LINE = 400


def render(report: Report, style: Style) -> str:
    """The report, drawn for a terminal of the style's width."""
    out = io.StringIO()
    console = Console(
        file=out,
        width=max(40, style.width),
        force_terminal=style.color,
        no_color=not style.color,
        color_system="standard" if style.color else None,
        highlight=False,
        legacy_windows=False,
        soft_wrap=False,
    )
    for group in _causes(report.findings):
        console.print(_block(group, report))
    for error in report.errors:
        console.print(Text.assemble(("AF900 ", "bold red"), clean(f"{error.path}:{error.line} {error.message}")))
    for step in report.unresolved:
        console.print(Text(clean(f"unresolved: {step.path}:{step.line}:{step.column} in {step.function}")))
    console.print(_summary(report))
    return "\n".join(line.rstrip() for line in out.getvalue().split("\n"))


def _causes(findings: tuple[Finding, ...]) -> list[list[Finding]]:
    """The findings by the sink's call site, so that one cause is told once; in order of first appearance."""
    groups: dict[tuple[str, str, int, int], list[Finding]] = {}
    for finding in findings:
        sink = finding.trace[-1]
        groups.setdefault((finding.code, sink.path, sink.line, sink.column), []).append(finding)
    return list(groups.values())


def _block(group: list[Finding], report: Report) -> RenderableType:
    first = min(group, key=lambda finding: len(finding.trace))
    color = _COLORS[first.severity]
    title = Text.assemble(
        (f"{first.code} ", f"bold {color}"), (clean(first.call or RULES[first.code].name), "bold"), f"  {first.name}"
    )
    parts: list[RenderableType] = [Line(title, align="left", style=color, characters="─")]
    parts.append(_tree(first, report))
    others = [finding for finding in group if finding is not first]
    if others:
        parts.append(Text(f"  {plural(len(group), 'async function')} reach this:", style="bold"))
        parts.extend(_entry(finding) for finding in others[:_MAX_ENTRIES])
        if len(others) > _MAX_ENTRIES:
            parts.append(Text(f"    and {len(others) - _MAX_ENTRIES:,} more (--format concise lists all)"))
    parts.extend(_advice(first))
    return Padding(Group(*parts), (0, 0, 1, 0))


def _entry(finding: Finding) -> Text:
    return Text.assemble("    ", _place(finding.path, finding.line), f"  {clean(finding.function)}")


def _place(path: str, line: int) -> Text:
    return Text(clean(f"{path}:{line}"), style="cyan")


def _tree(finding: Finding, report: Report) -> Tree:
    """The way from the entry down to the sink, each step under the one before it."""
    steps = finding.trace
    tree = Tree(_step(steps[0], report, finding.context), guide_style="dim")
    node = tree
    for step in steps[1:]:
        node = node.add(_step(step, report))
    return tree


def _step(step: Step, report: Report, context: str = "") -> Group:
    """A call site: where it is, and its line with the call underlined."""
    kind = f" ({clean(context)})" if context else ""
    where = Text.assemble(_place(step.path, step.line), f"  in {clean(step.function)}{kind}" if step.function else "")
    lines = report.sources.get(step.path, ())
    if not 0 < step.line <= len(lines):
        return Group(where)
    source = lines[step.line - 1]
    start = step.column - 1
    end = step.end_column - 1 if step.end_line == step.line else len(source)
    margin = len(source) - len(source.lstrip())
    shown = clean(source[margin:].replace("\t", " "))[:_MAX_LINE]
    text = Text(f"{step.line:>5} | {shown}", no_wrap=True, overflow="ellipsis")
    mark = Text(
        " " * (8 + max(0, start - margin)) + "^" * max(1, min(end - start, _MAX_LINE)),
        style="bold red",
        no_wrap=True,
        overflow="crop",
    )
    return Group(where, text, mark)


def _advice(finding: Finding) -> Iterator[RenderableType]:
    remedy = finding.remedy
    hint = advice(remedy)
    if hint:
        yield Text.assemble(("  remedy: ", "bold green"), clean(hint))
    if remedy.replacement and "." in remedy.replacement and len(remedy.replacement.split()) == 1:
        yield Text(f"          await {remedy.replacement}(...)", style="green")
    elif remedy.fallback == "asyncio.to_thread":
        call = finding.trace[0].call or finding.call
        yield Text(f"          await asyncio.to_thread({clean(call.rpartition('.')[2])}, ...)", style="green")
    if remedy.docs:
        yield Text.assemble("  docs:   ", (remedy.docs, f"link {remedy.docs}"))
    if finding.impact is not None:
        cost = f"holds the loop about {finding.impact.typical_seconds:g} s"
        queued = f"{plural(finding.impact.requests_queued, 'request')} queue up meanwhile"
        yield Text.assemble(("  cost:   ", "bold"), f"{cost}: {queued}")
    if finding.also:
        yield Text(f"  also reaches: {clean(', '.join(finding.also[:6]))}", style="dim")


def _summary(report: Report) -> RenderableType:
    counts = by_code(report)
    if not counts:
        return Text(headline(report))
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("rule")
    table.add_column("name")
    table.add_column("findings", justify="right")
    for code, count in counts.items():
        table.add_row(code, RULES[code].name, f"{count:,}")
    seen = report.coverage
    total = seen.resolved + seen.external + seen.unresolved
    coverage = Text(
        f"{plural(total, 'call')} on the loop: {seen.resolved:,} resolved, {seen.external:,} external, "
        f"{seen.unresolved:,} unresolved (--unresolved lists them), {seen.cut:,} cut",
        style="dim",
    )
    return Group(table, Text(headline(report), style="bold"), coverage)
