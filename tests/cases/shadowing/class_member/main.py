"""Class scopes are not seen from their methods."""
import time


class Job:
    def sleep(self):
        return None

    def run(self):
        sleep()


def sleep():
    time.sleep(1)


async def bad_module_level():
    Job().run()  # expect: AF101


async def ok_member():
    Job().sleep()
