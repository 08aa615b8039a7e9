"""`**others` holds what no parameter takes by its name."""
import time


def pause():
    time.sleep(0.01)


def go_on():
    return 1


def run_others(first=None, **others):
    for other in others.values():
        other()


def run_all(first, **others):
    first()
    for other in others.values():
        other()


async def ok_taken_by_a_parameter():
    run_others(first=pause, second=go_on)


async def bad_not_taken():
    run_others(first=go_on, second=pause)  # expect: AF101


async def bad_both():
    run_all(first=pause, second=go_on)  # expect: AF101


async def bad_spread():
    run_others(**{"second": pause})  # expect: AF101
