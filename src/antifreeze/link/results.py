"""What calling a function gives, in the body's own words and in those of its signature."""

from __future__ import annotations

from antifreeze.link.annotations import self_symbol
from antifreeze.link.arguments import arguments_of, bind_arguments, substituted
from antifreeze.link.containers import is_of_unknown_items, make_instance, with_declared_items
from antifreeze.link.displays import returned
from antifreeze.link.homes import is_kept_apart
from antifreeze.link.imports import any_known
from antifreeze.link.openclass import class_of
from antifreeze.link.resolver import Arguments, Bindings, Resolver
from antifreeze.link.unify import unify
from antifreeze.model.expression import NO_NODE, Call, Collection, Expression
from antifreeze.model.summary import ParamKind
from antifreeze.model.value import (
    NOTHING,
    Applied,
    ClassValue,
    External,
    FunctionValue,
    Instance,
    LiteralValue,
    ParamRoot,
    ScopeRef,
    Symbol,
    TypeVarRoot,
    Value,
    ValueSet,
    any_symbolic,
    says_nothing,
    says_something,
    union,
    without_literals,
)


def body_result(r: Resolver, value: FunctionValue, bindings: Bindings) -> ValueSet:
    """What the body returns for the arguments of a call."""
    handed_on = _handed_on(r, value, bindings)
    if handed_on is not None:
        return handed_on
    result = returned(r, value.ref, {**dict(value.env), **bindings} if value.ref.captures else bindings)
    if any_symbolic((result,)):
        result = r.substitute(result, {**dict(value.env), **bindings})
        if any(isinstance(part, Symbol) and isinstance(part.root, TypeVarRoot) for part in result):
            result = r.substitute(result, _type_variables(r, value, bindings))
    return _of_asked_class(r, value, bindings, _made_by_heir(r, value, result))


def _handed_on(r: Resolver, value: FunctionValue, bindings: Bindings) -> ValueSet | None:
    """What a function gives that hands its arguments on to one whose tests decide what comes of them."""
    ref = value.ref
    places = ref.scope.returns
    node = ref.scope.nodes[places[0]] if len(places) == 1 and not ref.scope.guards else None
    callees = r.node(ref, node.func) if isinstance(node, Call) else NOTHING
    if not callees or not isinstance(node, Call) or not all(_decides(callee, ref) for callee in callees):
        return None
    given = {**dict(value.env), **bindings}
    return r.call(r.substitute(callees, given), substituted(r, arguments_of(r, ref, node), given))


def _decides(callee: Value, caller: ScopeRef) -> bool:
    """Whether a function is another one of the program, and returns this or that as its parameters are."""
    if not isinstance(callee, FunctionValue) or callee.ref is caller or callee.ref.module.is_foreign:
        return False
    return bool(callee.ref.scope.guards) and not callee.ref.scope.is_async


def _made_by_heir(r: Resolver, value: FunctionValue, result: ValueSet) -> ValueSet:
    """What a class method makes of `cls`: it is inherited, so that this is the class that it is called on."""
    cls, parent = value.receiver, value.ref.enclosing
    if not isinstance(cls, ClassValue) or cls.ref is parent:
        return result
    return tuple(
        make_instance(r, Instance(cls, part.args, part.env, part.facts))
        if isinstance(part, Instance) and isinstance(part.cls, ClassValue) and part.cls.ref is parent
        else part
        for part in result
    )


def _of_asked_class(r: Resolver, value: FunctionValue, bindings: Bindings, result: ValueSet) -> ValueSet:
    """Of what `def resolve(cls: type[T]) -> T` may return, only what is of the class that is asked for."""
    ref = value.ref
    if not result or ref.scope.returns_annotation == NO_NODE:
        return result
    if _is_type(r, ref.enclosing, ref.scope.returns_annotation):
        return result  # `def decorate(cls: type[T]) -> type[T]` gives the class, nothing of it
    declared = r.annotation(ref.enclosing, ref.scope.returns_annotation)
    if len(declared) != 1 or not isinstance(declared[0], Symbol) or not isinstance(declared[0].root, TypeVarRoot):
        return result
    for index, param in enumerate(ref.scope.params):
        if declared[0] in r.annotation(ref.enclosing, param.annotation) and _is_type(
            r, ref.enclosing, param.annotation
        ):
            asked = bindings.get(r.make(ParamRoot, ref, index), NOTHING)
            if asked and all(isinstance(cls, ClassValue) for cls in asked):
                kept = tuple(part for part in result if any(_is_a(r, part, cls) for cls in asked))
                return kept or r.instances(asked)
    return result


