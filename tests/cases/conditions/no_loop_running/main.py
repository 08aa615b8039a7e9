"""What runs only where no loop is running never runs on the loop's thread."""
import asyncio
import time


def has_loop():
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True


def has_loop_too():
    try:
        asyncio.get_running_loop()
        return True
    except RuntimeError:
        pass
    return False


def may_block():
    return len("text") > 0 and not has_loop()


def wait_in_handler():
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        time.sleep(0.01)


def wait_without_loop():
    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:
        loop = None
    if loop is None:
        time.sleep(0.01)


def wait_unless_running():
    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:
        loop = None
    if loop and loop.is_running():
        return 1
    time.sleep(0.01)
    return 2


def wait_with_loop():
    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:
        loop = None
    if loop is not None:
        time.sleep(0.01)


def wait_if_asked():
    if not has_loop():
        time.sleep(0.01)


def wait_if_asked_too():
    if not has_loop_too():
        time.sleep(0.01)


def wait_if_allowed():
    if not may_block():
        raise ValueError("not here")
    time.sleep(0.01)


def wait_if_refused():
    if may_block():
        return
    time.sleep(0.01)


def wait_if_there_is_one():
    if has_loop():
        time.sleep(0.01)


def wait_when_done():
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        pass
    time.sleep(0.01)


def wait_at_last():
    try:
        asyncio.get_running_loop()
        return 1
    except RuntimeError:
        return 2
    finally:
        time.sleep(0.01)


def fail():
    raise RuntimeError("something else")


def wait_after_failure():
    try:
        asyncio.get_running_loop()
        fail()
    except RuntimeError:
        time.sleep(0.01)


async def ok_handler():
    wait_in_handler()


async def ok_without_loop():
    wait_without_loop()


async def ok_unless_running():
    wait_unless_running()


async def bad_with_loop():
    wait_with_loop()  # expect: AF101


async def ok_asked():
    wait_if_asked()


async def ok_asked_too():
    wait_if_asked_too()


async def ok_allowed():
    try:
        wait_if_allowed()
    except ValueError:
        pass


async def bad_refused():
    wait_if_refused()  # expect: AF101


async def bad_there_is_one():
    wait_if_there_is_one()  # expect: AF101


async def bad_when_done():
    wait_when_done()  # expect: AF101


async def bad_at_last():
    wait_at_last()  # expect: AF101


async def bad_after_failure():
    wait_after_failure()  # expect: AF101


async def ok_within():
    if not asyncio.get_event_loop().is_running():
        time.sleep(0.01)
