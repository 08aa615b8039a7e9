"""Plugins that register their classes, of which one blocks."""
import time

PLUGINS = []


def plugin(cls):
    PLUGINS.append(cls)
    return cls


@plugin
class Quick:
    def run(self):
        return 1


@plugin
class Slow:
    def run(self):
        time.sleep(1)


async def bad_all():
    for cls in PLUGINS:
        cls().run()  # expect: AF101
