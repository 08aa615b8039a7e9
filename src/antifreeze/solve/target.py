"""What can be found at a site: a body that runs, a sink, or a use of something that is not known here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from antifreeze.catalog.index import Sink
from antifreeze.link.resolver import Bindings
from antifreeze.model.finding import Remedy
from antifreeze.model.rule import Severity, Wait
from antifreeze.model.value import FunctionValue, ScopeRef, Symbol


@dataclass(slots=True, eq=False)
class Run:
    """A body of the program that runs at the site; what its symbols stand for is worked out when it is asked for."""

    function: FunctionValue
    bind: Callable[[], Bindings]
    _known: Bindings | None = None

    @property
    def bindings(self) -> Bindings:
        """What the function's own parameters stand for."""
        if self._known is None:
            self._known = self.bind()
        return self._known


@dataclass(frozen=True, slots=True)
class Block:
    """A sink that is entered at the site."""

    sink: Sink


@dataclass(frozen=True, slots=True)
class Latent:
    """A use of something that is not known here: `how` is what happens to it, which a call may hide (`next(it)`).

    `name` is the attribute that is read, where the site itself reads none (`attrgetter("state")(it)`).
    """

    symbol: Symbol
    how: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Use:
    """What is done with a root: a path is followed from it, and what lies there is used as a site's operand is."""

    path: tuple[str, ...]
    how: str
    name: str


Target = Run | Block | Latent


def marked(ref: ScopeRef) -> Sink:
    """The sink that a function is by its own comment, `# antifreeze: blocking`."""
    return Sink(ref.name, "other", Wait.UNBOUNDED, Severity.ERROR, Remedy(""), "")


def but_for(categories: AbstractSet[str], targets: Iterable[Target]) -> Iterator[Target]:
    """The targets without the sinks of some categories: a library waits for these on the loop."""
    return (one for one in targets if not isinstance(one, Block) or one.sink.category not in categories)
