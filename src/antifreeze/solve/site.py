"""A site: one place in a function's body that may run other code."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from antifreeze.link.resolver import NO_ARGUMENTS, Arguments
from antifreeze.link.tables import Pick
from antifreeze.model.summary import Guard
from antifreeze.model.value import NOTHING, Root, ScopeRef, ValueSet
from antifreeze.solve.apart import Apart
from antifreeze.solve.guards import MemberTest
from antifreeze.solve.roots import roots_of

Given = Callable[[], Arguments]
"""The arguments of a call, worked out when they are asked for: most callees do not depend on them."""


def nothing_given() -> Arguments:
    """No arguments."""
    return NO_ARGUMENTS


def anything_given() -> Arguments:
    """Arguments that nobody knows."""
    return _ANYTHING


def without_first(given: Given) -> Given:
    """The arguments of a method that is called through its class, without the object."""

    def others() -> Arguments:
        arguments = given()
        return Arguments(arguments.positional[1:], arguments.keywords, arguments.rest)

    return others


_ANYTHING = Arguments((), (("", NOTHING),))


@dataclass(slots=True, eq=False)
class Site:
    """One place: `how` is `call`, `with`, `iterate` or `read` (of the property `name`); `values` is the operand."""

    ref: ScopeRef
    node: int
    span: int
    how: str
    values: ValueSet
    work_out: Given = nothing_given
    name: str = ""
    before_offload: bool = False
    awaited: bool = False
    under: tuple[Guard, ...] = ()
    """What parameters have to be for the operand to be that: the key of an item, a flag that chooses a function."""
    told: tuple[MemberTest, ...] = ()
    """What attributes of parameters have to be for that."""
    apart: Apart | None = None
    """What the object of a called method is asked of, where tests that it has passed tell its values apart."""
    picked: Pick | None = None
    """The item of a table that the operand is made of."""
    _arguments: Arguments | None = None

    @property
    def arguments(self) -> Arguments:
        """The arguments of the call."""
        if self._arguments is None:
            self._arguments = self.work_out()
        return self._arguments

    def given(self) -> Arguments:
        """The arguments of the call, as a function of nothing."""
        return self.arguments


def handed_over(site: Site) -> set[Root]:
    """The roots of what a call hands over: a sink's conditions may depend on them, or what an unknown callee runs."""
    arguments = site.arguments
    parts = (*arguments.positional, *(values for _, values in arguments.keywords), arguments.rest)
    found = roots_of(value for values in parts for value in values)
    for value in site.values:
        receiver = getattr(value, "receiver", None)
        if receiver is not None:
            found |= roots_of((receiver,))
    return found
