"""`antifreeze check`: analyse, report, and tell the outcome by the exit status."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import msgspec

from antifreeze.cli.analysis import STDIN, analyse_whole, focused
from antifreeze.cli.focus import on_changes, shown_names
from antifreeze.cli.output import emit, encoding_of_output, is_terminal
from antifreeze.cli.question import Question, analysing, asked
from antifreeze.config.options import Config
from antifreeze.errors import UsageError
from antifreeze.model.finding import Report
from antifreeze.present import Style, formats, render
from antifreeze.store.files import check_writable, write_atomically

if TYPE_CHECKING:
    from antifreeze.store.git import Lines

FINDINGS, NOT_ANALYSED = 1, 3


@click.command(
    "check", help="Find blocking calls that can run on the event loop, in PATHS (default: the current folder)."
)
@click.option(
    "--format", "formats_", multiple=True, metavar="NAME", help=f"One of {', '.join(formats())}; may be repeated."
)
@click.option(
    "--output", multiple=True, metavar="FILE", help="Where the format at the same place goes; - for standard output."
)
@click.option(
    "--stdin-filename", metavar="FILE", help="The name of the file whose text comes on standard input (path -)."
)
@click.option(
    "--program",
    type=click.Path(exists=True),
    metavar="FOLDER",
    help="Analyse FOLDER whole, but report only what passes through PATHS.",
)
@click.option("--package", multiple=True, metavar="NAME", help="Analyse an installed package of the environment.")
@click.option("--since", metavar="REV", help="Report only what passes through lines changed since a git revision.")
@click.option("--prune", is_flag=True, help="Remove the baseline's rows that no longer occur.")
@click.option("--statistics", is_flag=True, help="Count findings by rule, library and module, on standard error.")
@click.option("--with-fixes", is_flag=True, help="Tell the fixes that are sure in the formats json and sarif.")
@analysing
def command(
    formats_: tuple[str, ...],
    output: tuple[str, ...],
    stdin_filename: str | None,
    program: str | None,
    package: tuple[str, ...],
    since: str | None,
    prune: bool,
    statistics: bool,
    with_fixes: bool,
    **given: Any,
) -> int:
    """Run the check."""
    targets = _targets(formats_, output)
    question = asked(given, stdin_filename, program)
    if package:
        question = _of_packages(question, package, bool(given["paths"]))
    question.run.fixes = with_fixes
    if prune and not question.config.baseline:
        raise UsageError("--prune needs a baseline", hint="name it with --baseline")
    changed = _changes(since, question) if since is not None else None
    report = analyse_whole(question.paths, question.config, question.run)
    if question.config.baseline:
        report = _without_known(report, question, prune)
    report = focused(report, question.paths, question.run)
    if changed is not None:
        report = on_changes(report, changed)
    if statistics:
        from antifreeze.present._statistics import statistics as counted

        click.echo(f"{question.run.told(report)}\n{counted(report)}", err=True, nl=False)
    for name, destination in targets:
        if destination == "-":
            emit(render(name, report, _style()))
        else:
            write_atomically(Path(destination), render(name, report, Style()))
    return status_of(report, question.config)


def _of_packages(question: Question, names: tuple[str, ...], beside: bool) -> Question:
    """The question about installed packages, in place of the configured paths or beside those of the command line."""
    from antifreeze.cli.analysis import libraries_of

    libraries = libraries_of(question.paths, question.config, question.run)
    if libraries is None:
        raise UsageError("--package needs an environment", hint="name it with --python")
    found = [libraries.locate(name) for name in names]
    for name, place in zip(names, found, strict=True):
        if place is None:
            raise UsageError(f"no package {name} in {libraries.prefix}", hint="name it as it is imported")
    tops = tuple(os.path.dirname(place[0]) if place[1] else place[0] for place in found if place is not None)
    return msgspec.structs.replace(question, paths=(*(question.paths if beside else ()), *tops))


def _changes(since: str, question: Question) -> dict[str, Lines]:
    """The changed lines by path; all of standard input is taken for changed."""
    from antifreeze.store.git import WHOLE, changed_since

    changed = changed_since(since, os.getcwd())
    if "-" in question.paths:
        changed.update((name, WHOLE) for name in shown_names(["-"], question.run.stdin_filename or STDIN))
    return changed


def _without_known(report: Report, question: Question, prune: bool) -> Report:
    """The report without what the baseline knows; tells how much that is, and which rows are out of date."""
    from antifreeze.cli.baseline import without_known
    from antifreeze.store.baseline import read_baseline, write_baseline

    path, outcome = Path(question.config.baseline), without_known(report, question)
    count = len(outcome.gone)
    fate = "removed" if prune else "remove them with --prune"
    gone = f", {count} {'row' if count == 1 else 'rows'} no longer found ({fate}):" if count else ""
    click.echo(f"{path}: {outcome.known} known left{gone}", err=True)
    for row in outcome.gone:
        click.echo(f"  {row}", err=True)
    if prune and outcome.gone:
        write_baseline(path, set(read_baseline(path)) - set(outcome.gone))
    return outcome.report


def status_of(report: Report, config: Config) -> int:
    """The exit status: 1 for findings that fail the run, 3 for files that could not be analysed, else 0."""
    worst = config.fail_on
    if worst is not None and any(finding.severity >= worst for finding in report.findings):
        return FINDINGS
    return NOT_ANALYSED if config.strict and report.errors else 0


def _targets(names: tuple[str, ...], output: tuple[str, ...]) -> list[tuple[str, str]]:
    """Each format with its destination; one without goes to standard output."""
    known = formats()
    chosen = names or ("rich",)
    for name in chosen:
        if name not in known:
            raise UsageError(f'unknown format "{name}"', hint=f"one of {', '.join(known)}")
    if len(output) > len(chosen):
        raise UsageError("more --output than --format", hint="name a format for each file")
    destinations = [*output, *["-"] * (len(chosen) - len(output))]
    for destination in destinations:
        if destination != "-":
            check_writable(Path(destination))
    return list(zip(chosen, destinations, strict=True))


def _style() -> Style:
    """How the report may look on standard output."""
    columns = os.environ.get("COLUMNS", "")
    width = int(columns) if columns.isdecimal() else 0
    if not width:
        width = os.get_terminal_size().columns if is_terminal() else 100
    color = is_terminal() and not os.environ.get("NO_COLOR")
    return Style(min(max(width, 60), 200), color, encoding_of_output())
