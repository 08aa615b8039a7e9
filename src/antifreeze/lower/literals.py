"""Which literals a summary can hold."""

from __future__ import annotations


def is_text(value: str) -> bool:
    """Whether a string holds characters only: lone surrogates have no encoding."""
    return value.isascii() or not any("\ud800" <= character <= "\udfff" for character in value)


def is_small(value: int) -> bool:
    """Whether a number is of a size that conditions ask about, and that every encoding takes."""
    return -(1 << 31) < value < 1 << 31
