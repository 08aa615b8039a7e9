"""A class that encodes what JSON does not know is asked for it."""
import json
import time


class Blob:
    def read(self):
        time.sleep(0.01)
        return "text"


class Reading(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, Blob):
            return o.read()
        return super().default(o)


class Naming(json.JSONEncoder):
    def default(self, o):
        return type(o).__name__

    def unused(self):
        time.sleep(0.01)


async def bad_reading():
    json.dumps({"blob": Blob()}, cls=Reading)  # expect: AF101


async def ok_naming():
    json.dumps({"blob": Blob()}, cls=Naming)


async def ok_plain():
    json.dumps({"blob": 1})
