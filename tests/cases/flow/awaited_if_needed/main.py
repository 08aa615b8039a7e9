"""What a hook gave is awaited only where it has to be, so hooks may be plain functions beside coroutine functions."""
import asyncio
import time


async def reload():
    await asyncio.sleep(0)


def rebuild():
    time.sleep(1)


def rebuild_again():
    time.sleep(1)


def wait_for_it():
    time.sleep(1)


def warm_up():
    time.sleep(1)


def by_hand():
    time.sleep(1)


async def bad_by_attribute():
    for hook in (reload, rebuild):
        result = hook()  # expect: AF101
        if hasattr(result, "__await__"):
            await result


async def bad_by_nothing():
    for hook in (reload, rebuild_again):
        result = hook()  # expect: AF101
        if result is not None:
            await result


async def bad_either():
    for hook in (reload, wait_for_it):
        result = hook()  # expect: AF101
        if asyncio.isfuture(result) or asyncio.iscoroutine(result):
            await result


async def bad_left_early():
    for hook in (reload, warm_up):
        result = hook()  # expect: AF101
        if not result:
            continue
        await result


async def ok_always_awaited(hooks=(reload,)):
    for hook in hooks:
        result = hook()
        await result


def run_by_hand():
    for hook in (reload, by_hand):
        if hook is by_hand:
            hook()
