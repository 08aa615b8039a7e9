"""Reaching definitions, found in one pass: which node each name is bound to, at each point of a scope.

Branches are lowered one after the other, each leaving the difference that it made; joining the
differences gives choices. At the head of a loop a name that is read gets a choice to which the value
at the loop's end is added later, so that no second pass is needed (Braun et al., "Simple and
Efficient Construction of Static Single Assignment Form", 2013).

Beside plain names, dotted paths (`self.client`) are tracked while what they denote is known better
than their attribute lookup would tell.
"""

from __future__ import annotations

from collections.abc import Iterable

from antifreeze.model.expression import NO_NODE, Choice, Expression
from antifreeze.model.summary import Guard

Delta = dict[str, int]
"""What a branch changed: name to node; `NO_NODE` where the name is unbound at its end."""


class Branch(dict[str, int]):
    """What a branch changed, with the tests that control passed in it."""

    __slots__ = ("under",)

    def __init__(self, changes: dict[str, int], under: list[Guard]) -> None:
        super().__init__(changes)
        self.under = under


class _Loop:
    __slots__ = ("breaks", "continues", "depth", "phis", "start")

    def __init__(self, start: int, depth: int) -> None:
        self.start = start
        self.depth = depth
        self.phis: dict[str, int] = {}
        self.breaks: list[Delta | None] = []
        self.continues: list[Delta | None] = []


