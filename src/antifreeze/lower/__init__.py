"""Lowering: one source file to one module summary, knowing no other file, no catalog, no configuration."""

from __future__ import annotations

import ast

from antifreeze.lower.blocks import run_block
from antifreeze.lower.builder import ModuleBuilder
from antifreeze.lower.expressions import EXPRESSIONS
from antifreeze.lower.parse import decode, parse
from antifreeze.lower.paths import renamed_imports
from antifreeze.lower.statements import STATEMENTS, note_return
from antifreeze.lower.suppress import comments_of
from antifreeze.model.location import line_of
from antifreeze.model.source import SourceError, SourceFile, lines_of
from antifreeze.model.summary import ModuleSummary, Scope, ScopeKind

__all__ = ["lower"]


def lower(source: SourceFile) -> ModuleSummary | SourceError:
    """Parse and lower one file; a file that cannot be parsed gives a `SourceError`."""
    tree = parse(source)
    if isinstance(tree, SourceError):
        return tree
    try:
        return _lower(source, tree)
    except RecursionError:
        return SourceError(source.path, 0, "an expression or block is nested too deeply to be analysed")


def _lower(source: SourceFile, tree: ast.Module) -> ModuleSummary:
    ascii_only = source.content.isascii()
    text = None if ascii_only else decode(source.content)
    lines = None if text is None else [line.encode() for line in lines_of(text)]
    module = ModuleBuilder(lines, source.is_stub, EXPRESSIONS, STATEMENTS)
    module.renamed = renamed_imports(tree.body)
    root = module.open(Scope(ScopeKind.MODULE, "", "", -1, 0), None)
    run_block(root, tree.body)
    root.scope.names = {name: node for name, node in root.flow.env.items() if "." not in name}
    root.scope.guards, root.scope.origins = root.flow.finish()
    while module.pending:
        builder, body = module.pending.popleft()
        builder.bind_parameters()
        run_block(builder, body)
        if builder.scope.returns and not builder.flow.dead:
            note_return(builder, builder.literal(None))
        builder.scope.guards, builder.scope.origins = builder.flow.finish()
    suppressions, directives = comments_of(source.content.decode("ascii") if text is None else text)
    if directives:
        _attach(directives, module.scopes)
    return ModuleSummary(
        source.path,
        source.module,
        source.is_package,
        source.is_stub,
        module.scopes,
        module.exports,
        tuple(module.stars),
        suppressions,
        tuple(module.imports),
    )


def _attach(directives: dict[int, str], scopes: list[Scope]) -> None:
    """A directive speaks of the function whose `def` stands on its line, or on the next."""
    for scope in scopes:
        if scope.kind is ScopeKind.FUNCTION:
            line = line_of(scope.span)
            scope.directive = directives.get(line) or directives.get(line - 1, "")
