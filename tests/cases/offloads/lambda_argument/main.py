"""The body of a lambda that is handed to a thread runs there."""
import asyncio
import time


async def ok_lambda():
    await asyncio.to_thread(lambda: time.sleep(1))


async def ok_nested():
    def work():
        time.sleep(1)

    await asyncio.get_running_loop().run_in_executor(None, work)
