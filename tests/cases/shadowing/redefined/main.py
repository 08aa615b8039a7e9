"""The last definition of a name is the one that runs."""
import time


def rest():
    time.sleep(1)


def rest():  # noqa: F811
    return None


async def ok_redefined():
    rest()