def _is_a(r: Resolver, part: Value, cls: Value) -> bool:
    known = part.cls if isinstance(part, Instance) else None
    return isinstance(known, ClassValue) and cls in r.class_info(known).ancestors


def _is_type(r: Resolver, ref: ScopeRef, annotation: int) -> bool:
    """Whether an annotation reads `type[...]`: its values are classes."""
    return any(
        isinstance(value, Applied)
        and (value.cls is r.builtin("type") or (isinstance(value.cls, External) and value.cls.name == "typing.Type"))
        for value in r.node(ref, annotation)
    )


def _type_variables(r: Resolver, value: FunctionValue, bindings: Bindings) -> Bindings:
    """The type variables of a function's signature, worked out from the arguments."""
    ref = value.ref
    variables: Bindings = dict(value.env)
    for index, param in enumerate(ref.scope.params):
        actual = bindings.get(r.make(ParamRoot, ref, index))
        if actual and param.annotation != NO_NODE:
            if param.kind is ParamKind.VAR_POSITIONAL:
                actual = r.iterate(actual)
            if _is_type(r, ref.enclosing, param.annotation):
                actual = r.instances(actual)
            unify(r, r.annotation(ref.enclosing, param.annotation), actual, variables)
    if value.receiver is not None:
        own = (value.receiver,)
        variables.setdefault(self_symbol(r).root, r.instances(own) if isinstance(value.receiver, ClassValue) else own)
    return variables


def constructed_args(r: Resolver, cls: ClassValue, arguments: Arguments) -> tuple[ValueSet, ...]:
    """The type arguments that constructing a class of the library's stubs works out: `closing(client)`."""
    info = r.class_info(cls)
    given = (*arguments.positional, *(values for _, values in arguments.keywords))
    if not info.type_params or all(isinstance(value, LiteralValue) for values in given for value in values):
        return ()
    names = cls.ref.scope.names
    index = names.get("__init__", names.get("__new__", NO_NODE))
    variables: Bindings = {}
    for method in r.node(cls.ref, index):
        if isinstance(method, FunctionValue):
            bound = r.make(FunctionValue, method.ref, r.make(Instance, cls))
            bindings = bind_arguments(r, method.ref, bound.receiver, arguments)
            variables.update(_type_variables(r, bound, bindings))
    found = tuple(variables.get(root, NOTHING) for root in info.type_params)
    return found if any(found) else ()


def declared_result(r: Resolver, value: FunctionValue, bindings: Bindings) -> ValueSet:
    """What the signature says that a call returns."""
    ref = value.ref
    if ref.module.is_stub:
        known = r.catalog.returns(ref.name)
        if known is not None:
            return r.named_type(known)
    if ref.scope.returns_annotation == NO_NODE:
        return NOTHING
    result = r.annotation(ref.enclosing, ref.scope.returns_annotation)
    if not any_symbolic((result,)):
        return result
    found = r.substitute(result, _type_variables(r, value, bindings))
    kept = tuple(part for part in found if not (isinstance(part, Symbol) and part in result))
    return kept if len(kept) == len(found) else without_literals(kept)


