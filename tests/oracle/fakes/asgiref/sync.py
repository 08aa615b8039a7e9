import asyncio
import functools


def sync_to_async(func=None, **options):
    if func is None:
        return functools.partial(sync_to_async, **options)

    async def call(*args, **kwargs):
        return await asyncio.to_thread(func, *args, **kwargs)

    return call
