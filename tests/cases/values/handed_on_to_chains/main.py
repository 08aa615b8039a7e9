"""Long chains of calls that come back to the same methods, of what one helper hands to the next."""
import time


class Rows:
    def where(self):
        return self

    def limit(self):
        return self

    def get(self):
        time.sleep(0.01)


class Kept(Rows):
    def get(self):
        return []


def inner(rows):
    return rows.where().limit().where().get()


def outer(rows):
    return inner(rows)


async def bad_handed_on():
    outer(Rows())  # expect: AF101


async def bad_handed():
    inner(Rows())  # expect: AF101


async def ok_kept():
    outer(Kept())
    inner(Kept())
