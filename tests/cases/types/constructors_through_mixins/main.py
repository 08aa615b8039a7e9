"""Mixins that hand all that their constructor is given on to the next one, whichever that is in a class's order."""

import time


class Socket:
    def write(self, data):
        time.sleep(0.01)


class Memory:
    def write(self, data):
        self.data = data


class Client:
    def __init__(self, transport, *, name=""):
        self.transport = transport
        self.name = name

    def send(self, data):
        self.transport.write(data)


class Locked:
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.locked = False


class Counted:
    def __init__(self, *args, **kwargs):
        self.count = 0
        super().__init__(*args, **kwargs)

    def send(self, data):
        self.count += 1
        super().send(data)


class Remote(Locked, Client):
    @classmethod
    def connect(cls):
        return cls(Socket(), name="remote")


class Local(Locked, Counted, Client):
    def __init__(self):
        super().__init__(Memory())


class Both(Counted, Locked, Client):
    pass


async def bad_remote():
    Remote.connect().send(b"x")  # expect: AF101


async def bad_both():
    Both(transport=Socket()).send(b"x")  # expect: AF101


async def ok_local():
    Local().send(b"x")


async def ok_both():
    Both(transport=Memory()).send(b"x")
