"""The catalog: its loader's errors, its look-ups, and the packaged knowledge."""

from __future__ import annotations

import importlib
import sys

import pytest

from antifreeze.catalog.index import Catalog
from antifreeze.catalog.packaged import SELF_CONTAINED, _files, load_packaged
from antifreeze.catalog.parse import parse_catalog, rows_of
from antifreeze.errors import CatalogError
from antifreeze.model.rule import CATEGORY_RULES, Severity

ENTRY = '[[blocking]]\ncall = "a.b"\ncategory = "http"\nwait = "unbounded"\n'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[[blocking", "x.toml: not valid TOML"),
        ("[[bloking]]", 'x.toml: unknown table "bloking"; did you mean "blocking"?'),
        ("blocking = 1", "x.toml: blocking: must be an array of tables"),
        (ENTRY + "remdy = 'x'", 'x.toml: blocking[0]: unknown key "remdy"; did you mean "remedy"?'),
        (
            ENTRY + ENTRY.replace("http", "htp"),
            'x.toml: blocking[1]: category "htp" is not valid; did you mean "http"?',
        ),
        (ENTRY + "unless = ['f(x)']", "x.toml: blocking[0]: not a condition"),
        (ENTRY + "signature = '(a'", "x.toml: blocking[0]: not a signature"),
        (ENTRY + "aliases = 'x'", "x.toml: blocking[0].aliases: must be a list"),
        ('[[blocking]]\ncall = "a.b"\nwait = "disk"', 'x.toml: blocking[0]: "category" is missing'),
        ('[[returns]]\ncall = "a.b"', 'x.toml: returns[0]: "type" is missing'),
        ('[[offload]]\ncall = "a.b"\ncallable = true', "x.toml: offload[0].callable: must be a int"),
        ('[[class]]\nname = "a.B"\nbases = [1]', "must be a list of texts"),
    ],
)
def test_mistakes_are_told_with_their_place(text: str, expected: str) -> None:
    with pytest.raises(CatalogError) as caught:
        parse_catalog(text, "x.toml")
    assert expected in str(caught.value)


def test_names_aliases_and_patterns() -> None:
    rows = parse_catalog(
        """
        [[class]]
        name = "lib.Client"
        aliases = ["lib._impl.Client"]
        [[class]]
        name = "lib.AsyncClient"
        async = true
        [[blocking]]
        class = "lib.Client"
        methods = ["get", "put"]
        category = "http"
        wait = "unbounded"
        remedy = "lib.AsyncClient.{method}"
        [[blocking]]
        call = "lib.**.create"
        category = "http"
        wait = "disk"
        [[non_blocking]]
        call = "lib.Client.options.create"
        """,
        "x.toml",
    )
    catalog = Catalog([rows])
    sink = catalog.sinks(catalog.canonical("lib._impl.Client.get"))
    assert sink is not None
    assert (sink.name, sink.remedy.replacement, sink.severity) == (
        "lib.Client.get",
        "lib.AsyncClient.get",
        Severity.ERROR,
    )
    nested = catalog.sinks("lib.Client.chat.completions.create")
    assert nested is not None
    assert nested.name == "lib.Client.chat.completions.create"
    assert catalog.sinks("lib.Client.options.create") is None
    assert catalog.sinks("lib.Client.get", "with") is None
    assert catalog.speaks_of("lib.Client.options.create")
    assert catalog.knows_class("lib._impl.Client")
    assert catalog.canonical("other.name") == "other.name"


def test_what_a_method_gives_may_be_told_of_many_classes() -> None:
    text = """
        returns = [
            {call = "a.**.fit", type = "typing.Self"},
            {call = "a.b.Model.fit", type = "a.b.Fitted"},
        ]
    """
    catalog = Catalog([parse_catalog(text, "x.toml")])
    assert catalog.returns("a.c.d.Tree.fit") == "typing.Self"
    assert catalog.returns("a.b.Model.fit") == "a.b.Fitted", "its own row wins"
    assert catalog.returns("a.c.d.Tree.fits") is None
    assert catalog.returns("b.Tree.fit") is None


