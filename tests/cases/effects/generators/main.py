"""Calling a generator function runs nothing; iterating it does."""
import time


def pages():
    time.sleep(1)
    yield 1


def wrapped():
    yield from pages()


async def bad_for():
    for _ in pages():  # expect: AF101
        pass


async def bad_delegated():
    for _ in wrapped():  # expect: AF101
        pass


async def bad_consumed():
    return list(pages())  # expect: AF101


async def bad_next():
    return next(pages())  # expect: AF101


async def ok_called():
    return pages()
