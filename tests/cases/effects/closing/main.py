"""`contextlib.closing` calls `close` at the end; callables that texts and JSON are made with run at once."""

import contextlib
import json
import re
import time


class Connection:
    def close(self):
        time.sleep(0.01)

    def ask(self):
        return 1


class Cursor:
    def close(self):
        return None


def encoded(value):
    time.sleep(0.01)
    return str(value)


def replaced(match):
    time.sleep(0.01)
    return match.group().upper()


async def bad_closing():
    with contextlib.closing(Connection()) as connection:  # expect: AF101
        connection.ask()


async def bad_encoded():
    json.dumps({"a": object()}, default=encoded)  # expect: AF101


async def bad_replaced():
    re.sub("a", replaced, "banana")  # expect: AF101


async def bad_compiled():
    re.compile("a").sub(replaced, "banana")  # expect: AF101


async def ok_closing():
    with contextlib.closing(Cursor()):
        pass


async def ok_texts():
    re.sub("a", "b", "banana")
    json.dumps({"a": 1}, default=str)
