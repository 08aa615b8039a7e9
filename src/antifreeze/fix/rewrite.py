"""Rewrites of one call so that it no longer blocks the loop: what stands there becomes something awaited."""

from __future__ import annotations

import ast
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from antifreeze.fix.blocks import BlockMover
from antifreeze.fix.imports import Imports
from antifreeze.fix.lambdas import as_lambda, calls_super
from antifreeze.fix.place import Tree, name_of
from antifreeze.fix.processes import as_process
from antifreeze.fix.refused import Refused
from antifreeze.fix.text import TextEdit
from antifreeze.fix.twins import TwinWriter
from antifreeze.model.finding import Finding

OFFLOADS = {"anyio.to_thread.run_sync": "anyio", "trio.to_thread.run_sync": "trio"}
"""Offloads that take no keyword arguments for what they call, and the module to import."""

_SLEEPS = {"asyncio.sleep": "asyncio", "anyio.sleep": "anyio", "trio.sleep": "trio"}

_LAZY = frozenset(("map", "filter", "takewhile", "dropwhile", "filterfalse", "starmap", "accumulate", "groupby"))
_EAGER = frozenset(("list", "tuple", "set", "frozenset", "dict", "sorted", "sum", "any", "all", "min", "max"))
_OPENERS = ("open", "fdopen", "TemporaryFile", "NamedTemporaryFile", "ZipFile", "TarFile")


@dataclass(frozen=True, slots=True)
class Rewrite:
    """Edits that mend a finding, and what they do, in a few words."""

    what: str
    edits: tuple[TextEdit, ...]
    is_safe: bool = True
    """Whether the code does the same as before, but for the loop."""
    helper: str = ""
    """The function that becomes a coroutine function."""


