import asyncio


async def run_sync(func, *args):
    return await asyncio.to_thread(func, *args)
