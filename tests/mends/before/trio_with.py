# runs: trio
import slow
import trio


async def main():
    await trio.sleep(0)
    path = slow.source()
    with open(path) as file:
        text = file.read()
    return text
