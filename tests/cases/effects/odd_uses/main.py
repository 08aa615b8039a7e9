"""Uses that fail, or that go another way than usual: the wrong kind of loop, setters and keys that are no functions."""
import asyncio
import contextlib
import time

ORACLE_FROM = (3, 11)  # before that, entering what is no context manager fails otherwise


async def numbers():
    yield 1
    time.sleep(0.01)  # expect: AF101


@contextlib.asynccontextmanager
async def opened():
    time.sleep(0.01)  # expect: AF101
    yield 1


async def ok_wrong_kind():
    with contextlib.suppress(TypeError):
        for _ in numbers():
            pass
    with contextlib.suppress(TypeError):
        with opened():
            pass


async def bad_right_kind():
    async for _ in numbers():
        pass
    async with opened():
        pass


class Setter:
    def __call__(self, owner, value):
        return None


def told(owner):
    return 1


def slowly(owner, value):
    time.sleep(0.01)


class Settings:
    plain = property(told, Setter())
    slow = property(told, slowly)


async def ok_setter():
    Settings().plain = 1


async def bad_setter():
    Settings().slow = 1  # expect: AF101


def weigh(value):
    time.sleep(0.01)
    return value


async def bad_sorted_by_hand():
    list.sort([2, 1], key=weigh)  # expect: AF101


async def bad_sorted():
    values = [2, 1]
    values.sort(key=weigh)  # expect: AF101


async def work():
    return None


def run_where_no_loop_is():
    running = []
    with contextlib.suppress(RuntimeError):
        running.append(asyncio.get_running_loop())
    if not running:
        asyncio.run(work())


async def ok_where_no_loop_is():
    run_where_no_loop_is()
