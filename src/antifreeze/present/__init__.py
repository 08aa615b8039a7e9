"""Presenting: a report to text; a format is a module of this package, found by its file."""

from __future__ import annotations

import importlib
import pkgutil
from typing import Protocol

import msgspec

from antifreeze.model.finding import Report


class Style(msgspec.Struct, frozen=True):
    """How the text may look: its width in columns, whether it may hold colours and links, what it is encoded in."""

    width: int = 100
    color: bool = False
    encoding: str = "utf-8"


class Format(Protocol):
    """What a module of this package offers."""

    SUFFIX: str

    def render(self, report: Report, style: Style) -> str:
        """The report as text."""
        ...


def formats() -> dict[str, str]:
    """Each format's name and the module that renders it."""
    names = [module.name for module in pkgutil.iter_modules(__path__) if not module.name.startswith("_")]
    return {name.partition("_")[0]: name for name in names}


def render(name: str, report: Report, style: Style) -> str:
    """The report in the format of that name; only its module is imported."""
    module: Format = importlib.import_module(f"{__name__}.{formats()[name]}")
    return module.render(report, style)
