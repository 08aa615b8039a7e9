"""Lowering of simple statements, and the dispatch by statement type."""

from __future__ import annotations

import ast
from typing import Any

from antifreeze.lower.blocks import BLOCKS
from antifreeze.lower.builder import Builder
from antifreeze.lower.definitions import define_class, define_function
from antifreeze.lower.implied import tested
from antifreeze.lower.narrow import narrow, static_truth
from antifreeze.lower.parameters import annotation_of
from antifreeze.lower.paths import called_name, path_of, text_of
from antifreeze.lower.records import made_class
from antifreeze.lower.settled import settles
from antifreeze.lower.targets import assign_target, has_items, put_into
from antifreeze.model.expression import (
    NO_NODE,
    Attribute,
    Await,
    Binary,
    Call,
    Choice,
    Declared,
    Element,
    Fact,
    Import,
    Item,
    Literal,
    Param,
    Subscript,
)
from antifreeze.model.summary import ParamKind, ScopeKind

_PUTS = {
    "append": 0,
    "add": 0,
    "appendleft": 0,
    "insert": 1,
    "push": 0,
    "put": 0,
    "put_nowait": 0,
    "set": 0,
}
"""Container methods that keep their argument, by the argument's place."""

_SPREADS = frozenset(("extend", "extendleft"))
"""Container methods that keep all that they are given one after another."""

_LEAVE = frozenset(("sys.exit", "os._exit", "os.abort"))
"""Functions that never return."""

_PUT_IN_ORDER = frozenset(("heappush", "heappushpop", "heapreplace", "insort", "insort_left", "insort_right"))
"""Functions that put their second argument into the list that is their first."""

_AUGMENTED = {
    "Add": "add", "Sub": "sub", "Mult": "mul", "MatMult": "matmul", "Div": "truediv", "Mod": "mod", "Pow": "pow",
    "LShift": "lshift", "RShift": "rshift", "BitOr": "or", "BitXor": "xor", "BitAnd": "and", "FloorDiv": "floordiv",
}  # fmt: skip


def _expression(builder: Builder, node: ast.Expr) -> None:
    value = node.value
    if value.__class__ is ast.Constant:
        return
    index = builder.expr(value)
    if isinstance(value, ast.Await):
        value = value.value
        waiting = builder.nodes[index]
        index = waiting.value if isinstance(waiting, Await) else index
    made = builder.nodes[index]
    if not isinstance(value, ast.Call) or not isinstance(made, Call):
        return
    if _spelt_out(builder, value.func) in _LEAVE and builder.scope.kind is ScopeKind.FUNCTION:
        builder.flow.dead = True
    if isinstance(value.func, ast.Attribute):
        _effect_on_receiver(builder, value, value.func, made)
    _effect_on_argument(builder, value, made)


def _spelt_out(builder: Builder, func: ast.expr) -> str:
    """The dotted name of a function, as its own module spells it."""
    first, dot, rest = path_of(func).partition(".")
    return f"{builder.module.renamed.get(first, first)}{dot}{rest}"


def _effect_on_argument(builder: Builder, call: ast.Call, made: Call) -> None:
    """A statement `heappush(heap, item)` puts the item into the heap; `setattr` assigns."""
    function = called_name(builder, call)
    if function == "setattr":
        _setattr(builder, call, made)
    elif function in _PUT_IN_ORDER and len(made.args) > 1:
        put_into(builder, call.args[0], made.args[1])


def _setattr(builder: Builder, call: ast.Call, made: Call) -> None:
    """`setattr(x, "name", value)` assigns an attribute like any other."""
    name = text_of(builder, call.args[1]) if len(call.args) == 3 else ""  # noqa: PLR2004 (object, name, value)
    if name.isidentifier():
        target = ast.Attribute(call.args[0], name, ast.Store())
        assign_target(builder, ast.copy_location(target, call), made.args[2])


def _effect_on_receiver(builder: Builder, call: ast.Call, func: ast.Attribute, made: Call) -> None:
    """A statement `x.append(f)` puts f into x; `x.setblocking(False)` is a fact of x from here on."""
    place = _PUTS.get(func.attr)
    if place is not None and len(made.args) > place and (func.attr != "set" or len(made.args) == 1):
        put_into(builder, func.value, made.args[place])
    elif func.attr in _SPREADS and len(made.args) == 1:
        put_into(builder, func.value, builder.add(Element(made.args[0], False, made.span)))
    elif func.attr == "update" and _owner_of_fields(func.value) is not None:
        _set_fields(builder, func.value, made)
    elif func.attr == "update":
        _update(builder, func.value, made)
    elif settles(builder, call, func):
        return
    elif len(call.args) == 1 and not call.keywords and isinstance(call.args[0], ast.Constant):
        _note_fact(builder, func, call.args[0].value)


def _owner_of_fields(fields: ast.expr) -> ast.expr | None:
    """The object whose attributes a dict holds: `self.__dict__`, `vars(self)`."""
    if isinstance(fields, ast.Attribute) and fields.attr == "__dict__":
        return fields.value
    is_asked = isinstance(fields, ast.Call) and path_of(fields.func) == "vars" and len(fields.args) == 1
    return fields.args[0] if is_asked and isinstance(fields, ast.Call) else None


