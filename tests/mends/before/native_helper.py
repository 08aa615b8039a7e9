# unsafe
import time


def pause(seconds):
    time.sleep(seconds)
    return seconds


async def one():
    return pause(0.1) + 1


async def main():
    return await one(), pause(0.1) * 2, [pause(0.1) for _ in range(1)]
