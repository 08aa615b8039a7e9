import asyncio

import slow


class Service:
    def __init__(self):
        self.client = slow.Client("svc")

    async def get(self, key):
        return await asyncio.to_thread(self.client.deep, key)


async def main():
    return await Service().get("x")
