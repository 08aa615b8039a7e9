"""`attrgetter`, `itemgetter` and `methodcaller` name what they read, ask for or call of their argument."""
import asyncio
import operator
import time


class Sensor:
    name = "sensor"

    @property
    def state(self):
        time.sleep(0.01)
        return 1

    def poll(self, seconds):
        time.sleep(seconds)

    def label(self):
        return self.name


class Station:
    def __init__(self):
        self.sensor = Sensor()

    def __getitem__(self, key):
        time.sleep(0.01)
        return key


def handle():
    time.sleep(0.01)


async def bad_read():
    operator.attrgetter("state")(Sensor())  # expect: AF101
    operator.attrgetter("sensor.state")(Station())  # expect: AF101
    return sorted([Sensor()], key=operator.attrgetter("state"))  # expect: AF101


async def bad_called():
    poll = operator.methodcaller("poll", 0.01)
    poll(Sensor())  # expect: AF101
    list(map(operator.methodcaller("poll", 0.01), [Sensor()]))  # expect: AF101


async def bad_asked():
    operator.itemgetter("a")(Station())  # expect: AF101
    handler = operator.itemgetter("a")({"a": handle})
    handler()  # expect: AF101


async def ok_quick():
    operator.attrgetter("name")(Sensor())
    operator.methodcaller("label")(Sensor())
    operator.itemgetter("a")({"a": handle})
    operator.methodcaller("poll", 0.01)
    return await asyncio.to_thread(operator.attrgetter("state"), Sensor())


def warmest(sensors):
    return max(sensors, key=operator.attrgetter("state"))


def first(sensors):
    return min(sensors, key=operator.attrgetter("name"))


def state_of(station):
    return operator.attrgetter("sensor.state")(station)


async def bad_read_of_what_is_given():
    warmest([Sensor(), Sensor()])  # expect: AF101
    state_of(Station())  # expect: AF101


async def ok_read_of_what_is_given():
    first([Sensor(), Sensor()])
    return await asyncio.to_thread(warmest, [Sensor()])
