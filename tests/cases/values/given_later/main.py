"""Attributes that code outside the class assigns, to what is known to be an instance of it."""
import time


class Slow:
    def get(self):
        time.sleep(0.01)


class Quick:
    def get(self):
        return 1


class Service:
    client = None

    def run(self):
        return self.client.get()


class Given:
    def __init__(self, client=None):
        self.client = client

    def run(self):
        if self.client:
            self.client.get()


class Bare:
    def run(self):
        return self.backend.get()


class Other:
    client = Quick()

    def run(self):
        return self.client.get()


def equip(bare: Bare):
    bare.backend = Slow()


def replace(client):
    client.client = Quick()


async def bad_class_attribute():
    service = Service()
    service.client = Slow()
    service.run()  # expect: AF101


async def bad_parameter():
    given = Given()
    given.client = Slow()
    given.run()  # expect: AF101


async def bad_declared():
    bare = Bare()
    equip(bare)
    bare.run()  # expect: AF101


async def ok_other():
    other = Other()
    replace(other)
    other.run()