class Flow:
    """The bindings at the current point of the scope whose nodes are `nodes`."""

    __slots__ = (
        "_heads",
        "_logs",
        "_loops",
        "_open",
        "_trials",
        "dead",
        "env",
        "guards",
        "history",
        "narrowed",
        "nodes",
        "origins",
        "paths",
        "remade",
    )  # fmt: skip

    def __init__(self, nodes: list[Expression]) -> None:
        self.nodes = nodes
        self.env: dict[str, int] = {}
        self.dead = False
        """Whether the current point cannot be reached."""
        self.history: dict[str, list[int]] = {}
        """Every node that each name was ever bound to."""
        self.paths: dict[str, list[str]] = {}
        """The tracked paths by their first name."""
        self.guards: list[Guard] = []
        """The tests that code stands under, inner ones last."""
        self.origins: dict[int, list[tuple[int, list[Guard]]]] = {}
        """Choices that came about where branches joined: what each branch offers, and the tests that it stood under."""
        self._heads: dict[int, tuple[int, ...]] = {}
        """The loop heads through which a test (by identity) saw what it asks about: a later round may bind it anew."""
        self.narrowed: dict[int, int] = {}
        """The node that was found to be None, by the None in its place."""
        self.remade: dict[int, tuple[int, list[Guard]]] = {}
        """Nodes that are a parameter, or something else where it passed some test: its number, and the tests."""
        self._open: list[tuple[int, Guard]] = []
        self._logs: list[Delta] = []
        self._loops: list[_Loop] = []
        self._trials: list[dict[str, list[int]]] = []

    def get(self, name: str) -> int:
        """The node that `name` is bound to here, or `NO_NODE`."""
        node = self.env.get(name, NO_NODE)
        if self._loops and 0 <= node < self._loops[-1].start:
            node = self._phi(name, node)
        return node

    def carried(self, name: str) -> list[int]:
        """The nodes that an unbound name may be bound to from an earlier round of a loop, whose branch was left."""
        start = self._loops[0].start if self._loops else len(self.nodes)
        return [node for node in self.history.get(name, ()) if node >= start]

    def _phi(self, name: str, outer: int) -> int:
        node = outer
        for loop in self._loops:
            if outer >= loop.start:
                continue
            phi = loop.phis.get(name)
            if phi is None:
                phi = loop.phis[name] = self._add(Choice([node]))
            else:
                _offer(self.nodes[phi], phi, node)
            node = phi
        self.env[name] = node
        return node

    def _add(self, node: Expression) -> int:
        self.nodes.append(node)
        return len(self.nodes) - 1

    def assign(self, name: str, node: int) -> None:
        """Bind `name`; what was known of paths that start with it no longer holds."""
        self._set(name, node)
        self.history.setdefault(name, []).append(node)
        paths = self.paths.get(name)
        if paths:
            for path in paths:
                if path in self.env:
                    self._set(path, NO_NODE)

    def assign_path(self, path: str, node: int) -> None:
        """Bind the dotted `path`; longer paths through it no longer hold."""
        known = self.paths.setdefault(path.partition(".")[0], [])
        prefix = path + "."
        for other in known:
            if other.startswith(prefix) and other in self.env:
                self._set(other, NO_NODE)
        if path not in known:
            known.append(path)
        self._set(path, node)

    def narrow(self, path: str, node: int) -> None:
        """Refine what a name or path denotes, without its being assigned."""
        if "." in path:
            known = self.paths.setdefault(path.partition(".")[0], [])
            if path not in known:
                known.append(path)
        self._set(path, node)

    def unbind(self, name: str) -> None:
        """`del name`."""
        self._set(name, NO_NODE)

    def _set(self, name: str, node: int) -> None:
        env = self.env
        if self._logs:
            log = self._logs[-1]
            if name not in log:
                log[name] = env.get(name, NO_NODE)
        for trial in self._trials:
            trial.setdefault(name, []).append(node)
        if node < 0:
            env.pop(name, None)
        else:
            env[name] = node

    def begin(self) -> None:
        """Start a branch."""
        self._logs.append({})

    def end(self) -> Branch | None:
        """End the branch: undo what it changed and return it; None where its end cannot be reached."""
        log = self._logs.pop()
        under = self._close_guards(len(self._logs))
        env = self.env
        delta = None if self.dead else Branch({name: env.get(name, NO_NODE) for name in log}, under)
        for name, node in log.items():
            if node < 0:
                env.pop(name, None)
            else:
                env[name] = node
        self.dead = False
        return delta

    def assume(self, guard: Guard, heads: tuple[int, ...] = ()) -> None:
        """From here to the end of the branch, a test came out as the guard says; it was seen through loop heads."""
        self.guards.append(guard)
        self._open.append((len(self._logs), guard))
        if heads:
            self._heads[id(guard)] = heads

    def is_tested_since(self, node: int) -> bool:
        """Whether this place stands under a test that a node does not stand under."""
        return any(guard.start > node for _, guard in self._open)

    @property
    def without_loop(self) -> bool:
        """Whether control only gets here where no loop is running."""
        return any(guard.operator == "no-loop" for _, guard in self._open)

    def finish(self) -> tuple[list[Guard], dict[int, list[tuple[int, tuple[int, ...]]]]]:
        """End the scope; return the guards that something stands under, and those of the options of choices."""
        self._close_guards(-1)
        asked = {id(guard) for offers in self.origins.values() for _, under in offers for guard in under}
        guards = [guard for guard in self.guards if guard.end > guard.start or id(guard) in asked]
        guards = [guard for guard in guards if self._stands(guard)]
        places = {id(guard): place for place, guard in enumerate(guards)}
        origins = {
            choice: [
                (node, tuple(places[id(guard)] for guard in under if id(guard) in places)) for node, under in offers
            ]
            for choice, offers in self.origins.items()
        }
        return guards, {choice: offers for choice, offers in origins.items() if any(under for _, under in offers)}

    def _stands(self, guard: Guard) -> bool:
        """Whether no later round of a loop binds anew what the guard asks about."""
        heads = [self.nodes[index] for index in self._heads.get(id(guard), ())]
        return all(isinstance(head, Choice) and len(head.options) == 1 for head in heads)

    def _close_guards(self, depth: int) -> list[Guard]:
        closed: list[Guard] = []
        while self._open and self._open[-1][0] > depth:
            guard = self._open.pop()[1]
            guard.end = len(self.nodes)
            closed.append(guard)
        return closed

    def merge(self, deltas: Iterable[Delta | None]) -> None:
        """Go on from where the alternative branches join."""
        alive = [delta for delta in deltas if delta is not None]
        if not alive:
            self.dead = True
            return
        if len(alive) == 1:
            for name, node in alive[0].items():
                self._set(name, node)
            return
        for name in dict.fromkeys(name for delta in alive for name in delta):
            nodes = [delta[name] if name in delta else self.get(name) for delta in alive]
            joined = self._join(name, nodes)
            self._set(name, joined)
            if joined not in nodes:
                self.note_origins(joined, list(zip(nodes, alive, strict=True)))

    def note_origins(self, choice: int, offers: list[tuple[int, Delta | None]]) -> None:
        """Remember which tests each option of a choice stands under, where any does."""
        origins = [(node, delta.under if isinstance(delta, Branch) else []) for node, delta in offers if node >= 0]
        if len(origins) == len(offers) and any(under for _, under in origins):
            self.origins[choice] = origins

    def _join(self, name: str, nodes: list[int]) -> int:
        options = list(dict.fromkeys(nodes))
        if NO_NODE in options:
            if "." in name:
                return NO_NODE
            options.remove(NO_NODE)
        if not options:
            return NO_NODE
        return options[0] if len(options) == 1 else self._add(Choice(options))

    def enter_loop(self) -> None:
        """Start a loop's body (and the branch that it is)."""
        self._loops.append(_Loop(len(self.nodes), len(self._logs)))
        self.begin()

    def jump_out(self) -> None:
        """`break`."""
        if self._loops:
            self._loops[-1].breaks.append(self._since(self._loops[-1].depth))
        self.dead = True

    def jump_back(self) -> None:
        """`continue`."""
        if self._loops:
            self._loops[-1].continues.append(self._since(self._loops[-1].depth))
        self.dead = True

    def _since(self, depth: int) -> Delta:
        return {name: self.env.get(name, NO_NODE) for log in self._logs[depth:] for name in log}

    def exit_loop(self) -> tuple[list[Delta | None], list[Delta | None]]:
        """End a loop's body; return the deltas at its end (from falling through and `continue`) and at its breaks."""
        loop = self._loops[-1]
        ends = [self.end(), *loop.continues]
        self._loops.pop()
        for delta in ends:
            for name, node in (delta or {}).items():
                phi = loop.phis.get(name)
                if phi is not None and node >= 0:
                    _offer(self.nodes[phi], phi, node)
                elif phi is None and node >= 0 and name not in self.env:
                    self._carry(name, node, loop.breaks)
        return ends, loop.breaks

    @staticmethod
    def _carry(name: str, node: int, breaks: list[Delta | None]) -> None:
        """A name that only the body binds may be bound, from an earlier round, where a later one breaks off."""
        for delta in breaks:
            if delta is not None:
                delta.setdefault(name, node)

    def begin_try(self) -> None:
        """Start a `try` body: every binding in it may be the last before a handler runs."""
        self._trials.append({})
        self.begin()

    def end_try(self) -> tuple[Delta | None, Delta]:
        """End a `try` body; return its delta, and what handlers find bound."""
        delta = self.end()
        trial = self._trials.pop()
        return delta, {name: self._join(name, [self.get(name), *nodes]) for name, nodes in trial.items()}


def _offer(choice: Expression, itself: int, node: int) -> None:
    assert isinstance(choice, Choice)
    if node != itself and node not in choice.options:
        choice.options.append(node)
