import redis

client = redis.Redis()


class Store:
    def __init__(self):
        self.redis = redis.Redis()

    def read(self, key):
        return self.redis.get(key)
