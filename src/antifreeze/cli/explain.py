"""`antifreeze explain`: a rule, or a call of the catalog."""

from __future__ import annotations

import textwrap

import click

from antifreeze.catalog.hooks import WHERE, HookFact
from antifreeze.catalog.packaged import load_packaged, packaged_hooks
from antifreeze.catalog.pages import page_of
from antifreeze.catalog.rows import HOWS, Sink
from antifreeze.cli.output import emit
from antifreeze.config.merge import nearest
from antifreeze.errors import UsageError
from antifreeze.model.rule import CATEGORY_RULES, RULES, Wait
from antifreeze.present._wording import advice

_WHY = {
    Wait.UNBOUNDED: "it waits for somebody else, without an upper bound, and the loop waits with it",
    Wait.DISK: "it waits for the disk (or a network file system), and the loop waits with it",
    Wait.CPU: "it computes, and the loop gets no turn meanwhile",
    Wait.SHORT: "it asks the operating system: a short wait, on a network file system a long one",
}


@click.command("explain", help="Explain a rule (AF102, blocking-http) or a call (requests.get).")
@click.argument("what")
def command(what: str) -> int:
    """Print what is known."""
    rule = RULES.get(what.upper()) or next((rule for rule in RULES.values() if rule.name == what), None)
    if rule is not None:
        emit(f"{rule.code} {rule.name}: {rule.summary}\ncategory: {rule.category}\n\n{page_of(rule.code)}")
        return 0
    catalog = load_packaged()
    names = list(dict.fromkeys((catalog.canonical(what), catalog.canonical(f"builtins.{what}"))))
    found = [sink for name in names for how in HOWS if (sink := catalog.sinks(name, how))]
    for sink in found:
        emit(f"{_told(sink)}\n")
    if found:
        return 0
    told = [f"{name}: not reported, {catalog.refused[name]}\n" for name in names if name in catalog.refused]
    told += [_hook(fact) for fact in packaged_hooks() if fact.name in names]
    if told:
        emit("".join(told))
        return 0
    names_of_hooks = {fact.name for fact in packaged_hooks()}
    known = sorted({sink.name for sink in catalog.all_sinks()} | names_of_hooks | set(RULES))
    raise UsageError(f'nothing is known of "{what}"', hint=nearest(what, known))


def _hook(fact: HookFact) -> str:
    runs = "the method" if fact.how == "method" else "the function" if fact.how == "decorator" else "the callable"
    unless = f", unless {' or '.join(fact.unless)}" if fact.unless else ""
    return f"{fact.spelled}: {runs} runs {WHERE[fact.table]}{unless} ({fact.library}; checked in {fact.checked})\n"


def _told(sink: Sink) -> str:
    from antifreeze.cli.example import shown

    rule = CATEGORY_RULES[sink.category]
    lines = [f"{sink.name}: {rule.code} {rule.name}, {sink.severity.label} ({sink.library})"]
    when = {"call": "", "with": " when it is entered", "iterate": " when it is iterated"}[sink.how]
    lines.append(f"  blocks{when}: {_WHY[sink.wait]}")
    if sink.typical_seconds is not None:
        lines.append(f"  typically holds the loop for {sink.typical_seconds:g} s")
    lines.extend(f"  does not block when {condition.text}" for condition in sink.unless)
    hint = advice(sink.remedy)
    if hint:
        lines.append(f"  remedy: {hint}")
    if sink.remedy.docs:
        lines.append(f"  docs: {sink.remedy.docs}")
    example = shown(sink)
    if example is not None:
        before, after = example
        for title, text in (("blocks", before), *(("does not", text) for text in after)):
            lines += ["", f"  {title}:", "", textwrap.indent(text.strip(), "      ")]
    return "\n".join(lines)
