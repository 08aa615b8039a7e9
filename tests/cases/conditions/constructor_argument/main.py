"""An argument of the constructor decides, also through an attribute."""
import queue


class Inbox:
    def __init__(self):
        self.endless = queue.Queue()
        self.short = queue.Queue(maxsize=1)

    async def push(self):
        self.endless.put(1)
        self.short.put(1)  # expect: AF107


async def bad_push():
    await Inbox().push()
