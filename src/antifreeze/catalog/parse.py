"""TOML tables to rows; every mistake is told with its file, table, entry, key and the nearest valid name."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import msgspec

from antifreeze.catalog.conditions import Condition, Signature, parse_condition, parse_signature
from antifreeze.catalog.rows import (
    HOWS,
    RECEIVER,
    Alternative,
    Callback,
    ClassRow,
    Consumer,
    Decorator,
    Hook,
    Rows,
    Sink,
)
from antifreeze.errors import CatalogError
from antifreeze.model.finding import Remedy
from antifreeze.model.rule import CATEGORY_RULES, SEVERITY_OF_WAIT, Severity, Wait, typical_seconds

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

_KEYS: dict[str, dict[str, type | tuple[type, ...]]] = {
    "blocking": {
        "call": str, "calls": list, "class": str, "methods": list, "aliases": list, "category": str, "wait": str,
        "how": str, "signature": str, "unless": list, "remedy": str, "package": str, "fallback": str, "summary": str,
        "docs": str, "typical_seconds": (int, float), "severity": str, "returns": str,
    },
    "returns": {"call": str, "calls": list, "type": str, "signature": str},
    "attribute": {"name": str, "type": str},
    "class": {"name": str, "bases": list, "aliases": list, "signature": str, "keeps": list, "async": bool,
              "members": str, "holds": str, "of_owner": bool, "relates": str},
    "offload": {
        "call": str, "calls": list, "callable": int, "keyword": str, "decorator": bool, "checked": str,
    },
    "invoke": {
        "call": str, "calls": list, "callable": int, "keyword": str, "elements": str, "checked": str,
    },
    "iterate": {"call": str, "calls": list, "argument": int},
    "uses": {"call": str, "calls": list, "argument": int, "keyword": str, "method": str},
    "enter": {"call": str, "calls": list, "argument": int},
    "on_loop": {
        "call": str, "calls": list, "callable": int, "keyword": str, "subclass_of": str, "methods": list,
        "decorator": str, "decorators": list, "signature": str, "unless": list, "checked": str, "runs": list,
        "twin": str, "where": list, "awaits": list,
    },
    "threaded": {
        "call": str, "calls": list, "callable": int, "keyword": str, "decorators": list, "framework": str,
        "loads": bool, "checked": str,
    },
    "once": {
        "call": str, "calls": list, "callable": int, "keyword": str, "decorators": list, "checked": str,
    },
    "through": {"class": str, "methods": list, "method": str},
    "alternative": {"of": str, "use": str, "package": str, "runtime": bool, "methods": list},
    "off_loop": {"call": str, "calls": list, "callable": int, "keyword": str, "checked": str},
    "non_blocking": {"call": str, "calls": list, "reason": str},
    "refused": {"call": str, "calls": list, "reason": str},
}  # fmt: skip
_TOP = {"library": str, "roots": list, "docs": str}
_CHOICES = {
    "category": tuple(CATEGORY_RULES),
    "wait": tuple(wait.value for wait in Wait),
    "how": HOWS,
    "severity": tuple(severity.label for severity in Severity),
}
TABLES = tuple(_KEYS)
"""The tables of a catalog file."""


def parse_catalog(text: str, origin: str) -> Rows:
    """The rows of one TOML file; raises `CatalogError`."""
    return rows_of(parse_toml(text, origin), origin)


def parse_toml(text: str, origin: str) -> dict[str, Any]:
    """The tables of one TOML file; raises `CatalogError`."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise CatalogError(f"not valid TOML: {error}", where=origin) from error


def rows_of(data: Mapping[str, object], origin: str) -> Rows:
    """The rows of tables that are parsed already; raises `CatalogError`."""
    rows = Rows()
    for key, value in data.items():
        if key in _TOP:
            _typed(value, _TOP[key], f"{origin}: {key}")
            continue
        if key not in _KEYS:
            raise CatalogError(f'unknown table "{key}"', where=origin, hint=_nearest(key, [*_KEYS, *_TOP]))
        if not isinstance(value, list):
            raise CatalogError("must be an array of tables", where=f"{origin}: {key}", hint=f"write [[{key}]]")
        for number, entry in enumerate(value):
            where = f"{origin}: {key}[{number}]"
            _READERS[key](rows, _checked(key, entry, where), where, data)
    return rows


def _nearest(word: str, valid: Iterable[str]) -> str:
    close = difflib.get_close_matches(word, list(valid), 1, 0.5)
    return f'did you mean "{close[0]}"?' if close else f"valid: {', '.join(valid)}"


