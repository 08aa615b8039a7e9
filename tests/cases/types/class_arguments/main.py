"""Methods whose first parameter is the class without being decorated so: `__new__`, `__class_getitem__`."""
import time


class Made:
    def __new__(cls):
        made = super().__new__(cls)
        made.prepare()
        return made

    def prepare(self):
        time.sleep(0.01)


class Asked:
    def __class_getitem__(cls, item):
        cls().work()
        return cls

    def __call__(self):
        return self

    def work(self):
        time.sleep(0.01)


class Told:
    def __call__(self):
        time.sleep(0.01)

    def __class_getitem__(cls, item):
        return cls()


async def bad_made():
    Made()  # expect: AF101


async def bad_asked():
    Asked[int]  # missing: AF101


async def ok_told():
    Told[int]
