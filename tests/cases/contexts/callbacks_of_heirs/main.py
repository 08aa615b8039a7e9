"""Callbacks that a class hands to the constructor of the framework's class that it inherits from."""

import time

from discord.ext import commands
from starlette.applications import Starlette

NO_ORACLE = "needs the frameworks"


class Bot(commands.Bot):
    def __init__(self):
        super().__init__(command_prefix=self.prefix_for)

    def prefix_for(self, bot, message):
        time.sleep(1)  # expect: AF101
        return "!"

    def unused(self, bot, message):
        time.sleep(1)


class Open(commands.Bot):
    def __init__(self, **options):
        super().__init__(**options)


class Empty(commands.Bot):
    pass


class Other:
    def __init__(self, command_prefix=None):
        self.command_prefix = command_prefix


def prefix(bot, message):
    time.sleep(1)  # expect: AF101
    return "!"


def other(bot, message):
    time.sleep(1)  # expect: AF101
    return "?"


def nobodys(bot, message):
    time.sleep(1)
    return "?"


def boot():
    time.sleep(1)  # expect: AF101


class Site(Starlette):
    def __init__(self):
        super().__init__(on_startup=[boot])


bots = [Bot(), Open(command_prefix=prefix), Empty(command_prefix=other), Other(command_prefix=nobodys)]
site = Site()
