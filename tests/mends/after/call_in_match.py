import asyncio

import slow


async def main():
    match await asyncio.to_thread(slow.work, 2):
        case [2, False]:
            return "two"
        case _:
            return "other"
