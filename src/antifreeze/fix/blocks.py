"""A `with` block on files becomes a function that a thread runs, where reading and writing is all that it does."""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from antifreeze.fix.place import Tree, names_bound_by
from antifreeze.fix.refused import Refused
from antifreeze.fix.text import TextEdit, indented

_MODULES = {
    "base64", "binascii", "bz2", "codecs", "collections", "configparser", "copy", "csv", "datetime", "functools",
    "gzip", "hashlib", "io", "itertools", "json", "lzma", "marshal", "math", "msgpack", "orjson", "os", "pickle",
    "plistlib", "re", "rapidjson", "shutil", "simplejson", "string", "struct", "textwrap", "time", "toml", "tomli",
    "tomli_w", "tomllib", "ujson", "yaml", "zlib",
}  # fmt: skip
"""Modules whose functions work on what they are given, wherever they run."""

_METHODS = {
    "add", "append", "count", "decode", "digest", "encode", "endswith", "extend", "find", "format", "get", "hex",
    "hexdigest", "index", "insert", "items", "join", "keys", "lower", "lstrip", "partition", "pop", "replace",
    "rpartition", "rsplit", "rstrip", "setdefault", "split", "splitlines", "startswith", "strip", "update", "upper",
    "values", "writeheader", "writerow", "writerows", "zfill",
}  # fmt: skip
"""Methods of texts and collections, and of the standard library's readers and writers."""

_BUILTINS = {name for name in dir(builtins) if not name.startswith("_")} - {
    "breakpoint", "eval", "exec", "exit", "globals", "input", "locals", "quit", "super", "vars",
}  # fmt: skip

_STATEMENTS = (
    ast.Assign, ast.AnnAssign, ast.AugAssign, ast.Expr, ast.For, ast.While, ast.If, ast.With, ast.Return, ast.Pass,
    ast.Raise, ast.Assert, ast.Break, ast.Continue,
)  # fmt: skip

_OUT_OF_PLACE = (ast.Await, ast.Yield, ast.YieldFrom, ast.NamedExpr)


