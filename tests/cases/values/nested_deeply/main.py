"""Of what nests too deeply in a list only that is forgotten, not the items beside it."""

import time


class Box:
    def __init__(self, inner):
        self.inner = inner

    def render(self):
        return ""


class Slow:
    def render(self):
        time.sleep(0.01)


class Template:
    def __init__(self, nodes):
        self.nodes = nodes

    def render(self):
        for node in self.nodes:
            node.render()


async def bad_beside():
    Template([Box(Box(Box(Box(1)))), Slow()]).render()  # expect: AF101


async def ok_alone():
    Template([Box(Box(Box(Box(1))))]).render()