def test_later_rows_win() -> None:
    first = parse_catalog(ENTRY, "x.toml")
    second = rows_of({"non_blocking": [{"call": "a.b"}]}, "configuration")
    assert Catalog([first]).sinks("a.b") is not None
    assert Catalog([first]).merged(second).sinks("a.b") is None


def test_only_what_is_imported_is_loaded() -> None:
    few = load_packaged(["requests"])
    assert few.sinks("requests.get") is not None
    assert few.sinks("time.sleep") is not None
    assert few.sinks("redis.Redis.get") is None
    assert load_packaged(["boto3"]).sinks("botocore.client.BaseClient.get_object") is not None


def test_the_founding_table() -> None:
    catalog = load_packaged()
    wanted = {
        "time.sleep": "asyncio.sleep",
        "requests.get": "httpx.AsyncClient",
        "h2o.predict": "run_in_executor",
        "builtins.open": "aiofiles",
        "subprocess.run": "asyncio.create_subprocess_exec",
    }
    for name, remedy in wanted.items():
        sink = catalog.sinks(name)
        assert sink is not None, name
        assert remedy in sink.remedy.replacement, name


def test_every_packaged_category_has_a_rule() -> None:
    sinks = load_packaged().all_sinks()
    assert len(sinks) > 4000
    assert {sink.category for sink in sinks} <= set(CATEGORY_RULES)


_GONE = {"nntplib", "telnetlib", "crypt"}  # removed in Python 3.13
_NEWER = {
    "pathlib.Path.walk",
    "pathlib.Path.copy",
    "pathlib.Path.copy_into",
    "pathlib.Path.move",
    "pathlib.Path.move_into",
}
_NOT_IMPORTABLE = {"curses", "tkinter", "msvcrt", "winreg", "dbm"}  # built only where their libraries are


@pytest.mark.skipif(sys.version_info < (3, 12), reason="the files speak of names that are newer")
def test_the_standard_library_has_the_names() -> None:
    """Every function and class that the packaged files speak of exists, where its module does."""
    missing = []
    checked = 0
    for sink in load_packaged(SELF_CONTAINED).all_sinks():
        root = sink.name.partition(".")[0]
        if root in _GONE | _NOT_IMPORTABLE or sink.name in _NEWER or sink.library != "stdlib":
            continue
        if "*" in sink.name or "()" in sink.name:  # patterns, and members of whatever a call gives
            continue
        checked += 1
        if not _exists(sink.name):
            missing.append(sink.name)
    assert checked > 400
    assert [name for name in missing if not _made_at_run_time(name)] == []


_ON_INSTANCES = {
    "multiprocessing.managers.BaseManager.shutdown",
    "multiprocessing.synchronize.BoundedSemaphore.acquire",
    "multiprocessing.synchronize.Lock.acquire",
    "multiprocessing.synchronize.RLock.acquire",
    "multiprocessing.synchronize.Semaphore.acquire",
    "threading.Condition.acquire",
}


def _made_at_run_time(name: str) -> bool:
    """Names whose class is a C factory's result, or whose attribute is set on the instance."""
    if name in _ON_INSTANCES:
        return True
    factories = (
        "tempfile._TemporaryFileWrapper.",  # hands every name on to its file
        "urllib.error.HTTPError.",  # the same
        "threading.Lock.",
        "threading.RLock.",
        "_thread.",
        "sys.stdin.",
        "xmlrpc.client.ServerProxy.",
        "select.epoll.",
    )
    return name.startswith((*factories, "select.kqueue.", "typing.IO.__iter__", "mailbox.", "os.", "signal."))


def _exists(name: str) -> bool:
    parts = name.split(".")
    for size in range(len(parts), 0, -1):
        try:
            found: object = importlib.import_module(".".join(parts[:size]))
        except ImportError:
            continue
        for part in parts[size:]:
            if not hasattr(found, part):
                return False
            found = getattr(found, part)
        return True
    return False


def test_the_packaged_files_are_found() -> None:
    files = _files()
    assert "requests" in files
    assert len(files[""]) > 50
