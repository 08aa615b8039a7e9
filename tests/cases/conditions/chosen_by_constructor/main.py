"""What a constructor makes only under a flag: where the attribute is tested for None, the flag is meant."""
import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


class Sender:
    def __init__(self, threaded=False):
        self.pool = ThreadPoolExecutor(2) if threaded else None

    def send(self):
        if self.pool is None:
            time.sleep(0.01)
        else:
            self.pool.submit(time.sleep, 0.01)

    def close(self):
        if self.pool:
            time.sleep(0.01)

    def unless_there(self):
        if self.pool is not None:
            return
        time.sleep(0.01)


async def ok_send():
    Sender(threaded=True).send()


async def bad_send():
    Sender().send()  # expect: AF101


async def ok_close():
    Sender().close()


async def bad_close():
    Sender(True).close()  # expect: AF101


async def ok_there():
    Sender(True).unless_there()


async def bad_not_there():
    Sender(False).unless_there()  # expect: AF101


def by_local(threaded):
    pool = ThreadPoolExecutor(2) if threaded else None
    if pool is None:
        time.sleep(0.01)


async def ok_local():
    by_local(True)


async def bad_local():
    by_local(False)  # expect: AF101


class Empty:
    def __len__(self):
        return 0


class Holder:
    def __init__(self, keeps=False):
        self.kept = Empty() if keeps else None

    def run(self):
        if not self.kept:
            time.sleep(0.01)


async def bad_empty():
    Holder(True).run()  # expect: AF101


class Swapped:
    def __init__(self, threaded=False):
        self.pool = ThreadPoolExecutor(2) if threaded else None

    def drop(self):
        self.pool = None

    def send(self):
        if self.pool is None:
            time.sleep(0.01)


async def bad_dropped():
    sender = Swapped(True)
    sender.drop()
    sender.send()  # expect: AF101


STREAM = "stream"
FILE = "file"


class Zone:
    def __init__(self, name, kind, keeper, low, high, step):
        self.name = name
        self.limits = {"low": low, "high": high, "step": step}
        self.keeper = keeper.strip().lower().replace("-", "_")
        self.is_file = kind == FILE

    def mode(self):
        if self.is_file:
            time.sleep(0.01)


async def bad_kind():
    Zone("a", FILE, "k", 1, 2, 3).mode()  # expect: AF101


async def ok_kind():
    Zone("a", STREAM, "k", 1, 2, 3).mode()


class Truth:
    def __init__(self, kind):
        self.is_file = bool(kind == FILE)

    def run(self):
        if not self.is_file:
            time.sleep(0.01)


async def bad_not_a_file():
    Truth(STREAM).run()  # expect: AF101


async def ok_file():
    Truth(FILE).run()


class Client:
    def send(self, data):
        time.sleep(0.01)


class Manager:
    def __init__(self, name, client=None):
        self.name = name
        if client:
            self.client = client
            self.low = self.client.send
        else:
            self.low = self.send

    def send(self, data):
        return data

    def say(self, data):
        self.low(data)


class Alone(Manager):
    def __init__(self, name):
        super().__init__(name)

    async def ok_handle(self):
        self.say("a")


class WithClient(Manager):
    def __init__(self, name):
        super().__init__(name, client=Client())

    async def bad_handle(self):
        self.say("a")  # expect: AF101


async def ok_alone():
    Manager("a").say("b")
    await Alone("a").ok_handle()


async def bad_with_client():
    Manager("a", Client()).say("b")  # expect: AF101
    await WithClient("a").bad_handle()
