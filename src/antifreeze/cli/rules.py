"""`antifreeze rules`: the table of rules."""

from __future__ import annotations

import click

from antifreeze.cli.output import emit
from antifreeze.model.rule import DEFAULT_OFF, RULES


@click.command("rules", help="List the rules.")
def command() -> int:
    """Print each rule's code, name and summary."""
    for rule in RULES.values():
        off = " (off by default)" if rule.code in DEFAULT_OFF else ""
        emit(f"{rule.code}  {rule.name:<28} {rule.summary}{off}\n")
    return 0