class Rewriter:
    """Writes the replacements for calls in one file."""

    def __init__(self, tree: Tree, imports: Imports) -> None:
        self._tree = tree
        self._text = tree.text
        self._imports = imports
        self._taken: set[tuple[ast.AST, str]] = set()
        self._blocks: dict[ast.With, Rewrite] = {}

    def sleep(self, call: ast.Call, finding: Finding) -> Rewrite:
        """`time.sleep(x)` becomes the sleep of the loop's own library."""
        target = finding.remedy.replacement if finding.remedy.replacement in _SLEEPS else "asyncio.sleep"
        if len(call.args) != 1 or call.keywords or isinstance(call.args[0], ast.Starred):
            raise Refused("its argument is not a plain one")
        name, imports = self._named(_SLEEPS[target], call)
        start, end = self._text.span(call)
        _, paren = self._called(call)
        is_tight = self._tree.binds_tightly(call)
        edits = [TextEdit(start, paren, f"{'(' if is_tight else ''}await {name}.sleep")]
        if is_tight:
            edits.append(TextEdit(end, end, ")"))
        return Rewrite(f"await {target}", (*edits, *imports))

    def nested_loop(self, call: ast.Call) -> Rewrite:
        """`asyncio.run(f())` where a loop runs already becomes `await f()`."""
        if len(call.args) != 1 or not isinstance(call.args[0], ast.Call) or call.keywords:
            raise Refused("only a single call of a coroutine function can be awaited in its place")
        if "#" in self._text.of(call).replace(self._text.of(call.args[0]), ""):
            raise Refused("a comment would be lost")
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
        target = finding.remedy.fallback if finding.remedy.fallback in OFFLOADS else "asyncio.to_thread"
        self._check_arguments(call)
        name, imports = self._named(OFFLOADS.get(target, "asyncio"), call)
        function = f"{name}.to_thread.run_sync" if target in OFFLOADS else f"{name}.to_thread"
        if _opens(call.func) or (call.keywords and target in OFFLOADS):
            code = f"{function}({as_lambda(self._text, call, _opens(call.func))})"
        else:
            code = f"{function}({self._as_arguments(call)})"
        return Rewrite(f"await {target}", (self._awaited(call, code), *imports))

    def process(self, call: ast.Call, finding: Finding) -> Rewrite | None:
        """A program that is only waited for runs as asyncio's own process; None where more is asked for."""
        if finding.remedy.replacement != "asyncio.create_subprocess_exec" or len(finding.trace) != 1:
            return None
        found = self._imports.name_of("asyncio", call)
        code = as_process(self._tree, call, finding.call, found[0]) if found is not None else None
        if found is None or code is None:
            return None
        return Rewrite("await asyncio.create_subprocess_exec", (self._awaited(call, code), *found[1]))

    def twin(self, node: ast.expr, finding: Finding) -> Rewrite:
        """A lock, an event or a queue that is the coroutine's own becomes that of asyncio."""
        if finding.remedy.fallback in OFFLOADS:
            raise Refused("only asyncio's own locks and queues are written")
        name, imports = self._named("asyncio", node)
        return Rewrite("asyncio's lock or queue", (*TwinWriter(self._tree, name).edits(node), *imports))

    def with_block(self, block: ast.With, finding: Finding, blocking: AbstractSet[ast.AST]) -> Rewrite:
        """`with open(...) as f: x = f.read()` becomes a function that a thread runs."""
        known = self._blocks.get(block)
        if known is not None:
            return known
        function = self._tree.function(block)
        if function is None:
            raise Refused("it does not stand in a coroutine's own body")
        target = finding.remedy.fallback if finding.remedy.fallback in OFFLOADS else "asyncio.to_thread"
        module = OFFLOADS.get(target, "asyncio")
        name, imports = self._named(module, block)
        thread = f"{name}{target.removeprefix(module)}"
        writes = any(_writes(part) for part in ast.walk(block))
        mover = BlockMover(self._tree, block, function, blocking)
        unused = self._unused("_write_file" if writes else "_read_file", function)
        edit = mover.edit(unused, thread)
        known = self._blocks[block] = Rewrite(f"await {target} of the whole block", (edit, *imports))
        return known

    def _unused(self, name: str, function: ast.AST) -> str:
        """A name that neither the module nor the function, nor another fix in it, uses."""
        used = {node.id for node in ast.walk(function) if isinstance(node, ast.Name)} | self._tree.names_bound()
        number, chosen = 1, name
        while chosen in used or (function, chosen) in self._taken:
            number += 1
            chosen = f"{name}_{number}"
        self._taken.add((function, chosen))
        return chosen

    def whole(self, call: ast.Call, finding: Finding) -> ast.Call:
        """The calls to move as one: what a file is opened for with the opening, a lazy iterator with its consumer."""
        call = self._consumer(call)
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

    def _consumer(self, call: ast.Call) -> ast.Call:
        """The call itself, or the one that goes through the lazy iterator that it makes."""
        while name_of(call.func) in _LAZY:
            outer = self._tree.parent(call)
            if not isinstance(outer, ast.Call) or call not in outer.args or name_of(outer.func) not in _LAZY | _EAGER:
                raise Refused("it makes a lazy iterator, which would still be gone through on the loop")
            call = outer
        return call

    def _check_arguments(self, call: ast.Call) -> None:
        for part in ast.walk(call):
            if isinstance(part, (ast.Yield, ast.YieldFrom)):
                raise Refused("an argument yields")
        if isinstance(call.func, ast.Lambda):
            raise Refused("a lambda is called where it is written")
        if any(calls_super(part) for part in ast.walk(call.func)):
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
        last, paren = self._called(call)
        function, inner = value[start:last], value[paren + 1 : end - 1]
        if not call.args and not call.keywords:
            return f"{function}{inner}"
        if len(call.args) == 1 and isinstance(call.args[0], ast.GeneratorExp):
            inner = self._text.of(call.args[0])
        lead = inner[: len(inner) - len(inner.lstrip())]
        if "\n" in lead or "\r" in lead:
            return f"{lead}{function},{inner}"
        return f"{function},{inner}" if inner.lstrip().startswith("#") else f"{function}, {inner.lstrip()}"

    def _called(self, call: ast.Call) -> tuple[int, int]:
        """Where the text of what is called ends, and where its arguments start."""
        after = self._text.span(call.func)[1]
        paren = self._text.value.index("(", after)
        between = self._text.value[after:paren]
        if between.strip(") \t\r\n\\"):
            raise Refused("something stands between the function and its arguments")
        return after + between.rfind(")") + 1, paren

    def _awaited(self, call: ast.Call, code: str) -> TextEdit:
        """`await code` in the call's place, in parentheses where it would bind otherwise."""
        start, end = self._text.span(call)
        return TextEdit(start, end, f"(await {code})" if self._tree.binds_tightly(call) else f"await {code}")


def _writes(part: ast.AST) -> bool:
    """Whether a node speaks of writing: a method of that name, or the mode of a file."""
    if isinstance(part, ast.Constant) and isinstance(part.value, str):
        return part.value in ("w", "a", "x", "wt", "at", "xt", "wb", "ab", "xb", "w+", "wb+", "w+b")
    return isinstance(part, ast.Attribute) and part.attr.startswith("write")


def _takes_keywords(offload: ast.Call) -> bool:
    return name_of(offload.func) in ("to_thread", "run_in_threadpool")


def _is_opener(func: ast.expr) -> bool:
    return name_of(func) in _OPENERS


def _opens(func: ast.expr) -> bool:
    """Whether working out what is called opens a file: then that has to happen in the thread, too."""
    return any(isinstance(part, ast.Call) and _is_opener(part.func) for part in ast.walk(func))
