"""Which literals a summary can hold."""

from __future__ import annotations

import math
from typing import TypeGuard


def is_text(value: str) -> bool:
    """Whether a string holds characters only: lone surrogates have no encoding."""
    return value.isascii() or not any("\ud800" <= character <= "\udfff" for character in value)


def is_small(value: int) -> bool:
    """Whether a number is of a size that conditions ask about, and that every encoding takes."""
    return -(1 << 31) < value < 1 << 31


def can_be_kept(value: object) -> TypeGuard[bool | int | float | str | None]:
    """Whether a constant is one that tests and defaults are compared with."""
    if isinstance(value, str):
        return is_text(value)
    if isinstance(value, float):
        return math.isfinite(value)
    return value is None or isinstance(value, bool) or (isinstance(value, int) and is_small(value))
