"""The loop calls its task factory for every task that is made."""
import asyncio
import time


def factory(loop, coroutine, **options):
    time.sleep(0.01)  # expect: AF101
    return asyncio.Task(coroutine, loop=loop, **options)


async def bad_made():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(factory)
    await asyncio.create_task(asyncio.sleep(0))
    loop.set_task_factory(None)
