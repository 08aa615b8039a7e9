import asyncio

import slow


async def main():
    return {"a": await asyncio.to_thread(slow.work, 1), "b": [*(await asyncio.to_thread(slow.work, 2))]}
