"""Flags that are fields of models: they are what their constructors get, unless the environment is read."""

import time

from msgspec import Struct
from pydantic import BaseModel
from pydantic_settings import BaseSettings

NO_ORACLE = "needs pydantic"


class Options(BaseModel):
    wait: bool = False


class Task(Struct):
    wait: bool = False


class Settings(BaseSettings):
    wait: bool = False


def pause(options):
    if options.wait:
        time.sleep(0.01)


options = Options()
settings = Settings()


async def bad():
    pause(Options(wait=True))  # expect: AF101
    pause(Task(True))  # expect: AF101
    if settings.wait:
        time.sleep(0.01)  # expect: AF101


async def bad_request(body: Options):
    pause(body)  # expect: AF101


async def ok():
    pause(Options())
    pause(Options(wait=False))
    pause(Task())
    if options.wait:
        time.sleep(0.01)
