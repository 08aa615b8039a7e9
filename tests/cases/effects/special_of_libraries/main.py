"""A subclass of a library's class enters as that does, unless it says itself what entering means."""
import threading

NO_ORACLE = "nobody holds the locks"


class Named(threading.Condition):
    """Has nothing to say of entering."""

    label = "named"

    def describe(self):
        return self.label


class Counted(threading.Condition):
    def __enter__(self):
        self.count = getattr(self, "count", 0) + 1
        return self

    def __exit__(self, *error):
        return None


class Further(Named):
    pass




async def bad_named():
    with Named():  # expect: AF107
        pass


async def bad_further():
    with Further():  # expect: AF107
        pass


async def ok_counted():
    with Counted():
        pass
