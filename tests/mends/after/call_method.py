import asyncio

import slow


async def main():
    return (await asyncio.to_thread(slow.Client("c").fetch, "x")).upper()
