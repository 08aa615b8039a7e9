import redis


def store():
    redis.Redis().set("key", "value")
