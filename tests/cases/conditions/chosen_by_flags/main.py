"""A flag chooses between a function that blocks and its async twin: by a parameter, a keyword taken out, or the loop."""
import asyncio
import time
from functools import wraps


class NoContextError(Exception):
    pass


CONTEXT = []


def current():
    if not CONTEXT:
        raise NoContextError
    return CONTEXT[-1]


def in_async_context():
    try:
        parent = getattr(current(), "parent", None)
        return getattr(parent, "is_async", True)
    except NoContextError:
        try:
            asyncio.get_running_loop()
            return True
        except RuntimeError:
            return False


async def go():
    await asyncio.sleep(0)


def wait():
    time.sleep(0.01)


def by_loop():
    run = wait if not in_async_context() else go
    return run()


def by_local():
    blocking = not in_async_context()
    run = wait if blocking else go
    return run()


def by_parameter(blocking=None):
    run = wait if blocking else go
    return run()


def by_test_of_local(blocking=None):
    chosen = bool(blocking) if blocking is not None else not in_async_context()
    if chosen:
        return wait()
    return go()


def by_default(blocking=None):
    if blocking is None:
        blocking = not in_async_context()
    if blocking:
        return wait()
    return go()


def by_keyword(**options):
    if options.get("blocking"):
        return wait()
    return go()


def by_keyword_taken_out(**options):
    mode = options.pop("mode", "quick")
    if mode == "slow":
        return wait()
    return go()


def by_keyword_put_in(**options):
    options.setdefault("blocking", True)
    if options.get("blocking"):
        return wait()
    return go()


def dispatching(twin):
    def decorator(function):
        @wraps(function)
        def wrapper(*args, **kwargs):
            blocking = kwargs.pop("blocking", None)
            chosen = bool(blocking) if blocking is not None else not in_async_context()
            call = function if chosen else twin
            return call(*args, **kwargs)

        return wrapper

    return decorator


async def fetch_later():
    await asyncio.sleep(0)


@dispatching(fetch_later)
def fetch():
    time.sleep(0.01)


class Client:
    def __init__(self, **options):
        self.patient = options.pop("patient", False)
        self.notify = options.get("notify")

    def ask(self):
        if self.patient:
            time.sleep(0.01)
        if self.notify:
            self.notify()


class Pool:
    def __init__(self, **options):
        self.connect = options.pop("connect", write)
        self.close = options["close"]

    def use(self):
        self.connect()
        self.close()


def leave():
    return None


def write():
    with open("/dev/null") as file:
        file.read()


async def ok():
    await by_loop()
    await by_local()
    await by_parameter()
    await by_test_of_local()
    await by_test_of_local(False)
    await by_default()
    await by_default(blocking=False)
    await by_keyword()
    await by_keyword(blocking=False)
    await by_keyword_taken_out()
    await by_keyword_taken_out(mode="brief")
    await fetch()
    await fetch(blocking=False)


async def bad():
    by_parameter(True)  # expect: AF101
    by_test_of_local(True)  # expect: AF101
    by_default(blocking=True)  # expect: AF101
    by_keyword(blocking=True)  # expect: AF101
    by_keyword_taken_out(mode="slow")  # expect: AF101
    by_keyword_put_in()  # expect: AF101
    fetch(blocking=True)  # expect: AF101


async def ok_client():
    Client().ask()


async def bad_client():
    Client(patient=True).ask()  # expect: AF101
    Client(notify=write).ask()  # expect: AF105


async def ok_pool():
    Pool(connect=leave, close=leave).use()


async def bad_pool():
    Pool(close=leave).use()  # expect: AF105
    Pool(connect=leave, close=wait).use()  # expect: AF101


async def main():
    await ok()
    await bad()
    await ok_client()
    await bad_client()
    await ok_pool()
    await bad_pool()


asyncio.run(main())
