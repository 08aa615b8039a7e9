"""Globals that only functions bind, that are declared and bound later, or that other modules assign."""
import time

import requests
import settings


def load(made):
    return made


settings.configure(load(requests.Session()))
settings.debug = bool("yes")


async def bad_bound_later():
    settings.client.get()  # expect: AF102


async def bad_declared():
    settings.session.get("http://localhost")  # expect: AF102


async def bad_assigned():
    if settings.debug:
        time.sleep(0.01)  # expect: AF101


async def ok_never_assigned():
    return settings.limit
