"""A class whose `__new__` makes one instance and keeps it."""
import time


class Direct:
    made = None

    def __new__(cls):
        if cls.made is None:
            cls.made = super().__new__(cls)
            cls.made.start()
        return cls.made

    def start(self):
        time.sleep(0.01)


class Held:
    made = None

    def __new__(cls):
        if cls.made is None:
            instance = super().__new__(cls)
            instance.start()
            cls.made = instance
        return cls.made

    def start(self):
        time.sleep(0.01)

    def stop(self):
        return 1


async def bad_made():
    Direct()  # expect: AF101
    Held()  # expect: AF101


async def ok_stopped():
    Held.stop(None)
