"""What is taken out of a tuple by its place is what stands there; where the place is not known, it may be any."""
import time


class Loud:
    def go(self):
        time.sleep(0.01)


class Quiet:
    def go(self):
        return 1


def both():
    return Quiet(), Loud()


async def bad_index():
    both()[1].go()  # expect: AF101
    both()[-1].go()  # expect: AF101


async def bad_unpacked():
    quiet, loud = both()
    loud.go()  # expect: AF101
    quiet.go()


async def bad_rest():
    first, *rest = both()
    for item in rest:
        item.go()  # expect: AF101
    first.go()


async def bad_last():
    first, *rest, last = both()
    last.go()  # expect: AF101


async def bad_of_list():
    first, *rest, last = [Loud(), Loud(), Loud()]
    last.go()  # expect: AF101
    for item in rest:
        item.go()  # expect: AF101


async def bad_any(place=1):
    both()[place].go()  # expect: AF101


async def bad_nested():
    for number, (quiet, loud) in enumerate([both()]):
        loud.go()  # expect: AF101
        quiet.go()


async def bad_every():
    for item in both():
        item.go()  # expect: AF101


async def ok_index():
    both()[0].go()
    both()[-2].go()
