import time


async def main():
    if True: time.sleep(0.1); x = 1
    return x
