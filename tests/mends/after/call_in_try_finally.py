import asyncio

import slow


async def main():
    try:
        return await asyncio.to_thread(slow.work, 1)
    finally:
        await asyncio.to_thread(slow.work, 2)
