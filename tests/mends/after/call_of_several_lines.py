import asyncio

import slow


async def main():
    return await asyncio.to_thread(
        slow.pairs,
        1,  # first
        # and then
        b="ü",
    )
