"""A class's body calls its own helpers while it is made; a property's getter is called by hand."""
import time

import requests


class Loud:
    def go(self):
        time.sleep(0.01)


class Quiet:
    def go(self):
        return 1


class Api:
    @staticmethod
    def _make():
        return Loud()

    @staticmethod
    def _make_quiet():
        return Quiet()

    loud = _make()
    quiet = _make_quiet()

    def _later(self):
        time.sleep(0.01)

    later = staticmethod(_later)

    @property
    def reading(self):
        time.sleep(0.01)
        return 1


async def bad_made():
    Api.loud.go()  # expect: AF101


async def bad_made_of_instance():
    Api().loud.go()  # expect: AF101


async def bad_static():
    Api.later(None)  # expect: AF101


async def bad_property_by_hand():
    Api.reading.fget(Api())  # expect: AF101


async def ok_made():
    Api.quiet.go()
    Api().quiet.go()


async def ok_unread():
    return Api.reading
