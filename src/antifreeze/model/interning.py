"""Hash consing of values (Ershov, 1958): equal values are the same object."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Callable
from typing import TypeVar

from antifreeze.model.value import LiteralValue, ParamRoot, TypeVarRoot, Value

V = TypeVar("V", bound=Value | ParamRoot | TypeVarRoot)


class Interner:
    """Makes values, so that equal values are the same object."""

    def __init__(self) -> None:
        self._known: dict[tuple[object, ...], object] = {}

    def __call__(self, kind: Callable[..., V], *fields: object) -> V:
        """The one value of this kind with these fields."""
        if kind is LiteralValue:
            key: tuple[object, ...] = (kind, type(fields[0]), fields[0])  # True is not 1
        else:
            key = (kind, *fields)
        value = self._known.get(key)
        if value is None:
            missing = _defaults(kind)[len(fields) :]
            value = self(kind, *fields, *missing) if missing else kind(*fields)
            self._known[key] = value
        return value  # type: ignore[return-value]  # keyed by its kind


@functools.cache
def _defaults(kind: Callable[..., object]) -> tuple[object, ...]:
    """The defaults of a value's fields, in their places; fields without one are never missing."""
    return tuple(part.default for part in dataclasses.fields(kind) if part.init)  # type: ignore[arg-type]  # kinds are dataclasses
