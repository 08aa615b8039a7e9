import asyncio

import slow


async def main():
    args, kwargs = (1, 2), {"k": 3}
    return await asyncio.to_thread(slow.pairs, 0, *args, last=4, **kwargs)
