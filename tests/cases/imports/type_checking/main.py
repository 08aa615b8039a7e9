"""Names that are imported for annotations only still tell the type."""
from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import requests


async def use(session: requests.Session):
    session.get("http://localhost")  # expect: AF102


async def bad_use():
    import requests as real

    await use(real.Session())
