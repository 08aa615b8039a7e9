"""A module with a docstring."""

from __future__ import annotations

import slow


async def main() -> list:
    """And one here."""
    return slow.work(1)
