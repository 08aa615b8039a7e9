"""Objects and modules in a table, chosen by a parameter: only those that are asked for count."""
import time

import quick
import slow


class Loud:
    kind = "loud"

    def go(self):
        time.sleep(0.01)


class Quiet:
    kind = "quiet"

    def go(self):
        return 1


PLAYERS = {"loud": Loud(), "quiet": Quiet()}
MODULES = {"slow": slow, "quick": quick}


def play(kind):
    PLAYERS[kind].go()


def play_or(kind):
    PLAYERS.get(kind, PLAYERS["quiet"]).go()


def handle(name):
    return MODULES[name].handle()


def made(name):
    return MODULES[name].Worker().work()


async def bad_play():
    play("loud")  # expect: AF101


async def bad_play_or():
    play_or("loud")  # expect: AF101


async def bad_handle():
    handle("slow")  # expect: AF101


async def bad_made():
    made("slow")  # expect: AF101


async def ok_play():
    play("quiet")
    play_or("quiet")
    play_or("unknown")


async def ok_handle():
    handle("quick")
    made("quick")
