"""A coroutine that runs in another thread's loop still blocks that loop."""
import asyncio
import threading
import time

NO_ORACLE = "runs in a second loop"


async def other():
    time.sleep(1)  # expect: AF101


def main():
    asyncio.run(other())


async def start():
    threading.Thread(target=main).start()
