"""What lazy iterators give, one by one: elements of what they iterate, results of what they call."""
import asyncio
import csv
import io
import itertools
import time
from collections.abc import Mapping


class Job:
    def work(self):
        time.sleep(0.01)


class Quiet:
    def work(self):
        return 1


def job(*given):
    return Job()


def quiet(*given):
    return Quiet()


def second(first, other):
    return other


def key_of(one):
    return Job()


async def bad_map():
    for one in map(job, [1]):
        one.work()  # expect: AF101
    for one in map(second, [Quiet()], [Job()]):
        one.work()  # expect: AF101
    for one in map(quiet, [Job()]):
        one.work()


async def bad_filter():
    for one in filter(quiet, [Job()]):
        one.work()  # expect: AF101
    for one in itertools.filterfalse(lambda one: False, [Job()]):
        one.work()  # expect: AF101
    for one in itertools.dropwhile(lambda one: False, [Job()]):
        one.work()  # expect: AF101
    for one in itertools.takewhile(quiet, [Job()]):
        one.work()  # expect: AF101
    for one in filter(job, [Quiet()]):
        one.work()


async def bad_functions_called():
    list(map(lambda one: one.work(), [Job()]))  # expect: AF101
    list(filter(lambda one: one.work(), [Job()]))  # expect: AF101
    list(itertools.dropwhile(lambda one: one.work(), [Job()]))  # expect: AF101
    list(itertools.takewhile(lambda one: one.work(), [Job()]))  # expect: AF101
    list(itertools.filterfalse(lambda one: one.work(), [Job()]))  # expect: AF101
    list(itertools.starmap(lambda left, right: right.work(), [(Quiet(), Job())]))  # expect: AF101
    list(itertools.starmap(lambda left, right: left.work(), [(Quiet(), Job())]))
    list(itertools.accumulate([Job(), Job()], lambda left, right: right.work()))  # expect: AF101


async def bad_joined():
    for one in itertools.chain([Quiet()], [Job()]):
        one.work()  # expect: AF101
    for one in itertools.chain.from_iterable([[Quiet()], [Job()]]):
        one.work()  # expect: AF101
    for one in itertools.compress([Job()], [True]):
        one.work()  # expect: AF101
    for one in itertools.islice([Job()], 1):
        one.work()  # expect: AF101
    for one in itertools.cycle([Job()]):
        one.work()  # expect: AF101
        break


async def bad_tuples():
    for number, one in enumerate([Job()]):
        one.work()  # expect: AF101
    for left, right in zip([Quiet()], [Job()]):
        left.work()
        right.work()  # expect: AF101
    for left, right in itertools.product([Job()], [Quiet()]):
        left.work()  # expect: AF101
        right.work()
    for left, right in itertools.zip_longest([Quiet()], [Job()]):
        left.work()
        right.work()  # expect: AF101
    for left, right in itertools.pairwise([Job(), Job()]):
        right.work()  # expect: AF101


async def bad_results():
    for one in itertools.starmap(job, [(1, 2)]):
        one.work()  # expect: AF101
    for one in itertools.starmap(second, [(Quiet(), Job())]):
        one.work()  # expect: AF101
    for one in itertools.accumulate([Quiet(), Quiet()], job):
        one.work()  # expect: AF101
    for one in itertools.accumulate([Job()], func=quiet):
        one.work()  # expect: AF101
    for one in iter(job, None):
        one.work()  # expect: AF101
        break


async def bad_groups():
    for key, group in itertools.groupby([Quiet()], key_of):
        key.work()  # expect: AF101
        for one in group:
            one.work()
    for key, group in itertools.groupby([Job()]):
        key.work()  # expect: AF101
        for one in group:
            one.work()  # expect: AF101
    for key, group in itertools.groupby([Job()], key=quiet):
        key.work()
        list(group)


def jobs():
    time.sleep(0.01)
    yield Job()


async def bad_shared():
    first, other = itertools.tee([Job()])
    for one in other:
        one.work()  # expect: AF101
    for one in itertools.tee(jobs())[0]:  # expect: AF101
        print(one)


async def bad_sources():
    list(itertools.accumulate(jobs()))  # expect: AF101
    for _ in itertools.groupby(jobs()):  # expect: AF101
        pass
    list(itertools.starmap(quiet, map(lambda one: [one], jobs())))  # expect: AF101
    list(itertools.zip_longest([1], jobs()))  # expect: AF101
    list(itertools.product([1], jobs()))  # expect: AF101
    list(itertools.islice(jobs(), 1))  # expect: AF101
    list(itertools.pairwise(jobs()))  # expect: AF101


class Rows(Mapping):
    def __getitem__(self, key):
        time.sleep(0.01)
        return Job() if key else Quiet()

    def __iter__(self):
        return iter([Quiet()])

    def __len__(self):
        return 1


async def bad_views():
    for one in Rows().values():  # expect: AF101
        one.work()  # expect: AF101
    for key, one in Rows().items():  # expect: AF101
        key.work()
        one.work()  # expect: AF101
    Rows().items()
    Rows().values()


async def bad_rows_of_text():
    for row in csv.reader(io.StringIO("a,b")):
        for cell in row:
            cell.work() if hasattr(cell, "work") else None
    for row in csv.DictReader(io.StringIO("a\nb")):
        print(row["a"].upper())
    time.sleep(0.01)  # expect: AF101


async def ok_never_iterated():
    map(job, [1])
    itertools.chain(jobs())
    itertools.starmap(lambda one: one.work(), [(Job(),)])
    itertools.groupby(jobs(), key=lambda one: one.work())
    await asyncio.sleep(0)
