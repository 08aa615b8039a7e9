"""Values share their parts: what is a tree of millions when told in full is a handful of objects to work through."""

from __future__ import annotations

from antifreeze.catalog.index import Catalog
from antifreeze.link.evaluate import Linker
from antifreeze.link.program import Program
from antifreeze.lower import lower
from antifreeze.model.source import SourceFile
from antifreeze.model.value import External, Instance, ParamRoot, Symbol, Value
from antifreeze.solve.roots import roots_of

LEVELS = 60


def shared(linker: Linker, root: ParamRoot) -> Value:
    """A value that, told as a tree, has two to the power of LEVELS leaves."""
    value: Value = linker.make(Symbol, root)
    for level in range(LEVELS):
        value = linker.make(Instance, linker.make(External, f"pair{level}"), ((value,), (value,)))
    return value


def linker_of(text: str) -> Linker:
    summary = lower(SourceFile("main.py", "main", text.encode()))
    return Linker(Program([summary], lambda _name: None), Catalog(()))


def test_substitution_and_roots_look_at_each_part_once() -> None:
    linker = linker_of("def f(x): ...")
    root = linker.make(ParamRoot, next(linker.program.functions()), 0)
    value = shared(linker, root)
    assert roots_of([value]) == {root}
    known = linker.make(External, "known")
    assert linker.substitute((value,), {root: (known,)})
    assert linker.substitute((linker.make(Symbol, root),), {root: (known,)}) == (known,)