def _typed(value: object, kind: type | tuple[type, ...], where: str) -> None:
    if not isinstance(value, kind) or (isinstance(value, bool) and kind in (int, (int, float))):
        name = kind.__name__ if isinstance(kind, type) else "number"
        raise CatalogError(f"must be a {name}, not {type(value).__name__}", where=where)
    if isinstance(value, list) and not all(isinstance(part, str) for part in value):
        raise CatalogError("must be a list of texts", where=where)


_ANYWHERE = {"unverified": str}


def _checked(table: str, entry: object, where: str) -> dict[str, Any]:
    if not isinstance(entry, dict):
        raise CatalogError("must be a table", where=where)
    valid = _KEYS[table] | _ANYWHERE
    for key, value in entry.items():
        if key not in valid:
            raise CatalogError(f'unknown key "{key}"', where=where, hint=_nearest(key, valid))
        _typed(value, valid[key], f"{where}.{key}")
        if key in _CHOICES and value not in _CHOICES[key]:
            raise CatalogError(f'{key} "{value}" is not valid', where=where, hint=_nearest(str(value), _CHOICES[key]))
    return entry


def _required(entry: dict[str, Any], key: str, where: str) -> Any:
    if key not in entry:
        raise CatalogError(f'"{key}" is missing', where=where)
    return entry[key]


def _calls(entry: dict[str, Any], where: str) -> list[str]:
    """The names that an entry speaks of: `call`, `calls`, or `class` with `methods`."""
    if "class" in entry:
        return [f"{entry['class']}.{method}" for method in _required(entry, "methods", where)]
    if "calls" in entry:
        return list(entry["calls"])
    return [_required(entry, "call", where)]


def _blocking(rows: Rows, entry: dict[str, Any], where: str, data: Mapping[str, object]) -> None:
    unless, signature = _conditions(entry, where)
    wait = Wait(_required(entry, "wait", where))
    severity = Severity[entry["severity"].upper()] if "severity" in entry else SEVERITY_OF_WAIT[wait]
    remedy = Remedy(
        summary=entry.get("summary", ""),
        replacement=entry.get("remedy", ""),
        package=entry.get("package", ""),
        fallback=entry.get("fallback", "asyncio.to_thread"),
        docs=entry.get("docs", str(data.get("docs", ""))),
    )
    names = _calls(entry, where)
    category = _required(entry, "category", where)
    seconds = entry.get("typical_seconds", typical_seconds(category, wait))
    for name in names:
        own = msgspec.structs.replace(
            remedy, replacement=remedy.replacement.replace("{method}", name.rpartition(".")[2])
        )
        rows.sinks.append(
            Sink(
                name, category, wait, severity, own, str(data.get("library", "")),
                entry.get("how", "call"), unless, signature, seconds,
            )
        )  # fmt: skip
        if "returns" in entry:
            rows.returns[name] = entry["returns"]
            rows.signatures.update({name: signature} if signature is not None else {})
    for alias in entry.get("aliases", ()):
        rows.aliases[alias] = names[0]


def _conditions(entry: dict[str, Any], where: str) -> tuple[tuple[Condition, ...], Signature | None]:
    """What an entry says of arguments: when it does not hold, and how they are called."""
    try:
        unless = tuple(parse_condition(text) for text in entry.get("unless", ()))
        return unless, parse_signature(entry["signature"]) if "signature" in entry else None
    except CatalogError as error:
        raise CatalogError(error.what, where=where, hint=error.hint) from error


def _returns(rows: Rows, entry: dict[str, Any], where: str, _data: Mapping[str, object]) -> None:
    for name in _calls(entry, where):
        rows.returns[name] = _required(entry, "type", where)
        if "signature" in entry:
            rows.signatures[name] = parse_signature(entry["signature"])


def _attribute(rows: Rows, entry: dict[str, Any], where: str, _data: Mapping[str, object]) -> None:
    rows.attributes[_required(entry, "name", where)] = _required(entry, "type", where)


def _class(rows: Rows, entry: dict[str, Any], where: str, _data: Mapping[str, object]) -> None:
    name = _required(entry, "name", where)
    signature = parse_signature(entry["signature"]) if "signature" in entry else None
    bases, keeps = tuple(entry.get("bases", ())), tuple(entry.get("keeps", ()))
    more = {key: entry[key] for key in ("members", "holds", "of_owner", "relates") if key in entry}
    rows.classes.append(ClassRow(name, bases, entry.get("async", False), signature, keeps, **more))
    rows.aliases.update(dict.fromkeys(entry.get("aliases", ()), name))


def _places(entry: dict[str, Any], where: str) -> tuple[int, ...]:
    try:
        return tuple(RECEIVER if place == "self" else int(place) for place in entry.get("elements", "").split())
    except ValueError as error:
        raise CatalogError("must be numbers of arguments, or self", where=f"{where}.elements") from error


