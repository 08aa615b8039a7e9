"""What every object has, no `__getattr__` is asked for."""
import time


class Settings:
    def __init__(self, **values):
        self.__dict__.update(values)

    def __getattr__(self, name):
        time.sleep(0.01)
        return name


async def ok_of_every_object():
    settings = Settings(debug=True)
    return settings.__class__.__name__, settings.__dict__, settings.__doc__


async def bad_of_none():
    return Settings().anything  # expect: AF101
