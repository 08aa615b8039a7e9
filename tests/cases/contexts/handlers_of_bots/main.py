"""Plain functions that bots' libraries call on their loop: checks, what a cog does at its end, handlers of events."""

import time

import slixmpp
from discord.ext import commands

NO_ORACLE = "needs the frameworks"


def is_allowed(ctx):
    time.sleep(0.05)  # expect: AF101
    return True


bot = commands.Bot("!")
bot.add_check(is_allowed)


class Admin(commands.Cog):
    def cog_load(self):
        time.sleep(0.05)  # expect: AF101

    def cog_unload(self):
        time.sleep(0.05)  # expect: AF101

    def report(self):
        time.sleep(0.05)


class Talker(slixmpp.ClientXMPP):
    def __init__(self):
        super().__init__("talker@example.com", "secret")
        self.add_event_handler("message", self.message)
        self.schedule("tick", 3, self.tick, repeat=True)

    def message(self, stanza):
        time.sleep(0.05)  # expect: AF101

    def tick(self):
        time.sleep(0.05)  # expect: AF101

    def other(self):
        time.sleep(0.05)
