"""Iterators block where they are iterated."""
import time


class Pages:
    def __iter__(self):
        return self

    def __next__(self):
        time.sleep(1)
        raise StopIteration


class Rows:
    def __iter__(self):
        time.sleep(1)
        yield 1


async def bad_next():
    for _ in Pages():  # expect: AF101
        pass


async def bad_generator_method():
    for _ in Rows():  # expect: AF101
        pass


async def bad_list():
    return list(Rows())  # expect: AF101


async def ok_made():
    return Pages(), Rows()
