"""A handler of one's own emits what a coroutine logs on the loop, unless a listener's thread does."""
import logging
import logging.handlers
import queue
import time

log = logging.getLogger("service")


class Slow(logging.Handler):
    def emit(self, record):
        time.sleep(0.01)  # expect: AF101


class InThread(logging.Handler):
    def emit(self, record):
        time.sleep(0.01)


class Quick(logging.Handler):
    def emit(self, record):
        self.last = record


log.addHandler(Slow())
log.addHandler(Quick())
other = logging.getLogger("other")
records = queue.SimpleQueue()
other.addHandler(logging.handlers.QueueHandler(records))
other.propagate = False
listener = logging.handlers.QueueListener(records, InThread())
listener.start()


async def bad_logged():
    log.warning("x")


async def ok_queued():
    other.warning("x")
