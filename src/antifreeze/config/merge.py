"""Tables of a configuration file to a checked `Config`; the command line's values win."""

from __future__ import annotations

import difflib
import math
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import msgspec

from antifreeze.catalog.parse import TABLES, rows_of
from antifreeze.config.options import OPTIONS, Allowed, Config
from antifreeze.errors import ConfigError
from antifreeze.model.rule import CATEGORY_RULES, RULES, Severity

_OPTIONS = {option.key: option for option in OPTIONS}
_RULE_KEYS = {"select", "ignore"}
_PATTERN_KEYS = {"include", "exclude"}


def config_of(data: Mapping[str, object], origin: str) -> Config:
    """The configuration that a `[tool.antifreeze]` table spells; raises `ConfigError`."""
    values: dict[str, Any] = {}
    tables: dict[str, Any] = {}
    for key, value in data.items():
        if key in TABLES:
            tables[key] = value
            continue
        option = _OPTIONS.get(key)
        if option is None:
            raise ConfigError(f'unknown key "{key}"', where=origin, hint=nearest(key, [*_OPTIONS, *TABLES]))
        values[option.field] = _READERS[option.kind](value, f"{origin}: {key}")
        if key in _RULE_KEYS:
            check_rules(values[option.field], f"{origin}: {key}")
    for pattern, rules in values.get("per_file_ignores", {}).items():
        check_rules(rules, f"{origin}: per-file-ignores: {pattern}")
    if "severity" in values:
        values["severity"] = _by_code(values["severity"], f"{origin}: severity")
    rows_of(tables, origin)
    return Config(**values, tables=tables)


def overridden(config: Config, given: Mapping[str, object]) -> Config:
    """The configuration with the command line's values in place of its own; raises `ConfigError`."""
    changes: dict[str, Any] = {}
    for option in OPTIONS:
        value = given.get(option.field)
        if value is None or value == ():
            continue
        changes[option.field] = _READERS[option.kind](value, f"--{option.key}")
        if option.key in _RULE_KEYS:
            check_rules(changes[option.field], f"--{option.key}")
        if option.key in _PATTERN_KEYS:
            changes[option.field] = tuple(_anchored(pattern, config.anchor) for pattern in changes[option.field])
    return msgspec.structs.replace(config, **changes)


def check_rules(names: Iterable[str], where: str) -> None:
    """Raise `ConfigError` for a name that is no rule's code, prefix, name or category."""
    valid = [*RULES, *(rule.name for rule in RULES.values()), *CATEGORY_RULES]
    for name in names:
        known = name in valid or any(code.startswith(name) for code in RULES)
        if not name or not known:
            raise ConfigError(f'unknown rule "{name}"', where=where, hint=nearest(name, valid))


def _by_code(labels: Mapping[str, str], where: str) -> dict[str, str]:
    """Severities by code; what names a rule more closely wins over what names several."""
    check_rules(labels, where)
    found: dict[str, str] = {}
    for name in sorted(labels, key=lambda name: (name in RULES, len(name))):
        alias = CATEGORY_RULES.get(name)
        for rule in RULES.values():
            if rule.code.startswith(name) or rule is alias or rule.name == name:
                found[rule.code] = labels[name]
    return found


def _anchored(pattern: str, anchor: str) -> str:
    """A pattern that is relative to the working directory, as one that is relative to the configuration file."""
    sign, body = ("!", pattern[1:]) if pattern.startswith("!") else ("", pattern)
    if anchor in ("", ".") or "/" not in body.rstrip("/"):
        return pattern
    return f"{sign}/{anchor}/{body.lstrip('/')}"


def nearest(word: str, valid: Iterable[str]) -> str:
    """A hint at the valid name that is closest."""
    choices = list(valid)
    close = difflib.get_close_matches(word, choices, 1, 0.5)
    return f'did you mean "{close[0]}"?' if close else f"valid: {', '.join(choices[:12])}"


def _texts(value: object, where: str) -> tuple[str, ...]:
    if not isinstance(value, (list, tuple)) or not all(isinstance(part, str) for part in value):
        raise ConfigError("must be a list of texts", where=where)
    return tuple(part for text in value for part in text.split(",") if part) if where.startswith("--") else tuple(value)


def _text(value: object, where: str) -> str:
    if not isinstance(value, str):
        raise ConfigError("must be a text", where=where)
    return value


def _number(value: object, where: str) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value < math.inf:
        raise ConfigError("must be a number, neither negative nor infinite", where=where)
    return float(value)


def _flag(value: object, where: str) -> bool:
    if not isinstance(value, bool):
        raise ConfigError("must be true or false", where=where)
    return value


def _severity(value: object, where: str) -> Severity | None:
    labels = {severity.label: severity for severity in Severity}
    if value == "never":
        return None
    if not isinstance(value, str) or value not in labels:
        raise ConfigError(f"not a severity: {value!r}", where=where, hint=nearest(str(value), [*labels, "never"]))
    return labels[value]


def _table(value: object, where: str) -> dict[str, str]:
    if not isinstance(value, dict):
        raise ConfigError("must be a table", where=where)
    for key, label in value.items():
        if _severity(label, f"{where}: {key}") is None:
            raise ConfigError("a rule is switched off with ignore", where=f"{where}: {key}")
    return dict(value)


def _table_of_lists(value: object, where: str) -> dict[str, tuple[str, ...]]:
    if not isinstance(value, dict):
        raise ConfigError("must be a table", where=where)
    return {key: _texts(part, f"{where}: {key}") for key, part in value.items()}


def _entries(value: object, where: str) -> tuple[Allowed, ...]:
    if not isinstance(value, list):
        raise ConfigError("must be a list of tables", where=where, hint='write { call = "...", reason = "..." }')
    found = []
    for number, entry in enumerate(value):
        here = f"{where}[{number}]"
        if not isinstance(entry, dict) or set(entry) - {"call", "reason"}:
            raise ConfigError("must hold call and reason, and nothing else", where=here)
        if not isinstance(entry.get("call"), str) or not isinstance(entry.get("reason"), str) or not entry["reason"]:
            raise ConfigError("call and reason are both needed, as texts", where=here)
        found.append(Allowed(entry["call"], entry["reason"]))
    return tuple(found)


_READERS: dict[str, Callable[[object, str], Any]] = {
    "texts": _texts,
    "text": _text,
    "number": _number,
    "flag": _flag,
    "severity": _severity,
    "table": _table,
    "table-of-lists": _table_of_lists,
    "entries": _entries,
}
