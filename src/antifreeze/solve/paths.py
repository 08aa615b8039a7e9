"""Access paths: which of their steps name attributes, and which paths lead round and round."""

from __future__ import annotations

from antifreeze.link.containers import PLACE
from antifreeze.link.forwarded import BY_PLACE
from antifreeze.link.truths import TOLD
from antifreeze.model.value import Symbol, Value

STEPS = frozenset(("for", "await", "with", "/", "class"))
"""Steps that are no names of attributes: what they lead to may be called anything."""

MAX_ROUND = 4
"""How long a path may be that comes back to a step."""

MAX_USES = 1000
"""How many uses of a root are known before no more along long paths are taken: real programs have some hundreds."""


def leads_by_name(step: str) -> bool:
    """Whether a step is to what goes by a name."""
    return step not in STEPS and not step.startswith((BY_PLACE, PLACE, TOLD))


def is_whole(value: Value) -> bool:
    """Whether a value is all that a parameter holds, and no part of it."""
    return isinstance(value, Symbol) and not value.path


def goes_round(path: tuple[str, ...]) -> bool:
    """Whether a long path comes back to a step, again and again: a function is followed into itself.

    The number of such paths grows exponentially with their length. A chain of calls may well ask for the same twice
    in a row: `rows.where(...).where(...)`.
    """
    if len(path) <= MAX_ROUND:
        return False
    names = [step for step in path if step not in STEPS and step != "()" and not step.startswith(PLACE)]
    turns = sum(name != before for name, before in zip(names, ["", *names], strict=False))
    return turns > len(set(names)) or len(names) > len(set(names)) + 1


def is_one_too_many(path: tuple[str, ...], known: int) -> bool:
    """Whether a use along a path comes on top of so many others that functions are followed into each other."""
    return known >= MAX_USES and len(path) > MAX_ROUND
