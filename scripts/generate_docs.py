"""Write the pages of docs/ that the code knows best; `--check` only tells whether they are fresh."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

import click  # noqa: E402 (the clone's own source comes first)

from antifreeze.catalog.index import Sink  # noqa: E402 (the clone's own source)
from antifreeze.catalog.packaged import load_packaged  # noqa: E402 (as above)
from antifreeze.cli.check import command  # noqa: E402 (as above)
from antifreeze.config.options import OPTIONS, Config  # noqa: E402 (the clone's own source)
from antifreeze.model.rule import CATEGORY_RULES, DEFAULT_OFF, RULES, Severity  # noqa: E402 (as above)

_KINDS = {
    "texts": "list of texts",
    "text": "text",
    "number": "number",
    "flag": "true or false",
    "severity": "text",
    "table": "table of texts",
    "table-of-lists": "table of lists",
    "entries": "list of tables",
}


def options_page() -> str:
    """Every option: where it can be given, its type, default and meaning."""
    lines = [
        "# Options",
        "",
        "Options stand in `antifreeze.toml`, or under `[tool.antifreeze]` in `pyproject.toml`; the nearest one at or",
        "above the first path holds. Most can be given on the command line too, where they win: a list replaces the",
        "file's list, and a flag has an opposite (`--no-strict`). Paths and patterns in the file are relative to the",
        "file's folder, those on the command line to the working directory.",
        "",
        "| key | type | default | command line | meaning |",
        "|---|---|---|---|---|",
    ]
    defaults = Config()
    for option in OPTIONS:
        value = getattr(defaults, option.field)
        shown = value.label if isinstance(value, Severity) else value
        default = "" if shown in ((), {}, None, "") else f"`{str(shown).lower()}`"
        flag = f"`--{option.key}`" if option.on_command_line else ""
        lines.append(f"| `{option.key}` | {_KINDS[option.kind]} | {default} | {flag} | {option.help} |")
    return "\n".join([*lines, "", *_command_line(), *_TABLES])


def _command_line() -> list[str]:
    """What `antifreeze check` takes beside the options of the configuration."""
    known = {option.field for option in OPTIONS}
    flags = [option for option in command.params if isinstance(option, click.Option) and option.name not in known]
    rows = [f"| `{' '.join(filter(None, (flag.opts[0], flag.metavar)))}` | {flag.help} |" for flag in flags]
    return ["## Only on the command line", "", "| option | meaning |", "|---|---|", *rows, ""]


_TABLES = """## Knowledge of your own

The tables of the catalog can stand in the configuration, in the catalog's own format. They win over the catalog.

```toml
[[tool.antifreeze.blocking]]            # a call that blocks
call = "vendor.Client.fetch"
category = "http"
wait = "unbounded"                      # unbounded, disk, cpu or short
remedy = "vendor.AsyncClient.fetch"

[[tool.antifreeze.offload]]             # a call that runs its callable elsewhere
call = "company.pool.run"
callable = 0                            # the place of the callable among the arguments

[[tool.antifreeze.on_loop]]             # methods that a framework calls on the loop
subclass_of = "vendor.Handler"
methods = ["on_message"]

[[tool.antifreeze.allow]]               # a call that may block, and why that is fine
call = "vendor.Client.ping"
reason = "answers from memory"
```

Many such tables are better kept in files of their own, in the same format without `tool.antifreeze.`:

```toml
[tool.antifreeze]
catalogs = ["company.toml"]             # relative to this file
```

A library can ship what is to be known of it: a catalog file as package data, named in the entry-point group
`antifreeze.catalogs`. It is read where the library is installed beside antifreeze, and never imported.

```toml
[project.entry-points."antifreeze.catalogs"]
vendor = "vendor.data:antifreeze.toml"
```

The other tables are `returns`, `attribute`, `class`, `invoke`, `iterate`, `enter`, `uses`, `off_loop`, `threaded`,
`alternative`, `refused` and `non_blocking`.
A helper of your own that hands its parameter to an executor needs no entry: antifreeze sees what it does.
""".splitlines()


def rules_page() -> str:
    """Every rule, and the categories of the catalog that it reports."""
    lines = ["# Rules", "", "A rule is selected by its code, a prefix of the code, its name or its category.", ""]
    lines += ["| code | name | categories | what it reports |", "|---|---|---|---|"]
    for rule in RULES.values():
        categories = [category for category, target in CATEGORY_RULES.items() if target is rule]
        off = " (off by default)" if rule.code in DEFAULT_OFF else ""
        lines.append(
            f"| [{rule.code}](rules/{rule.code}.md) | `{rule.name}` | {', '.join(categories)} | {rule.summary}{off} |"
        )
    lines += [
        "",
        "The severity follows what the call waits for: without bound (network, child process, lock, person) is an",
        "error, the disk and computation are warnings, system calls of constant cost are information, which never",
        "fails a run unless `fail-on` asks for it. What a framework runs once, at start-up or shutdown, is at most a",
        "warning.",
        "",
    ]
    return "\n".join(lines)


def rule_page(code: str, sinks: list[Sink]) -> str:
    """A rule's text, and the calls that it reports, by library."""
    lines = [(ROOT / "src" / "antifreeze" / "catalog" / "rules" / f"{code}.md").read_text(encoding="utf-8")]
    libraries: dict[str, list[str]] = {}
    for sink in sinks:
        if CATEGORY_RULES[sink.category].code == code:
            libraries.setdefault(sink.library, []).append(sink.name)
    if libraries:
        lines += ["## What is reported", "", "| library | calls | among them |", "|---|---|---|"]
    for library, names in sorted(libraries.items(), key=lambda item: item[0].lower()):
        few = ", ".join(f"`{name}`" for name in names[:3])
        lines.append(f"| {library} | {len(names)} | {few} |")
    return "\n".join(lines).rstrip("\n") + "\n"


def comparison_page(refused: dict[str, str]) -> str:
    """What other tools report and antifreeze does not, with the reasons."""
    lines = [
        "# What is not reported",
        "",
        "ruff (ASYNC210 to ASYNC251), flake8-async, sonar-python, blockbuster, aiocop, Home Assistant's detector and",
        "hydroid list calls that block. Each of those names is in the catalog, but for the following: calls that wait",
        "for nobody, that only some arguments make slow, or that do not exist. `antifreeze explain CALL` tells the",
        "reason too. Whoever thinks otherwise adds a `[[tool.antifreeze.blocking]]` table.",
        "",
        "| call | why it is not reported |",
        "|---|---|",
    ]
    lines += [f"| `{name}` | {reason} |" for name, reason in sorted(refused.items())]
    return "\n".join(lines) + "\n"


def pages() -> dict[str, Callable[[], str]]:
    """Every page that is written here, with what writes it."""
    catalog = load_packaged()
    sinks = catalog.all_sinks()
    rules = {f"docs/rules/{code}.md": functools.partial(rule_page, code, sinks) for code in RULES}
    return {
        "docs/options.md": options_page,
        "docs/rules.md": rules_page,
        "docs/comparison.md": functools.partial(comparison_page, catalog.refused),
        **rules,
    }


def main() -> int:
    """Write the pages, or tell which are stale."""
    stale = 0
    for name, make in pages().items():
        path = ROOT / name
        text = make()
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        stale += 1
        if "--check" in sys.argv[1:]:
            print(f"{name} is stale: run python scripts/generate_docs.py")
        else:
            path.write_text(text, encoding="utf-8")
            print(f"wrote {name}")
    return 1 if stale and "--check" in sys.argv[1:] else 0


if __name__ == "__main__":
    sys.exit(main())
