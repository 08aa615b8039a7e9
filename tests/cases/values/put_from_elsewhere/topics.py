"""What other modules put into."""

import time

TOPICS = {}


class Topic:
    def flush(self):
        time.sleep(0.01)


class World:
    def __init__(self):
        self.hooks = []

    def step(self):
        for hook in self.hooks:
            hook()


class Stage:
    def __init__(self):
        self.cues = []

    def step(self):
        for cue in self.cues:
            cue()


class Quiet:
    def __init__(self):
        self.signals = []

    def step(self):
        for signal in self.signals:
            signal()
