"""Derive catalogs from the sources of much-used libraries and compare them with the catalog: docs/derived-catalog.md.

`python scripts/derive_catalog.py [LIBRARY...] [--drafts FOLDER]`: each library is installed with its dependencies in a
throw-away environment; what is named is derived anew, the rest of the page stays as it is. The drafts are written to a
folder to be read.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "derived-catalog.md"
sys.path.insert(0, str(ROOT / "src"))
sys.path.insert(0, str(ROOT / "scripts"))

from antifreeze.catalog.index import Catalog, Sink  # noqa: E402 (the clone's own source)
from antifreeze.catalog.packaged import load_packaged  # noqa: E402 (as above)
from antifreeze.catalog.writing import Blocking, DerivedCatalog, written  # noqa: E402 (as above)
from antifreeze.cli.derive import derived  # noqa: E402 (as above)
from antifreeze.model.rule import Wait  # noqa: E402 (as above)
from antifreeze.solve.derived import CATEGORIES  # noqa: E402 (as above)
from verify_catalog import install  # noqa: E402 (beside this file)

LIBRARIES = (
    "requests", "urllib3", "httpx", "boto3", "botocore", "SQLAlchemy", "psycopg2-binary", "psycopg", "PyMySQL", "redis",
    "pymongo", "paramiko", "docker", "kubernetes", "openai", "anthropic", "google-cloud-storage", "azure-storage-blob",
    "slack_sdk", "stripe", "twilio", "PyGithub", "python-gitlab", "elasticsearch", "opensearch-py", "pika",
    "kafka-python", "celery", "minio", "pymemcache", "cassandra-driver", "neo4j", "influxdb-client",
    "clickhouse-connect", "ldap3", "websocket-client", "selenium", "hvac", "starlette", "paho-mqtt",
)  # fmt: skip
"""Much used, of those that the catalog knows."""

PLUMBING = re.compile(
    r".*\.(Base\w*|Abstract\w*|\w*(Mixin|Protocol|Strategy|Policy|Handler|Adapter|Transport|Verifier|Provider|Stream))"
)
"""Classes of a library's inside, which programs do not call themselves."""


WHY = {
    "anthropic": "It asks `httpx`, which decides by data; what was derived fetches credentials within such a request.",
    "azure-storage-blob": "Requests go through a chain of policies that is linked while the program runs.",
    "boto3": "Methods are made of the services' descriptions while the program runs.",
    "botocore": "Methods are made while the program runs; derived is its inside: connections, metadata, clocks.",
    "cassandra-driver": "Results are waited for on an event that the reactor's thread sets; derived are the reactors.",
    "celery": "Connections come from pools that may hold one; derived are workers and backends, which run in a worker.",
    "clickhouse-connect": "The client's kind is picked by a text; derived is the dialect that SQLAlchemy calls.",
    "docker": "Derived beside the clients: stores of credentials and connections of their transports, its inside.",
    "elasticsearch": "Bulk helpers hand on to generators that stop by data; abstract services are left to heirs.",
    "google-cloud-storage": "Each request is a partial that is handed to a retry of another library, by a flag.",
    "httpx": "It asks its protocol for bytes to send before it sends, and reads until that has enough.",
    "hvac": "Key-value engines are picked by a number; derived are the adapters that its clients call.",
    "influxdb-client": "Answers are parsed by generators that end by data; what is written goes out in batches.",
    "kafka-python": "A thread does the network's work; derived are its selectors and connections.",
    "kubernetes": "Methods are generated, one a resource and verb; the catalog has those much used.",
    "ldap3": "The strategy is picked by a constant: some of them do not wait. Derived beside it: a name looked up.",
    "minio": "Objects are listed, and removed, while a generator is iterated; a presigned URL may need no request.",
    "neo4j": "Connections come from a pool that may hold one, and a result is fetched when its buffer is empty.",
    "openai": "Which method of its base sends is asked of `super()` while the program runs; below it is `httpx`.",
    "opensearch-py": "Sub-clients are made without a client here, which their methods ask; bulk helpers stop by data.",
    "paho-mqtt": "The socket is one of several kinds by a text, and may be one that does not wait.",
    "paramiko": "A channel waits on conditions that the transport's thread sets, unless data lie there already.",
    "pika": "An internal loop runs until a flag is set by a callback; derived are its pollers.",
    "psycopg": "What waits is a generator that a compiled or a Python loop drives; derived are those loops.",
    "psycopg2-binary": "A compiled extension has no source to follow.",
    "PyGithub": "The method of its session is asked for by a text: `getattr(self.session, verb)`.",
    "pymemcache": "`HashClient` picks a node by its key, and may have none; all of `Client` is reached.",
    "pymongo": "Servers are picked, and connections checked out, under locks and conditions, by data.",
    "PyMySQL": "A cursor's connection is what `connect` was given; `autocommit` may have nothing to send.",
    "python-gitlab": "What is derived of each manager by itself, as `head` is, the catalog tells of its mixin.",
    "redis": "Derived beside the clients: connections, and an HTTP client of its own, their inside.",
    "requests": "A response may have been read already: then iterating it does not wait.",
    "selenium": "Commands wait in the catalog's category `browser`, which is not compared; derived is its inside, too.",
    "slack_sdk": "Derived beside it: old clients by their old name, and stores of an application's installations.",
    "SQLAlchemy": "Which driver works is picked by a URL.",
    "starlette": "What it reads of files goes to threads.",
    "stripe": "Which HTTP client sends is picked by what can be imported; derived are those clients.",
    "twilio": "Its 1,100 classes are generated alike: the catalog knows them by patterns, of Python's names alone.",
    "urllib3": "A response may have been read already; derived beside it: its connections, which its pools call.",
    "websocket-client": "A frame is sent in parts until all is sent; the functions derived take a socket, its inside.",
}
"""Why a draft and the catalog differ, as their sources were read."""


