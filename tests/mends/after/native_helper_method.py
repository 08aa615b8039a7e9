# unsafe
import asyncio

import slow


class Service:
    async def _load(self, key):
        # what takes its time
        return await asyncio.to_thread(slow.work, key, deep=True)

    async def get(self, key):
        return (await self._load(key))[0]


async def main():
    return await Service().get(4)
