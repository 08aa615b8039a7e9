# blocks: no
import threading


async def main():
    ready = threading.Event()
    released = ready.set()
    return ready.wait() and released is None
