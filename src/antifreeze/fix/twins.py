"""Locks, events and queues of threads that never leave a coroutine become those of asyncio."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import msgspec

from antifreeze.fix.place import FUNCTIONS, Tree
from antifreeze.fix.refused import Refused
from antifreeze.fix.text import TextEdit


class _Twin(msgspec.Struct, frozen=True):
    """The class of asyncio, how many arguments each method may take, and what has to be awaited."""

    name: str
    methods: dict[str, int]
    awaited: frozenset[str]
    arguments: int = 0


_LOCK = {"acquire": 0, "release": 0}
_QUEUE = {"get": 0, "put": 1, "put_nowait": 1, "qsize": 0, "empty": 0, "full": 0, "task_done": 0, "join": 0}
_WAITS = frozenset({"get", "put", "join"})
_TWINS = {
    "threading.Lock": _Twin("Lock", {**_LOCK, "locked": 0}, frozenset({"acquire"})),
    "threading.Semaphore": _Twin("Semaphore", _LOCK, frozenset({"acquire"}), 1),
    "threading.BoundedSemaphore": _Twin("BoundedSemaphore", _LOCK, frozenset({"acquire"}), 1),
    "threading.Event": _Twin("Event", {"wait": 0, "set": 0, "clear": 0, "is_set": 0}, frozenset({"wait"})),
    "queue.Queue": _Twin("Queue", _QUEUE, _WAITS, 1),
    "queue.LifoQueue": _Twin("LifoQueue", _QUEUE, _WAITS, 1),
    "queue.PriorityQueue": _Twin("PriorityQueue", _QUEUE, _WAITS, 1),
}

_THREADS = ("Thread", "to_thread", "run_in_executor", "submit", "run_sync", "run_coroutine_threadsafe")
"""Words that speak of other threads, which could share what the coroutine makes."""

_LEFT = "what one thread locks or waits for, another may not release: use the asyncio counterpart"


class TwinWriter:
    """Finds out whether an object of threads is one coroutine's own, and rewrites all that is done with it."""

    def __init__(self, tree: Tree, asyncio_name: str) -> None:
        self._tree = tree
        self._asyncio = asyncio_name

    def edits(self, node: ast.expr) -> tuple[TextEdit, ...]:
        """The edits for an object that a finding's node waits for; raises `Refused` where it is shared."""
        name = _object_of(node)
        function = self._owner(name) if name is not None else None
        if name is None or function is None:
            raise Refused(_LEFT)
        binding = self._binding(name.id, function)
        twin = _TWINS.get(self._tree.qualified(binding.func))
        if twin is None or binding.keywords or len(binding.args) > twin.arguments:
            raise Refused(_LEFT)
        start, end = self._tree.text.span(binding.func)
        found = [TextEdit(start, end, f"{self._asyncio}.{twin.name}")]
        for use in self._uses(name.id, function):
            found.extend(self._use(use, twin))
        if self._is_near_threads(function):
            raise Refused(_LEFT)
        return tuple(found)

    def _owner(self, name: ast.Name) -> ast.AsyncFunctionDef | None:
        """The function that binds a name, if it is a coroutine function."""
        for parent, _ in self._tree.ancestors(name):
            if isinstance(parent, FUNCTIONS) and any(
                isinstance(node, ast.Name) and node.id == name.id and isinstance(node.ctx, ast.Store)
                for node in _own_nodes(parent)
            ):
                return parent if isinstance(parent, ast.AsyncFunctionDef) else None
        return None

    def _binding(self, name: str, function: ast.AsyncFunctionDef) -> ast.Call:
        bindings = [node for node in ast.walk(function) if name in self._tree.bound_by(node)]
        parent = self._tree.parent(bindings[0])
        if len(bindings) != 1 or not isinstance(parent, ast.Assign) or len(parent.targets) != 1:
            raise Refused(_LEFT)
        if not isinstance(parent.value, ast.Call):
            raise Refused(_LEFT)
        return parent.value

    @staticmethod
    def _uses(name: str, function: ast.AsyncFunctionDef) -> Iterator[ast.Name]:
        for node in ast.walk(function):
            if isinstance(node, ast.Name) and node.id == name and not isinstance(node.ctx, ast.Store):
                yield node

    def _use(self, use: ast.Name, twin: _Twin) -> Iterator[TextEdit]:
        parent = self._tree.parent(use)
        call = self._tree.parent(parent) if isinstance(parent, ast.Attribute) else None
        if self._tree.function(use) is None:
            raise Refused(_LEFT)
        if isinstance(call, ast.Call) and isinstance(parent, ast.Attribute) and call.func is parent:
            if twin.methods.get(parent.attr) != len(call.args) or call.keywords:
                raise Refused(_LEFT)
            if any(isinstance(argument, ast.Starred) for argument in call.args):
                raise Refused(_LEFT)
            if parent.attr in twin.awaited:
                if self._tree.why_no_await(call):
                    raise Refused(_LEFT)
                yield from self._tree.awaited(call)
            return
        block = self._tree.parent(parent) if isinstance(parent, ast.withitem) else None
        if not isinstance(block, ast.With) or len(block.items) != 1 or self._tree.why_no_await(block):
            raise Refused(_LEFT)
        if block.items[0].optional_vars is not None or "acquire" not in twin.methods:
            raise Refused(_LEFT)
        start, _ = self._tree.text.span(block)
        yield TextEdit(start, start, "async ")

    @staticmethod
    def _is_near_threads(function: ast.AsyncFunctionDef) -> bool:
        spelt = {node.attr for node in ast.walk(function) if isinstance(node, ast.Attribute)}
        spelt |= {node.id for node in ast.walk(function) if isinstance(node, ast.Name)}
        return not spelt.isdisjoint(_THREADS)


def _object_of(node: ast.expr) -> ast.Name | None:
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        node = node.func.value
    return node if isinstance(node, ast.Name) else None


def _own_nodes(function: ast.AST) -> Iterator[ast.AST]:
    """The nodes of a function without those of the functions within."""
    pending = list(ast.iter_child_nodes(function))
    while pending:
        node = pending.pop()
        yield node
        if not isinstance(node, (*FUNCTIONS, ast.ClassDef)):
            pending.extend(ast.iter_child_nodes(node))
