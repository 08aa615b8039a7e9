"""A module with a docstring."""

from __future__ import annotations

import asyncio

import slow


async def main() -> list:
    """And one here."""
    return await asyncio.to_thread(slow.work, 1)
