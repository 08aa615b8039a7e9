"""Items of containers by place, by key and by unpacking, and what is put into containers that are only declared."""
import asyncio
import time
from collections import OrderedDict, defaultdict, namedtuple
from typing import NamedTuple


class Job:
    def work(self):
        time.sleep(0.01)


class Quiet:
    def work(self):
        return 1


class Pair(NamedTuple):
    left: Quiet
    right: Job


Three = namedtuple("Three", "first second third")


async def bad_places():
    pair = (Quiet(), Job())
    pair[0].work()
    pair[1].work()  # expect: AF101
    pair[-1].work()  # expect: AF101
    pair[-2].work()
    left, right = pair
    left.work()
    right.work()  # expect: AF101
    first, *rest = Quiet(), Quiet(), Job()
    first.work()
    for one in rest:
        one.work()  # expect: AF101


async def bad_named():
    pair = Pair(Quiet(), Job())
    pair[0].work()
    pair[1].work()  # expect: AF101
    left, right = pair
    left.work()
    right.work()  # expect: AF101
    for one in pair:
        one.work()  # expect: AF101
    three = Three(Quiet(), Job(), Quiet())
    three[0].work()
    three[1].work()  # expect: AF101
    first, second, third = three
    third.work()
    second.work()  # expect: AF101


async def bad_rows():
    for name, one in [("a", Job())]:
        one.work()  # expect: AF101
    for left, right in [(Job(), Quiet())]:
        right.work()
    for key, one in {"a": Job()}.items():
        one.work()  # expect: AF101
    for number, (left, right) in enumerate([(Quiet(), Job())]):
        left.work()
        right.work()  # expect: AF101
    for (left, right), other in [((Quiet(), Job()), Quiet())]:
        right.work()  # expect: AF101
        other.work()


async def bad_declared():
    jobs: list[Job] = []
    for one in jobs:
        one.work()
    jobs.append(Quiet())
    jobs[0].work()
    mixed: dict[str, object] = {}
    mixed["a"] = Job()
    mixed["a"].work()  # expect: AF101
    ordered = OrderedDict()
    ordered["a"] = Job()
    ordered["a"].work()  # expect: AF101
    by_default = defaultdict(list)
    by_default["a"].append(Job())
    for one in by_default["a"]:
        one.work()  # expect: AF101


async def bad_nested():
    table = {"a": [Job()], "b": [Quiet()]}
    table["a"][0].work()  # expect: AF101
    for rows in table.values():
        for one in rows:
            one.work()  # expect: AF101
    rows = [[Quiet(), Quiet()], [Job()]]
    rows[1][0].work()  # expect: AF101
    pairs = [(Quiet(), [Job()])]
    pairs[0][1][0].work()  # expect: AF101
    pairs[0][0].work()


async def bad_sets():
    for one in {Job()}:
        one.work()  # expect: AF101
    for one in frozenset([Job()]):
        one.work()  # expect: AF101
    {Job()}.pop().work()  # expect: AF101
    [Job()].pop().work()  # expect: AF101
    {"a": Job()}.pop("a").work()  # expect: AF101
    {"a": Job()}.popitem()[1].work()  # expect: AF101


class Box:
    def __init__(self):
        self.job = Job()

    def __getitem__(self, key):
        return self.job if key else Quiet()


class Own:
    """No container, though it has the methods of one."""

    def append(self, one):
        self.one = one

    def update(self, one):
        pass

    def __iter__(self):
        return iter([Quiet()])


async def bad_own():
    Box()["a"].work()  # expect: AF101
    own = Own()
    own.append(Job())
    own.update({"a": Job()})
    for one in own:
        one.work()
    await asyncio.sleep(0)
