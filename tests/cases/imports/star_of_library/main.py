"""What a module takes over from libraries by star imports; what it binds itself is its own."""
import compat
from compat import *
from compat import Session


async def bad_sleep():
    compat.sleep(compat.PAUSE)  # expect: AF101


async def bad_starred():
    sleep(PAUSE)  # expect: AF101


async def bad_session():
    try:
        Session().get("http://localhost")  # expect: AF102
    except RequestException:
        pass


async def bad_get():
    try:
        compat.get("http://localhost")  # expect: AF102
    except compat.RequestException:
        pass


async def ok_constant():
    return compat.PAUSE
