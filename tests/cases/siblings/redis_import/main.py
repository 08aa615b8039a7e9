"""The async sibling under the sync one's name."""
from redis import asyncio as redis


async def ok_async():
    client = redis.Redis()
    await client.get("a")
