"""What `with` binds is what entering gives, which need not be the object itself."""
import time
from contextlib import asynccontextmanager, contextmanager


class Loud:
    def __enter__(self):
        return self

    def __exit__(self, *error):
        return None

    def go(self):
        time.sleep(0.01)


class Quiet:
    def go(self):
        return 1


class Opens:
    """Entered, it gives something else."""

    def __init__(self, item):
        self.item = item

    def __enter__(self):
        return self.item

    def __exit__(self, *error):
        return None

    async def __aenter__(self):
        return self.item

    async def __aexit__(self, *error):
        return None

    def go(self):
        time.sleep(0.01)


@contextmanager
def opened(item):
    yield item


@asynccontextmanager
async def opened_later(item):
    yield item


async def made(item):
    return Opens(item)


def use(manager):
    with manager as item:
        return item.go()


async def bad_itself():
    with Loud() as item:
        item.go()  # expect: AF101


async def bad_other():
    with Opens(Loud()) as item:
        item.go()  # expect: AF101
    async with Opens(Loud()) as item:
        item.go()  # expect: AF101
    async with await made(Loud()) as item:
        item.go()  # expect: AF101


async def bad_generator():
    with opened(Loud()) as item:
        item.go()  # expect: AF101
    async with opened_later(Loud()) as item:
        item.go()  # expect: AF101


async def bad_parameter():
    use(Opens(Loud()))  # expect: AF101
    use(Loud())  # expect: AF101


async def ok_other():
    with Opens(Quiet()) as item:
        item.go()
    async with Opens(Quiet()) as item:
        item.go()
    async with await made(Quiet()) as item:
        item.go()
    with opened(Quiet()) as item:
        item.go()
    use(Opens(Quiet()))
