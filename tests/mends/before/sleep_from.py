from time import sleep


async def main():
    sleep(0.1)
    return 1
