"""The configuration file: `antifreeze.toml`, or `[tool.antifreeze]` in pyproject.toml, found upwards."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from antifreeze.config.merge import config_of
from antifreeze.config.options import Config
from antifreeze.errors import ConfigError

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
        if project.is_file() and b"[tool.antifreeze" in project.read_bytes():
            return project
    return None


def read_config(path: Path) -> Config:
    """The configuration that a file holds; raises `ConfigError`."""
    try:
        data: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(f"cannot be read: {error.strerror}", where=str(path)) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"not valid TOML: {error}", where=str(path)) from error
    if path.name == "pyproject.toml":
        data = data.get("tool", {}).get("antifreeze", {})
    return config_of(data, path.name)
