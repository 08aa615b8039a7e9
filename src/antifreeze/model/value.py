"""Abstract values: what an expression may evaluate to, as far as it matters for finding calls.

Values are interned: equal values are one object, so that they compare and hash by identity. A value set is a tuple
without duplicates, in order of discovery, which keeps every result deterministic; the empty set: nothing is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from antifreeze.model.summary import BODY_MARK

if TYPE_CHECKING:
    from antifreeze.model.summary import Guard, ModuleSummary, Scope

LiteralType = bool | int | float | str | None

Known = LiteralType | frozenset[str]
"""What is known of an instance: a literal, or the names of the constants that one is put together of."""

MAX_VALUES = 24
"""The largest value set; what goes beyond is cut, in order of discovery."""

MAX_FUNCTIONS = 40
"""How many functions a value set may hold: a table of handlers has one for each command."""

MAX_PATH = 10
"""The longest access path of a symbol (k-limiting; Jones and Muchnick, 1979)."""

MAX_DEPTH = 5
"""How deep values may nest in values."""


@dataclass(eq=False, slots=True)
class ScopeRef:
    """A scope as the linker knows it: one object for each, with the memo of its nodes' values."""

    module: ModuleSummary
    index: int
    scope: Scope
    parent: ScopeRef | None
    values: list[ValueSet | None] = field(repr=False)
    name: str = field(init=False, repr=False)
    """The dotted name, for instance `service.api.Client.fetch`."""
    captures: bool = field(init=False, repr=False)
    """Whether the scope lies in a function, whose parameters it may use."""
    defined_under: list[Guard] | None = field(default=None, init=False, repr=False)
    """The tests of parameters of the function around it that its definition stands under; filled on demand."""

    def __post_init__(self) -> None:
        qualname, parent = self.scope.qualname, self.parent
        module = self.module.module.lstrip(BODY_MARK)
        self.name = f"{module}.{qualname}" if qualname else module
        self.captures = parent is not None and (bool(parent.scope.params) or parent.captures)

    @property
    def enclosing(self) -> ScopeRef:
        """The scope around a class or a function; only a module has none."""
        assert self.parent is not None
        return self.parent

    def __repr__(self) -> str:
        return f"<{self.name}>"


@dataclass(eq=False, slots=True)
class Value:
    """Base of all abstract values; immutable once made."""

    symbolic: bool = field(init=False, repr=False)
    """Whether substitution can change the value."""
    depth: int = field(init=False, repr=False)
    """How deep values nest in this one."""
    roots: frozenset[Root] | None = field(init=False, repr=False, default=None)  # once somebody asked for them

    def __post_init__(self) -> None:
        self.symbolic = self._is_symbolic()
        self.depth = self._nesting()

    def _is_symbolic(self) -> bool:
        return False

    def _nesting(self) -> int:
        return 0


ValueSet = tuple[Value, ...]
NOTHING: ValueSet = ()


@dataclass(eq=False, slots=True, frozen=True)
class ParamRoot:
    """The parameter number `index` of a function, as the root of a symbol."""

    ref: ScopeRef
    index: int
    of: str = ""
    """Where the object was made whose method's parameter is meant; empty for that of any object."""


@dataclass(eq=False, slots=True, frozen=True)
class TypeVarRoot:
    """A type variable, as the root of a symbol."""

    name: str
    of: str = ""
    """Nothing, unlike that of a parameter."""


Root = ParamRoot | TypeVarRoot
Env = tuple[tuple[Root, ValueSet], ...]
"""What is known of some symbols: closures' captured parameters, instances' constructor arguments."""


@dataclass(eq=False, slots=True)
class ModuleValue(Value):
    """A module of the program or of the standard library's stubs."""

    name: str


@dataclass(eq=False, slots=True)
class ClassValue(Value):
    """A class whose definition the program holds."""

    ref: ScopeRef


@dataclass(eq=False, slots=True)
class External(Value):
    """Something that no source is known for, by its dotted name; `receiver` where it is a bound method."""

    name: str
    receiver: Value | None = None

    def _is_symbolic(self) -> bool:
        return self.receiver is not None and self.receiver.symbolic

    def _nesting(self) -> int:
        return 0 if self.receiver is None else self.receiver.depth


@dataclass(eq=False, slots=True)
class LiteralValue(Value):
    """A literal of the source."""

    value: LiteralType


@dataclass(eq=False, slots=True)
class Anything(Value):
    """What else there may be, beside the values that it stands among: tests cannot rely on them alone."""


ANYTHING = Anything()


@dataclass(eq=False, slots=True)
class Symbol(Value):
    """An access path: what `root` stands for, followed along `path`; `bound` is the class it is declared as.

    Path steps are attribute names, `()` for a call, `[]` for an item, `for`, `await` and `with` (keywords, which name
    no attribute), and the tests `?async` and `?sync`.
    """

    root: Root
    path: tuple[str, ...] = ()
    bound: ClassValue | None = None

    def _is_symbolic(self) -> bool:
        return True


@dataclass(eq=False, slots=True)
class Instance(Value):
    """An instance of a class; `args` are type arguments (or a tuple's items), `env` its constructor's arguments."""

    cls: ClassValue | External
    args: tuple[ValueSet, ...] = ()
    env: Env = ()
    facts: tuple[tuple[str, Known], ...] = ()

    def _is_symbolic(self) -> bool:
        return any_symbolic(self.args) or env_symbolic(self.env)

    def _nesting(self) -> int:
        return 1 + max([value.depth for values in self.args for value in values] + [env_depth(self.env)], default=0)