class Outcome(NamedTuple):
    """What the comparison of one library gave; lists are of names."""

    name: str
    version: str
    derived: int
    agreed: int
    gaps: tuple[str, ...]
    contradicted: tuple[str, ...]
    reached: int
    out_of_scope: int
    not_reached: tuple[str, ...]
    twins: tuple[int, int]
    """How many remedies the draft and the catalog have in common, and how many differ."""
    callables: tuple[str, ...]


def main() -> int:
    """Derive, compare, write the page."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("libraries", nargs="*")
    parser.add_argument("--drafts", type=Path, help="Where to write the drafts.")
    given = parser.parse_args()
    parts = parts_of(PAGE.read_text(encoding="utf-8")) if PAGE.exists() else {}
    for name in given.libraries or LIBRARIES:
        outcome = outcome_of(name, given.drafts)
        parts[name] = outcome if isinstance(outcome, str) else part(outcome)
        print(parts[name], flush=True)
        PAGE.write_text(page(parts), encoding="utf-8")
    return 0


def outcome_of(name: str, drafts: Path | None) -> Outcome | str:
    """Install a library, derive its catalog, compare; a sentence where it cannot be installed."""
    folder = Path(tempfile.mkdtemp(prefix="derive-"))
    try:
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
        reason = install(folder / "bin" / "python", [name])
        if reason:
            return f"| {name} | not installed: {reason} | | | | | | | |"
        catalog = next(derived([name], str(folder)))
        if drafts is not None:
            drafts.mkdir(parents=True, exist_ok=True)
            (drafts / f"{name}.toml").write_text(written(catalog), encoding="utf-8")
        return compared(name, catalog, load_packaged())
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def compared(name: str, derived: DerivedCatalog, known: Catalog) -> Outcome:
    """The draft beside the catalog's own entries."""
    aliases = {row.name: row.aliases for row in derived.classes}
    agreed, gaps, contradicted = 0, [], []
    reached: set[tuple[str, str]] = set()
    twins: Counter[bool] = Counter()
    for entry in derived.blocking:
        names = list(spellings(entry, aliases, known))
        shown = f"{entry.owner}.{entry.name}" if entry.owner else entry.name
        sink = next((sink for one in names if (sink := known.sinks(one, entry.how)) is not None), None)
        reached.update((one, entry.how) for one in names)
        if sink is not None:
            agreed += 1
            if entry.remedy and sink.remedy.replacement:
                twins[_same(entry, sink)] += 1
        elif any(known.is_exempt(one) or one in known.refused for one in names):
            contradicted.append(shown)
        else:
            gaps.append(shown)
    own = [sink for sink in known.all_sinks() if sink.library.lower() == name.lower() and "*" not in sink.name]
    scope = [sink for sink in own if sink.category in CATEGORIES and sink.wait is Wait.UNBOUNDED]
    missed = [sink.name for sink in scope if (sink.name, sink.how) not in reached]
    return Outcome(
        name, derived.version, len(derived.blocking), agreed, tuple(gaps), tuple(contradicted),
        len(scope) - len(missed), len(own) - len(scope), tuple(missed), (twins[True], twins[False]),
        tuple(f"{row.name} ({row.table})" for row in derived.callables),
    )  # fmt: skip


