"""Arguments that are passed on with a star."""
import time


def call(function, *args):
    return function(*args)


def forward(*args):
    return call(*args)


async def bad_direct():
    call(time.sleep, 1)  # expect: AF101


async def bad_forwarded():
    forward(time.sleep, 1)  # expect: AF101
