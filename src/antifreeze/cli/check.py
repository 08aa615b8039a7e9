"""`antifreeze check`: analyse, report, and tell the outcome by the exit status."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import click
import msgspec

from antifreeze.cli.analysis import Run, analyse, usable_cores
from antifreeze.cli.output import emit, encoding_of_output, is_terminal
from antifreeze.config.merge import overridden
from antifreeze.config.options import OPTIONS, Config
from antifreeze.errors import UsageError
from antifreeze.model.finding import Report
from antifreeze.present import Style, formats, render
from antifreeze.store.cache import FOLDER
from antifreeze.store.files import check_writable, write_atomically
from antifreeze.store.knowledge import installed
from antifreeze.store.settings import find_config, read_config

FINDINGS, NOT_ANALYSED = 1, 3


def options(function: Any) -> Any:
    """The options of the configuration as click options, in the order of the documentation."""
    for option in reversed([option for option in OPTIONS if option.on_command_line]):
        flag = f"--{option.key}"
        if option.kind == "flag":
            function = click.option(f"{flag}/--no-{option.key}", default=None, help=option.help)(function)
        elif option.kind == "number":
            function = click.option(flag, type=float, default=None, help=option.help)(function)
        elif option.kind == "severity":
            function = click.option(flag, default=None, metavar="SEVERITY", help=option.help)(function)
        else:
            function = click.option(flag, multiple=True, metavar="TEXT", help=option.help)(function)
    return function


@click.command(
    "check", help="Find blocking calls that can run on the event loop, in PATHS (default: the current folder)."
)
@click.argument("paths", nargs=-1, type=click.Path())
@click.option(
    "--format", "formats_", multiple=True, metavar="NAME", help=f"One of {', '.join(formats())}; may be repeated."
)
@click.option(
    "--output", multiple=True, metavar="FILE", help="Where the format at the same place goes; - for standard output."
)
@click.option("--config", "config_path", type=click.Path(), help="Read this configuration file.")
@click.option("--no-config", is_flag=True, help="Read no configuration file.")
@click.option(
    "--stdin-filename", metavar="FILE", help="The name of the file whose text comes on standard input (path -)."
)
@click.option(
    "--program",
    type=click.Path(exists=True),
    metavar="FOLDER",
    help="Analyse FOLDER whole, but report only what passes through PATHS.",
)
@click.option("--jobs", type=click.IntRange(min=1), metavar="N", help="How many processes read large trees.")
@click.option("--cache-dir", type=click.Path(), help="Where to keep what later runs can reuse (.antifreeze_cache).")
@click.option("--no-cache", is_flag=True, help="Reuse nothing, and keep nothing.")
@click.option("--executor", metavar="SPEC", help="Read large trees on a Dask cluster: dask:tcp://host:port.")
@click.option("--statistics", is_flag=True, help="Tell on standard error what was read and reused, and the time taken.")
@options
def command(
    paths: tuple[str, ...],
    formats_: tuple[str, ...],
    output: tuple[str, ...],
    config_path: str | None,
    no_config: bool,
    stdin_filename: str | None,
    program: str | None,
    jobs: int | None,
    cache_dir: str | None,
    no_cache: bool,
    executor: str | None,
    statistics: bool,
    **given: Any,
) -> int:
    """Run the check."""
    targets = _targets(formats_, output)
    if stdin_filename is not None and "-" not in paths:
        raise UsageError("--stdin-filename names the text of standard input", hint="give - as the path")
    config = configured(paths, config_path, no_config, stdin_filename, given)
    cache = None if no_cache else cache_dir or FOLDER
    run = Run(stdin_filename, cache, jobs or usable_cores(), executor or "", program)
    report = analyse(paths or config.source or (".",), config, run)
    if statistics:
        click.echo(run.told(report), err=True)
    for name, destination in targets:
        if destination == "-":
            emit(render(name, report, _style()))
        else:
            write_atomically(Path(destination), render(name, report, Style()))
    return status_of(report, config)


def status_of(report: Report, config: Config) -> int:
    """The exit status: 1 for findings that fail the run, 3 for files that could not be analysed, else 0."""
    worst = config.fail_on
    if worst is not None and any(finding.severity >= worst for finding in report.findings):
        return FINDINGS
    return NOT_ANALYSED if config.strict and report.errors else 0


def configured(
    paths: tuple[str, ...],
    config_path: str | None,
    no_config: bool,
    stdin_filename: str | None,
    given: dict[str, Any],
) -> Config:
    """The configuration, with the options of the command line over it, and what installed libraries tell below it."""
    config = overridden(_config(paths, config_path, no_config, stdin_filename), given)
    found = installed()
    return msgspec.structs.replace(config, knowledge=(*found, *config.knowledge)) if found else config


def _config(paths: tuple[str, ...], config_path: str | None, no_config: bool, stdin_filename: str | None) -> Config:
    """The configuration: the named one, none, or the nearest at or above the first path."""
    if no_config:
        return Config()
    if config_path is not None:
        return read_config(Path(config_path))
    first = paths[0] if paths else "."
    start = (stdin_filename or "stdin.py") if first == "-" else first
    found = find_config(Path(os.path.abspath(start)))
    return read_config(found) if found is not None else Config()


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
