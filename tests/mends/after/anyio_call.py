import anyio
import slow


async def main():
    await anyio.sleep(0)
    return await anyio.to_thread.run_sync(slow.work, 1), await anyio.to_thread.run_sync(lambda: slow.work(2, deep=True)), await anyio.to_thread.run_sync(lambda value: value.fetch(key="x"), slow.Client(slow.DELAY))
