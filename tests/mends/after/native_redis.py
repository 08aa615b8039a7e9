# unsafe
import redis
import redis.asyncio
import slow


class Store:
    def __init__(self, port):
        self.keys = redis.asyncio.Redis(port=port, protocol=2)

    async def first(self, key):
        value = await self.keys.get(key)
        return value.decode() if value else None

    async def both(self):
        return await self.keys.get("a"), await self.keys.get("b")


async def main():
    store = Store(slow.redis_port())
    return await store.first("x"), await store.both()
