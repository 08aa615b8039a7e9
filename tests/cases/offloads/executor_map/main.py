"""`executor.map` waits while its results are iterated."""
from concurrent.futures import ThreadPoolExecutor

NO_ORACLE = "waits inside the standard library"


def work(item):
    return item


async def collect():
    pool = ThreadPoolExecutor(1)
    return list(pool.map(work, [1]))  # expect: AF107
