"""What the patterns of a `match` statement bind."""

from __future__ import annotations

import ast

from antifreeze.lower.builder import Builder
from antifreeze.lower.paths import path_of
from antifreeze.lower.targets import items_of
from antifreeze.model.expression import Attribute, Item, Refine


def is_irrefutable(pattern: ast.pattern) -> bool:
    """Whether the pattern matches everything: `_`, or a bare name."""
    return isinstance(pattern, ast.MatchAs) and (pattern.pattern is None or is_irrefutable(pattern.pattern))


def parts_of(pattern: ast.pattern, subject: ast.expr) -> list[ast.pattern]:
    """What a pattern asks of each item of a tuple that is spelled out, or of another subject; nothing where unclear."""
    if not isinstance(subject, ast.Tuple):
        return [pattern]
    parts = pattern.patterns if isinstance(pattern, ast.MatchSequence) else []
    is_open = any(isinstance(part, (ast.MatchStar, ast.Starred)) for part in (*parts, *subject.elts))
    return [] if is_open or len(parts) != len(subject.elts) else parts


def values_of(pattern: ast.pattern) -> list[ast.expr]:
    """The values one of which a pattern asks for; none where it asks for anything else."""
    if isinstance(pattern, ast.MatchValue):
        return [pattern.value]
    if isinstance(pattern, ast.MatchSingleton):
        return [ast.Constant(pattern.value)]
    if isinstance(pattern, ast.MatchOr):
        options = [values_of(option) for option in pattern.patterns]
        return [value for values in options for value in values] if all(options) else []
    return []


def classes_of(pattern: ast.pattern) -> list[ast.expr]:
    """The classes of one of which a pattern asks for an object; none where it asks for anything else."""
    if isinstance(pattern, ast.MatchAs) and pattern.pattern is not None:
        return classes_of(pattern.pattern)
    if isinstance(pattern, ast.MatchClass):
        return [pattern.cls]
    if isinstance(pattern, ast.MatchOr):
        options = [classes_of(option) for option in pattern.patterns]
        return [cls for classes in options for cls in classes] if all(options) else []
    return []


def asks_for_class_alone(pattern: ast.pattern) -> bool:
    """Whether a pattern that asks for classes matches every object of them."""
    if isinstance(pattern, ast.MatchAs):
        return pattern.pattern is None or asks_for_class_alone(pattern.pattern)
    if isinstance(pattern, ast.MatchOr):
        return all(map(asks_for_class_alone, pattern.patterns))
    parts = (*pattern.patterns, *pattern.kwd_patterns) if isinstance(pattern, ast.MatchClass) else (pattern,)
    return all(map(is_irrefutable, parts))


def attributes_of(pattern: ast.pattern, subject: ast.expr) -> list[tuple[ast.expr, list[ast.expr]]]:
    """The attributes of the subject that a pattern asks for values of, with these: `Tool(threaded=True)`."""
    if isinstance(pattern, ast.MatchAs) and pattern.pattern is not None:
        return attributes_of(pattern.pattern, subject)
    if not isinstance(pattern, ast.MatchClass) or not path_of(subject):
        return []
    asked = zip(pattern.kwd_attrs, map(values_of, pattern.kwd_patterns), strict=True)
    return [
        (ast.copy_location(ast.Attribute(subject, name, ast.Load()), pattern.cls), values)
        for name, values in asked
        if values
    ]


def asks_for_one_attribute(pattern: ast.pattern) -> bool:
    """Whether a pattern that asks for a class matches every object of it with the right value of one attribute."""
    if isinstance(pattern, ast.MatchAs) and pattern.pattern is not None:
        return asks_for_one_attribute(pattern.pattern)
    if not isinstance(pattern, ast.MatchClass):
        return False
    return sum(not is_irrefutable(part) for part in (*pattern.patterns, *pattern.kwd_patterns)) == 1


def bind_pattern(  # noqa: C901 (one case a kind of pattern)
    builder: Builder, pattern: ast.pattern, subject: int, source: ast.expr | None = None
) -> None:
    """Bind the captures of `pattern`, matched against the node `subject`, which `source` spells."""
    if isinstance(pattern, ast.MatchAs):
        if pattern.pattern is not None:
            subject = _refined(builder, pattern.pattern, subject)
            bind_pattern(builder, pattern.pattern, subject, source)
        if pattern.name is not None:
            builder.assign(pattern.name, subject)
    elif isinstance(pattern, ast.MatchOr):
        for option in pattern.patterns:
            bind_pattern(builder, option, subject)
    elif isinstance(pattern, ast.MatchSequence):
        starred = [isinstance(part, ast.MatchStar) for part in pattern.patterns]
        for part, item in zip(pattern.patterns, items_of(builder, subject, starred), strict=True):
            bind_pattern(builder, part, item)
    elif isinstance(pattern, ast.MatchStar):
        if pattern.name is not None:
            builder.assign(pattern.name, subject)
    elif isinstance(pattern, ast.MatchMapping):
        for part in pattern.patterns:
            bind_pattern(builder, part, builder.add(Item(subject, -1)))
        if pattern.rest is not None:
            builder.assign(pattern.rest, builder.builtin("dict"))
    elif isinstance(pattern, ast.MatchClass):
        _bind_class(builder, pattern, subject, source)
    elif isinstance(pattern, ast.MatchValue):
        builder.expr(pattern.value)


def _refined(builder: Builder, pattern: ast.pattern, subject: int) -> int:
    if isinstance(pattern, ast.MatchClass):
        return builder.add(Refine(subject, builder.expr(pattern.cls), True))
    return subject


def _bind_class(builder: Builder, pattern: ast.MatchClass, subject: int, source: ast.expr | None) -> None:
    refined = _refined(builder, pattern, subject)
    path = path_of(source) if source is not None else ""
    if path:
        builder.flow.narrow(path, refined)
    for part in pattern.patterns:
        bind_pattern(builder, part, builder.unknown())
    for name, part in zip(pattern.kwd_attrs, pattern.kwd_patterns, strict=True):
        bind_pattern(builder, part, builder.add(Attribute(refined, name, builder.span(pattern.cls))))
