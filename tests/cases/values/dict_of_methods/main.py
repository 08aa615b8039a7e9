"""A table of bound methods on self."""
import time


class Commands:
    def __init__(self):
        self.table = {"slow": self.slow, "quick": self.quick}

    def slow(self):
        time.sleep(1)

    def quick(self):
        return 1

    async def run(self, name):
        return self.table[name]()  # expect: AF101


async def bad_run():
    await Commands().run("slow")
