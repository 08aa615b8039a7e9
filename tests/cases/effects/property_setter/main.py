"""A property with a setter is still read through its getter."""
import time


class Config:
    @property
    def values(self):
        time.sleep(1)
        return 1

    @values.setter
    def values(self, value):
        self._values = value


async def bad_read():
    return Config().values  # expect: AF101
