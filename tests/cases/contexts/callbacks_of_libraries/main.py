"""What the loop is handed to call may be a library's function itself: it blocks the loop, later."""

import asyncio
import functools
import time

import requests

NO_ORACLE = "the loop calls it when the marked line is long past"


def own():
    time.sleep(0.05)  # expect: AF101


def helper(loop: asyncio.AbstractEventLoop):
    loop.call_soon_threadsafe(time.sleep, 0.05)


async def bad_plain(loop: asyncio.AbstractEventLoop):
    loop.call_soon(time.sleep, 0.05)  # expect: AF101
    loop.call_later(0.1, time.sleep, 0.05)  # expect: AF101
    loop.call_at(0.1, callback=functools.partial(time.sleep, 0.05))  # expect: AF101
    loop.call_soon(requests.Session().get, "https://example.com")  # expect: AF102


async def bad_of_a_future(future: asyncio.Future):
    future.add_done_callback(requests.post)  # expect: AF102


async def bad_by_a_helper():
    helper(asyncio.get_running_loop())  # expect: AF101


async def ok_own(loop: asyncio.AbstractEventLoop):
    loop.call_soon(own)
    loop.call_soon(functools.partial(own))


async def ok_brief(loop: asyncio.AbstractEventLoop, future: asyncio.Future):
    loop.call_later(0.1, future.set_result, None)
    loop.call_soon(time.sleep, 0)
    loop.call_soon(loop.stop)
    future.add_done_callback(print)
