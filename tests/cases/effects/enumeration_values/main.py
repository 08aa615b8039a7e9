"""Members of enumerations whose values are objects, or tuples that hold functions: strategies by name."""
import enum
import time


def pause():
    time.sleep(0.01)


def skip():
    return 1


class Loud:
    def go(self):
        time.sleep(0.01)


class Quiet:
    def go(self):
        return 1


class Mode(enum.Enum):
    LOUD = Loud()
    QUIET = Quiet()

    def run(self):
        self.value.go()


class Calm(enum.Enum):
    FIRST = Quiet()
    SECOND = 2

    def run(self):
        return self.value


class Step(enum.Enum):
    WAIT = ("wait", pause)
    SKIP = ("skip", skip)

    def __init__(self, label, action):
        self.label = label
        self.action = action

    def run(self):
        self.action()


class Job(enum.Enum):
    SLOW = (pause,)
    QUICK = (skip,)

    def run(self):
        self.value[0]()


class Level(enum.Enum):
    LOW = enum.auto()
    HIGH = enum.auto()

    @property
    def shown(self):
        return f"{self.name} {self.value}"


def run(mode: Mode):
    mode.value.go()


async def bad_value():
    Mode.LOUD.value.go()  # expect: AF101


async def bad_own_value():
    Mode.LOUD.run()  # expect: AF101


async def bad_field():
    Step.WAIT.action()  # expect: AF101


async def bad_own_field():
    Step.WAIT.run()  # expect: AF101


async def bad_item():
    Job.SLOW.value[0]()  # expect: AF101


async def bad_own_item():
    Job.SLOW.run()  # expect: AF101


async def bad_any():
    for mode in Mode:
        mode.value.go()  # expect: AF101


async def bad_by_name():
    Mode["LOUD"].value.go()  # expect: AF101


async def bad_passed():
    run(Mode.LOUD)  # expect: AF101


async def ok_value():
    Mode.QUIET.value.go()
    Mode.QUIET.run()
    Mode["QUIET"].value.go()
    run(Mode.QUIET)


async def ok_field():
    Step.SKIP.action()
    Step.SKIP.run()
    Job.QUICK.value[0]()
    Job.QUICK.run()


async def ok_any():
    for member in Calm:
        member.run()
    return [level.shown for level in Level]
