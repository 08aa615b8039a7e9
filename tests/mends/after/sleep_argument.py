import asyncio


async def main():
    for delay in (0.05 + 0.05,):
        await asyncio.sleep(delay * 1.0)  # as long as it takes
    return delay
