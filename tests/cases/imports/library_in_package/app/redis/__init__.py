"""The program's own package of that name; the library is what it wraps."""
import redis
import redis.asyncio


def connect():
    return redis.Redis()


LATER = redis.asyncio.Redis
