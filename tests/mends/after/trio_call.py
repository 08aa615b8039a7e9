# runs: trio
import slow
import trio


async def main():
    await trio.sleep(0)
    return await trio.to_thread.run_sync(slow.work, 1), await trio.to_thread.run_sync(lambda: slow.work(2, deep=True))
