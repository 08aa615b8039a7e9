"""Catalog files beside the packaged ones: those that a configuration names, and those that installed libraries ship.

A library ships one as data of a package, and names it in its wheel: `vendor = "vendor.data:antifreeze.toml"` in the
entry-point group `antifreeze.catalogs`. Nothing is imported to read it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from antifreeze.catalog.parse import parse_toml, rows_of
from antifreeze.errors import CatalogError

GROUP = "antifreeze.catalogs"

Knowledge = tuple[str, dict[str, Any]]
"""The name of a catalog file, as errors show it, and its tables."""


def read_catalog(path: Path, shown: str) -> Knowledge:
    """A catalog file's tables, checked; raises `CatalogError`."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise CatalogError(f"cannot be read: {reason}", where=shown) from error
    data = parse_toml(text, shown)
    rows_of(data, shown)
    return shown, data


def installed(paths: list[str] | None = None) -> tuple[Knowledge, ...]:
    """The catalogs that the libraries on the import path ship."""
    return tuple(
        read_catalog(folder.joinpath(*value.partition(":")[0].split("."), value.partition(":")[2]), f"{name} ({value})")
        for folder, name, value in sorted(_entries(sys.path if paths is None else paths))
    )


def _entries(paths: list[str]) -> Iterator[tuple[Path, str, str]]:
    """Folder, name and value of each entry of the group; metadata's own modules would take longer to import."""
    for top in dict.fromkeys(paths):
        try:
            names = [entry.name for entry in os.scandir(top) if entry.name.endswith(".dist-info")]
        except OSError:
            continue
        for name in names:
            text = _text(os.path.join(top, name, "entry_points.txt"))
            if f"[{GROUP}]" not in text:
                continue
            import configparser

            parser = configparser.ConfigParser(delimiters=("=",), interpolation=None)
            parser.read_string(text)
            for key, value in parser[GROUP].items():
                yield Path(top), key, value.replace(" ", "")


def _text(path: str) -> str:
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except (OSError, UnicodeDecodeError):
        return ""
