"""A retry helper that sleeps between the tries."""
import time

import requests


def retry(function, tries=2):
    for _ in range(tries):
        try:
            return function()
        except ValueError:
            time.sleep(1)
    raise ValueError


async def bad_retry():
    return retry(lambda: fail())  # expect: AF101


def fail():
    raise ValueError


async def bad_request():
    return retry(lambda: requests.get("http://localhost"))  # expect: AF101, AF102
