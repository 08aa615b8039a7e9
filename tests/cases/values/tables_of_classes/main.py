"""A table in a class's body tells by key what is called, where no other class may be meant."""
import time


def slow():
    time.sleep(0.01)


def quick():
    return 1


class Tools:
    table = {"slow": slow, "quick": quick}

    def run(self, name):
        return self.table[name]()


class Other:
    table = {"slow": quick, "quick": slow}


class Changed:
    table = {"slow": slow, "quick": quick}

    def swap(self):
        self.table = {"slow": quick, "quick": slow}


def of_either(loud, name):
    owner = Other if loud else Tools
    return owner.table[name]()


def of_changed(tools, name):
    return tools.table[name]()


async def bad_named():
    Tools().run("slow")  # expect: AF101


async def bad_either():
    of_either(True, "quick")  # expect: AF101
    of_either(False, "slow")  # expect: AF101


async def bad_changed():
    tools = Changed()
    tools.swap()
    of_changed(tools, "quick")  # expect: AF101


async def ok_named():
    Tools().run("quick")


class Begun:
    table = {"slow": slow}

    def add(self):
        self.table["quick"] = quick


class Filled:
    table = {}

    def add_slow(self):
        self.table["slow"] = slow

    def add_quick(self):
        self.table["quick"] = quick


async def bad_begun():
    begun = Begun()
    begun.add()
    begun.table["slow"]()  # expect: AF101


async def ok_filled():
    filled = Filled()
    filled.add_slow()
    filled.add_quick()
    filled.table["quick"]()


async def bad_filled():
    Filled().add_slow()
    Filled().table["slow"]()  # expect: AF101
