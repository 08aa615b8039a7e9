"""Classes that are passed in a list are told apart from others of their base."""
import abc
import time


class Plugin(abc.ABC):
    @abc.abstractmethod
    def start(self) -> None: ...

    def stop(self) -> None:
        return None

    @classmethod
    def create(cls) -> "Plugin":
        return cls()


class Slow(Plugin):
    def start(self) -> None:
        time.sleep(0.01)

    def stop(self) -> None:
        time.sleep(0.01)


class Quick(Plugin):
    def start(self) -> None:
        return None


class Host:
    def __init__(self, kinds: list[type[Plugin]]) -> None:
        self.plugins = [kind.create() for kind in kinds]

    def start(self) -> None:
        for plugin in self.plugins:
            plugin.start()

    def stop(self) -> None:
        for plugin in self.plugins:
            plugin.stop()


async def bad_slow():
    host = Host([Slow, Quick])
    host.start()  # expect: AF101
    host.stop()  # expect: AF101


async def ok_quick():
    host = Host([Quick])
    host.start()
    host.stop()
