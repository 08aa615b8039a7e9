"""A package below a folder that is put in the path, which imports itself: it is no library's of that name."""
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "src"))

import tools
from tools.clock import wait


async def bad_wait():
    wait()  # expect: AF101


async def bad_own():
    tools.wait()  # expect: AF101


async def bad_taken_over():
    tools.sleep(0.01)  # expect: AF101


async def ok_skip():
    tools.skip()
