# runs: trio
import slow
import trio


async def main():
    await trio.sleep(0)
    return slow.work(1), slow.work(2, deep=True)
