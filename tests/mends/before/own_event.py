# blocks: no
import threading


async def main():
    ready = threading.Event()
    ready.set()
    return ready.wait() and ready.is_set()
