"""Of several star imports the last that has the name gives it; what they do not export, they do not give."""
from clocks import *
from first import *
from second import *


async def bad_last():
    both()  # expect: AF101


async def bad_only_first():
    only_first()  # expect: AF101


async def bad_of_the_library():
    sleep(0.01)  # expect: AF101


async def ok_other():
    other()


def _hidden():
    return 1


async def ok_hidden():
    _hidden()
