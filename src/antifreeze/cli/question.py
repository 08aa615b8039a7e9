"""What the commands that analyse share: the paths, the configuration, and how to run."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import click
import msgspec

from antifreeze.cli.analysis import STDIN, Run
from antifreeze.cli.focus import shown_names
from antifreeze.config.merge import overridden
from antifreeze.config.options import OPTIONS, Config
from antifreeze.errors import UsageError
from antifreeze.store.cache import FOLDER
from antifreeze.store.knowledge import installed
from antifreeze.store.settings import find_config, read_config


class Question(msgspec.Struct, frozen=True):
    """What to analyse, under which configuration, and how."""

    paths: tuple[str, ...]
    config: Config
    run: Run

    def looked_at(self) -> list[str]:
        """The paths that are analysed, as the configuration's folder sees them."""
        from antifreeze.config.selection import path_in_config

        paths = self.paths if self.run.program is None else (self.run.program, *self.paths)
        return [path_in_config(name, self.config) for name in shown_names(paths, self.run.stdin_filename or STDIN)]


def analysing(function: Any) -> Any:
    """The argument and the options of a command that analyses; `asked` takes their values."""
    decorators = [
        click.argument("paths", nargs=-1, type=click.Path()),
        click.option("--config", "config_path", type=click.Path(), help="Read this configuration file."),
        click.option("--no-config", is_flag=True, help="Read no configuration file."),
        click.option("--jobs", type=click.IntRange(min=1), metavar="N", help="How many processes read large trees."),
        click.option("--cache-dir", type=click.Path(), help="Where to keep what later runs reuse (.antifreeze_cache)."),
        click.option("--no-cache", is_flag=True, help="Reuse nothing, and keep nothing."),
        click.option("--executor", metavar="SPEC", help="Read large trees on a Dask cluster: dask:tcp://host:port."),
    ]
    function = options(function)
    for decorator in reversed(decorators):
        function = decorator(function)
    return function


def options(function: Any) -> Any:
    """The options of the configuration, in the order of the documentation."""
    for option in reversed([option for option in OPTIONS if option.on_command_line]):
        function = _flag(option.key, option.kind, option.help)(function)
    return function


def _flag(key: str, kind: str, text: str) -> Any:
    """An option of the configuration as one of the command line."""
    flag = f"--{key}"
    if kind == "flag":
        return click.option(f"{flag}/--no-{key}", default=None, help=text)
    if kind == "number":
        return click.option(flag, type=float, default=None, help=text)
    if kind == "severity":
        return click.option(flag, default=None, metavar="SEVERITY", help=text)
    if kind == "text":
        return click.option(flag, default=None, metavar="FILE", help=text)
    return click.option(flag, multiple=True, metavar="TEXT", help=text)


def asked(given: dict[str, Any], stdin_filename: str | None = None, program: str | None = None) -> Question:
    """The question that the values of the options spell; raises `AntifreezeError` where it makes no sense."""
    paths: tuple[str, ...] = given["paths"]
    if stdin_filename is not None and "-" not in paths:
        raise UsageError("--stdin-filename names the text of standard input", hint="give - as the path")
    config = configured(paths, given["config_path"], given["no_config"], stdin_filename, given)
    cache = None if given["no_cache"] else given["cache_dir"] or FOLDER
    run = Run(stdin_filename, cache, given["jobs"] or _usable_cores(), given["executor"] or "", program)
    return Question(paths or config.source or (".",), config, run)


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


def _usable_cores() -> int:
    """How many cores this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)  # not on every system
    return len(affinity(0)) if affinity is not None else os.cpu_count() or 1
