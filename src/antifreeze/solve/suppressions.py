"""Which findings the source itself silences, and which of its comments silence nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from antifreeze.model.location import Span, unpack
from antifreeze.model.rule import CATEGORY_RULES, RULES
from antifreeze.model.summary import ModuleSummary, Suppression


class Suppressions:
    """The suppressions of all files, and whether each was needed."""

    def __init__(self, summaries: Iterable[ModuleSummary]) -> None:
        self._by_path: dict[str, list[Suppression]] = defaultdict(list)
        for summary in summaries:
            if summary.suppressions:
                self._by_path[summary.path].extend(summary.suppressions)
        self._used: set[tuple[str, int, int]] = set()

    def covers(self, path: str, span: int, code: str) -> bool:
        """Whether a finding of `code` at the packed span is silenced; the comments that do so count as used."""
        entries = self._by_path.get(path)
        if entries is None:
            return False
        where = unpack(span)
        hits = [entry for entry in entries if not entry.problem and _covers(entry, where, code)]
        self._used.update((path, entry.comment_line, entry.column) for entry in hits)
        return bool(hits)

    def unused(self) -> list[tuple[str, Suppression]]:
        """The comments that silenced nothing, and those that do not follow the grammar."""
        return [
            (path, entry)
            for path in sorted(self._by_path)
            for entry in self._by_path[path]
            if (path, entry.comment_line, entry.column) not in self._used
        ]

    def without_reason(self) -> list[tuple[str, Suppression]]:
        """The comments that give no reason."""
        return [(path, entry) for path in sorted(self._by_path) for entry in self._by_path[path] if not entry.reason]

    def __bool__(self) -> bool:
        return bool(self._by_path)


def _covers(entry: Suppression, where: Span, code: str) -> bool:
    if entry.line and not where.line <= entry.line <= where.end_line:
        return False
    return not entry.codes or any(names_rule(name, code) for name in entry.codes)


def names_rule(selector: str, code: str) -> bool:
    """Whether a code, a prefix of it, a rule's name or a category selects the rule `code`."""
    rule = RULES[code]
    if selector.upper() == code or selector.lower() in (rule.name, rule.category):
        return True
    category = CATEGORY_RULES.get(selector.lower())
    return category is not None and category.code == code
