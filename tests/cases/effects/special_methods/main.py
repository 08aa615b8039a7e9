"""Special methods that statements and builtins run: items that are set and deleted, `in`, `len`, unpacking."""
import asyncio
import time


class Slow:
    def __init__(self):
        self.items = {"a": 1}

    def __setitem__(self, key, value):
        time.sleep(0.01)
        self.items[key] = value

    def __delitem__(self, key):
        time.sleep(0.01)
        del self.items[key]

    def __contains__(self, key):
        time.sleep(0.01)
        return key in self.items

    def __len__(self):
        time.sleep(0.01)
        return len(self.items)

    def __iter__(self):
        time.sleep(0.01)
        return iter(["a", "b"])


class Fast:
    def __init__(self):
        self.items = {"a": 1}

    def __setitem__(self, key, value):
        self.items[key] = value

    def __delitem__(self, key):
        del self.items[key]

    def __contains__(self, key):
        return key in self.items

    def __len__(self):
        return len(self.items)

    def __iter__(self):
        return iter(["a", "b"])


class Rows:
    def __iter__(self):
        time.sleep(0.01)
        yield from ("a", "b")


def show(*values):
    return values


async def bad_items():
    slow = Slow()
    slow["x"] = 1  # expect: AF101
    slow["y"] = 2  # expect: AF101
    del slow["y"]  # expect: AF101


async def bad_questions():
    slow = Slow()
    if "a" in slow:  # expect: AF101
        len(slow)  # expect: AF101
    return "b" not in Rows()  # expect: AF101


async def bad_unpacking():
    first, second = Rows()  # expect: AF101
    first, *rest = Slow()  # expect: AF101
    show(*Rows())  # expect: AF101
    return [first, *Rows()], second, rest  # expect: AF101


async def ok_items():
    fast = Fast()
    fast["x"] = 1
    fast["x"] = 2
    del fast["x"]
    if "a" in fast and "b" not in [*fast]:
        len(fast)
    first, second = fast
    show(*fast, first, second)


async def ok_elsewhere():
    rows = Rows()
    first, second = await asyncio.to_thread(list, rows)
    return first, second, {"x": len([rows])}
