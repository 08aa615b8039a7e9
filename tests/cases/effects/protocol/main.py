"""A protocol stands for what is passed."""
import time
from typing import Protocol


class Notifier(Protocol):
    def notify(self) -> None: ...


class Slow:
    def notify(self) -> None:
        time.sleep(1)


class Fast:
    def notify(self) -> None:
        return None


def announce(notifier: Notifier):
    notifier.notify()


async def bad_slow():
    announce(Slow())  # expect: AF101


async def ok_fast():
    announce(Fast())