def _callback(target: str) -> Callable[..., None]:
    def read(rows: Rows, entry: dict[str, Any], where: str, _data: Mapping[str, object]) -> None:
        for name in _calls(entry, where):
            row = Callback(
                name,
                entry.get("callable"),
                entry.get("keyword"),
                entry.get("decorator", False),
                elements=_places(entry, where),
            )
            getattr(rows, target).append(row)

    return read


def _consumer(how: str) -> Callable[..., None]:
    def read(rows: Rows, entry: dict[str, Any], where: str, _data: Mapping[str, object]) -> None:
        rows.consumers.extend(Consumer(name, entry.get("argument", 0), how) for name in _calls(entry, where))

    return read


def _uses(rows: Rows, entry: dict[str, Any], where: str, _data: Mapping[str, object]) -> None:
    method, keyword = _required(entry, "method", where), entry.get("keyword")
    rows.consumers.extend(
        Consumer(name, entry.get("argument", 0), "call", keyword, method) for name in _calls(entry, where)
    )


def _on_loop(rows: Rows, entry: dict[str, Any], where: str, _data: Mapping[str, object]) -> None:
    unless, signature = _conditions(entry, where)
    callers, awaits = frozenset(entry.get("where", ())), frozenset(entry.get("awaits", ()))
    if "subclass_of" in entry:
        methods = frozenset(_required(entry, "methods", where))
        rows.on_loop_classes.append(Hook(entry["subclass_of"], methods, entry.get("twin", ""), callers))
    elif "decorator" in entry or "decorators" in entry:
        names = entry.get("decorators", [entry.get("decorator")])
        rows.on_loop_decorators.extend(
            Decorator(name, unless, signature, where=callers, awaits=awaits) for name in names
        )
    else:
        place, keyword = entry.get("callable"), entry.get("keyword")
        runs = tuple(entry.get("runs", ()))
        rows.on_loop_calls.extend(
            Callback(name, place, keyword, unless=unless, signature=signature, runs=runs, where=callers, awaits=awaits)
            for name in _calls(entry, where)
        )


def _threaded(rows: Rows, entry: dict[str, Any], where: str, _data: Mapping[str, object]) -> None:
    framework = _required(entry, "framework", where)
    if "decorators" in entry:
        loads = entry.get("loads", False)
        rows.threaded_decorators.extend(
            Decorator(name, framework=framework, loads=loads) for name in entry["decorators"]
        )
    else:
        place, keyword = entry.get("callable"), entry.get("keyword")
        rows.threaded_calls.extend(Callback(name, place, keyword, framework=framework) for name in _calls(entry, where))


def _once(rows: Rows, entry: dict[str, Any], where: str, _data: Mapping[str, object]) -> None:
    if "decorators" in entry:
        rows.once_decorators.extend(map(Decorator, entry["decorators"]))
    else:
        place, keyword = entry.get("callable"), entry.get("keyword")
        rows.once_calls.extend(Callback(name, place, keyword) for name in _calls(entry, where))


def _through(rows: Rows, entry: dict[str, Any], where: str, _data: Mapping[str, object]) -> None:
    rows.through.update(dict.fromkeys(_calls(entry, where), _required(entry, "method", where)))


def _alternative(rows: Rows, entry: dict[str, Any], where: str, _data: Mapping[str, object]) -> None:
    of, use, package = (_required(entry, key, where) for key in ("of", "use", "package"))
    methods = frozenset(entry["methods"]) if "methods" in entry else None
    rows.alternatives.append(Alternative(of, use, package, entry.get("runtime", False), methods))


def _non_blocking(rows: Rows, entry: dict[str, Any], where: str, _data: Mapping[str, object]) -> None:
    rows.non_blocking.extend(_calls(entry, where))


def _refused(rows: Rows, entry: dict[str, Any], where: str, _data: Mapping[str, object]) -> None:
    rows.refused.update(dict.fromkeys(_calls(entry, where), _required(entry, "reason", where)))


_READERS: dict[str, Callable[[Rows, dict[str, Any], str, Mapping[str, object]], None]] = {
    "blocking": _blocking,
    "returns": _returns,
    "attribute": _attribute,
    "class": _class,
    "offload": _callback("offloads"),
    "invoke": _callback("invokes"),
    "iterate": _consumer("iterate"),
    "uses": _uses,
    "enter": _consumer("with"),
    "on_loop": _on_loop,
    "off_loop": _callback("offloads"),
    "non_blocking": _non_blocking,
    "refused": _refused,
    "threaded": _threaded,
    "once": _once,
    "through": _through,
    "alternative": _alternative,
}
