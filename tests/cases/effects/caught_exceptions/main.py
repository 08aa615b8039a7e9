"""`except Refused as error` tells what the error is."""
import time


class Refused(Exception):
    def explain(self):
        time.sleep(0.01)
        return "refused"

    def __str__(self):
        return self.explain()


class Lost(Exception):
    def explain(self):
        return "lost"


def ask(error):
    raise error


async def bad_explained():
    try:
        ask(Refused())
    except Refused as error:
        error.explain()  # expect: AF101
        print(f"{error}")  # expect: AF101


async def bad_of_several():
    try:
        ask(Refused())
    except (Refused, Lost) as error:
        return error.explain()  # expect: AF101


async def ok_lost():
    try:
        ask(Lost())
    except Lost as error:
        return error.explain()
    except ValueError as error:
        return str(error)
