"""Which findings a configuration asks for."""

from __future__ import annotations

import functools
import posixpath
from typing import Any

import pathspec

from antifreeze.config.options import Config
from antifreeze.model.rule import DEFAULT_OFF, RULES


def names_rule(selector: str, code: str, category: str) -> bool:
    """Whether a code, a prefix of one, a rule's name or a category selects a finding."""
    rule = RULES[code]
    return code.startswith(selector) or selector in (rule.name, rule.category, category)


def path_in_config(path: str, config: Config) -> str:
    """A path of a report as the configuration's patterns spell it: from the configuration file's folder."""
    if config.anchor in ("", "."):
        return path
    if path.startswith(f"{config.home}/"):
        return path[len(config.home) + 1 :]
    return posixpath.normpath(posixpath.join(config.anchor, path))


def selected(code: str, category: str, path: str, config: Config) -> bool:
    """Whether a finding of this rule in this file is to be reported."""
    if any(names_rule(selector, code, category) for selector in config.ignore):
        return False
    where = path_in_config(path, config) if config.per_file_ignores else path
    for pattern, selectors in config.per_file_ignores.items():
        if _spec(pattern).match_file(where) and any(names_rule(selector, code, category) for selector in selectors):
            return False
    if config.select:
        return any(names_rule(selector, code, category) for selector in config.select)
    return code not in DEFAULT_OFF


@functools.cache
def _spec(pattern: str) -> pathspec.PathSpec[Any]:
    return pathspec.PathSpec.from_lines("gitignore", [pattern])
