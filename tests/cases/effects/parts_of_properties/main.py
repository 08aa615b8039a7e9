"""Parts of descriptors: what sets a property runs its setter, and not what reads it."""
import time


class Config:
    def _read(self):
        time.sleep(0.01)
        return self._path

    def _write(self, value):
        self._path = value

    path = property(_read, _write)


async def bad_read():
    config = Config()
    Config.path.fset(config, "x")
    Config.path.fget(config)  # expect: AF101


async def ok_written():
    config = Config()
    Config.path.fset(config, "x")
    Config.path.__set__(config, "y")
