"""The standard library's stubs, from the typeshed copy that the typeshed-client package carries."""

from __future__ import annotations

import functools
import os
from pathlib import Path

from antifreeze.model.source import SourceFile


@functools.cache
def _folder() -> Path:
    import typeshed_client

    return Path(typeshed_client.__file__).parent / "typeshed"


@functools.cache
def _listed(folder: Path) -> frozenset[str]:
    try:
        return frozenset(os.listdir(folder))
    except NotADirectoryError:
        return frozenset()


def _find(parts: list[str]) -> tuple[Path, bool] | None:
    """Where a module's stub lies, and whether it is a package's; most names that are asked about have none."""
    folder = _folder()
    for part in parts[:-1]:
        if part not in _listed(folder):
            return None
        folder /= part
    if "__init__.pyi" in (_listed(folder / parts[-1]) if parts[-1] in _listed(folder) else ()):
        return folder / parts[-1] / "__init__.pyi", True
    file = f"{parts[-1]}.pyi"
    return (folder / file, False) if file in _listed(folder) else None


@functools.cache
def read_stub(module: str) -> SourceFile | None:
    """The stub of a standard library module, or None."""
    parts = module.split(".")
    if not all(part.isidentifier() for part in parts):
        return None
    found = _find(parts)
    if found is None:
        return None
    path, is_package = found
    return SourceFile(f"typeshed/{'/'.join(parts)}.pyi", module, path.read_bytes(), is_package, is_stub=True)
