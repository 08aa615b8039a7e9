import anyio


async def main():
    await anyio.sleep(0)
    await anyio.sleep(0.1)
    return 1
