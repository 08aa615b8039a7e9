"""Calls that stand where what they build is taken off the loop, and are silenced by one rule or the other."""
import asyncio
import time

NO_ORACLE = "the comments silence true findings"


def slow():
    time.sleep(1)
    return nothing


def nothing():
    return None


async def silenced():
    await asyncio.to_thread(slow())  # antifreeze: ignore[AF201] builds it here on purpose


async def other_rule():
    await asyncio.to_thread(slow())  # antifreeze: ignore[AF102] another rule  # expect: AF201, AF901


async def plain():
    await asyncio.to_thread(slow())  # expect: AF201
