"""Rewrites of one call so that it no longer blocks the loop: what stands there becomes something awaited."""

from __future__ import annotations

import ast
import textwrap
from dataclasses import dataclass

from antifreeze.fix.imports import Imports
from antifreeze.fix.place import Tree
from antifreeze.fix.text import TextEdit
from antifreeze.model.finding import Finding

_OFFLOADS = {"anyio.to_thread.run_sync": "anyio", "trio.to_thread.run_sync": "trio"}
"""Offloads that take no keyword arguments for what they call, and the module to import."""

_SLEEPS = {"asyncio.sleep": "asyncio", "anyio.sleep": "anyio", "trio.sleep": "trio"}

_OPENERS = ("open", "fdopen", "TemporaryFile", "NamedTemporaryFile", "ZipFile", "TarFile")


class Refused(Exception):  # noqa: N818 (no error: an answer)
    """The finding is not to be mended by a machine, with the reason."""


@dataclass(frozen=True, slots=True)
class Rewrite:
    """Edits that mend a finding, and what they do, in a few words."""

    what: str
    edits: tuple[TextEdit, ...]


class Rewriter:
    """Writes the replacements for calls in one file."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._text = tree.text
        self._imports = Imports(tree)
        self._taken: set[str] = set()
        self._blocks: dict[ast.With, Rewrite] = {}

    def sleep(self, call: ast.Call, finding: Finding) -> Rewrite:
        """`time.sleep(x)` becomes the sleep of the loop's own library."""
        target = finding.remedy.replacement if finding.remedy.replacement in _SLEEPS else "asyncio.sleep"
        if len(call.args) != 1 or call.keywords or isinstance(call.args[0], ast.Starred):
            raise Refused("its argument is not a plain one")
        name, imports = self._named(_SLEEPS[target], call)
        edits = (self._awaited(call, f"{name}.sleep({self._text.of(call.args[0])})"), *imports)
        return Rewrite(f"await {target}", edits)

    def nested_loop(self, call: ast.Call) -> Rewrite:
        """`asyncio.run(f())` where a loop runs already becomes `await f()`."""
        if len(call.args) != 1 or not isinstance(call.args[0], ast.Call) or call.keywords:
            raise Refused("only a single call of a coroutine function can be awaited in its place")
        return Rewrite("await the coroutine", (self._awaited(call, self._text.of(call.args[0])),))

    def pass_on(self, call: ast.Call) -> Rewrite:
        """`to_thread(f(x))` becomes `to_thread(f, x)`: the thread calls it, not the loop."""
        offload = self._tree.parent(call)
        if not isinstance(offload, ast.Call) or not offload.args or offload.args[-1] is not call:
            raise Refused("more arguments follow the call")
        if call.keywords and not _takes_keywords(offload):
            raise Refused("this offload takes no keyword arguments for the function")
        if any(keyword.arg in {known.arg for known in offload.keywords} for keyword in call.keywords):
            raise Refused("the offload has an argument of that name itself")
        start, end = self._text.span(call)
        return Rewrite("hand over the function", (TextEdit(start, end, self._as_arguments(call)),))

    def offload(self, call: ast.Call, finding: Finding) -> Rewrite:
        """The call runs in a thread, and is awaited."""
        target = finding.remedy.fallback if finding.remedy.fallback in _OFFLOADS else "asyncio.to_thread"
        call = self._whole(call, finding)
        self._check_arguments(call)
        name, imports = self._named(_OFFLOADS.get(target, "asyncio"), call)
        function = f"{name}.to_thread.run_sync" if target in _OFFLOADS else f"{name}.to_thread"
        if _opens(call.func) or (call.keywords and target in _OFFLOADS):
            if not all(_is_simple(part) for part in ast.walk(call)):
                raise Refused("its arguments would be evaluated in the thread")
            code = f"{function}(lambda: {self._text.of(call)})"
        else:
            code = f"{function}({self._as_arguments(call)})"
        return Rewrite(f"await {target}", (self._awaited(call, code), *imports))

    def with_block(self, block: ast.With, finding: Finding) -> Rewrite:
        """`with open(...) as f: x = f.read()` becomes a function that a thread runs."""
        known = self._blocks.get(block)
        if known is not None:
            return known
        if finding.remedy.fallback in _OFFLOADS:
            raise Refused("only asyncio's threads are written for a whole block")
        if len(block.body) != 1:
            raise Refused("the block does more than one thing with the file")
        statement = block.body[0]
        if any(isinstance(part, (ast.Await, ast.Yield, ast.YieldFrom, ast.NamedExpr)) for part in ast.walk(block)):
            raise Refused("the block awaits, yields or binds names within it")
        if any(_calls_super(part) for part in ast.walk(block)):
            raise Refused("super() belongs to the method that it is written in")
        bound = block.items[0].optional_vars
        function = self._tree.function(block)
        if function is None or (isinstance(bound, ast.Name) and self._tree.is_read_beside(bound.id, function)):
            raise Refused("the file is used after the block, too")
        name, imports = self._named("asyncio", block)
        edits = self._block_edits(block, statement, name)
        known = self._blocks[block] = Rewrite("await asyncio.to_thread of the whole block", (*edits, *imports))
        return known

    def _block_edits(self, block: ast.With, statement: ast.stmt, name: str) -> tuple[TextEdit, ...]:
        text = self._text
        if (
            isinstance(statement, ast.Assign)
            and len(statement.targets) == 1
            and isinstance(statement.targets[0], ast.Name)
        ):
            value, lead = statement.value, f"{statement.targets[0].id} = "
        elif isinstance(statement, ast.Return) and statement.value is not None:
            value, lead = statement.value, "return "
        elif isinstance(statement, ast.Expr):
            value, lead = statement.value, ""
        else:
            raise Refused("the block does more than read or write")
        start, end = text.span(block)
        line = text.line_start(block.lineno)
        indent = text.value[line:start]
        inner_start, _ = text.span(statement)
        value_start, _ = text.span(value)
        if indent.strip(" \t") or "\n" in _strings(block):
            raise Refused("the block shares its line, or holds a text of several lines")
        function = self._unused("_work_on_file")
        body = text.value[start:inner_start] + ("return " if lead else "") + text.value[value_start:end]
        unit = "\t" if "\t" in indent else "    "
        shifted = textwrap.indent(f"{indent}{body}".replace("\r\n", "\n"), unit).replace("\n", text.newline)
        code = f"def {function}():{text.newline}{shifted}{text.newline}{indent}{lead}await {name}.to_thread({function})"
        return (TextEdit(start, end, code),)

    def _unused(self, name: str) -> str:
        """A name that neither the file nor another fix uses."""
        number, chosen = 1, name
        while chosen in self._text.value or chosen in self._taken:
            number += 1
            chosen = f"{name}_{number}"
        self._taken.add(chosen)
        return chosen

    def _whole(self, call: ast.Call, finding: Finding) -> ast.Call:
        """The chain of methods to move as one: what a file is opened for belongs with the opening."""
        if finding.category != "file" or not _is_opener(call.func):
            return call
        while True:
            attribute = self._tree.parent(call)
            outer = self._tree.parent(attribute) if isinstance(attribute, ast.Attribute) else None
            if not isinstance(outer, ast.Call) or outer.func is not attribute:
                break
            call = outer
        if _is_opener(call.func):
            raise Refused("a file that is opened in a thread would still be read on the loop")
        return call

    def _check_arguments(self, call: ast.Call) -> None:
        for part in ast.walk(call):
            if isinstance(part, (ast.Yield, ast.YieldFrom)):
                raise Refused("an argument yields")
        if isinstance(call.func, ast.Lambda):
            raise Refused("a lambda is called where it is written")
        if any(_calls_super(part) for part in ast.walk(call.func)):
            raise Refused("super() belongs to the method that it is written in")

    def _named(self, module: str, node: ast.AST) -> tuple[str, tuple[TextEdit, ...]]:
        found = self._imports.name_of(module, node)
        if found is None:
            raise Refused(f"the name {module} means something else here")
        return found

    def _as_arguments(self, call: ast.Call) -> str:
        """`f(a, b)` as `f, a, b`, with the spaces, line breaks and comments between them as they are."""
        start, end = self._text.span(call)
        value = self._text.value
        after = self._text.span(call.func)[1]
        paren = value.index("(", after)
        if value[after:paren].strip(") \t"):
            raise Refused("something stands between the function and its arguments")
        function, inner = value[start:paren].rstrip(), value[paren + 1 : end - 1]
        if not call.args and not call.keywords:
            return f"{function}{inner}"
        if len(call.args) == 1 and isinstance(call.args[0], ast.GeneratorExp):
            inner = self._text.of(call.args[0])
        lead = inner[: len(inner) - len(inner.lstrip())]
        if "\n" in lead or "\r" in lead:
            return f"{lead}{function},{inner}"
        return f"{function},{inner}" if inner.lstrip().startswith("#") else f"{function}, {inner.lstrip()}"

    def _awaited(self, call: ast.Call, code: str) -> TextEdit:
        """`await code` in the call's place, in parentheses where it would bind otherwise."""
        parent = self._tree.parent(call)
        tight = isinstance(parent, (ast.Attribute, ast.Subscript, ast.Starred)) or (
            isinstance(parent, ast.BinOp) and isinstance(parent.op, ast.Pow)
        )
        tight = tight or (isinstance(parent, ast.Call) and parent.func is call)
        tight = tight and not (isinstance(parent, ast.Subscript) and parent.slice is call)
        start, end = self._text.span(call)
        return TextEdit(start, end, f"(await {code})" if tight else f"await {code}")