def completed(r: Resolver, value: FunctionValue, bindings: Bindings, result: ValueSet) -> ValueSet:
    """What a body returns, with what the signature tells of it where the body does not."""
    scope = value.ref.scope
    if scope.returns_annotation == NO_NODE:
        return result
    if all(is_fetched(r, part) for part in result if not says_nothing(part)):
        return union([result, without_heirs(r, declared_result(r, value, bindings))])
    if any(may_be_anything(r, part) for part in result):
        declared = declared_result(r, value, bindings)
        return without_anything(r, result, declared) or declared
    known = [part for part in result if not says_nothing(part)]
    if known and all(isinstance(part, Instance) and isinstance(part.cls, External) for part in known):
        return _with_library_class(result, declared_result(r, value, bindings))
    if any(map(is_of_unknown_items, result)) and not all(map(_is_empty, (scope.nodes[at] for at in scope.returns))):
        return with_declared_items(r, result, declared_result(r, value, bindings))
    return result


def _with_library_class(result: ValueSet, declared: ValueSet) -> ValueSet:
    """What a body returns of a library, with the class of it that is declared, where another one is known of it.

    What chains of calls give can depend on arguments: `frame.groupby("a", as_index=False)["b"].sum()`.
    """
    classes = {part.cls for part in result if isinstance(part, Instance)}
    others = [part for part in declared if isinstance(part, Instance) and isinstance(part.cls, External)]
    return union([result, tuple(part for part in others if part.cls not in classes)])


def _is_empty(node: Expression) -> bool:
    return isinstance(node, Collection) and not node.items


def is_fetched(r: Resolver, value: Value) -> bool:
    """Whether a value is kept in something that may never become known (`request.app.state.engine`)."""
    if isinstance(value, Applied):  # an item of what is no class, by its name
        return isinstance(value.cls, External) and not value.cls.name.rpartition(".")[2][:1].isupper()
    if isinstance(value, External):
        return not r.catalog.speaks_of(value.name) and not r.catalog.knows_class(value.name)
    return isinstance(value, Symbol) and bool(value.path) and not is_kept_apart(r, value)


def may_be_anything(r: Resolver, value: Value) -> bool:
    """Whether a value is what a library's call gives that may give anything, as loading a file of objects does."""
    cls = value.cls if isinstance(value, Instance) else None
    row = r.catalog.class_row(cls.name) if isinstance(cls, External) else None
    return row is not None and "typing.Any" in row.bases


def without_anything(r: Resolver, values: ValueSet, declared: ValueSet) -> ValueSet:
    """The values without those that may be anything, where a declaration says which of anything they are."""
    return tuple(value for value in values if not may_be_anything(r, value)) if says_something(declared) else values


def as_declared(r: Resolver, values: ValueSet, declared: ValueSet) -> ValueSet:
    """What is assigned, and what the annotation beside it tells where that is not known."""
    values = without_anything(r, values, declared)
    if not any_known(values):
        return union([values, declared])
    if declared and all(is_fetched(r, value) for value in values if any_known((value,))):
        return union([values, without_heirs(r, declared)])
    return with_declared_items(r, _of_declared_class(r, values, declared), declared)


def _of_declared_class(r: Resolver, values: ValueSet, declared: ValueSet) -> ValueSet:
    """Of objects of several classes, those that an annotation leaves: `fast: Fast = models["fast"]`."""
    only = declared[0] if len(declared) == 1 else None
    cls = only.cls if isinstance(only, Instance) else None
    if only is None or not isinstance(cls, ClassValue) or cls.ref.module.is_foreign or r.class_info(cls).is_protocol:
        return values
    kept: dict[Value, None] = {}
    for value in values:
        own = class_of(value)
        if own is None or own.ref.module.is_foreign or cls in r.class_info(own).ancestors:
            kept[value] = None
        elif own in r.class_info(cls).ancestors:
            kept[only] = None
    return tuple(kept) or values


def without_heirs(r: Resolver, declared: ValueSet) -> ValueSet:
    """The declared types that leave no doubt which class is meant: nothing derives from it."""
    return tuple(
        value
        for value in declared
        if isinstance(value, Instance)
        and (
            isinstance(value.cls, External)
            or (
                not value.cls.ref.module.is_stub
                and not r.class_info(value.cls).is_protocol
                and not r.subclasses(value.cls)
            )
        )
    )
