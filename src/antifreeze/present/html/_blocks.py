"""One finding of the page: its line in the list, its way to click through, excerpts, remedy and cost."""

from __future__ import annotations

import html
from collections.abc import Callable, Sequence

from antifreeze.model.finding import Finding, Step
from antifreeze.present._wording import advice, clean, cost

_AROUND = 1
"""Lines of source shown before and after a call."""
_MAX_LINE = 300

LinesOf = Callable[[str], Sequence[str]]
"""The lines of a file, by its path."""


def text(raw: str) -> str:
    """Any text, safe in the page and in its attributes."""
    return html.escape(clean(raw), quote=True)


def block_of(number: int, finding: Finding, lines: LinesOf) -> str:
    """A finding as an element that opens."""
    severity = finding.severity.label
    what = finding.call or finding.name
    way = " <span>&rarr;</span> ".join(
        f'<a href="#f{number}s{place}">{text(name)}</a>' for place, name in enumerate(_names(finding), 1)
    )
    steps = "".join(_step(f"f{number}s{place}", step, lines) for place, step in enumerate(finding.trace, 1))
    facts = "".join(f"<dt>{label}</dt><dd>{value}</dd>" for label, value in _facts(finding))
    return (
        f'<details id="f{number}" class="finding" data-code="{finding.code}" data-severity="{severity}" '
        f'data-path="{text(finding.path)}">\n'
        f'<summary><b class="{severity}">{finding.code}</b> <code>{text(what)}</code> '
        f"<span>{text(finding.function)}</span> <small>{text(finding.path)}:{finding.line}</small></summary>\n"
        f'<p>{text(finding.message)}</p>\n<nav aria-label="Trace">{way}</nav>\n'
        f"<ol>{steps}</ol>\n<dl>{facts}</dl>\n</details>"
    )


def _names(finding: Finding) -> list[str]:
    """The stations of the way: the functions, then the blocking call on the last one's line."""
    stations = [step.function or step.path for step in finding.trace]
    return [*stations[:-1], f"{stations[-1]}: {finding.call}" if finding.call else stations[-1]]


def _step(anchor: str, step: Step, lines: LinesOf) -> str:
    inside = f" in <code>{text(step.function)}</code>" if step.function else ""
    return f'<li id="{anchor}">{text(step.path)}:{step.line}{inside}{_excerpt(step, lines(step.path))}</li>'


def _excerpt(step: Step, lines: Sequence[str]) -> str:
    """The call's line with the call marked, between its neighbours."""
    if not 0 < step.line <= len(lines):
        return ""
    last = min(max(step.end_line, step.line), len(lines), step.line + 8)
    shown = range(max(1, step.line - _AROUND), min(len(lines), last + _AROUND) + 1)
    rows = [f"<i>{number:>5}</i> {_marked(step, number, lines[number - 1])}" for number in shown]
    return f"<pre>{chr(10).join(rows)}</pre>"


def _marked(step: Step, number: int, line: str) -> str:
    if not step.line <= number <= step.end_line:
        return _code(line[:_MAX_LINE])
    indent = len(line) - len(line.lstrip())
    start = step.column - 1 if number == step.line else indent
    end = step.end_column - 1 if number == step.end_line else len(line)
    first = max(0, start - _MAX_LINE // 2) if start > _MAX_LINE else 0
    before, marked, after = line[first:start], line[start:end], line[end : end + _MAX_LINE]
    return f"{_code(before)}<mark>{_code(marked[:_MAX_LINE])}</mark>{_code(after)}"


def _code(source: str) -> str:
    return text(source.replace("\t", "    "))


def _facts(finding: Finding) -> list[tuple[str, str]]:
    remedy = finding.remedy
    facts = [("remedy", text(advice(remedy)))] if advice(remedy) else []
    if remedy.docs:
        link = text(remedy.docs)
        is_web = remedy.docs.startswith(("https://", "http://"))
        facts.append(("docs", f'<a href="{link}" rel="noreferrer">{link}</a>' if is_web else link))
    if finding.impact is not None:
        facts.append(("cost", text(cost(finding.impact))))
    if finding.also:
        facts.append(("also", text(f"reaches {', '.join(finding.also)}")))
    if finding.context:
        facts.append(("on the loop", text(finding.context)))
    return [*facts, ("fingerprint", f"<code>{text(finding.fingerprint)}</code>")]
