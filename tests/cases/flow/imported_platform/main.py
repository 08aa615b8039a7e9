"""What is imported out of `sys`, or under another name, decides as `sys.platform` does; a name bound anew does not."""
import sys as system
import time
from sys import platform, version_info as version


async def ok_platform():
    if platform == "win32":
        time.sleep(0.01)


async def ok_version():
    if version < (3, 8):
        time.sleep(0.01)


async def ok_under_another_name():
    if system.platform.startswith("win"):
        time.sleep(0.01)


async def bad_parameter(platform="win32"):
    if platform == "win32":
        time.sleep(0.01)  # expect: AF101


async def bad_local():
    version = (3, 1)
    if version < (3, 8):
        time.sleep(0.01)  # expect: AF101


async def bad_closure():
    await outer("win32")


async def outer(platform):
    async def inner():
        if platform == "win32":
            time.sleep(0.01)  # expect: AF101

    await inner()
