"""For people at a terminal: each cause with its source, the way to it, its cost and its remedy."""

from __future__ import annotations

import io
from collections.abc import Iterator

from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule as Line
from rich.style import Style as TextStyle
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from antifreeze.model.finding import Finding, Report, Step
from antifreeze.model.rule import RULES, Severity
from antifreeze.present import Style
from antifreeze.present._wording import advice, by_code, clean, cost, headline, plural

SUFFIX = ".txt"

_COLORS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
_MAX_ENTRIES = 12
_MAX_LIBRARIES = 12
_MAX_STEPS = 8
"""The longest trace that is drawn whole; each step takes some of the width."""
_MARGIN, _INDENT, _MIN_SHOWN = 8, 4, 20
"""Columns: of the line number, of a step below another, and the least to be seen of a call."""


def render(report: Report, style: Style) -> str:
    """The report, drawn for a terminal of the style's width."""
    out = io.TextIOWrapper(io.BytesIO(), encoding=style.encoding, errors="backslashreplace", newline="\n")
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
        console.print(_block(group, report, style.width))
    for error in report.errors:
        console.print(Text.assemble(("AF900 ", "bold red"), clean(f"{error.path}:{error.line} {error.message}")))
    for step in report.unresolved:
        console.print(Text(clean(f"unresolved: {step.path}:{step.line}:{step.column} in {step.function}")))
    console.print(_summary(report))
    out.seek(0)
    return "\n".join(line.rstrip() for line in out.read().split("\n"))


def _causes(findings: tuple[Finding, ...]) -> list[list[Finding]]:
    """The findings by the sink's call site, so that one cause is told once; the worst first, then by appearance."""
    groups: dict[tuple[str, str, int, int], list[Finding]] = {}
    for finding in findings:
        sink = finding.trace[-1]
        groups.setdefault((finding.code, sink.path, sink.line, sink.column), []).append(finding)
    return sorted(groups.values(), key=lambda group: -max(finding.severity for finding in group))


def _block(group: list[Finding], report: Report, width: int) -> RenderableType:
    first = min(group, key=lambda finding: len(finding.trace))
    color = _COLORS[first.severity]
    title = Text.assemble(
        (f"{first.code} ", f"bold {color}"),
        (clean(first.call or RULES[first.code].name), "bold"),
        f"  {first.name}",
        "  derived" if first.is_derived else "",
    )
    parts: list[RenderableType] = [Line(title, align="left", style=color, characters="─")]
    parts.append(_tree(first, report, width))
    others = [finding for finding in group if finding is not first]
    if others:
        parts.append(Text(f"  {plural(len(group), 'async function')} reach this:", style="bold"))
        parts.extend(_entry(finding) for finding in others[:_MAX_ENTRIES])
        if len(others) > _MAX_ENTRIES:
            parts.append(Text(f"    and {len(others) - _MAX_ENTRIES:,} more (--format concise lists all)"))
    parts.append(_advice(first, report))
    return Padding(Group(*parts), (0, 0, 1, 0))


def _entry(finding: Finding) -> Text:
    return Text.assemble("    ", _place(finding.path, finding.line), f"  {clean(finding.function)}")


def _place(path: str, line: int) -> Text:
    return Text(clean(f"{path}:{line}"), style="cyan")


def _tree(finding: Finding, report: Report, width: int) -> Tree:
    """The way from the entry down to the sink, each step under the one before it; a long one without its middle."""
    steps = finding.trace
    left_out = len(steps) - _MAX_STEPS
    tree = Tree(_step(steps[0], report, width, finding.context), guide_style="dim")
    node = tree
    for number, step in enumerate(steps[1:], 1):
        if left_out > 0 and number == _MAX_STEPS // 2:
            node = node.add(Text(f"... {plural(left_out, 'call')} left out (--format concise names all)"))
        if left_out <= 0 or not _MAX_STEPS // 2 <= number < _MAX_STEPS // 2 + left_out:
            width -= _INDENT
            node = node.add(_step(step, report, width))
    return tree


