import asyncio

import slow


async def main():
    order = []

    def note(x):
        order.append(x)
        return x

    return await asyncio.to_thread(slow.pairs, note(1), note(2), k=note(3)), order
