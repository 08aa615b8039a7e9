import functools

import slow


def twice(function):
    @functools.wraps(function)
    def inner(*args):
        return [function(*args), function(*args)]

    return inner


@twice
def load(x):
    return slow.work(x)


async def main():
    return load(3)
