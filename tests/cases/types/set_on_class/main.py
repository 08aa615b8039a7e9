"""What start-up code keeps on a class; a method that somebody puts in the place of the class's own is for tests."""
import time


class Store:
    def save(self):
        time.sleep(1)


class State:
    store = None
    cache = None

    def stop(self):
        return None


def start():
    State.store = Store()
    State.cache = {}


def patched(self):
    time.sleep(1)


def patch():
    State.stop = patched


async def bad_store():
    start()
    State.store.save()  # expect: AF101


async def ok_cache():
    start()
    State.cache.clear()
    State().stop()
