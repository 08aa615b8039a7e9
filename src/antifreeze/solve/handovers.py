"""What decorations pass to decorators, and what is passed on to functions that are handed over with their arguments."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from antifreeze.link.arguments import arguments_of
from antifreeze.link.resolver import Arguments, Resolver
from antifreeze.model import expression as ex
from antifreeze.model.summary import ScopeKind
from antifreeze.model.value import ClassValue, Instance, ParamRoot, ScopeRef, Value, ValueSet

MAX_CALL_SITES = 40
"""How many call sites are looked at for one parameter."""

_SPAWNING = ("partial", "start_soon")
"""What else takes a function together with its arguments, by the name of the method: also task groups do."""

Given = Callable[[Value, ParamRoot, ScopeRef, Arguments], "ValueSet | None"]
"""What a call of a callee, in a scope, with arguments, gives for a parameter; None where it calls something else."""


class Handovers:
    """Finds both."""

    def __init__(self, resolver: Resolver) -> None:
        self._r = resolver
        catalog = resolver.catalog
        self._takers = catalog.offload_names | {
            name.rpartition(".")[2] for name in (*catalog.on_loop_calls, *_SPAWNING)
        }

    def passed(self, root: ParamRoot, given: Given) -> Iterator[ValueSet]:
        """What they pass for a parameter."""
        yield from self._decorated(root, given)
        yield from self._handed_over(root, given)

    def _decorated(self, root: ParamRoot, given: Given) -> Iterator[ValueSet]:
        """What decorations, or `decorator("x")(f)`, pass to a decorator, or to what one with arguments returned."""
        scope: ScopeRef | None = root.ref
        while scope is not None and scope.scope.kind is not ScopeKind.MODULE:
            names = self._r.program.names_of(scope.scope.name)
            sites = [site for name in names for site in self._r.program.decorations(name)]
            sites += [site for name in names for site in self._r.program.calls_of_made(name)]
            for ref, index in sites[:MAX_CALL_SITES]:
                decorator, arguments = self._decoration(ref, ref.scope.nodes[index])
                for one in self._called(decorator):
                    values = given(one, root, ref, arguments)
                    if values is not None:
                        yield values
            scope = scope.parent

    def _decoration(self, ref: ScopeRef, node: ex.Expression) -> tuple[ValueSet, Arguments]:
        """What a decoration, or a call in its place, calls, and with what."""
        if isinstance(node, ex.Call):
            return self._r.node(ref, node.func), arguments_of(self._r, ref, node)
        assert isinstance(node, ex.Decorate)
        return self._r.node(ref, node.decorator), Arguments((self._r.node(ref, node.base),))

    def _called(self, values: ValueSet) -> ValueSet:
        """What runs where values are called: of objects of the program's own classes, their `__call__`."""
        objects = tuple(one for one in values if isinstance(one, Instance) and isinstance(one.cls, ClassValue))
        return (*values, *self._r.attribute(objects, "__call__"))

    def _handed_over(self, root: ParamRoot, given: Given) -> Iterator[ValueSet]:
        """What is passed on to a function that is handed over: `call_soon(f, *args)`, `partial(f, *args)`."""
        for ref, index, place in self._r.program.handed_over(root.ref.scope.name, self._takers)[:MAX_CALL_SITES]:
            node = ref.scope.nodes[index]
            assert isinstance(node, ex.Call)
            for function in self._r.node(ref, node.args[place]):
                arguments = arguments_of(self._r, ref, node)
                rest = Arguments(arguments.positional[place + 1 :], arguments.keywords)
                values = given(function, root, ref, rest)
                if values is not None:
                    yield values
