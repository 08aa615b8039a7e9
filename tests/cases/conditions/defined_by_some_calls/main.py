"""Coroutines that a factory defines as its arguments are: those that no call comes to define never run."""
import time


def by_kind(kind):
    if kind == "quick":

        async def run():
            return kind

    elif kind == "slow":

        async def run():
            time.sleep(0.01)  # expect: AF101

    else:

        async def run():
            time.sleep(0.02)

    return run


def by_callback(callback=None):
    if callback is not None:

        async def run():
            time.sleep(0.01)
            callback()

        return run

    async def fallback():
        time.sleep(0.01)  # expect: AF101

    return fallback


def by_class(item):
    if isinstance(item, str):

        async def run():
            time.sleep(0.01)  # expect: AF101
            return item

    else:

        async def run():
            item.run()

    return run


class Slow:
    def run(self):
        time.sleep(0.01)


async def ok_quick():
    await by_kind("quick")()


async def bad_slow():
    await by_kind("slow")()


async def bad_fallback():
    await by_callback()()


async def bad_text():
    await by_class("text")()
