"""Which findings a configuration asks for."""

from __future__ import annotations

import functools
from typing import Any

import pathspec

from antifreeze.config.options import Config
from antifreeze.model.rule import DEFAULT_OFF, RULES


def names_rule(selector: str, code: str, category: str) -> bool:
    """Whether a code, a prefix of one, a rule's name or a category selects a finding."""
    rule = RULES[code]
    return code.startswith(selector) or selector in (rule.name, rule.category, category)


def selected(code: str, category: str, path: str, config: Config) -> bool:
    """Whether a finding of this rule in this file is to be reported."""
    if any(names_rule(selector, code, category) for selector in config.ignore):
        return False
    for pattern, selectors in config.per_file_ignores.items():
        if _spec(pattern).match_file(path) and any(names_rule(selector, code, category) for selector in selectors):
            return False
    if config.select:
        return any(names_rule(selector, code, category) for selector in config.select)
    return code not in DEFAULT_OFF


@functools.cache
def _spec(pattern: str) -> pathspec.PathSpec[Any]:
    return pathspec.PathSpec.from_lines("gitignore", [pattern])
