"""What `__iter__` hands out is an iterator of a library, which does its work as it is iterated."""
import time


class Pauses:
    def __iter__(self):
        return map(time.sleep, [0.01])


class Chosen:
    def __iter__(self):
        return iter(filter(time.sleep, [0.01]))


class Names:
    def __iter__(self):
        return map(str.upper, ["a"])


async def bad_pauses():
    for pause in Pauses():  # expect: AF101
        print(pause)


async def bad_chosen():
    for one in Chosen():  # expect: AF101
        print(one)


async def ok_names():
    for name in Names():
        print(name)
