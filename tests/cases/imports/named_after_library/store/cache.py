import redis

other = redis.Redis()
