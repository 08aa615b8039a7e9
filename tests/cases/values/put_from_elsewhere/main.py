"""Objects and functions that code elsewhere puts into a dict of a module, or into a list of an object it is given."""

import time

from topics import TOPICS, Quiet, Stage, Topic, World


def slow():
    time.sleep(0.01)


def quick():
    return 1


def subscribe(name):
    topic = TOPICS.setdefault(name, Topic())
    return topic is not None


class Loop:
    def __init__(self, world, stage, quiet):
        self.world = world
        self.world.hooks += [quick, slow]
        self.stage = stage
        self.stage.cues.append(slow)
        self.quiet = quiet
        self.quiet.signals += [quick]


async def bad_topics():
    subscribe("a")
    for topic in TOPICS.values():
        topic.flush()  # expect: AF101


async def bad_hooks():
    Loop(World(), Stage(), Quiet()).world.step()  # expect: AF101


async def bad_cues():
    Loop(World(), Stage(), Quiet()).stage.step()  # expect: AF101


async def ok_signals():
    Loop(World(), Stage(), Quiet()).quiet.step()
