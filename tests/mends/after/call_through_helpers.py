import asyncio

import slow


def one(x):
    return two(x) + [1]


def two(x):
    return slow.work(x)


async def main():
    return await asyncio.to_thread(one, 4)
