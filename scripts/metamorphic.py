"""Change what code looks like and not what it does: the findings must stay: `python scripts/metamorphic.py FOLDER...`.

Every file below a folder is parsed, changed in one of the ways below and analysed with all others; findings are then
compared by file, function, rule and severity. What comes or goes is printed and makes the script fail.
"""

from __future__ import annotations

import argparse
import ast
import copy
import re
import sys
import time
import warnings
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from antifreeze.catalog.packaged import load_packaged
from antifreeze.config.options import Config
from antifreeze.discover.sources import discover
from antifreeze.engine import Ports, Request, check
from antifreeze.mending import Summaries
from antifreeze.model.finding import Finding
from antifreeze.model.source import SourceFile
from antifreeze.store.stubs import read_stub

Mark = tuple[str, str, str, str]
Change = Callable[[ast.Module], ast.Module]
Definition = ast.FunctionDef | ast.AsyncFunctionDef

PLAIN = (ast.FunctionDef, ast.AsyncFunctionDef)
SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)
COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
MOVED, INNER = "_moved_here", "_inner_part"


def main() -> int:
    """Try every way on every folder; 1 if findings change."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folders", nargs="+", type=Path)
    arguments.add_argument("--only", choices=WAYS, nargs="*", default=list(WAYS))
    given = arguments.parse_args()
    warnings.simplefilter("ignore")
    differing = 0
    for folder in given.folders:
        found = discover([str(folder)], Config(), str(folder))
        sources = tuple(source for source in map(respelled, found.sources) if source is not None)
        wanted = marks(sources)
        for way in given.only:
            start = time.process_time()
            changed, count = changed_by(way, sources)
            lost, come = wanted - (now := marks(changed)), now - wanted
            differing += lost.total() + come.total()
            seconds = time.process_time() - start
            print(
                f"{folder.name}, {way}: {count} files changed, {wanted.total()} findings, "
                f"{lost.total()} lost, {come.total()} new, {seconds:.0f} s",
                flush=True,
            )
            for sign, difference in (("-", lost), ("+", come)):
                for mark in sorted(difference)[:10]:
                    print(f"  {sign} {' '.join(mark)}", flush=True)
    return 1 if differing else 0


def respelled(source: SourceFile) -> SourceFile | None:
    """The source as `ast` writes it, for what changes to compare with; None where that cannot be parsed."""
    try:
        text = ast.unparse(ast.parse(source.content))
        ast.parse(text)
    except (SyntaxError, ValueError, RecursionError):
        return None
    return with_text(source, text)


def with_text(source: SourceFile, text: str) -> SourceFile:
    """The source with another text."""
    return SourceFile(source.path, source.module, text.encode(), source.is_package, source.is_stub)


def marks(sources: Sequence[SourceFile]) -> Counter[Mark]:
    """What is found, without places and as if nothing had been moved or split."""
    report = check(Request(tuple(sources)), PORTS)
    return Counter(map(mark, report.findings))


def mark(finding: Finding) -> Mark:
    """A finding by what a change of its code's looks keeps."""
    return (
        finding.path.replace(MOVED, "").replace("/__init__.py", ".py"),
        finding.function.replace(MOVED, "").replace(INNER, ""),
        finding.code,
        finding.severity.name,
    )


def changed_by(way: str, sources: Sequence[SourceFile]) -> tuple[list[SourceFile], int]:
    """The sources, each changed in a way where that is possible, and how many were."""
    result, count = [], 0
    for source in sources:
        tree = ast.parse(source.content)
        if way == "move":
            parts = moved(tree, source)
        else:
            new = ast.unparse(ast.fix_missing_locations(WAYS[way](copy.deepcopy(tree))))
            parts = [with_text(source, new)]
        count += parts[0].content != source.content
        result.extend(parts)
    return result, count


def functions(tree: ast.AST) -> Iterator[Definition]:
    """Every `def` of a file."""
    return (node for node in ast.walk(tree) if isinstance(node, PLAIN))


def own(function: ast.AST) -> Iterator[ast.AST]:
    """The nodes of a function's body that no inner scope holds."""
    pending: list[ast.AST] = list(function.body if isinstance(function, PLAIN) else ast.iter_child_nodes(function))
    while pending:
        node = pending.pop()
        yield node
        if not isinstance(node, (*SCOPES, *COMPREHENSIONS)):
            pending.extend(ast.iter_child_nodes(node))


