import asyncio

import slow


async def main():
    return await asyncio.to_thread(slow.pairs, (lambda: 3)(), k=(lambda x: x)(4))
