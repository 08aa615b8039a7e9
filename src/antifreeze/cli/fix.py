"""`antifreeze fix`: mend what can be mended for sure, and say of the rest why not."""

from __future__ import annotations

import difflib
import os
import re
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from antifreeze.cli.output import emit, is_terminal
from antifreeze.cli.progress import Progress
from antifreeze.cli.question import configured, options
from antifreeze.errors import UsageError
from antifreeze.fix.plan import Fix
from antifreeze.fix.text import Text
from antifreeze.mending import Chooser, Mended
from antifreeze.model.finding import Finding
from antifreeze.model.source import SourceFile
from antifreeze.present._wording import clean
from antifreeze.store.files import replace_file

LEFT, NOTHING_LEFT = 1, 0
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
"""A line with its end; unlike for `splitlines`, a form feed ends none."""


@click.command("fix", help="Mend the blocking calls in PATHS where that keeps what the code does.")
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--diff", is_flag=True, help="Show what would change, and write nothing.")
@click.option("--check", "only_check", is_flag=True, help="Write nothing; exit with 1 if something could be mended.")
@click.option("--interactive", is_flag=True, help="Ask before each fix.")
@click.option("--unsafe", is_flag=True, help="Also move to asynchronous libraries, which may change what code does.")
@click.option("--config", "config_path", type=click.Path(), help="Read this configuration file.")
@click.option("--no-config", is_flag=True, help="Read no configuration file.")
@options
def command(
    paths: tuple[str, ...],
    diff: bool,
    only_check: bool,
    interactive: bool,
    unsafe: bool,
    config_path: str | None,
    no_config: bool,
    **given: Any,
) -> int:
    """Run the fixes."""
    from antifreeze.catalog.packaged import load_loop_bound, load_packaged
    from antifreeze.discover.sources import discover
    from antifreeze.engine import Ports, Request
    from antifreeze.mending import mend
    from antifreeze.store.stubs import read_stub

    config = configured(paths, config_path, no_config, None, given)
    with Progress() as progress:
        found = discover(paths or config.source or (".",), config, os.getcwd())
        ports = Ports(read_stub, load_packaged, time.perf_counter, progress.tell)
        sources = {source.path: source for source in found.sources}
        request = Request(found.sources, found.errors, config)
        mended = mend(request, ports, load_loop_bound, _asking() if interactive else _all, unsafe)
    if diff:
        emit("".join(_diff(sources, mended)))
    if not diff and not only_check:
        _write(sources, mended, found.places)
    _tell(mended, written=not diff and not only_check)
    if diff or only_check:
        return LEFT if mended.fixes else NOTHING_LEFT
    worst = config.fail_on
    left = worst is not None and any(refusal.finding.severity >= worst for refusal in mended.refused)
    return LEFT if left else NOTHING_LEFT


def _all(_fix: Fix, _content: bytes) -> bool:
    return True


def _asking() -> Chooser:
    """Asks about each fix, until one is answered for all that follow."""
    settled: list[bool] = []

    def ask(fix: Fix, content: bytes) -> bool:
        if settled:
            return settled[0]
        finding = fix.finding
        click.echo(_about(finding, finding.message), err=True)
        after = Text(content).edited(list(fix.edits))
        for line in _lines(finding.path, content, after):
            click.echo(_harmless(line), nl=False, err=True)
        answer = _answer()
        if answer in ("a", "q"):
            settled.append(answer == "a")
        return answer in ("y", "a")

    return ask


def _answer() -> str:
    from rich.console import Console
    from rich.prompt import Prompt

    try:
        return Prompt.ask("mend it?", choices=["y", "n", "a", "q"], default="y", console=Console(stderr=True))
    except EOFError:
        raise click.Abort from None


def _about(finding: Finding, message: str) -> str:
    return clean(f"{finding.path}:{finding.line}:{finding.column}: {finding.code} {message}")


def _harmless(line: str) -> str:
    """A line as a terminal may show it: what would move its cursor or change its colours is spelled out."""
    return "".join(char if char in "\t\n" else clean(char) for char in line)


def _diff(sources: dict[str, SourceFile], mended: Mended) -> Iterator[str]:
    for path in sorted(mended.contents):
        for line in _lines(path, sources[path].content, mended.contents[path]):
            shown = _harmless(line) if is_terminal() else line
            yield click.style(shown, fg=_color(line)) if is_terminal() and not os.environ.get("NO_COLOR") else shown


def _color(line: str) -> str | None:
    if line.startswith(("+++", "---")):
        return None
    return {"+": "green", "-": "red", "@": "cyan"}.get(line[:1])


def _lines(path: str, before: bytes, after: bytes) -> Iterator[str]:
    old, new = (_LINE.findall(Text(content).value) for content in (before, after))
    for line in difflib.unified_diff(old, new, clean(path), clean(path)):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _write(sources: dict[str, SourceFile], mended: Mended, places: dict[str, str]) -> None:
    """Write each file whole, unless it has changed since it was read; what fails stops none of the others."""
    failed: list[UsageError] = []
    for path, content in mended.contents.items():
        target = Path(os.path.realpath(places[path]))
        try:
            if target.read_bytes() == sources[path].content:
                replace_file(target, content)
                continue
            problem, hint = "changed while it was analysed, and is left as it is", "run it again"
        except OSError as error:
            problem, hint = f"cannot be written: {error.strerror}", "nothing of it changed"
        failed.append(UsageError(problem, where=clean(path), hint=hint))
    for other in failed[:-1]:
        click.echo(f"antifreeze: {other}", err=True)
    if failed:
        raise failed[-1]


def _tell(mended: Mended, written: bool) -> None:
    """What was done and what is left, on standard error."""
    for left in mended.refused:
        click.echo(_about(left.finding, f"left: {left.reason}"), err=True)
    done = "mended" if written else "could mend"
    kinds = ", ".join(f"{count} x {what}" for what, count in Counter(fix.what for fix in mended.fixes).most_common())
    files = len(mended.contents)
    click.echo(
        f"{done} {len(mended.fixes)} findings in {files} files{f' ({kinds})' if kinds else ''}; "
        f"{len(mended.refused)} left to you",
        err=True,
    )
