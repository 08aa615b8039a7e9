"""A parameter that is tested to be a text, and that names a member; and one that is any object."""

import time


class Desk:
    def status(self):
        time.sleep(0.01)

    def quick(self):
        return 1

    async def by_match(self, command):
        match command:
            case str() as name:
                return getattr(self, name)()  # expect: AF101

    async def by_test(self, command):
        if isinstance(command, str):
            return getattr(self, command)()  # expect: AF101

    async def by_assertion(self, command):
        assert isinstance(command, str)
        return getattr(self, command)()


class Task:
    def go(self):
        return 1


def slow():
    time.sleep(0.01)


async def run(command):
    match command:
        case Task() as task:
            task.go()
        case object():
            command()  # expect: AF101


async def bad_tested():
    await Desk().by_match("status")
    await Desk().by_test("status")


async def bad_any():
    await run(slow)
    await run(Task())


async def ok_named():
    await Desk().by_assertion("quick")
