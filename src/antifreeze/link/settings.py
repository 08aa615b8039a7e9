"""What Tornado's applications are made with, for handlers to find: `Application(routes, db=db)`, `settings["db"]`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from antifreeze.link.spelled import spellings
from antifreeze.model.expression import Attribute, Call
from antifreeze.model.summary import Store
from antifreeze.model.value import ScopeRef

SETTINGS = "settings"
"""What the application, and each handler, call what it was made with."""

Place = tuple[ScopeRef, int]


def settings_given(
    refs: Iterable[ScopeRef], stores: Mapping[tuple[ScopeRef, str], Iterable[tuple[ScopeRef, Store]]]
) -> Iterator[tuple[str, Place]]:
    """What applications are given by name, each under its key; `stores` are the assignments to attributes.

    Source: https://www.tornadoweb.org/en/stable/web.html#tornado.web.Application.settings
    """
    for ref in refs:
        for node in ref.scope.nodes:
            if isinstance(node, Call) and node.keywords and "Application" in spellings(ref, node.func):
                yield from _by_name(ref, node)
                for name, value in node.keywords:
                    for at, made in _dicts(ref, value, stores) if not name else ():
                        yield from _by_name(at, made)


def _by_name(ref: ScopeRef, node: Call) -> Iterator[tuple[str, Place]]:
    return ((f"[{name!r}]", (ref, value)) for name, value in node.keywords if name)


def _dicts(
    ref: ScopeRef, index: int, stores: Mapping[tuple[ScopeRef, str], Iterable[tuple[ScopeRef, Store]]]
) -> Iterator[tuple[ScopeRef, Call]]:
    """The calls of `dict` whose outcome is unpacked there, itself or as what an attribute of that name is."""
    node = ref.scope.nodes[index]
    if isinstance(node, Call) and "dict" in spellings(ref, node.func):
        yield ref, node
    if isinstance(node, Attribute):
        for (_, name), assigned in stores.items():
            for at, store in assigned if name == node.name else ():
                made = at.scope.nodes[store.value]
                if isinstance(made, Call) and "dict" in spellings(at, made.func):
                    yield at, made
