"""Where `super()` looks for a member."""

from __future__ import annotations

from collections.abc import Sequence

from antifreeze.link.resolver import Resolver
from antifreeze.model.value import ClassValue, External, Instance, Super


def after(r: Resolver, value: Super) -> Sequence[ClassValue | External]:
    """The classes in which `super()` looks, in order."""
    receiver = value.receiver
    start = receiver.cls if isinstance(receiver, Instance) and isinstance(receiver.cls, ClassValue) else value.cls
    mro = r.class_info(start).ancestors
    return mro[mro.index(value.cls) + 1 :] if value.cls in mro else r.class_info(value.cls).ancestors[1:]
