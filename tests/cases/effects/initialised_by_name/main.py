"""Heirs of a library's class call its `__init__`, by `super()` or by its name; some tell it not to connect."""
import binance
import kafka
import serial

NO_ORACLE = "the libraries and the devices are not there"


class Consumer(kafka.KafkaConsumer):
    def __init__(self, topic):
        super().__init__(topic)


class ByName(kafka.KafkaConsumer):
    def __init__(self, topic):
        kafka.KafkaConsumer.__init__(self, topic)


class Port(serial.Serial):
    def __init__(self, name):
        serial.Serial.__init__(self, name)


class Closed(serial.Serial):
    def __init__(self):
        serial.Serial.__init__(self, None)


class ClosedBySuper(serial.Serial):
    def __init__(self):
        super().__init__(port=None)


class Exchange(binance.Client):
    def __init__(self, key, secret):
        binance.Client.__init__(self, key, secret, ping=False)


async def bad_super():
    Consumer("events")  # expect: AF110


async def bad_by_name():
    ByName("events")  # expect: AF110


async def bad_port():
    Port("/dev/ttyUSB0")  # expect: AF110


async def ok_told_not_to():
    Closed()
    ClosedBySuper()
    Exchange("key", "secret")
