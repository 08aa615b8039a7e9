"""`antifreeze explain`: a rule, or a call of the catalog."""

from __future__ import annotations

import click

from antifreeze.catalog.packaged import load_packaged
from antifreeze.catalog.pages import page_of
from antifreeze.catalog.rows import Sink
from antifreeze.cli.output import emit
from antifreeze.config.merge import nearest
from antifreeze.errors import UsageError
from antifreeze.model.rule import CATEGORY_RULES, RULES
from antifreeze.present._wording import advice


@click.command("explain", help="Explain a rule (AF102) or a call (requests.get).")
@click.argument("what")
def command(what: str) -> int:
    """Print what is known."""
    if what.upper() in RULES:
        rule = RULES[what.upper()]
        emit(f"{rule.code} {rule.name}: {rule.summary}\ncategory: {rule.category}\n\n{page_of(rule.code)}")
        return 0
    catalog = load_packaged()
    names = [catalog.canonical(what), catalog.canonical(f"builtins.{what}")]
    found = [sink for name in names for how in ("call", "with", "iterate") if (sink := catalog.sinks(name, how))]
    if not found:
        known = sorted({sink.name for sink in catalog.all_sinks()} | set(RULES))
        raise UsageError(f'nothing is known of "{what}"', hint=nearest(what, known))
    for sink in found:
        emit(f"{_told(sink)}\n")
    return 0


def _told(sink: Sink) -> str:
    rule = CATEGORY_RULES[sink.category]
    lines = [f"{sink.name}: {rule.code} {rule.name}, {sink.severity.label} (waits: {sink.wait.value})"]
    if sink.how != "call":
        lines.append("  blocks when it is entered" if sink.how == "with" else "  blocks when it is iterated")
    lines.extend(f"  does not block when {condition.text}" for condition in sink.unless)
    hint = advice(sink.remedy)
    if hint:
        lines.append(f"  remedy: {hint}")
    if sink.remedy.docs:
        lines.append(f"  docs: {sink.remedy.docs}")
    return "\n".join(lines)
