"""Leaving `with ThreadPoolExecutor()` waits for every job."""
from concurrent.futures import ThreadPoolExecutor

NO_ORACLE = "waits inside the standard library"


def work():
    return 1


async def collect():
    with ThreadPoolExecutor(1) as pool:  # expect: AF107
        pool.submit(work)
