"""A function assigned to an attribute from outside."""
import time


class Plugin:
    hook = None

    def fire(self):
        if self.hook is not None:
            self.hook(1)


async def bad_hook():
    plugin = Plugin()
    plugin.hook = time.sleep
    plugin.hook(1)  # expect: AF101
