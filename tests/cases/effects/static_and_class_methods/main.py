"""Methods without an instance."""
import time


class Tools:
    @staticmethod
    def rest():
        time.sleep(1)

    @classmethod
    def build(cls):
        cls.rest()
        return cls()


async def bad_static():
    Tools.rest()  # expect: AF101


async def bad_class():
    Tools.build()  # expect: AF101


async def bad_instance():
    Tools().rest()  # expect: AF101
