"""`str.format` asks objects for their text, and `range` and its like for their number."""
import operator
import time


class Money:
    def __format__(self, spec):
        time.sleep(0.01)
        return "1"


class Slot:
    def __index__(self):
        time.sleep(0.01)
        return 1


async def bad_by_place():
    return "{} in all".format(Money())  # expect: AF101


async def bad_by_name():
    return "{sum}".format(sum=Money())  # expect: AF101


class Name:
    def __str__(self):
        time.sleep(0.01)
        return "a"


async def bad_percent():
    return "%s" % Name()  # expect: AF101


async def bad_percent_of_many():
    return "%d %-4s" % (1, Name())  # expect: AF101


async def ok_percent():
    return "%s %s" % (1, "a")


async def bad_range():
    return range(Slot())  # expect: AF101


async def bad_index():
    return operator.index(Slot())  # expect: AF101


async def ok_constants():
    return "{} of {}".format(1, "a"), range(2)