def _set_fields(builder: Builder, fields: ast.expr, made: Call) -> None:
    """`self.__dict__.update(options)` with a function's `**options` does what `setattr` does for each of them."""
    owner = _owner_of_fields(fields)
    assert owner is not None  # the caller has asked
    given = [index for index in made.args if _is_keywords(builder, index)]
    given += [index for name, index in made.keywords if not name and _is_keywords(builder, index)]
    for index in given:
        items = builder.add(Attribute(index, "items", made.span))
        element = builder.add(Element(builder.add(Call(items, (), (), False, made.span)), False, made.span))
        key, value = builder.add(Item(element, 0)), builder.add(Item(element, 1))
        builder.add(Call(builder.read("setattr"), (builder.expr(owner), key, value), (), False, made.span))


def _is_keywords(builder: Builder, index: int) -> bool:
    """Whether a node is the parameter that takes all keywords."""
    node = builder.nodes[index]
    return isinstance(node, Param) and builder.scope.params[node.index].kind is ParamKind.VAR_KEYWORD


_WAITS: dict[str, tuple[str, bool | None]] = {"settimeout": ("setblocking", True), "setblocking": ("settimeout", None)}
"""The methods of sockets that make them wait again, and what of the other one no longer holds then."""


def _note_fact(builder: Builder, func: ast.Attribute, literal: object) -> None:
    """What a method was called with, which conditions may ask about."""
    path = path_of(func.value)
    if not path or not (literal is None or isinstance(literal, (bool, int, float))):
        return
    waits_again = _WAITS.get(func.attr) if literal or literal is None else None
    if waits_again is not None:
        for name, value in ((func.attr, literal), waits_again):
            builder.flow.narrow(path, builder.add(Fact(builder.expr(func.value), name, value)))
    elif not literal or literal is True:
        node = builder.add(Fact(builder.expr(func.value), func.attr, literal))
        builder.flow.narrow(path, node)
        if isinstance(func.value, ast.Attribute):
            assign_target(builder, func.value, node)


def _update(builder: Builder, base: ast.expr, made: Call) -> None:
    """`x.update(mapping, name=value)` puts the values of the mapping and of the keywords into x."""
    for mapping in made.args:
        put_into(builder, base, builder.add(Subscript(mapping, builder.unknown(), made.span)))
    for name, value in made.keywords:
        if name:
            put_into(builder, base, value)


def _assign(builder: Builder, node: ast.Assign) -> None:
    value = node.value
    if isinstance(value, ast.Tuple) and len(node.targets) == 1 and _pairs(builder, node.targets[0], value):
        return
    made = made_class(builder, node)
    if made is not None:
        define_class(builder, made)
        return
    result = _bound(builder, node.targets[-1], value)
    for target in node.targets:
        assign_target(builder, target, result)
    if builder.parent is None and isinstance(node.targets[0], ast.Name) and node.targets[0].id == "__all__":
        builder.module.exports = names_in(value)


def _bound(builder: Builder, target: ast.expr, value: ast.expr) -> int:
    """What is assigned; an object that stands for nothing, `MISSING = object()`, is a constant of its own."""
    result = builder.expr(value)
    is_bare = isinstance(value, ast.Call) and not (value.args or value.keywords) and path_of(value.func) == "object"
    if is_bare and isinstance(target, ast.Name) and builder.scope.kind is not ScopeKind.FUNCTION:
        return builder.add(Literal(f"<{target.id}>"))
    return result


def _pairs(builder: Builder, target: ast.expr, value: ast.Tuple) -> bool:
    """`a, b = x, y`, bound one by one."""
    if not isinstance(target, ast.Tuple) or len(target.elts) != len(value.elts):
        return False
    if any(isinstance(part, ast.Starred) for part in [*target.elts, *value.elts]):
        return False
    results = [builder.expr(part) for part in value.elts]
    for part, result in zip(target.elts, results, strict=True):
        assign_target(builder, part, result)
    return True


def names_in(value: ast.expr) -> tuple[str, ...] | None:
    """The strings of a literal list or tuple."""
    if not isinstance(value, (ast.List, ast.Tuple)):
        return None
    texts = [item.value for item in value.elts if isinstance(item, ast.Constant) and isinstance(item.value, str)]
    return tuple(filter(str.isidentifier, texts))


def _ann_assign(builder: Builder, node: ast.AnnAssign) -> None:
    annotation = annotation_of(builder, node.annotation)
    if isinstance(node.target, ast.Name) and annotation >= 0:
        builder.scope.annotations[node.target.id] = annotation
    if node.value is None:
        if isinstance(node.target, ast.Attribute) and annotation >= 0:
            assign_target(builder, node.target, builder.add(Declared(builder.unknown(), annotation)), annotation)
        elif isinstance(node.target, ast.Name) and builder.scope.kind is ScopeKind.FUNCTION:
            builder.assign(node.target.id, builder.add(Declared(builder.unknown(), annotation)))
        return
    value = _bound(builder, node.target, node.value)
    if annotation >= 0:
        value = builder.add(Declared(value, annotation))
    assign_target(builder, node.target, value, annotation)


