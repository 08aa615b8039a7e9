"""What `operator` makes of names: methods with arguments, what they give, several names at once."""
import operator
import time


class Slow:
    def work(self):
        time.sleep(0.01)


class Quick:
    def work(self):
        return None


class Worker:
    def __init__(self):
        self.slow = Slow()
        self.quick = Quick()

    def run(self, what, *, then=None):
        what.work()
        if then is not None:
            then.work()

    def made(self):
        return Slow()


async def bad_with_an_argument():
    operator.methodcaller("run", Slow())(Worker())  # expect: AF101


async def bad_with_a_keyword():
    operator.methodcaller("run", Quick(), then=Slow())(Worker())  # expect: AF101


async def ok_arguments():
    operator.methodcaller("run", Quick())(Worker())
    operator.methodcaller("run", Quick(), then=Quick())(Worker())


async def bad_of_what_is_given():
    operator.methodcaller("made")(Worker()).work()  # expect: AF101


async def bad_of_two():
    slow, quick = operator.attrgetter("slow", "quick")(Worker())
    quick.work()
    slow.work()  # expect: AF101


async def bad_of_an_item():
    operator.itemgetter("a")({"a": Slow()}).work()  # expect: AF101


async def ok_of_an_item():
    operator.itemgetter("a")({"a": Quick()}).work()
