"""A class that leaves what is tested to its heirs, and has the method itself, or leaves that to them, too."""
import abc
import time


class Step:
    slow = False

    def run(self):
        return 1


class Quick(Step):
    slow = True


class Loud:
    slow = True

    def run(self):
        time.sleep(0.01)


class Hushed(Loud):
    slow = False


class Work(abc.ABC):
    slow = False

    @abc.abstractmethod
    def run(self): ...


class Heavy(Work):
    slow = True

    def run(self):
        time.sleep(0.01)


class Light(Work):
    def run(self):
        return 1


def found(*parts) -> Work:
    return globals()["".join(parts)]()


def step(*parts) -> Step:
    return globals()["".join(parts)]()


def loud(*parts) -> Loud:
    return globals()["".join(parts)]()


async def bad_own():
    one = loud("Lo", "ud")
    if one.slow:
        one.run()  # expect: AF101


async def bad_left():
    work = found("Hea", "vy")
    if work.slow:
        work.run()  # expect: AF101


async def ok_left():
    work = found("Li", "ght")
    if not work.slow:
        work.run()


async def ok_not_left():
    one = step("Qu", "ick")
    if one.slow:
        one.run()


async def bad_any():
    found("Hea", "vy").run()  # expect: AF101


async def drive(work: Work):
    if work.slow:
        work.run()  # expect: AF101


async def drive_step(one: Step):
    if one.slow:
        one.run()


async def ok_driven():
    await globals()["".join(("dri", "ve"))](Heavy())
    await globals()["".join(("dri", "ve_step"))](Quick())
