"""`Kind("disk")` is the member that has the value."""
import enum
import time


class Slow:
    def load(self):
        time.sleep(0.01)


class Quick:
    def load(self):
        return 1


class Kind(enum.Enum):
    DISK = "disk"
    MEMORY = "memory"

    def make(self):
        return {Kind.DISK: Slow, Kind.MEMORY: Quick}[self]()


async def bad_disk():
    Kind("disk").make().load()  # expect: AF101


async def ok_memory():
    Kind("memory").make().load()
