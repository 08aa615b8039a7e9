"""Answers that are remembered: each is worked out when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Memo(dict[K, V]):
    """A table of answers by what is asked; one that is missing is found and kept."""

    __slots__ = ("_find",)

    def __init__(self, find: Callable[[K], V]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, asked: K) -> V:
        found = self[asked] = self._find(asked)
        return found
