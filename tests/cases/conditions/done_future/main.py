"""A future that is done does not wait."""
from concurrent.futures import Future


async def ok_guarded():
    future = Future()
    future.asked_done = True
    future.set_result(1)
    if not future.done():
        return None
    return future.result()


async def bad_unguarded():
    future = Future()
    return future.result()  # expect: AF107
