"""Tables that are asked for a key that the subclasses of a declared class have their own of."""
import time


class Event:
    kind = "light"


class Heavy(Event):
    kind = "heavy"


class Light(Event):
    pass


def pause():
    time.sleep(0.01)


def go_on():
    return 1


class Bus:
    def __init__(self):
        self.handlers = {}
        self.handlers["light"] = go_on
        self.handlers["heavy"] = pause

    def publish(self, event: Event):
        self.handlers[event.kind]()

    def publish_inner(self, letter):
        self.handlers[letter.event.kind]()


class Letter:
    def __init__(self, event: Event):
        self.event = event


def fetch(*parts) -> Event:
    return globals()["".join(parts)]()


async def ok_light():
    Bus().publish(Light())


async def bad_heavy():
    Bus().publish(Heavy())  # expect: AF101


async def bad_fetched():
    Bus().publish(fetch("Hea", "vy"))  # expect: AF101


async def ok_inner():
    Bus().publish_inner(Letter(Light()))


async def bad_inner():
    Bus().publish_inner(Letter(Heavy()))  # expect: AF101


async def bad_inner_fetched():
    Bus().publish_inner(Letter(fetch("Hea", "vy")))  # expect: AF101
