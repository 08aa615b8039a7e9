import time


async def main():
    for delay in (0.05 + 0.05,):
        time.sleep(delay * 1.0)  # as long as it takes
    return delay
