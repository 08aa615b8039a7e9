"""`antifreeze why`: every way from one function to what blocks, and who on the loop gets there."""

from __future__ import annotations

import json
from typing import Any

import click

from antifreeze.cli.graph import ways_of
from antifreeze.cli.output import emit
from antifreeze.cli.question import analysing
from antifreeze.config.merge import nearest
from antifreeze.errors import UsageError
from antifreeze.model.ways import CallSlice
from antifreeze.present._graph import edge_as_json
from antifreeze.present._wording import clean, plural

_MAX_CALLERS = 12


@click.command("why", help="Tell every way from FUNCTION (app.api.get, Api.get or get) to what blocks, in PATHS.")
@click.argument("function")
@click.option(
    "--format", "format_", type=click.Choice(["text", "json"]), default="text", help="For people or machines."
)
@analysing
def command(function: str, format_: str, **given: Any) -> int:
    """Print the ways."""
    ways = ways_of(given)
    names = ways.named(function)
    if not names:
        raise UsageError(
            f'no function on the loop, or on a way from there, is called "{function}"', hint=_hint(function, ways)
        )
    if format_ == "json":
        emit(json.dumps([_as_json(ways, name) for name in names], indent=2) + "\n")
    else:
        emit("\n".join(_told(ways, name) for name in names))
    return 0


def _hint(function: str, ways: CallSlice) -> str:
    known = sorted({*ways.on_loop, *ways.functions()})
    return nearest(function, known) if known else "nothing runs on a loop here"


def _told(ways: CallSlice, name: str) -> str:
    context = ways.on_loop.get(name)
    found = ways.ways_from(name)
    outcome = plural(len(found), "blocking call") if found else "nothing that blocks"
    lines = [f"{name} ({context or 'a helper'}) reaches {outcome}"]
    for way in found:
        last = way[-1]
        lines += ["", f"  {last.code} {last.callee}, {last.severity.label}"]
        lines += [f"    {edge.path}:{edge.line}:{edge.column}  {edge.callee}" for edge in way]
    callers = ways.reaching(name)
    if callers and found:
        lines += ["", f"  reached from {plural(len(callers), 'function')} on the loop:"]
        lines += [f"    {caller}" for caller in callers[:_MAX_CALLERS]]
        if len(callers) > _MAX_CALLERS:
            lines.append(f"    and {len(callers) - _MAX_CALLERS:,} more (--format json lists all)")
    return "".join(f"{clean(line)}\n" for line in lines)


def _as_json(ways: CallSlice, name: str) -> dict[str, object]:
    return {
        "function": name,
        "on_loop": ways.on_loop.get(name),
        "ways": [[edge_as_json(edge) for edge in way] for way in ways.ways_from(name)],
        "reached_from": ways.reaching(name),
    }
