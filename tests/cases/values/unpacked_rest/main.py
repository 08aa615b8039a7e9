"""What is left over when tuples, lists and generators are taken apart; what stands before it is told apart."""
import time


def pause():
    time.sleep(0.01)


def skip():
    return 1


def steps():
    return skip, pause, pause


def quick_steps():
    return skip, skip, skip


def made():
    yield pause
    yield pause
    yield pause


def run(first, *others):
    first()
    for other in others:
        other()


async def bad_rest():
    first, *rest = steps()
    rest[0]()  # expect: AF101
    first()


async def bad_middle():
    first, *middle, last = steps()
    for step in middle:
        step()  # expect: AF101
    last()  # expect: AF101
    first()


async def bad_before():
    *before, last = steps()
    for step in before:
        step()  # expect: AF101
    last()  # expect: AF101


async def bad_generated():
    first, *rest = made()
    first()  # expect: AF101
    for step in rest:
        step()  # expect: AF101


async def bad_in_loop():
    for first, *rest in [(skip, pause), (skip, pause, pause)]:
        rest[-1]()  # expect: AF101
        first()


async def bad_parameters():
    run(skip, skip, pause)  # expect: AF101


async def bad_nested():
    (first, *inner), last = (skip, pause), skip
    inner[0]()  # expect: AF101
    first()
    last()


async def bad_of_mapping():
    (_, first), *_ = {"pause": pause}.items()
    first()  # expect: AF101


async def ok_rest():
    first, *rest = quick_steps()
    for step in rest:
        step()
    first()


async def ok_empty():
    first, *rest = (skip,)
    for step in rest:
        step()
    first()


async def ok_parameters():
    run(skip, skip, skip)
