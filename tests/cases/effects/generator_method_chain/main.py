"""A generator that consumes another one."""
import time


class Reader:
    def lines(self):
        for page in self.pages():
            yield page

    def pages(self):
        time.sleep(1)
        yield "a"


async def bad_lines():
    return [line for line in Reader().lines()]  # expect: AF101


async def ok_created():
    return Reader().lines()
