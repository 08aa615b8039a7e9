import time


async def main():
    time.sleep(0.1)
    return "slept"
