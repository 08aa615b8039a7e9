"""`antifreeze graph`: the ways from the loop to what blocks, as a graph."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from antifreeze.cli.analysis import analyse
from antifreeze.cli.output import emit
from antifreeze.cli.question import analysing, asked
from antifreeze.model.ways import CallSlice
from antifreeze.present._graph import GRAPHS
from antifreeze.store.files import check_writable, write_atomically


@click.command("graph", help="Draw the ways from functions on the loop to what blocks, in PATHS.")
@click.option("--format", "format_", type=click.Choice(list(GRAPHS)), default="dot", help="For Graphviz by default.")
@click.option("--output", default="-", metavar="FILE", help="Where to write it; - for standard output.")
@analysing
def command(format_: str, output: str, **given: Any) -> int:
    """Write the graph."""
    if output != "-":
        check_writable(Path(output))
    text = GRAPHS[format_](ways_of(given))
    if output == "-":
        emit(text)
    else:
        write_atomically(Path(output), text)
    return 0


def ways_of(given: dict[str, Any]) -> CallSlice:
    """The ways in what the options ask for."""
    question = asked(given)
    question.run.ways = True
    ways = analyse(question.paths, question.config, question.run).ways
    assert ways is not None
    return ways
