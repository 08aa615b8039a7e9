"""Two objects hold the tables that they were given each, and take functions out of them."""
import time


def nap():
    time.sleep(0.01)


def glance():
    return None


class Router:
    def __init__(self):
        self.groups = []

    def include(self, group):
        self.groups.append(group)

    def run(self, name):
        for group in self.groups:
            group[name]()

    def first(self, name):
        return self.groups[0][name]


quick = Router()
slow = Router()
quick.include({"a": glance})
slow.include({"a": nap})


async def ok_quick():
    quick.run("a")
    quick.first("a")()


async def bad_slow():
    slow.run("a")  # expect: AF101
    slow.first("a")()  # expect: AF101


class Holder:
    def __init__(self, router):
        self.router = router

    def put(self, group):
        self.router.include(group)


filled_by_holder = Router()
Holder(filled_by_holder).put({"a": nap})


async def bad_filled_by_holder():
    filled_by_holder.run("a")  # expect: AF101
