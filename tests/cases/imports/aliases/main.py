"""Every way to name an import."""
import time as clock
from time import sleep
from time import sleep as pause
import os.path
import urllib.request as web


async def bad_module_alias():
    clock.sleep(1)  # expect: AF101


async def bad_from():
    sleep(1)  # expect: AF101


async def bad_from_alias():
    pause(1)  # expect: AF101


async def bad_submodule_alias():
    web.urlopen("http://localhost")  # expect: AF102


async def ok_path():
    return os.path.join("a", "b")
