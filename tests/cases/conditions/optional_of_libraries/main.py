"""None that is passed on for what is declared as a library's class, or None."""
from __future__ import annotations

import asyncio
from pathlib import Path
from tempfile import mkdtemp


def is_there(path: str | Path | None) -> bool:
    if not path:
        return False
    try:
        return bool(Path(path).read_bytes())
    except OSError:
        return False


def show(name: str, icon: str | Path | None = None) -> str:
    return name if is_there(icon) else name.upper()


class Page:
    def __init__(self, name: str, *, icon: str | Path | None = None) -> None:
        self.name = name
        self.shown = show(name, icon)


class Site:
    @property
    def start(self) -> Page:
        return Page("start")

    @property
    def logo(self) -> Page:
        return Page("logo", icon=Path("a"))


SITE = Site()


async def ok_none() -> None:
    Page("a")
    show("a")
    show("a", None)
    SITE.start  # noqa: B018
    await asyncio.to_thread(show, "a", Path("a"))


async def bad_given() -> None:
    Page("a", icon=Path(mkdtemp.__name__))  # expect: AF105
    show("a", Path("a"))  # expect: AF105
    SITE.logo  # noqa: B018  # expect: AF105
