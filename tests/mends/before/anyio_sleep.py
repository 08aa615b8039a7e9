import time

import anyio


async def main():
    await anyio.sleep(0)
    time.sleep(0.1)
    return 1