def spellings(entry: Blocking, aliases: dict[str, tuple[str, ...]], known: Catalog) -> list[str]:
    """The names by which the catalog may know an entry."""
    if not entry.owner:
        return [known.canonical(name) for name in (entry.name, *entry.aliases, *aliases.get(entry.name, ()))]
    owners = [base for owner in (entry.owner, *aliases.get(entry.owner, ())) for base in known.lineage(owner)]
    return [known.canonical(f"{owner}.{entry.name}") for owner in owners]


def _same(entry: Blocking, sink: Sink) -> bool:
    method = entry.name.rpartition(".")[2]
    parts = entry.remedy.replace("{method}", method).rsplit(".", 2)[-2:]
    return parts == sink.remedy.replacement.rsplit(".", 2)[-2:]


def part(outcome: Outcome) -> str:
    """What the page says of a library: its row, and its lists."""
    plumbing = [name for name in outcome.gaps if PLUMBING.fullmatch(name.rpartition(".")[0])]
    open_ = [name for name in outcome.gaps if name not in plumbing]
    row = (
        f"| {outcome.name} | {outcome.version} | {outcome.derived} | {outcome.agreed} | {len(open_)} | {len(plumbing)} "
        f"| {outcome.reached} of {outcome.reached + len(outcome.not_reached)} | {outcome.out_of_scope} "
        f"| {outcome.twins[0]} of {sum(outcome.twins)} |"
    )
    lines = [row]
    for title, names in (
        ("not in the catalog", open_), ("plumbing", plumbing), ("contradicted", outcome.contradicted),
        ("not reached", outcome.not_reached), ("take callables", outcome.callables),
    ):  # fmt: skip
        if names:
            lines.append(f"- {title}: {listed(names)}")
    return "\n".join(lines)


def listed(names: tuple[str, ...] | list[str], most: int = 12) -> str:
    """The first names of a list, and how many more there are."""
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(f"`{name}`" for name in names[:most]) + more


def parts_of(text: str) -> dict[str, str]:
    """What the page says, by library."""
    rows = {row.split(" | ")[0].removeprefix("| "): row for row in text.splitlines() if row.startswith("| ")}
    rows.pop("library", None)
    for section in text.partition("## By library")[2].split("\n### ")[1:]:
        name, _, rest = section.partition("\n")
        if name in rows:
            rows[name] = "\n".join([rows[name], *(line for line in rest.splitlines() if line.startswith("- "))])
    return rows


def page(parts: dict[str, str]) -> str:
    """The whole page."""
    rows = [parts[name].splitlines()[0] for name in sorted(parts, key=str.lower)]
    told = [row.split(" | ") for row in rows if "not installed" not in row]
    sums = [sum(int(row[place]) for row in told) for place in (2, 3, 4, 5)]
    ways = [sum(int(row[6].split(" of ")[place]) for row in told) for place in (0, 1)]
    head = (PAGE_HEAD.format(*sums, *ways, libraries=len(told))).strip()
    lines = [head, "", *TABLE, *rows, "", "## By library", ""]
    for name in sorted(parts, key=str.lower):
        lists = parts[name].splitlines()[1:]
        if lists:
            lines += [f"### {name}", "", *([WHY[name], ""] if name in WHY else []), *lists, ""]
    return "\n".join(lines).rstrip() + "\n"


TABLE = (
    "| library | version | derived | agreed | not in the catalog | plumbing | reached | other waits | twins |",
    "|---|---|---|---|---|---|---|---|---|",
)

PAGE_HEAD = """
# The catalog, beside the libraries' sources

`python scripts/derive_catalog.py` installs much-used libraries of the catalog with their dependencies, each in an
environment of its own, runs `antifreeze catalog derive` on them ([how](environment.md)) and compares.

Of {libraries} libraries {0:,} public calls were derived as blocking. The catalog has {1:,} of them; {2:,} it has not,
and {3:,} are a library's plumbing (abstract bases, mixins, adapters, transports), which programs do not call
themselves. The other way round, derivation reaches {4:,} of the {5:,} calls that the catalog says to wait for a
network, a child process or a clock.

- *derived*: entries of the draft; *agreed*: those that the catalog has, by this name, an alias or a base.
- *reached*: what the catalog says to wait for a network, a child process or a clock, and derivation finds too. Where it
  does not, the way there depends on data (`httpx` asks its protocol for bytes to send before it sends), on methods
  that are made while the program runs (`boto3`), or goes through a compiled extension (`psycopg2`).
- *other waits*: what the catalog lists as disk, processor or short waits, which derivation leaves out on purpose.
- *twins*: remedies of agreed entries that name the same asynchronous class and method as the catalog's.
- *contradicted*: derived calls of which the catalog says that they do not block. Categories are not compared: the
  catalog says `database` where the source shows a socket.
"""

if __name__ == "__main__":
    sys.exit(main())
