"""The standard library's stubs, from the typeshed copy that the typeshed-client package carries."""

from __future__ import annotations

import functools
from pathlib import Path

from antifreeze.model.source import SourceFile


@functools.cache
def _folder() -> Path:
    import typeshed_client

    return Path(typeshed_client.__file__).parent / "typeshed"


@functools.cache
def read_stub(module: str) -> SourceFile | None:
    """The stub of a standard library module, or None."""
    parts = module.split(".")
    if not all(part.isidentifier() for part in parts):
        return None
    base = _folder().joinpath(*parts)
    for path, is_package in ((base / "__init__.pyi", True), (base.with_name(base.name + ".pyi"), False)):
        try:
            content = path.read_bytes()
        except OSError:
            continue
        return SourceFile(f"typeshed/{'/'.join(parts)}.pyi", module, content, is_package, is_stub=True)
    return None
