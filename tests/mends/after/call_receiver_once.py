import asyncio

import slow


async def main():
    made = []

    def client():
        made.append(1)
        return slow.Client("once")

    return await asyncio.to_thread(client().deep), made
