"""What comments on `def` lines say of functions."""

import asyncio
import time

from vendor import driver

NO_ORACLE = "imports a library that does not exist"


def fetch(name):  # antifreeze: blocking asks a device
    return driver.ask(name)


def wraps(name):
    return fetch(name)


def remembered():  # antifreeze: nonblocking the file is in memory
    with open("/dev/shm/one") as file:
        return file.read()


class Device:
    def read(self):  # antifreeze: blocking
        return driver.read(self)


# antifreeze: on-loop the driver calls it there
def received(data):
    time.sleep(0.1)  # expect: AF101


async def alone():  # antifreeze: off-loop a loop of its own
    time.sleep(0.1)


async def bad(device: Device):
    fetch("a")  # expect: AF110
    wraps("a")  # expect: AF110
    device.read()  # expect: AF110


async def ok():
    remembered()
    await asyncio.to_thread(fetch, "a")
