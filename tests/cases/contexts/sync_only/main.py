"""What no coroutine reaches is nobody's finding."""
import time


def main():
    time.sleep(1)


def start():
    main()


async def ok_nothing():
    return None


if __name__ == "__main__":
    start()