def _step(step: Step, report: Report, width: int, context: str = "") -> Group:
    """A call site: where it is, and its line with the call underlined."""
    kind = f" ({clean(context)})" if context else ""
    where = Text.assemble(_place(step.path, step.line), f"  in {clean(step.function)}{kind}" if step.function else "")
    lines = report.lines(step.path)
    if not 0 < step.line <= len(lines):
        return Group(where)
    source = lines[step.line - 1]
    end = step.end_column - 1 if step.end_line == step.line else len(source)
    shown, before, marked = _window(source, step.column - 1, end, width - _MARGIN)
    text = Text(f"{step.line:>5} | {shown}", no_wrap=True, overflow="ellipsis")
    mark = Text(" " * (_MARGIN + before) + "^" * marked, style="bold red", no_wrap=True, overflow="crop")
    return Group(where, text, mark)


def _window(source: str, start: int, end: int, room: int) -> tuple[str, int, int]:
    """The part of a line that shows a call, with the columns before the call and those that it takes."""
    first = min(len(source) - len(source.lstrip()), start)
    cut = ""
    if start - first + min(end - start, _MIN_SHOWN) > room:
        cut, first = "...", max(first, start - room // 4)
    before = cut + clean(source[first:start].replace("\t", " "))
    call = clean(source[start:end].replace("\t", " "))
    after = clean(source[end : end + room].replace("\t", " "))
    return before + call + after, cell_len(before), max(1, min(cell_len(call), room))


def _advice(finding: Finding, report: Report) -> Table:
    """What to write instead and what the call costs, label by label."""
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(width=9, justify="left")
    table.add_column(overflow="fold")
    for label, color, text in _advised(finding, report):
        table.add_row(Text(f"  {label}", style=f"bold {color}"), text)
    return table


def _advised(finding: Finding, report: Report) -> Iterator[tuple[str, str, Text]]:
    remedy = finding.remedy
    hint = advice(remedy)
    if hint:
        yield "remedy:", "green", Text(clean(hint))
    snippet = _snippet(finding, report)
    if snippet:
        yield "", "green", Text(clean(snippet), style="green")
    if remedy.docs:
        yield "docs:", "", Text(clean(remedy.docs), style=TextStyle(link=clean(remedy.docs)))
    if finding.impact is not None:
        yield "cost:", "", Text(cost(finding.impact))
    if finding.also:
        yield "also:", "dim", Text(clean(f"reaches {', '.join(finding.also[:6])}"), style="dim")


def _snippet(finding: Finding, report: Report) -> str:
    """The replacement as code, where it is a name; else the entry in a thread, where it is a call or a property."""
    remedy = finding.remedy
    if "." in remedy.replacement and len(remedy.replacement.split()) == 1:
        return f"await {remedy.replacement}(...)"
    if remedy.fallback != "asyncio.to_thread":
        return ""
    name = (finding.trace[0].call or finding.call).rpartition(".")[2]
    spelt = _spelt(finding.trace[0], report)
    if not spelt or spelt.endswith(")"):
        return f"await asyncio.to_thread({name}, ...)"
    return f"await asyncio.to_thread(lambda: {spelt})" if spelt.endswith(f".{name}") else ""


def _spelt(step: Step, report: Report) -> str:
    """The text of a call site on one line; nothing where it is not known."""
    lines = report.lines(step.path)
    if step.line != step.end_line or not 0 < step.line <= len(lines):
        return ""
    return lines[step.line - 1][step.column - 1 : step.end_column - 1]


def _summary(report: Report) -> RenderableType:
    counts = by_code(report)
    read: list[RenderableType] = list(_environment(report))
    if not counts:
        return Group(Text(headline(report)), *read)
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
    derived = sum(finding.is_derived for finding in report.findings)
    if derived:
        read.insert(0, Text(f"{derived:,} of them derived from the source of installed libraries (--no-derived)"))
    return Group(table, Text(headline(report), style="bold"), coverage, *read)


def _environment(report: Report) -> list[Text]:
    """Which environment was read, and what of it mattered."""
    if not report.environment:
        return []
    names = ", ".join(report.libraries[:_MAX_LIBRARIES])
    more = len(report.libraries) - _MAX_LIBRARIES
    shown = f"{names}{f' and {more} more' if more > 0 else ''}" or "nothing of it mattered"
    return [Text(clean(f"environment: {report.environment} ({shown})"), style="dim")]
