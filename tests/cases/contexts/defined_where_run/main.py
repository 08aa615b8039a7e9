"""What is only defined where the file is run as the program: it runs there all the same."""
import asyncio
import time

NO_ORACLE = "the case is imported, not run as the program"


def served(function):
    return function


def pause():
    time.sleep(0.01)


if __name__ == "__main__":

    @served
    async def handle():
        time.sleep(0.01)  # expect: AF101

    async def main():
        pause()  # expect: AF101
        await handle()

    asyncio.run(main())

if __name__ != "__main__":

    async def imported():
        pause()  # expect: AF101
