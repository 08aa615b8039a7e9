"""Iteration by `__getitem__`, as the language has it where there is no `__iter__`."""
import time


class Pages:
    def __getitem__(self, index):
        if index > 1:
            raise IndexError(index)
        time.sleep(0.01)
        return Page()


class Page:
    def read(self):
        time.sleep(0.01)


class Held:
    def __getitem__(self, index):
        if index > 1:
            raise IndexError(index)
        return Page()


class Iterable:
    def __getitem__(self, index):
        time.sleep(0.01)

    def __iter__(self):
        return iter((1, 2))


async def bad_loop():
    for page in Pages():  # expect: AF101
        print(page)


async def bad_list():
    return list(Pages())  # expect: AF101


async def bad_elements():
    for page in Held():
        page.read()  # expect: AF101


async def ok_has_iter():
    return list(Iterable())
