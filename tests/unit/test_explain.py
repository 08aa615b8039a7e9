"""`antifreeze explain`: what is told of calls and rules; the examples that it shows are true."""

from __future__ import annotations

import re

import pytest
from click.testing import CliRunner

from antifreeze.catalog.packaged import load_packaged
from antifreeze.cli.app import group
from antifreeze.cli.example import shown
from antifreeze.model.rule import RULES, Rule

CALLS = {
    "time.sleep": "await asyncio.sleep(...)",
    "requests.get": "await httpx.AsyncClient().get(...)",
    "h2o.predict": "await asyncio.to_thread(work)",
    "open": "await aiofiles.open(...)",
    "subprocess.run": "await asyncio.create_subprocess_exec(...)",
    "requests.Session.post": "await httpx.AsyncClient().post(...)",
    "redis.Redis.get": "await redis.asyncio.Redis().get(...)",
    "redis.client.Redis.get": "await redis.asyncio.Redis().get(...)",
    "queue.Queue.get": "await asyncio.Queue().get(...)",
    "logging.basicConfig": "await asyncio.to_thread(work)",
    "pathlib.Path.iterdir": "async for item in anyio.Path().iterdir(...)",
    "httpx.Client.stream": "async with httpx.AsyncClient().stream(...)",
    "sqlite3.Connection.execute": "await aiosqlite.Connection().execute(...)",
    "spacy.language.Language.__call__": "await asyncio.to_thread(work, language_)",
    "socket.socket.recv": "await asyncio.to_thread(work",
    "threading.Lock.acquire": "await asyncio.Lock().acquire(...)",
}


def explain(what: str) -> str:
    result = CliRunner().invoke(group, ["explain", what])
    assert result.exit_code == 0, result.output
    return result.output


@pytest.mark.parametrize("name", CALLS)
def test_a_call_is_told_with_examples(name: str) -> None:
    """They are only shown where antifreeze finds the first and finds the others clean."""
    told = explain(name)
    assert "  blocks:" in told
    assert CALLS[name] in told
    assert "remedy: " in told


def test_most_calls_have_an_example() -> None:
    """A sample over all libraries."""
    catalog = load_packaged()
    sample = [sink for sink in catalog.all_sinks() if "*" not in sink.name][::400]
    with_example = [sink.name for sink in sample if shown(sink) is not None]
    assert len(with_example) >= 0.8 * len(sample)


def test_why_and_when_not() -> None:
    told = explain("queue.Queue.get")
    assert "without an upper bound" in told
    assert "does not block when timeout == 0" in told


def test_what_is_refused_has_a_reason() -> None:
    assert explain("pickle.loads") == (
        "pickle.loads: not reported, small data is the rule: a hundred kilobytes take a millisecond\n"
    )


def test_a_hook_tells_where_it_runs_what_it_is_given_and_who_looked() -> None:
    assert explain("json.loads") == (
        "json.loads: not reported, small data is the rule: a hundred kilobytes take a millisecond\n"
        "json.loads(object_hook=): the callable runs at once, where it is called (stdlib; checked in cpython 3.13)\n"
    )
    assert re.fullmatch(
        r"@litestar\.get: the function runs on the loop's own thread, unless sync_to_thread "
        r"\(litestar; checked in litestar [\d.]+\)\n",
        explain("litestar.get"),
    )


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.code)
def test_a_rule_is_told_by_code_and_by_name(rule: Rule) -> None:
    told = explain(rule.code.lower())
    assert told.startswith(f"{rule.code} {rule.name}: ")
    assert told == explain(rule.name)
