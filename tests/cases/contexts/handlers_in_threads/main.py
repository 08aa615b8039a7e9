"""Litestar runs plain handlers on the loop unless they say that they belong in a thread."""
import time

from litestar import Litestar, get, post
from litestar.di import Provide

NO_ORACLE = "the library is not installed"


@get("/plain")
def plain() -> str:
    time.sleep(1)  # expect: AF101
    return ""


@get("/here", sync_to_thread=False)
def here() -> str:
    time.sleep(1)  # expect: AF101
    return ""


@post("/there", sync_to_thread=True)
def there() -> str:
    time.sleep(1)
    return ""


def on_loop():
    time.sleep(1)  # expect: AF101


def in_thread():
    time.sleep(1)


def told_here():
    time.sleep(1)  # expect: AF101


app = Litestar(
    [plain, here, there],
    dependencies={
        "one": Provide(on_loop),
        "two": Provide(in_thread, sync_to_thread=True),
        "three": Provide(dependency=told_here, sync_to_thread=False),
    },
)
