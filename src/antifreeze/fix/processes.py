"""Running a program: asyncio's own processes, where nothing but the end of the program is waited for."""

from __future__ import annotations

import ast

from antifreeze.fix.place import Tree

CALLS = ("subprocess.run", "subprocess.call")
_STREAMS = ("stdin", "stdout", "stderr")


def as_process(tree: Tree, call: ast.Call, blocking: str, asyncio_name: str) -> str | None:
    """`run(["ls", p])` as a process of asyncio that is waited for; None where that would not be the same."""
    is_unused = isinstance(tree.parent(call), ast.Expr)
    if blocking not in CALLS or (blocking == "subprocess.run" and not is_unused):
        return None
    text = tree.text
    command = call.args[0] if len(call.args) == 1 else None
    if not isinstance(command, ast.List) or not command.elts or isinstance(command.elts[0], ast.Starred):
        return None
    if not all(_is_kept(keyword) for keyword in call.keywords):
        return None
    if "#" in text.of(call) or any(isinstance(part, ast.GeneratorExp) for part in command.elts):
        return None
    first, last = text.span(command.elts[0])[0], text.span(command)[1] - 1
    arguments = text.value[first:last].rstrip().removesuffix(",").rstrip()
    if text.value[text.span(command)[0] + 1 : first].strip():
        return None
    options = "".join(f", {text.of(keyword)}" for keyword in call.keywords)
    return f"(await {asyncio_name}.create_subprocess_exec({arguments}{options})).wait()"


def _is_kept(keyword: ast.keyword) -> bool:
    """Whether asyncio takes the option and means the same; a pipe is something that somebody would have to read."""
    if keyword.arg in ("cwd", "env"):
        return True
    value = keyword.value
    return keyword.arg in _STREAMS and isinstance(value, ast.Attribute) and value.attr in ("DEVNULL", "STDOUT")
