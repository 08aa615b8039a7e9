"""What an object was told when it was made decides a branch of its methods."""
import time
from dataclasses import dataclass


class Client:
    def __init__(self, name, sync: bool = True, mode="quick"):
        self.name = name
        self.sync = sync
        self.mode = mode

    def fetch(self):
        if self.sync:
            time.sleep(0.01)
        return self.name

    def store(self):
        if self.mode == "slow":
            time.sleep(0.01)

    def close(self):
        if not self.sync:
            return
        time.sleep(0.01)


@dataclass
class Settings:
    path: str
    wait: bool = False

    def load(self):
        if self.wait:
            time.sleep(0.01)


class Switch:
    def __init__(self, on=False):
        self.on = on

    def turn(self):
        self.on = True

    def use(self):
        if self.on:
            time.sleep(0.01)


class Holder:
    def __init__(self, client):
        self.client = client

    async def fetch(self):
        self.client.fetch()  # expect: AF101


async def bad_told_so():
    Client("x").fetch()  # expect: AF101
    Client("x", sync=True).close()  # expect: AF101
    Client("x", mode="slow").store()  # expect: AF101
    Settings("x", wait=True).load()  # expect: AF101


async def bad_changed():
    switch = Switch()
    switch.turn()
    switch.use()  # expect: AF101


async def bad_held():
    await Holder(Client("x")).fetch()


async def ok_told_otherwise():
    Client("x", sync=False).fetch()
    Client("x", False).close()
    Client("x").store()
    Settings("x").load()
