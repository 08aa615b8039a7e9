"""What never runs is not reported."""
import sys
import time
from typing import TYPE_CHECKING


async def ok_after_return():
    return 1
    time.sleep(1)


async def ok_constant():
    if False:
        time.sleep(1)
    if TYPE_CHECKING and False:
        time.sleep(1)


async def ok_version():
    if sys.version_info < (3, 8):
        time.sleep(1)


async def ok_platform():
    if sys.platform == "win32":
        time.sleep(1)


async def ok_after_raise():
    if sys.argv is None:
        raise ValueError
        time.sleep(1)