def rename_locals(tree: ast.Module) -> ast.Module:
    """Local variables get other names, where no inner scope and nothing else speaks of them."""
    for function in functions(tree):
        nodes = list(own(function))
        names = {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
        names -= {argument.arg for argument in ast.walk(function.args) if isinstance(argument, ast.arg)}
        for node in ast.walk(function):
            if isinstance(node, (ast.Global, ast.Nonlocal)):
                names.difference_update(node.names)
            elif isinstance(node, ast.alias):
                names.discard((node.asname or node.name).partition(".")[0])
            elif isinstance(node, (ast.ExceptHandler, ast.MatchAs, ast.MatchStar)):
                names.discard(node.name or "")
            elif isinstance(node, ast.MatchMapping):
                names.discard(node.rest or "")
            elif isinstance(node, ast.Name) and node.id in ("locals", "eval", "exec", "vars"):
                names.clear()
            elif node is not function and isinstance(node, (*SCOPES, *COMPREHENSIONS)):
                names.difference_update(inner.id for inner in ast.walk(node) if isinstance(inner, ast.Name))
                names.discard(getattr(node, "name", ""))
        for node in nodes:
            if isinstance(node, ast.Name) and node.id in names:
                node.id += "_renamed"
    return tree


def add_dead_code(tree: ast.Module) -> ast.Module:
    """Each function begins with a branch that never runs."""
    for function in functions(tree):
        after = 1 if ast.get_docstring(function, clean=False) is not None else 0
        function.body[after:after] = ast.parse("if False:\n    raise NotImplementedError").body
    return tree


def wrap_in_try(tree: ast.Module) -> ast.Module:
    """Each body stands in a `try` that raises again whatever is raised."""
    for function in functions(tree):
        after = 1 if ast.get_docstring(function, clean=False) is not None else 0
        if function.body[after:]:
            again = ast.ExceptHandler(ast.Name("BaseException", ast.Load()), None, [ast.Raise()])
            function.body[after:] = [ast.Try(function.body[after:], [again], [], [ast.Pass()])]
    return tree


def plain_imports(tree: ast.Module) -> dict[str, ast.Import]:
    """The modules that a file imports at its top, and speaks of by nothing but attributes it reads."""
    found = {
        node.names[0].name: node
        for node in tree.body
        if isinstance(node, ast.Import)
        and len(node.names) == 1
        and node.names[0].asname is None
        and "." not in node.names[0].name
    }
    read: Counter[str] = Counter()
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and isinstance(node.ctx, ast.Load):
            read[node.value.id] += 1
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            read[node.id] -= 1
        elif isinstance(node, (ast.Import, ast.ImportFrom)) and node not in found.values():
            for alias in node.names:
                found.pop((alias.asname or alias.name).partition(".")[0], None)
        elif isinstance(node, ast.arg):
            found.pop(node.arg, None)
        elif isinstance(node, (*PLAIN, ast.ClassDef)):
            found.pop(node.name, None)
        elif isinstance(node, ast.ExceptHandler):
            found.pop(node.name or "", None)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            for name in [name for name in found if f"{name}." in node.value]:  # an annotation in quotes
                found.pop(name)
    return {name: node for name, node in found.items() if read[name] == 0}


def alias_modules(tree: ast.Module) -> ast.Module:
    """`import x` becomes `import x as x_alias`."""
    names = plain_imports(tree)
    for node in names.values():
        node.names[0].asname = f"{node.names[0].name}_alias"
    for other in ast.walk(tree):
        if isinstance(other, ast.Name) and other.id in names:
            other.id += "_alias"
    return tree


class _FromImports(ast.NodeTransformer):
    """Replaces attributes of modules by names of their own; those that are taken get a longer one."""

    def __init__(self, names: dict[str, ast.Import], taken: set[str], is_renamed: bool) -> None:
        self.used: dict[str, dict[str, str]] = {name: {} for name in names}
        self._taken = taken
        self._is_renamed = is_renamed

    def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
        if isinstance(node.value, ast.Name) and node.value.id in self.used:
            known = self.used[node.value.id]
            if node.attr not in known:
                is_free = not self._is_renamed and node.attr not in self._taken
                known[node.attr] = node.attr if is_free else f"{node.value.id}_{node.attr}"
                self._taken.add(node.attr)
            return ast.Name(known[node.attr], node.ctx)
        self.generic_visit(node)
        return node


def import_from(tree: ast.Module, is_renamed: bool = False) -> ast.Module:
    """`import x` and `x.y` become `from x import y` and `y`; with names that are changed on the way, if so wanted."""
    names = plain_imports(tree)
    taken = {text for node in ast.walk(tree) for text in words_of(node)}
    transformer = _FromImports(names, taken, is_renamed)
    transformer.visit(tree)
    for name, node in names.items():
        if transformer.used[name]:
            aliases = [
                ast.alias(attr, None if local == attr else local) for attr, local in transformer.used[name].items()
            ]
            tree.body[tree.body.index(node)] = ast.ImportFrom(name, aliases, 0)
    return tree


def words_of(node: ast.AST) -> Iterator[str]:
    """The names that a node binds or reads."""
    for field in ("id", "name", "arg", "asname"):
        if isinstance(value := getattr(node, field, None), str):
            yield value


def import_under_other_names(tree: ast.Module) -> ast.Module:
    """`import x` and `x.y` become `from x import y as x_y` and `x_y`."""
    return import_from(tree, is_renamed=True)


def split_helpers(tree: ast.Module) -> ast.Module:
    """A plain function of a module hands its arguments on to another one, which has its body."""
    body: list[ast.stmt] = []
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and not node.decorator_list and not node.name.startswith("__"):
            inner = copy.deepcopy(node)
            inner.name += INNER
            body.append(inner)
            node.body = [ast.Return(forwarded(inner))]
        body.append(node)
    tree.body = body
    return tree


def forwarded(function: ast.FunctionDef) -> ast.Call:
    """The call that hands all of a function's arguments on."""

    def read(name: str) -> ast.expr:
        return ast.Name(name, ast.Load())

    given = function.args
    positional = [read(argument.arg) for argument in (*given.posonlyargs, *given.args)]
    if given.vararg is not None:
        positional.append(ast.Starred(read(given.vararg.arg), ast.Load()))
    keywords = [ast.keyword(argument.arg, read(argument.arg)) for argument in given.kwonlyargs]
    if given.kwarg is not None:
        keywords.append(ast.keyword(None, read(given.kwarg.arg)))
    return ast.Call(read(function.name), positional, keywords)


def moved(tree: ast.Module, source: SourceFile) -> list[SourceFile]:
    """The file, and a new one with the functions that need nothing of it but its imports, which imports them back."""
    imports = [node for node in tree.body if isinstance(node, (ast.Import, ast.ImportFrom))]
    if source.is_stub or any(alias.name == "*" for node in imports for alias in node.names):
        return [source]
    imported = {(alias.asname or alias.name).partition(".")[0] for node in imports for alias in node.names}
    others = {name for node in tree.body if node not in imports for name in bound_by(node)} | {"__file__", "__name__"}
    going = [
        node
        for node in tree.body
        if isinstance(node, PLAIN)
        and not node.decorator_list
        and not others & {inner.id for inner in ast.walk(node) if isinstance(inner, ast.Name)}
        and not any(isinstance(inner, (ast.Global, ast.Constant)) and speaks(inner, others) for inner in ast.walk(node))
        and node.name not in imported
        and sum(node.name in bound_by(other) for other in tree.body) == 1
    ]
    if not going:
        return [source]
    futures = [node for node in imports if isinstance(node, ast.ImportFrom) and node.module == "__future__"]
    name = f"{source.module}.{MOVED}" if source.is_package else f"{source.module}{MOVED}"
    path = source.path.replace("__init__.py", f"{MOVED}.py") if source.is_package else source.path[:-3] + f"{MOVED}.py"
    level = 1 if source.is_package or "." in source.module else 0
    back = ast.ImportFrom(name.rpartition(".")[2] if level else name, [ast.alias(node.name) for node in going], level)
    there = ast.Module([*imports, *going], [])
    after = max([tree.body.index(node) for node in futures], default=0 if ast.get_docstring(tree) else -1) + 1
    kept = [node for node in tree.body if node not in going]
    here = ast.Module([*kept[:after], back, *kept[after:]], [])
    return [
        with_text(source, ast.unparse(ast.fix_missing_locations(here))),
        SourceFile(path, name, ast.unparse(ast.fix_missing_locations(there)).encode()),
    ]


def speaks(node: ast.AST, names: set[str]) -> bool:
    """Whether it is a `global`, or a text that speaks of one of the names, as annotations do: `"type[Client]"`."""
    text = node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
    return isinstance(node, ast.Global) or not names.isdisjoint(re.findall(r"\w+", text))


def bound_by(node: ast.stmt) -> set[str]:
    """The names that a statement of a module binds."""
    if isinstance(node, (*PLAIN, ast.ClassDef)):
        return {node.name}
    found = {inner.id for inner in ast.walk(node) if isinstance(inner, ast.Name) and isinstance(inner.ctx, ast.Store)}
    for inner in ast.walk(node):
        if isinstance(inner, (*PLAIN, ast.ClassDef)):
            found.add(inner.name)
        elif isinstance(inner, (ast.Import, ast.ImportFrom)):
            found.update((alias.asname or alias.name).partition(".")[0] for alias in inner.names)
    return found


def unchanged(tree: ast.Module) -> ast.Module:
    """Stands for `move`, which makes two files of one."""
    return tree


WAYS: dict[str, Change] = {
    "rename": rename_locals,
    "dead": add_dead_code,
    "try": wrap_in_try,
    "alias": alias_modules,
    "from": import_from,
    "from-as": import_under_other_names,
    "split": split_helpers,
    "move": unchanged,
}
PORTS = Ports(read_stub, load_packaged, memory=Summaries())


if __name__ == "__main__":
    sys.exit(main())