def _takes_keywords(offload: ast.Call) -> bool:
    return isinstance(offload.func, (ast.Attribute, ast.Name)) and getattr(
        offload.func, "attr", getattr(offload.func, "id", "")
    ) in ("to_thread", "run_in_threadpool")


def _is_opener(func: ast.expr) -> bool:
    name = func.attr if isinstance(func, ast.Attribute) else func.id if isinstance(func, ast.Name) else ""
    return name in _OPENERS


def _opens(func: ast.expr) -> bool:
    """Whether working out what is called opens a file: then that has to happen in the thread, too."""
    return any(isinstance(part, ast.Call) and _is_opener(part.func) for part in ast.walk(func))


def _is_simple(part: ast.AST) -> bool:
    return isinstance(
        part, (ast.Name, ast.Constant, ast.Attribute, ast.Call, ast.keyword, ast.expr_context, ast.JoinedStr,
               ast.FormattedValue, ast.BinOp, ast.operator, ast.Subscript),
    )  # fmt: skip


def _calls_super(part: ast.AST) -> bool:
    return isinstance(part, ast.Call) and isinstance(part.func, ast.Name) and part.func.id == "super"


def _strings(block: ast.With) -> str:
    """The line ends within the texts of a block: lines that cannot be indented."""
    return "".join(
        "\n"
        for part in ast.walk(block)
        if isinstance(part, (ast.Constant, ast.JoinedStr)) and part.end_lineno != part.lineno
    )
