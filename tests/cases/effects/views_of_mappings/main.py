"""`items()` and `values()` of a mapping of one's own ask it for each item, where they are iterated."""
import time
from collections.abc import Mapping


class Disk(Mapping):
    def __init__(self, names):
        self.names = names

    def __getitem__(self, name):
        time.sleep(0.01)
        return name.upper()

    def __iter__(self):
        return iter(self.names)

    def __len__(self):
        return len(self.names)


class Table(Mapping):
    def __init__(self, rows):
        self.rows = rows

    def __getitem__(self, name):
        return self.rows[name]

    def __iter__(self):
        return iter(self.rows)

    def __len__(self):
        return len(self.rows)


class Probe:
    @property
    def state(self):
        time.sleep(0.01)
        return 1


async def bad_views():
    for name, content in Disk(["a"]).items():  # expect: AF101
        print(name, content)
    return list(Disk(["a"]).values())  # expect: AF101


async def bad_copied():
    return dict(Disk(["a"]))  # expect: AF101


async def bad_tested():
    return hasattr(Probe(), "state")  # expect: AF101


async def ok_views():
    disk = Disk(["a"])
    disk.items()
    for name in disk.keys():
        print(name)
    for name, content in Table({"a": 1}).items():
        print(name, content)
    return dict(Table({"a": 1}))
