"""What a constructor hands on to that of its base class is what its objects are made with."""
import time


class Loopback:
    def send(self):
        return None


class Serial:
    def send(self):
        time.sleep(1)


class Lamp:
    def __init__(self, transport):
        self.transport = transport

    def on(self):
        self.transport.send()


class DemoLamp(Lamp):
    def __init__(self):
        super().__init__(Loopback())

    async def ok_blink(self):
        self.on()


class DeskLamp(Lamp):
    def __init__(self, name, transport):
        self.name = name
        super().__init__(transport=transport)


class Named(DeskLamp):
    def __init__(self, transport):
        super().__init__("named", transport)


async def ok_demo():
    DemoLamp().on()
    await DemoLamp().ok_blink()


async def ok_desk():
    DeskLamp("a", Loopback()).on()
    Named(Loopback()).on()


async def bad_desk():
    DeskLamp("a", Serial()).on()  # expect: AF101
    Named(Serial()).on()  # expect: AF101


def by_hand():
    Lamp(Serial()).on()
