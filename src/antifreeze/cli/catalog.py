"""`antifreeze catalog`: what the catalog holds, and whether it is true of the libraries that are installed."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable

import click
import msgspec

from antifreeze.catalog.index import Sink
from antifreeze.catalog.packaged import load_packaged, packaged_claims, packaged_hooks
from antifreeze.cli.output import emit
from antifreeze.config.merge import nearest
from antifreeze.errors import UsageError
from antifreeze.model.rule import CATEGORY_RULES
from antifreeze.store.verify import Verification, verify

NOT_TRUE = 1


@click.group("catalog", help="List the catalog, or prove it against the libraries that are installed.")
def command() -> None:
    """What is known of libraries."""


@command.command("list", help="List what blocks, one call a line.")
@click.option("--library", "libraries", multiple=True, metavar="NAME", help="Only this distribution; may be repeated.")
@click.option("--hooks", is_flag=True, help="List what runs a callable instead, and where it runs it.")
@click.option(
    "--format", "format_", type=click.Choice(["text", "json"]), default="text", help="For people or machines."
)
def list_(libraries: tuple[str, ...], hooks: bool, format_: str) -> None:
    """Print the sinks, or the hooks."""
    if hooks:
        _list_hooks(libraries, format_)
        return
    wanted = chosen(libraries, {sink.library: None for sink in load_packaged().all_sinks()})
    sinks = [sink for sink in load_packaged().all_sinks() if sink.library in wanted]
    if format_ == "json":
        emit(json.dumps([_as_json(sink) for sink in sinks], indent=2) + "\n")
        return
    width = max(len(sink.name) for sink in sinks)
    emit("".join(f"{sink.name:<{width}}  {_rule(sink)}  {sink.severity.label:<7}  {sink.library}\n" for sink in sinks))


def _rule(sink: Sink) -> str:
    return CATEGORY_RULES[sink.category].code


def _as_json(sink: Sink) -> dict[str, object]:
    return {
        "library": sink.library,
        "call": sink.name,
        "how": sink.how,
        "code": _rule(sink),
        "category": sink.category,
        "wait": sink.wait.value,
        "severity": sink.severity.label,
        "unless": [condition.text for condition in sink.unless],
        "typical_seconds": sink.typical_seconds,
        "remedy": msgspec.to_builtins(sink.remedy),
    }


def _list_hooks(libraries: tuple[str, ...], format_: str) -> None:
    facts = packaged_hooks()
    wanted = chosen(libraries, {fact.library: None for fact in facts})
    facts = [fact for fact in facts if fact.library in wanted]
    if format_ == "json":
        emit(json.dumps([msgspec.to_builtins(fact) for fact in facts], indent=2) + "\n")
        return
    width = max(len(fact.spelled) for fact in facts)
    emit("".join(f"{fact.spelled:<{width}}  {fact.table:<8}  {fact.checked}\n" for fact in facts))


def chosen(wanted: Iterable[str], known: dict[str, None] | dict[str, object]) -> list[str]:
    """The libraries that are asked for, all for none; raises `UsageError` for one that the catalog does not know."""
    by_name = {name.lower().replace("_", "-"): name for name in known}
    names = []
    for name in wanted:
        spelt = name.lower().replace("_", "-")
        if spelt not in by_name:
            raise UsageError(f'the catalog speaks of no library "{name}"', hint=nearest(spelt, by_name))
        names.append(by_name[spelt])
    return names or sorted(by_name.values(), key=str.lower)


@command.command("verify", help="Import LIBRARIES (default: all that are installed) and prove what is said of them.")
@click.argument("libraries", nargs=-1)
@click.option("--python", default=sys.executable, metavar="FILE", help="The Python in whose environment to look.")
@click.option(
    "--format", "format_", type=click.Choice(["text", "json"]), default="text", help="For people or machines."
)
@click.option("--all", "everything", is_flag=True, help="Name also the libraries that are not installed.")
def verify_(libraries: tuple[str, ...], python: str, format_: str, everything: bool) -> int:
    """Print what holds, what does not, and what could not be checked; status 1 where something does not hold."""
    claims = packaged_claims()
    names = chosen(libraries, dict.fromkeys(claims))
    outcomes = []
    for outcome in verify({name: claims[name] for name in names}, python):
        if not outcome.version and not libraries and not everything:
            continue
        outcomes.append(outcome)
        if format_ == "text":
            emit(_told(outcome))
    if format_ == "json":
        emit(json.dumps([msgspec.to_builtins(outcome) for outcome in outcomes]) + "\n")
    else:
        emit(_summary(outcomes))
    return NOT_TRUE if any(outcome.count("failed") for outcome in outcomes) else 0


@command.command("derive", help="Write the catalog of LIBRARIES from their installed source, for review.")
@click.argument("libraries", nargs=-1, required=True)
@click.option("--python", default="", metavar="PATH", help="The environment where they are installed.")
@click.option("--output", type=click.Path(), metavar="PATH", help="A file for one library, a folder for several.")
def derive_(libraries: tuple[str, ...], python: str, output: str | None) -> None:
    """Print what was derived, or write a file a library."""
    from antifreeze.cli.derive import derived, write

    write(derived(libraries, python), output)


def _told(outcome: Verification) -> str:
    if not outcome.version:
        return f"{outcome.library}: not installed\n"
    counts = [f"{outcome.count(state)} {state}" for state in ("verified", "failed", "kept", "unchecked")]
    lines = [f"{outcome.library} {outcome.version}: {', '.join(counts)}"]
    for verdict in outcome.verdicts:
        if verdict.state != "verified":
            claim = verdict.claim
            lines.append(f"  {verdict.state}: {claim.name} ({claim.kind}, {claim.entry}): {verdict.reason}")
    return "\n".join(lines) + "\n"


def _summary(outcomes: list[Verification]) -> str:
    checked = [outcome for outcome in outcomes if outcome.version]
    counts = {state: sum(one.count(state) for one in checked) for state in ("verified", "failed", "kept", "unchecked")}
    return f"{len(checked)} libraries: {', '.join(f'{count} {state}' for state, count in counts.items())}\n"
