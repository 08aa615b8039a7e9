import asyncio

import slow


async def main():
    try:
        await asyncio.to_thread(slow.work, 1, 2, 3)
    except TypeError:
        await asyncio.to_thread(slow.work)
        return "refused"
