"""What an exit stack leaves or calls at its end is reported where it is handed over: that is the line to mend.

NO_ORACLE: the loop stands still on the line of the `with`, which says nothing of the cause.
"""
import time
from contextlib import ExitStack, contextmanager


@contextmanager
def slow_to_leave():
    yield
    time.sleep(0.01)


def clean_up():
    time.sleep(0.01)


async def entered_and_left():
    with ExitStack() as stack:
        stack.enter_context(slow_to_leave())  # expect: AF101


async def called_at_the_end():
    with ExitStack() as stack:
        stack.callback(clean_up)  # expect: AF101
