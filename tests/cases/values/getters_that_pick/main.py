"""What a getter of several names or keys gives is a tuple of what they lead to."""
import operator
import time


class Loud:
    def go(self):
        time.sleep(0.01)


class Quiet:
    def go(self):
        return 1


class Pair:
    def __init__(self):
        self.loud = Loud()
        self.quiet = Quiet()


class Shelf:
    def __getitem__(self, key):
        return Loud()


async def bad_attributes():
    quiet, loud = operator.attrgetter("quiet", "loud")(Pair())
    loud.go()  # expect: AF101
    quiet.go()


async def bad_items():
    quiet, loud = operator.itemgetter(0, 1)((Quiet(), Loud()))
    loud.go()  # expect: AF101
    quiet.go()


async def bad_own_item():
    operator.itemgetter("a")(Shelf()).go()  # expect: AF101


async def bad_one():
    operator.attrgetter("loud")(Pair()).go()  # expect: AF101


async def ok_one():
    operator.attrgetter("quiet")(Pair()).go()
    operator.itemgetter(0)((Quiet(), Loud())).go()
