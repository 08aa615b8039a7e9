"""A method that a base leaves to its heirs is that of those heirs only which run what asks for it."""
from checks import Check

ORACLE_FROM = (3, 11)  # before that, an abstract class takes no keyword of this name


class Host:
    def __init__(self, names):
        self.names = names
        self.checks: list[Check] = []

    def prepare(self):
        self.checks = [Check.registry[name]() for name in self.names]

    async def sweep(self):
        for check in self.checks:
            await check.arun()
            await check.guarded()
            await check.repeated()


async def bad_swept():
    host = Host(["slow", "fetch", "polite"])
    host.prepare()
    await host.sweep()


def offline():
    Check.registry["fetch"]().run()
