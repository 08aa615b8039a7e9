"""Fingerprints: what a finding is recognised by from run to run, while other lines move and change.

A finding is the file (as seen from the configuration's folder), the function, the blocking call, the rule, and the
callee as it is written at the entry. Those that agree in all of it are numbered in the order of the source. Neither
lines nor the order of evaluation matter, and neither does what happens between the entry and the blocking call.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

import msgspec

from antifreeze.model import expression as ex
from antifreeze.model.finding import Finding
from antifreeze.solve.site import Site


class Draft(msgspec.Struct, frozen=True):
    """A finding without its fingerprint, and what else identifies it."""

    finding: Finding
    inside: str
    """The function's name within its module: how the module itself is called depends on the paths given."""
    written: str
    """The callee's last name as the entry spells it; of a comment, its text."""


def written_at(site: Site) -> str:
    """The last name of what a site calls, as it is written there; empty where that is no name."""
    nodes = site.ref.scope.nodes
    node = nodes[site.node]
    if not isinstance(node, ex.Call):
        return site.name
    callee = nodes[node.func]
    return callee.name if isinstance(callee, (ex.Attribute, ex.Name)) else ""


def fingerprinted(drafts: Iterable[Draft], place: Callable[[str], str]) -> Iterator[Finding]:
    """The findings with their fingerprints; the drafts come in the order of the source."""
    seen: Counter[tuple[str, ...]] = Counter()
    for draft in drafts:
        finding = draft.finding
        identity = (place(finding.path), draft.inside, finding.call, finding.code, draft.written)
        seen[identity] += 1
        text = "\0".join([*identity, str(seen[identity])])
        fingerprint = hashlib.sha256(text.encode("utf-8", "backslashreplace")).hexdigest()[:16]
        yield msgspec.structs.replace(finding, fingerprint=fingerprint)
