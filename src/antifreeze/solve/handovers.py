"""What decorations pass to decorators, and what is passed on to functions that are handed over with their arguments."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from antifreeze.link.arguments import arguments_of
from antifreeze.link.resolver import Arguments, Resolver
from antifreeze.link.spelled import spellings
from antifreeze.model import expression as ex
from antifreeze.model.summary import ScopeKind
from antifreeze.model.value import NOTHING, ClassValue, Instance, ParamRoot, ScopeRef, Value, ValueSet
from antifreeze.solve.callees import call_at

MAX_CALL_SITES = 40
"""How many call sites are looked at for one parameter."""

_PARTIAL = "partial"

_SPAWNING = (_PARTIAL, "start_soon")
"""What else takes a function together with its arguments, by the name of the method: also task groups do."""

_MAX_HEIRS = 12
"""How many classes that inherit a constructor are looked for."""

Given = Callable[[Value, ParamRoot, ScopeRef, Arguments], "ValueSet | None"]
"""What a call of a callee, in a scope, with arguments, gives for a parameter; None where it calls something else."""

Seen = Callable[[ValueSet, ParamRoot], ValueSet]
"""What a callee is that is not known where it is called, for a parameter that is asked for."""


class Handovers:
    """Finds both."""

    def __init__(self, resolver: Resolver, arguments: Callable[[ScopeRef, int], Arguments]) -> None:
        self._r = resolver
        self._arguments = arguments
        """What a call passes of which the tests before it let all pass."""
        catalog = resolver.catalog
        self._made_later = {name.rpartition(".")[2] for name in catalog.once_calls}
        """What makes an object of a class that it is given, with something of its own before the other arguments."""
        self._apart = {name.rpartition(".")[2] for name in catalog.threaded_calls}
        """What takes the arguments of a function apart from its own, if any: `add_job(f, args=[x])`."""
        own = {name.rpartition(".")[2] for name in (*catalog.on_loop_calls, *_SPAWNING)}
        self._apart -= catalog.offload_names | own
        self._takers = catalog.offload_names | own | self._apart

    def passed(self, root: ParamRoot, given: Given, seen: Seen) -> Iterator[ValueSet]:
        """What they pass for a parameter."""
        yield from self._decorated(root, given, seen)
        yield from self._handed_over(root, given)

    def _decorated(self, root: ParamRoot, given: Given, seen: Seen) -> Iterator[ValueSet]:
        """What decorations, or `decorator("x")(f)`, pass to a decorator, or to what one with arguments returned."""
        scope: ScopeRef | None = root.ref
        while scope is not None and scope.scope.kind is not ScopeKind.MODULE:
            names = self._r.program.names_of(scope.scope.name)
            sites = [site for name in names for site in self._r.program.decorations(name)]
            sites += [site for name in names for site in self._r.program.calls_of_made(name)]
            for ref, index in sites[:MAX_CALL_SITES]:
                decorator, arguments = self._decoration(ref, ref.scope.nodes[index])
                for one in self._called(seen(decorator, root)):
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
        """What is passed on to what is handed over: `call_soon(f, *args)`, `add_middleware(Class, key=value)`."""
        program = self._r.program
        sites = [site for name in self._names(root.ref) for site in program.handed_over(name, self._takers)]
        for ref, index, handed in sites[:MAX_CALL_SITES]:
            for value in self._r.node(ref, handed):
                arguments = self._passed_on(ref, index, handed, is_class=isinstance(value, ClassValue))
                values = given(value, root, ref, arguments) if arguments is not None else None
                if values is not None:
                    yield values

    def deferred(self, name: str) -> Iterator[tuple[ScopeRef, ValueSet, Callable[[], Arguments]]]:
        """What is handed over under a name, in which scope, and with what: `partial(loop.call_soon, done)`."""
        for ref, index, handed in self._r.program.handed_over(name, self._takers)[:MAX_CALL_SITES]:
            arguments = self._passed_on(ref, index, handed, is_class=False)
            if arguments is not None:
                yield ref, self._r.node(ref, handed), arguments.itself

    def _names(self, ref: ScopeRef) -> list[str]:
        """The names by which a function is handed over: a constructor's class, and those that inherit it."""
        owner = ref.parent
        if ref.scope.name != "__init__" or owner is None or owner.scope.kind is not ScopeKind.CLASS:
            return [ref.scope.name]
        heirs = self._r.subclasses(self._r.make(ClassValue, owner))[:_MAX_HEIRS]
        return [owner.scope.name, *(heir.ref.scope.name for heir in heirs)]

    def _passed_on(self, ref: ScopeRef, index: int, handed: int, is_class: bool) -> Arguments | None:
        """The arguments for what a call is given; None where the call tells none."""
        node = call_at(ref, index)
        taker = spellings(ref, node.func)
        apart = _PARTIAL not in taker and self._written_apart(ref, node)
        if apart:
            return apart
        is_made_later = is_class and not self._made_later.isdisjoint(taker)
        if not self._apart.isdisjoint(taker) or (handed not in node.args and not is_made_later):
            return None
        arguments = self._arguments(ref, index)
        after = arguments.positional[node.args.index(handed) + 1 :] if handed in node.args else ()
        return Arguments((NOTHING, *after) if is_made_later else after, arguments.keywords)

    def _written_apart(self, ref: ScopeRef, node: ex.Call) -> Arguments | None:
        """The arguments that a call is given in a list and a dict of their own: `args=[client]`, `kwargs={...}`."""
        nodes = ref.scope.nodes
        named = {name: nodes[index] for name, index in node.keywords if name in ("args", "kwargs")}
        displays = {name: part for name, part in named.items() if isinstance(part, ex.Collection)}
        if not named or len(displays) < len(named):
            return None
        listed, by_name = displays.get("args"), displays.get("kwargs")
        positional = tuple([self._r.node(ref, item) for item in listed.items]) if listed is not None else ()
        keywords: list[tuple[str, ValueSet]] = []
        for key, item in zip(by_name.keys, by_name.items, strict=True) if by_name is not None else ():
            written = nodes[key]
            name = written.value if isinstance(written, ex.Literal) and isinstance(written.value, str) else ""
            keywords.append((name, self._r.node(ref, item)))
        return Arguments(positional, tuple(keywords))
