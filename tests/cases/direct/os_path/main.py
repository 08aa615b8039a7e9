"""os.path: what asks the file system, and what only computes."""
import os
import os.path
from os.path import getsize

NO_ORACLE = "system calls that return at once are not recorded"


async def asks():
    os.path.exists("x")  # expect: AF105
    os.path.isfile("x")  # expect: AF105
    getsize("x")  # expect: AF105
    os.stat("x")  # expect: AF105


async def computes():
    os.path.join("a", "b")
    os.path.basename("a/b")
    os.path.normpath("a/../b")
    os.path.splitext("a.b")