def _aug_assign(builder: Builder, node: ast.AugAssign) -> None:
    current = builder.expr(node.target)
    value = builder.expr(node.value)
    if isinstance(node.target, ast.Attribute) and has_items(builder.nodes[value]):
        put_into(builder, node.target, builder.add(Element(value, False, builder.span(node.value))))
    operator = _AUGMENTED[node.op.__class__.__name__]
    in_place = builder.add(Binary(f"i{operator}", current, value, builder.span(node.target)))
    computed = builder.add(Binary(operator, current, value, builder.span(node)))
    assign_target(builder, node.target, builder.add(Choice([computed, in_place])))
    if builder.parent is None and isinstance(node.target, ast.Name) and node.target.id == "__all__":
        more = names_in(node.value)
        exports = builder.module.exports
        builder.module.exports = None if exports is None or more is None else exports + more


def _type_alias(builder: Builder, node: Any) -> None:
    builder.assign(node.name.id, builder.expr(node.value))


def _delete(builder: Builder, node: ast.Delete) -> None:
    for target in node.targets:
        if isinstance(target, ast.Name):
            builder.flow.unbind(target.id)
        elif isinstance(target, ast.Attribute):
            builder.add(Binary("delattr", builder.expr(target.value), NO_NODE, builder.span(target)))
        elif isinstance(target, ast.Subscript):
            base = builder.expr(target.value)
            builder.add(Binary("delitem", base, builder.expr(target.slice), builder.span(target)))
        elif isinstance(target, (ast.Tuple, ast.List)):
            _delete(builder, ast.Delete(targets=target.elts))


def _return(builder: Builder, node: ast.Return) -> None:
    note_return(builder, builder.literal(None) if node.value is None else builder.expr(node.value))
    builder.flow.dead = True


def note_return(builder: Builder, value: int) -> None:
    """The function returns the node `value` from here."""
    if builder.flow.is_tested_since(value):  # so that the test decides what is returned, too
        value = builder.add(Choice([value]))
    builder.scope.returns.append(value)
    if builder.flow.without_loop:
        builder.scope.returns_without_loop.append(value)


def _raise(builder: Builder, node: ast.Raise) -> None:
    for part in (node.exc, node.cause):
        if part is not None:
            builder.expr(part)
    builder.flow.dead = True


def _assert(builder: Builder, node: ast.Assert) -> None:
    tested(builder, node.test, builder.expr(node.test))
    if static_truth(builder, node.test) is False:
        builder.flow.dead = True
        return
    if node.msg is not None:
        builder.expr(node.msg)
    narrow(builder, node.test, positive=True)


def _import(builder: Builder, node: ast.Import) -> None:
    for alias in node.names:
        root = alias.name.partition(".")[0]
        builder.module.imports[root] = None
        if alias.asname:
            builder.assign(alias.asname, builder.add(Import(alias.name, 0, "")))
        else:
            builder.assign(root, builder.add(Import(root, 0, "", alias.name)))


def _import_from(builder: Builder, node: ast.ImportFrom) -> None:
    module = node.module or ""
    if not node.level:
        builder.module.imports[module.partition(".")[0]] = None
    for alias in node.names:
        if alias.name == "*":
            builder.module.stars.append((module, node.level))
        else:
            builder.assign(alias.asname or alias.name, builder.add(Import(module, node.level, alias.name)))


def _global(builder: Builder, node: ast.Global) -> None:
    if builder.parent is not None:
        builder.globals.update(node.names)


def _nonlocal(builder: Builder, node: ast.Nonlocal) -> None:
    builder.nonlocals.update(node.names)


def _pass(_builder: Builder, _node: ast.Pass) -> None:
    return


def _break(builder: Builder, _node: ast.Break) -> None:
    builder.flow.jump_out()


def _continue(builder: Builder, _node: ast.Continue) -> None:
    builder.flow.jump_back()


STATEMENTS: dict[type, Any] = {
    ast.Expr: _expression,
    ast.Assign: _assign,
    ast.AnnAssign: _ann_assign,
    ast.AugAssign: _aug_assign,
    ast.Delete: _delete,
    ast.Return: _return,
    ast.Raise: _raise,
    ast.Assert: _assert,
    ast.Import: _import,
    ast.ImportFrom: _import_from,
    ast.Global: _global,
    ast.Nonlocal: _nonlocal,
    ast.Pass: _pass,
    ast.Break: _break,
    ast.Continue: _continue,
    ast.FunctionDef: define_function,
    ast.AsyncFunctionDef: define_function,
    ast.ClassDef: define_class,
    **BLOCKS,
}
"""The handler of each statement node of the grammar."""

if hasattr(ast, "TypeAlias"):  # Python 3.12
    STATEMENTS[ast.TypeAlias] = _type_alias
