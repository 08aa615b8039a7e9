"""Modules that no statement imports: what is imported by a name that is worked out may be any of them."""

from __future__ import annotations

from collections.abc import Iterator

from antifreeze.link.places import absolute
from antifreeze.link.resolver import Resolver
from antifreeze.model.expression import Import
from antifreeze.model.value import NOTHING, ModuleValue, ValueSet

_MAX_MODULES = 24
"""How many such modules may be meant; of more, none is."""


def unimported(r: Resolver) -> ValueSet:
    """The modules within the program's packages that no statement imports, in the order of their names."""
    return r.once("unimported", lambda: _unimported(r))


def _unimported(r: Resolver) -> ValueSet:
    imported = set(_imported(r))
    own = (name for name, module in r.program.modules.items() if "." in name and not module.summary.is_package)
    found = sorted(name for name in own if name not in imported and not _is_started(name))
    return tuple(r.make(ModuleValue, name) for name in found) if len(found) <= _MAX_MODULES else NOTHING


def _imported(r: Resolver) -> Iterator[str]:
    for module in r.program.modules.values():
        for ref in module.refs:
            for node in ref.scope.nodes:
                if isinstance(node, Import):
                    owner = absolute(module.summary, node.module, node.level)
                    for name in (owner, f"{owner}.{node.name}", node.full) if owner is not None else ():
                        yield r.program.find(name) or name


def _is_started(name: str) -> bool:
    """Whether a module is one that Python or a test runner starts."""
    return name.endswith(".__main__") or any(part.startswith("test") for part in name.split("."))
