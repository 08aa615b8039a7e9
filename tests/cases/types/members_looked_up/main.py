"""Members of an enumeration with a constructor of its own, looked up by their values."""
import time
from enum import Enum


class Kind(Enum):
    SLOW = "slow"
    QUICK = "quick"

    def __init__(self, text):
        self.text = text

    def run(self):
        if self is Kind.SLOW:
            time.sleep(1)


def run(kind):
    if Kind(kind) is Kind.SLOW:
        time.sleep(1)


async def bad_by_value():
    run("slow")  # expect: AF101


async def bad_member():
    Kind("slow").run()  # expect: AF101
