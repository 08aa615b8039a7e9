"""A constructor blocks at the call of the class."""
import time


class Client:
    def __init__(self):
        self.connect()

    def connect(self):
        time.sleep(1)


class Child(Client):
    pass


class Lazy:
    def __init__(self):
        self.ready = False


async def bad_client():
    Client()  # expect: AF101


async def bad_inherited():
    Child()  # expect: AF101


async def ok_lazy():
    Lazy()
