"""Lists and tuples that are put together, also of parts of unknown length; dicts with something added."""
import time


def slow():
    time.sleep(0.01)


def quick():
    return 1


FIRST = [quick]
REST = [slow, quick]
TABLE = {"slow": slow, "quick": quick}
QUICK = {"quick": quick}


async def bad_lists():
    for job in FIRST + REST:
        job()  # expect: AF101


async def bad_right():
    for job in [quick] + [slow]:
        job()  # expect: AF101


async def bad_tuples():
    first, second = (quick,) + (slow,)
    second()  # expect: AF101
    first()


async def bad_unknown_length():
    for job in (quick,) + tuple(REST):
        job()  # expect: AF101


async def bad_dict():
    table = dict(QUICK, other=slow)
    table["other"]()  # expect: AF101


async def bad_copied():
    table = dict(TABLE)
    table["slow"]()  # expect: AF101


async def bad_pairs():
    table = dict([("slow", slow)])
    table["slow"]()  # expect: AF101


async def bad_by_keywords():
    dict(slow=slow)["slow"]()  # expect: AF101


async def bad_merged():
    (QUICK | {"slow": slow})["slow"]()  # expect: AF101


async def ok_lists():
    for job in FIRST + [quick]:
        job()
    for job in (quick,) + tuple(FIRST):
        job()


async def ok_dict():
    dict(QUICK, other=quick)["other"]()
    dict([("quick", quick)])["quick"]()
    (QUICK | {"other": quick})["other"]()