@dataclass(eq=False, slots=True)
class FunctionValue(Value):
    """A function; `receiver` is what a method is bound to, `env` what is known of the variables it captures."""

    ref: ScopeRef
    receiver: Value | None = None
    env: Env = ()

    def _is_symbolic(self) -> bool:
        if self.receiver is not None and self.receiver.symbolic:
            return True
        return env_symbolic(self.env) or self.ref.captures

    def _nesting(self) -> int:
        return max(1 + env_depth(self.env), self.receiver.depth if self.receiver is not None else 0)


REST = "*"


@dataclass(eq=False, slots=True)
class Partial(Value):
    """`functools.partial`, or a callable with some arguments given; `*args` stand under the keyword `REST`."""

    functions: ValueSet
    args: tuple[ValueSet, ...]
    keywords: tuple[tuple[str, ValueSet], ...]

    def _is_symbolic(self) -> bool:
        return any_symbolic((self.functions, *self.args)) or any_symbolic([values for _, values in self.keywords])

    def _nesting(self) -> int:
        return 1 + max((value.depth for values in (self.functions, *self.args) for value in values), default=0)


@dataclass(eq=False, slots=True)
class Applied(Value):
    """A generic class or special form with type arguments: `list[int]`, `Optional[X]`."""

    cls: ClassValue | External
    args: tuple[ValueSet, ...]

    def _is_symbolic(self) -> bool:
        return any_symbolic(self.args)

    def _nesting(self) -> int:
        return 1 + max((value.depth for values in self.args for value in values), default=0)


@dataclass(eq=False, slots=True)
class Coroutine(Value):
    """What calling an `async def` gives; awaiting it gives `result`."""

    result: ValueSet

    def _is_symbolic(self) -> bool:
        return any_symbolic((self.result,))

    def _nesting(self) -> int:
        return 1 + max((value.depth for value in self.result), default=0)


@dataclass(eq=False, slots=True)
class Suspended(Value):
    """A body that runs later: a generator (runs when iterated) or a generator context manager (when entered)."""

    function: FunctionValue
    args: Env
    is_context_manager: bool = False

    def _is_symbolic(self) -> bool:
        return self.function.symbolic or env_symbolic(self.args)

    def _nesting(self) -> int:
        return 1 + max(self.function.depth, env_depth(self.args))


@dataclass(eq=False, slots=True)
class Descriptor(Value):
    """A function wrapped by `kind`: property, classmethod, staticmethod, contextmanager, offload."""

    kind: str
    functions: ValueSet

    def _is_symbolic(self) -> bool:
        return any_symbolic((self.functions,))

    def _nesting(self) -> int:
        return 1 + max((value.depth for value in self.functions), default=0)


@dataclass(eq=False, slots=True)
class Member(Value):
    """`getattr(owner, name)`, where the name is not known yet."""

    owners: ValueSet
    names: ValueSet

    def _is_symbolic(self) -> bool:
        return True

    def _nesting(self) -> int:
        return 1 + max((value.depth for value in self.owners), default=0)


@dataclass(eq=False, slots=True)
class Super(Value):
    """`super()` in a method of `cls`, for `receiver`."""

    cls: ClassValue
    receiver: Value

    def _is_symbolic(self) -> bool:
        return self.receiver.symbolic

    def _nesting(self) -> int:
        return self.receiver.depth


def any_symbolic(sets: Iterable[ValueSet]) -> bool:
    """Whether any value in any of the sets is symbolic."""
    return any(value.symbolic for values in sets for value in values)


def env_symbolic(env: Env) -> bool:
    """Whether any value in the environment is symbolic."""
    return any(value.symbolic for _, values in env for value in values)


def env_depth(env: Env) -> int:
    """How deep values nest in the environment."""
    return max((value.depth for _, values in env for value in values), default=0)


def alternatives(sets: Sequence[ValueSet]) -> ValueSet:
    """The values of all alternatives; literals only where no alternative is unknown, for tests rely on them."""
    found = union(sets)
    return found if all(sets) else without_literals(found)


def any_literal(values: ValueSet) -> bool:
    """Whether some value is a literal, on which tests would rely."""
    return any(isinstance(value, LiteralValue) for value in values)


def without_literals(values: ValueSet) -> ValueSet:
    """The values with anything in the place of the literals: these are not all that there may be."""
    others = (value for value in values if not isinstance(value, (LiteralValue, Anything)))
    return (*others, ANYTHING) if any_literal(values) else values


def is_none(value: Value) -> bool:
    """Whether a value is None."""
    return isinstance(value, LiteralValue) and value.value is None


def says_nothing(value: Value) -> bool:
    """Whether a value tells of no code: None, or anything."""
    return value is ANYTHING or is_none(value)


def says_something(values: ValueSet) -> bool:
    """Whether a value set says anything at all."""
    return values not in (NOTHING, (ANYTHING,))


def union(sets: Iterable[ValueSet]) -> ValueSet:
    """The values of all sets, each once, at most `MAX_VALUES`, or `MAX_FUNCTIONS`, and with anything for the others."""
    first: ValueSet = NOTHING
    seen: dict[Value, None] = {}
    for values in sets:
        if not first:
            first = values
        elif values and values is not first:
            seen = seen or dict.fromkeys(first)
            seen.update(dict.fromkeys(values))
    if not seen:
        if len(first) <= 1:
            return first
        seen = dict.fromkeys(first)
    if len(seen) <= MAX_VALUES:
        return tuple(seen)
    functions = [value for value in seen if isinstance(value, FunctionValue)][:MAX_FUNCTIONS]
    others = [value for value in seen if value is not ANYTHING and not isinstance(value, FunctionValue)]
    kept = {*functions, *others[: max(0, MAX_VALUES - len(functions))]}
    beyond = () if len(kept) == len(seen) else (ANYTHING,)
    return (*[value for value in seen if value in kept], *beyond)
