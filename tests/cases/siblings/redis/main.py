"""redis and redis.asyncio."""
import redis
import redis.asyncio


async def bad_sync():
    client = redis.Redis()
    client.get("a")  # expect: AF104


async def ok_async():
    client = redis.asyncio.Redis()
    await client.get("a")
