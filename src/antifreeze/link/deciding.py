"""Which parameters of a constructor choose what its object keeps, as far as that can be seen without any value."""

from __future__ import annotations

from collections.abc import Iterator

from antifreeze.link.choosers import is_plain, key_of
from antifreeze.link.resolver import Resolver
from antifreeze.link.spelled import spellings
from antifreeze.model.expression import Call, Expression, Param
from antifreeze.model.value import ParamRoot, Root, ScopeRef


def decides(r: Resolver, root: Root) -> bool:
    """Whether a constructor's parameter chooses what some attribute is: by a test, as a key, or through a helper."""
    if not isinstance(root, ParamRoot) or root.ref.scope.name != "__init__" or root.ref.module.is_foreign:
        return False
    known = r.program.deciding
    if root.ref not in known:
        known[root.ref] = frozenset(_of_constructor(r, root.ref))
    return root.index in known[root.ref]


def _of_constructor(r: Resolver, ref: ScopeRef) -> Iterator[int]:
    scope = ref.scope
    for store in scope.stores:
        if store.name and not is_plain(scope.nodes[store.value]):
            yield from (guard.param for guard in scope.guards if guard.covers(store.value))
            for option, places in scope.origins.get(store.value, ((store.value, ()),)):
                yield from (scope.guards[place].param for place in places)
                key = key_of(ref, option)
                yield from () if key is None else (key,)
                yield from _handed_to_helper(r, ref, scope.nodes[option])


def _handed_to_helper(r: Resolver, ref: ScopeRef, node: Expression) -> Iterator[int]:
    """The parameters that are handed to a function that returns this or that."""
    if isinstance(node, Call) and not r.program.choosers.isdisjoint(spellings(ref, node.func)):
        for index in (*node.args, *(given for _, given in node.keywords)):
            argument = ref.scope.nodes[index]
            if isinstance(argument, Param):
                yield argument.index
