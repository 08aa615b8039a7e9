"""A finalizer calls its function when it is called itself."""
import time
import weakref


def remove(path):
    time.sleep(0.01)


class Scratch:
    def __init__(self, path):
        self._done = []
        self._finalizer = weakref.finalize(self, remove, path)
        self._quiet = weakref.finalize(self, self._done.append, path)

    def discard(self):
        self._finalizer()

    def leave(self):
        self._quiet()


async def bad_called():
    Scratch("scratch").discard()  # expect: AF101


async def ok_called():
    scratch = Scratch("scratch")
    scratch.leave()
    scratch.discard()  # expect: AF101
