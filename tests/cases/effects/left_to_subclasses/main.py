"""An instance that is known by an abstract class may be any of its subclasses."""
import time


class Plugin:
    registry: dict[str, type["Plugin"]] = {}

    def __init_subclass__(cls, **options):
        super().__init_subclass__(**options)
        Plugin.registry[cls.__name__] = cls

    @classmethod
    def create(cls, name: str) -> "Plugin":
        return cls.registry[name]()

    def work(self):
        raise NotImplementedError

    def label(self):
        return "plugin"


class SlowPlugin(Plugin):
    def work(self):
        time.sleep(0.01)


async def bad_created():
    Plugin.create("SlowPlugin").work()  # expect: AF101


async def bad_registered():
    for cls in Plugin.registry.values():
        cls().work()  # expect: AF101


async def ok_own_method():
    return Plugin.create("SlowPlugin").label()
