"""What the program passes for a parameter, where a function is not seen through one particular caller."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from antifreeze.catalog.conditions import UNKNOWN
from antifreeze.link.arguments import arguments_of, bind_arguments, decorated_as, is_container
from antifreeze.link.calls import constructor_bindings
from antifreeze.link.generic import called_at, names_of_generic
from antifreeze.link.homes import at_home, home_of_function, is_kept_apart
from antifreeze.link.imports import any_known
from antifreeze.link.memo import Memo
from antifreeze.link.openclass import only_of_heirs
from antifreeze.link.partials import with_partial
from antifreeze.link.resolver import Arguments, Bindings, Resolver
from antifreeze.link.spelled import spellings
from antifreeze.link.tested import constant, passes
from antifreeze.model import expression as ex
from antifreeze.model.summary import Guard, ParamKind, ScopeKind
from antifreeze.model.value import (
    NOTHING,
    Applied,
    ClassValue,
    Env,
    FunctionValue,
    Instance,
    LiteralValue,
    Member,
    ParamRoot,
    Partial,
    Root,
    ScopeRef,
    Symbol,
    Value,
    ValueSet,
    alternatives,
    union,
)
from antifreeze.solve.apart import Test, arguments_apart, tests_of
from antifreeze.solve.callees import Callees, call_at
from antifreeze.solve.handovers import MAX_CALL_SITES, Handovers
from antifreeze.solve.heritage import MAX_IMPLEMENTATIONS
from antifreeze.solve.operands import Operands
from antifreeze.solve.roots import roots_of
from antifreeze.solve.routes import Routes
from antifreeze.solve.wrappers import calls_within, owners, wraps

T = TypeVar("T")

MAX_CALLERS = 6
"""How far callers of callers are followed."""

_SPELT = (ParamKind.POSITIONAL_ONLY, ParamKind.NORMAL, ParamKind.KEYWORD_ONLY)

MAX_REGISTRATIONS = 1000
"""How many call sites are looked at for a parameter that is registered with a framework."""


class Callers:
    """Answers what a root stands for in the program as a whole."""

    def __init__(self, resolver: Resolver) -> None:
        self._r = resolver
        self.guards: dict[Root, list[Guard]] = defaultdict(list)
        """The tests that arguments have to pass, by parameter, also where they are handed on."""
        self.naming: set[Root] = set()
        """The parameters that name members: `getattr(client, method)`."""
        self._alike: dict[tuple[Root, type[Value], tuple[bool, ...]], Value] = {}
        self._tests: Memo[ScopeRef, list[Test]] = Memo(lambda ref: tests_of(resolver, ref))
        self._routes = Routes(resolver)
        self._operands = Operands(resolver)
        self._handovers = Handovers(resolver, self.arguments)
        self.deferred = self._handovers.deferred
        self._callees = Callees(resolver)
        self._known: dict[Root, ValueSet] = {}
        self._closed: dict[ValueSet, ValueSet] = {}
        self._decisive: dict[tuple[Root, ValueSet, int, bool], ValueSet] = {}
        """What of the values of roots can decide anything, by how many tests there were of it when that was asked."""
        self._active: set[Root] = set()
        self._incomplete = False
        self._cut_short: dict[tuple[Root, int], ValueSet] = {}
        """What was found for roots at a depth while another was asked for, where the search did not go all the way."""
        self.cut = 0
        self.each_made: Callable[[ValueSet], ValueSet] = tuple
        """Tells the objects apart that the calls of a helper make."""
        self.by_value: Callable[[ParamRoot], Iterable[ValueSet]] = lambda _root: ()
        """What calls pass to a coroutine function that do not name it."""

    def values(self, root: Root) -> ValueSet:
        """What the root may stand for: what callers pass, else what it is declared as."""
        if root in self._known:
            return self._known[root]
        if not isinstance(root, ParamRoot):
            return NOTHING
        depth = len(self._active)
        if root in self._active or depth >= MAX_CALLERS:
            self._incomplete = True
            return NOTHING
        if (root, depth) in self._cut_short:
            self._incomplete = True
            return self._cut_short[root, depth]
        if depth == 0:
            self._cut_short.clear()
        before, self._incomplete = self._incomplete, False
        self._active.add(root)
        values = self._find(root)
        self._active.discard(root)
        if depth == 0 or not self._incomplete:
            self._known[root] = values
        else:  # asked again at this depth, it would be cut short again: the ways to it would multiply
            self._cut_short[root, depth] = values
        self._incomplete = self._incomplete or before
        return values

    def _find(self, root: ParamRoot) -> ValueSet:
        scope = root.ref.scope
        parent = root.ref.parent
        assert parent is not None
        if scope.kind is ScopeKind.CLASS:
            name = list(scope.annotations)[root.index]
            declared = self._r.annotation(root.ref, scope.annotations[name])
            passed = self._passed(root, [root.ref])
            if name in scope.names:
                passed = alternatives([passed, self._r.node(root.ref, scope.names[name])])
            return passed if any_known(passed) else self._implementations(declared)
        if root.index == 0 and parent.scope.kind is ScopeKind.CLASS and not decorated_as(root.ref):
            return (self._r.make(Instance, self._r.make(ClassValue, parent)),)
        param = scope.params[root.index]
        passed = self._passed(root, self._spellings(root.ref))
        if scope.is_async and param.kind in _SPELT and not any_known(passed):
            passed = union([passed, *self.by_value(root)])
        if root.index == 0 and parent.scope.kind is ScopeKind.CLASS and decorated_as(root.ref) == "classmethod":
            return passed or (self._r.make(ClassValue, parent),)
        default = self._r.node(parent, param.default)
        passed = alternatives([passed, default]) if param.default != ex.NO_NODE else passed
        declared = NOTHING if any_known(passed) else self.declared(root) or owners(self._r, root)
        return passed if any_known(passed) else union([declared, default if declared else NOTHING])

    def declared(self, root: ParamRoot) -> ValueSet:
        """What a parameter is declared as, with all that derives from it."""
        scope = root.ref.scope
        if root.index >= len(scope.params):
            return NOTHING  # a class, which has fields instead
        return self._implementations(self._r.annotation(root.ref.enclosing, scope.params[root.index].annotation))

    def _implementations(self, declared: ValueSet) -> ValueSet:
        """Instances of the declared classes, or these classes, and those of what derives from them.

        Which of a program's dicts is meant by `dict`, its name does not tell: as a rule a plain one.
        """
        sets: list[ValueSet] = []
        for value in declared:
            sets.append((value,))
            if isinstance(value, Instance) and isinstance(value.cls, ClassValue) and not is_container(value):
                subclasses = (*self._r.subclasses(value.cls), *self._r.conforming(value.cls))
                self.cut += len(subclasses) > MAX_IMPLEMENTATIONS
                sets.append(tuple(self._r.make(Instance, sub) for sub in subclasses[:MAX_IMPLEMENTATIONS]))
            elif isinstance(value, Symbol) and value.bound is not None and not value.path:  # a type variable
                sets.append(self._implementations((self._r.make(Instance, value.bound),)))
            elif isinstance(value, ClassValue):  # `type[Base]`
                sets.append(tuple(self._r.subclasses(value)[:MAX_IMPLEMENTATIONS]))
        return union(sets)

    def _spellings(self, ref: ScopeRef) -> list[ScopeRef]:
        """The scopes by whose names the function is called: itself, or its class and those that inherit it."""
        parent = ref.parent
        if parent is None or parent.scope.kind is not ScopeKind.CLASS or ref.scope.name != "__init__":
            return [ref]
        subclasses = self._r.subclasses(self._r.make(ClassValue, parent))
        heirs = [sub.ref for sub in subclasses[:MAX_IMPLEMENTATIONS]]
        return [parent, *heirs, *([ref] if heirs else [])]

    def _passed(self, root: ParamRoot, scopes: list[ScopeRef]) -> ValueSet:
        sets = [self.closed(values) for values in self._each_passed(root, scopes, MAX_CALL_SITES)]
        sets.extend(map(self.closed, self._handovers.passed(root, self.given, self._seen)))
        sets.extend(map(self.closed, self._routes.passed(root)))
        sets.extend(self._operands.passed(root, self.closed))
        return alternatives(sets or [NOTHING])

    def _each_passed(self, root: ParamRoot, scopes: list[ScopeRef], limit: int) -> Iterator[ValueSet]:
        """What each call site passes."""
        for callee, ref, arguments in self._each_call(root, scopes, limit):
            given = self.given(callee, root, ref, arguments)
            if given is not None:
                yield given

    def _each_call(
        self, root: ParamRoot, scopes: list[ScopeRef], limit: int
    ) -> Iterator[tuple[Value, ScopeRef, Arguments]]:
        """What may be called at each call site, in which scope, and with what."""
        for scope in dict.fromkeys(scopes):
            for ref, index in self._sites_of(scope, root.ref, limit):
                callees = called_at(self._r, ref, call_at(ref, index), self.closed)
                callees = tuple(callee for callee in callees if _may_be(callee, root.ref))
                for callee in self._seen(callees, root):
                    if _takes(callee, root.ref):
                        yield callee, ref, self.arguments(ref, index)

    def _sites_of(self, scope: ScopeRef, ref: ScopeRef, limit: int) -> list[tuple[ScopeRef, int]]:
        """Those of the first `limit` call sites, by the names of a scope, that may call a function."""
        calls_named = self._r.program.calls_named
        names = [scope.scope.name, *(self._wrapped(scope) if scope.captures else ()), *names_of_generic(scope)]
        is_class = scope.scope.kind is ScopeKind.CLASS
        found = [site for site in calls_named("cls") if site[0].parent is scope][:limit] if is_class else []
        left = limit - len(found)
        for name in names:
            found += self._callees.sites(name, ref, max(left, 0))
            left -= len(calls_named(name))
        self.cut += left < 0
        return found

    def _wrapped(self, wrapper: ScopeRef) -> list[str]:
        """The names of the functions that a decorator puts a function of its own in the place of."""
        found: dict[str, None] = {}
        around = wrapper.parent
        while around is not None and around.scope.kind is ScopeKind.FUNCTION:
            for ref, index in self._r.program.decorations(around.scope.name)[:MAX_CALL_SITES]:
                node = ref.scope.nodes[index]
                assert isinstance(node, ex.Decorate)
                found.update(dict.fromkeys(spellings(ref, node.base)))
            around = around.parent
        return list(found)

    def arguments(self, ref: ScopeRef, index: int) -> Arguments:
        """The arguments of a call, without those objects that the tests before it let not pass."""
        arguments = arguments_of(self._r, ref, call_at(ref, index))
        tests = self._tests[ref]
        return arguments_apart(self._r, ref, tests, index, arguments, self.closed) if tests else arguments

    def _seen(self, callees: ValueSet, root: ParamRoot) -> ValueSet:
        """What a call may run, as far as that is asked for: where objects are told apart, `self` stays as it is."""
        if len(self._active) != 1:
            return callees
        if not root.of:
            return self.closed(callees)
        return union([(callee,) if isinstance(callee, FunctionValue) else self.closed((callee,)) for callee in callees])

    def registered(self, values: ValueSet) -> Iterator[ValueSet]:
        """The values closed one call site at a time: one helper may register any number of functions."""
        for value in values:
            root = parameter_of(value)
            if root is not None and root not in self._active:
                each = [self.given(callee, root, ref, arguments) for callee, ref, arguments in self._calls_of(root)]
                yield from (self.closed(passed) for passed in each if passed is not None)
            yield self.closed((value,))

    def given(self, callee: Value, root: ParamRoot, caller: ScopeRef, arguments: Arguments) -> ValueSet | None:
        """What a call gives for a parameter; None where it calls something else, or a method of another object."""
        plain = self._r.make(ParamRoot, root.ref, root.index) if root.of else root
        values = self._bindings(callee, plain, arguments).get(plain)
        if values is None or not root.of or not isinstance(callee, FunctionValue):
            return values
        home = home_of_function(callee)
        if home:
            return values if home == root.of else None
        receiver = callee.receiver
        if isinstance(receiver, Symbol) and not receiver.path:  # `self.add(item)`: what this method was given
            return self._r.substitute(values, at_home(self._r, caller, root.of))
        return values

    def _bindings(self, callee: Value, root: ParamRoot, arguments: Arguments) -> Bindings:
        if isinstance(callee, FunctionValue) and callee.ref is root.ref:
            return bind_arguments(self._r, callee.ref, callee.receiver, arguments)
        if isinstance(callee, Partial):
            given = with_partial(self._r, callee, arguments)
            return next(filter(None, (self._bindings(one, root, given) for one in callee.functions)), {})
        if isinstance(callee, Applied) and isinstance(callee.cls, ClassValue):
            callee = callee.cls
        if isinstance(callee, ClassValue):
            return constructor_bindings(self._r, callee, arguments)
        if wraps(callee, root.ref):
            called = calls_within(self._r, callee, root.ref, arguments)
            return next(filter(None, (self._bindings(one, root, passed) for one, passed in called)), {})
        return {}

    def closed(self, values: ValueSet) -> ValueSet:
        """The values with what is open in them resolved in the program as a whole."""
        if not any(value.symbolic for value in values):
            return values
        known = self._closed.get(values)
        if known is None:
            roots = sorted(roots_of(values), key=str)
            known = self._close(values, roots)
            if not self._active or all(root in self._known for root in roots):  # nothing was cut short
                self._closed[values] = known
        return known

    def _close(self, values: ValueSet, roots: list[Root]) -> ValueSet:
        bindings: Bindings = {root: self.values(root) for root in roots}
        closed = self._r.substitute(self.each_made(values), bindings)
        if any(isinstance(value, Symbol) and is_kept_apart(self._r, value) for value in values):
            others = sorted(roots_of(closed).difference(roots), key=str)  # what methods of the object were given
            closed = self._r.substitute(self.each_made(closed), {root: self.values(root) for root in others})
        closed = union([closed, *(only_of_heirs(self._r, value) for value in values)])
        return alternatives([NOTHING if isinstance(value, (Symbol, Member)) else (value,) for value in closed])

    def calls_of_helper(self, root: ParamRoot) -> list[Bindings]:
        """What each call of the function passes whose parameter it is."""
        plain = self._r.make(ParamRoot, root.ref, root.index)
        return [self._bindings(callee, plain, arguments) for callee, _, arguments in self._calls_of(root)]

    def _calls_of(self, root: ParamRoot) -> list[tuple[Value, ScopeRef, Arguments]]:
        """All calls that may give something for a parameter, which is asked for as long as they are looked for."""
        self._active.add(root)
        calls = list(self._each_call(root, self._spellings(root.ref), MAX_REGISTRATIONS))
        self._active.discard(root)
        return calls

    def is_asked_for(self, root: Root) -> bool:
        """Whether it is just now worked out what a root stands for."""
        return root in self._active

    def forget(self) -> None:
        """Forget what roots stand for, when it gets known what passes more to them."""
        self._known.clear()
        self._closed.clear()
        self._decisive.clear()

    def afresh(self, find: Callable[[], T]) -> T:
        """What is found as if nothing was asked for at the moment, so that nothing is cut short of it."""
        kept = self._active, self._cut_short, self._incomplete
        self._active, self._cut_short = set(), {}
        try:
            return find()
        finally:
            self._active, self._cut_short, self._incomplete = kept

    def environment(self, roots: Iterable[Root], known: Bindings) -> Env:
        """All of the roots, which are given in order, as known or else as the program as a whole tells."""
        env: list[tuple[Root, ValueSet]] = []
        for root in roots:
            values = known.get(root)
            if values is None:
                values = self.values(root)
            key = (root, values, len(self.guards.get(root, ())), root in self.naming)
            kept = self._decisive.get(key)
            if kept is None:
                kept = self._decisive[key] = union([self._kept(root, value) for value in self.closed(values)])
            if kept:
                env.append((root, kept))
        return tuple(env)

    def _kept(self, root: Root, value: Value) -> ValueSet:
        """The value, if it can decide anything; for a text that is tested, one that fares like it in each test."""
        stands_for = constant(value)
        is_text = isinstance(value, LiteralValue) and isinstance(stands_for, str)
        if root in self.naming:
            return (value,)
        if root not in self.guards:
            return NOTHING if is_text else (value,)
        if not is_text and not (isinstance(value, Instance) and stands_for is not UNKNOWN):
            return (value,)
        outcomes = tuple(passes(guard, stands_for) for guard in self.guards[root])
        return (self._alike.setdefault((root, type(value), outcomes), value),)


def parameter_of(value: Value) -> ParamRoot | None:
    """The parameter of a function that a value is."""
    root = value.root if isinstance(value, Symbol) and not value.path else None
    return root if isinstance(root, ParamRoot) and root.ref.scope.kind is not ScopeKind.CLASS else None


def _may_be(callee: Value, ref: ScopeRef) -> bool:
    """Whether a callee can turn out to be that function: another function stays another, whatever it is bound to."""
    return _takes(callee, ref) or isinstance(callee, (Symbol, Member))


def _takes(callee: Value, ref: ScopeRef) -> bool:
    """Whether a call of what is known by now can bind parameters of that function."""
    if isinstance(callee, FunctionValue) and callee.ref is ref:
        return True
    return isinstance(callee, (ClassValue, Applied, Partial)) or wraps(callee, ref)


def root_order(root: Root) -> tuple[str, str, int, str]:
    """A key to put roots in an order that is the same each time."""
    assert isinstance(root, ParamRoot)
    return root.ref.module.module, root.ref.scope.qualname, root.index, root.of
