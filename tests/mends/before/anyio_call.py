import anyio
import slow


async def main():
    await anyio.sleep(0)
    return slow.work(1), slow.work(2, deep=True), slow.Client(slow.DELAY).fetch(key="x")
