"""Dict displays: the item under a key that is written out, in this module or in one that it is imported from."""

from __future__ import annotations

from antifreeze.link.imports import absolute
from antifreeze.link.resolver import Resolver
from antifreeze.model import expression as ex
from antifreeze.model.value import NOTHING, ScopeRef, ValueSet

_MAX_IMPORTS = 4
"""How many imports and names are followed to the display that a dict is."""


def written_item(r: Resolver, ref: ScopeRef, node: ex.Subscript) -> ValueSet:
    """The item under a key that a dict display spells out, where nothing is put into the dict later on."""
    key = ref.scope.nodes[node.index]
    base = ref.scope.nodes[node.base]
    if not isinstance(key, ex.Literal):
        return NOTHING
    for _ in range(_MAX_IMPORTS):
        if isinstance(base, ex.Name):
            place: tuple[str | None, str] = (ref.module.module, base.name)
        elif isinstance(base, ex.Import) and base.name:
            place = (absolute(ref.module, base.module, base.level), base.name)
        else:
            break
        module = r.program.module(r.program.find(place[0]) or "") if place[0] else None
        if module is None or module.puts.get(place[1]) or module.outer.get((0, place[1])):
            return NOTHING
        ref = module.root
        bound = ref.scope.names.get(place[1])
        if bound is None:
            return NOTHING
        base = ref.scope.nodes[bound]
    if not isinstance(base, ex.Collection) or base.kind != "dict" or len(base.keys) != len(base.items):
        return NOTHING
    keys = [ref.scope.nodes[index] for index in base.keys]
    if not all(isinstance(part, ex.Literal) for part in keys):
        return NOTHING
    items = [item for part, item in zip(keys, base.items, strict=True) if part.value == key.value]  # type: ignore[union-attr]  # tested
    return r.node(ref, items[-1]) if items else NOTHING
