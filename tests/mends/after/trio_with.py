# runs: trio
import slow
import trio


async def main():
    await trio.sleep(0)
    path = await trio.to_thread.run_sync(slow.source)

    def _read_file():
        with open(path) as file:
            return file.read()

    text = await trio.to_thread.run_sync(_read_file)
    return text
