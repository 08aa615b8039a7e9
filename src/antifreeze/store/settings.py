"""The configuration file: `antifreeze.toml`, or `[tool.antifreeze]` in pyproject.toml, found upwards."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import msgspec

from antifreeze.config.merge import config_of
from antifreeze.config.options import Config
from antifreeze.errors import ConfigError
from antifreeze.store.knowledge import read_catalog

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib


def find_config(start: Path) -> Path | None:
    """The configuration file that holds for a path: the nearest one at or above it."""
    folder = start if start.is_dir() else start.parent
    for parent in (folder, *folder.parents):
        own = parent / "antifreeze.toml"
        if own.is_file():
            return own
        project = parent / "pyproject.toml"
        if project.is_file() and _speaks_of_antifreeze(project):
            return project
    return None


def _speaks_of_antifreeze(project: Path) -> bool:
    """Whether there is a `tool.antifreeze`, in any spelling; a file that cannot be parsed only if it seems so."""
    try:
        text = project.read_text(encoding="utf-8")
        return "antifreeze" in text and "antifreeze" in tomllib.loads(text).get("tool", {})
    except (OSError, UnicodeDecodeError):
        return False
    except tomllib.TOMLDecodeError:
        return "[tool.antifreeze" in text


def read_config(path: Path) -> Config:
    """The configuration that a file holds, its paths seen from the working directory; raises `ConfigError`."""
    shown = _relative(path, Path.cwd())
    try:
        data: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(f"cannot be read: {error.strerror}", where=shown) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"not valid TOML: {error}", where=shown) from error
    if path.name == "pyproject.toml":
        data = data.get("tool", {}).get("antifreeze", {})
        if not isinstance(data, dict):
            raise ConfigError("must be a table", where=f"{shown}: tool.antifreeze", hint="write [tool.antifreeze]")
    config = config_of(data, shown)
    folder = path.resolve().parent
    files = [folder / name for name in config.catalogs]
    return msgspec.structs.replace(
        config,
        anchor=_relative(Path.cwd(), folder),
        knowledge=tuple(read_catalog(file, _relative(file, Path.cwd())) for file in files),
        home=_relative(folder, Path.cwd()),
        baseline=_relative(folder / config.baseline, Path.cwd()) if config.baseline else "",
        python=_relative(folder / config.python, Path.cwd()) if config.python else "",
        source=tuple(_relative(folder / name, Path.cwd()) for name in config.source),
        source_roots=tuple(_relative(folder / name, Path.cwd()) for name in config.source_roots),
    )


def _relative(path: Path, base: Path) -> str:
    """The path as seen from a folder; absolute where no way leads there (another drive)."""
    try:
        return os.path.relpath(path, base).replace(os.sep, "/")
    except ValueError:
        return str(path)