class BlockMover:
    """Writes the function for a block, or says why that is not possible; `blocking` are the calls with findings."""

    def __init__(
        self,
        tree: Tree,
        block: ast.With,
        function: ast.AsyncFunctionDef | ast.FunctionDef,
        blocking: AbstractSet[ast.AST],
    ) -> None:
        self._tree = tree
        self._text = tree.text
        self._block = block
        self._function = function
        self._blocking = blocking
        self._inside = set(ast.walk(block))
        self._files = {name for item in block.items for name in _stores(item)}
        self._bound = {name for statement in block.body for name in _stores(statement)}

    def edit(self, name: str, thread: str) -> TextEdit:
        """A function of that name in the block's place, and the call that has a thread run it."""
        self._check()
        text, block = self._text, self._block
        start, end = text.span(block)
        line = text.line_start(block.lineno)
        indent = text.value[line:start]
        if indent.strip(" \t") or self._holds_texts_of_several_lines():
            raise Refused("the block shares its line, or holds a text of several lines")
        body, lead, outer = self._body_and_lead(start, end)
        unit = "\t" if "\t" in indent else "    "
        newline = text.newline
        shifted = indented(f"{outer}{indent}{body}", unit, newline)
        code = f"def {name}():{newline}{shifted}{newline}{newline}{indent}{lead}await {thread}({name})"
        if self._follows_a_statement():
            return TextEdit(line, end, f"{newline}{indent}{code}")
        return TextEdit(start, end, code)

    def _follows_a_statement(self) -> bool:
        """Whether a statement ends on the line above the block."""
        line = self._block.lineno - 1
        parent = self._tree.parent(self._block)
        return any(
            isinstance(node, ast.stmt) and node.end_lineno == line
            for node in (ast.iter_child_nodes(parent) if parent is not None else ())
        )

    def _check(self) -> None:
        names = self._files | self._bound
        for part in self._inside:
            if isinstance(part, _OUT_OF_PLACE):
                raise Refused("the block awaits, yields or binds names within it")
            if isinstance(part, ast.Call):
                self._check_call(part)
            if isinstance(part, ast.stmt) and not isinstance(part, _STATEMENTS):
                raise Refused("the block does more than read or write")
            if isinstance(part, ast.Return) and part is not self._block.body[-1]:
                raise Refused("the block returns in several ways")
            if isinstance(part, (ast.Break, ast.Continue)) and not self._is_in_inner_loop(part):
                raise Refused("the block leaves a loop around it")
        if any(self._occurs_outside(name) for name in self._files):
            raise Refused("the file is used after the block, too")
        if names & _declared_elsewhere(self._function):
            raise Refused("the block binds names of other scopes")

    def _check_call(self, call: ast.Call) -> None:
        func = call.func
        if isinstance(func, ast.Name) and func.id == "super":
            raise Refused("super() belongs to the method that it is written in")
        if call in self._blocking or self._is_harmless(func):
            return
        raise Refused("the block does more than read or write")

    def _is_harmless(self, func: ast.expr) -> bool:
        if isinstance(func, ast.Name):
            return self._tree.imported_from(func.id) in _MODULES or (
                func.id in _BUILTINS and func.id not in self._tree.names_bound()
            )
        if not isinstance(func, ast.Attribute):
            return False
        root = func.value
        while isinstance(root, ast.Attribute):
            root = root.value
        if isinstance(root, ast.Name) and (root.id in self._files or self._tree.imported_from(root.id) in _MODULES):
            return True
        return func.attr in _METHODS and isinstance(func.value, (ast.Name, ast.Call, ast.Constant, ast.Subscript))

    def _is_in_inner_loop(self, part: ast.AST) -> bool:
        for parent, _ in self._tree.ancestors(part):
            if parent is self._block:
                return False
            if isinstance(parent, (ast.For, ast.While)):
                return True
        return False

    def _occurs_outside(self, name: str) -> bool:
        """Whether a name is read outside of the block, and of other blocks that bind it themselves."""
        return any(
            isinstance(node, ast.Name)
            and node.id == name
            and not isinstance(node.ctx, ast.Store)
            and node not in self._inside
            and not any(isinstance(parent, ast.With) and name in _of_items(parent) for parent, _ in self._around(node))
            for node in ast.walk(self._function)
        )

    def _around(self, node: ast.AST) -> Iterator[tuple[ast.AST, ast.AST]]:
        return self._tree.ancestors(node)

    def _body_and_lead(self, start: int, end: int) -> tuple[str, str, str]:
        """The block's text with what it gives back, what takes that, and what the function declares."""
        text, block = self._text, self._block
        last = block.body[-1]
        value = self._given_back(last)
        if value is not None:
            lead = text.value[text.span(last)[0] : text.span(value)[0]]
            inner = text.span(last)[0]
            body = f"{text.value[start:inner]}return {text.value[text.span(value)[0] : end]}"
            if isinstance(last, ast.Expr):
                return text.value[start:end], "", ""
            return body, lead, ""
        names = sorted(name for name in self._bound if self._occurs_outside(name) or self._is_bound_outside(name))
        if not names:
            return text.value[start:end], "", ""
        if any(isinstance(part, ast.Return) for part in self._inside):
            raise Refused("the block both binds names and returns")
        indent = text.value[text.line_start(block.lineno) : start]
        inside = [name for name in names if self._is_bound_outside(name)]
        fresh = [name for name in names if name not in inside]
        if not fresh:
            return text.value[start:end], "", f"{indent}nonlocal {', '.join(inside)}\n"
        if inside or not all(self._is_surely_bound(name) for name in fresh) or self._is_tried():
            raise Refused("the block binds names that are used after it, perhaps")
        given = ", ".join(fresh)
        own = text.value[text.line_start(last.lineno) : text.span(last)[0]]
        if own.strip(" \t"):
            raise Refused("the block shares its line, or holds a text of several lines")
        return f"{text.value[start:end]}\n{own}return {given}", f"{given} = ", ""

    def _given_back(self, last: ast.stmt) -> ast.expr | None:
        """The value of the last statement, where it is all that the block does for the code after it."""
        others = {name for statement in self._block.body[:-1] for name in _stores(statement)}
        if any(self._occurs_outside(name) or self._is_bound_outside(name) for name in others):
            return None
        if isinstance(last, (ast.Return, ast.Expr)):
            return last.value
        if isinstance(last, ast.Assign) and len(last.targets) == 1 and isinstance(last.targets[0], ast.Name):
            name = last.targets[0].id
            own = [node for node in self._inside if isinstance(node, ast.Name) and node.id == name]
            return last.value if own == [last.targets[0]] else None
        return None

    def _is_bound_outside(self, name: str) -> bool:
        return any(name in names_bound_by(node) for node in ast.walk(self._function) if node not in self._inside)

    def _is_surely_bound(self, name: str) -> bool:
        """Whether a statement of the block itself binds a name."""
        return any(isinstance(statement, ast.Assign) and name in _stores(statement) for statement in self._block.body)

    def _is_tried(self) -> bool:
        """Whether what is bound before something fails could be used after it."""
        return any(isinstance(parent, ast.Try) for parent, _ in self._tree.ancestors(self._block))

    def _holds_texts_of_several_lines(self) -> bool:
        return any(
            isinstance(part, (ast.Constant, ast.JoinedStr)) and part.end_lineno != part.lineno for part in self._inside
        )


def _stores(node: ast.AST) -> Iterator[str]:
    """The names that a statement binds, but for those of comprehensions, which keep them to themselves."""
    if isinstance(node, (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp, ast.Lambda)):
        return
    if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
        yield node.id
    for child in ast.iter_child_nodes(node):
        yield from _stores(child)


def _of_items(block: ast.With) -> set[str]:
    return {name for item in block.items for name in _stores(item)}


def _declared_elsewhere(function: ast.AST) -> set[str]:
    return {name for node in ast.walk(function) if isinstance(node, (ast.Global, ast.Nonlocal)) for name in node.names}
