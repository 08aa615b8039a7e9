import asyncio


async def main():
    if True: await asyncio.sleep(0.1); x = 1
    return x
