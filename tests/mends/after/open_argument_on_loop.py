import asyncio

import slow


async def main():
    import threading
    seen = []
    made = await asyncio.to_thread(slow.source)

    def path():
        seen.append(threading.current_thread() is threading.main_thread())
        return made

    return await asyncio.to_thread(lambda value: open(value).read(), path()), seen
