"""Tables of the names of methods, by which `getattr` picks one."""
import time


class Link:
    actions = {"open": "_dial", "close": "_hang_up"}
    transitions = {("idle", "open"): "_dial", ("up", "close"): "_hang_up"}

    def __init__(self):
        self.state = "idle"

    def at_once(self, event):
        getattr(self, self.actions[event])()

    def by_local(self, event):
        name = self.actions.get(event)
        if name:
            getattr(self, name)()

    def with_default(self, event):
        handler = getattr(self, self.actions[event], None)
        if handler is not None:
            handler()

    def by_pair(self, event):
        getattr(self, self.transitions[(self.state, event)])()

    def _dial(self):
        time.sleep(0.01)

    def _hang_up(self):
        self.state = "idle"


async def ok_close():
    Link().at_once("close")
    Link().by_local("close")
    Link().with_default("close")


async def bad_at_once():
    Link().at_once("open")  # expect: AF101


async def bad_by_local():
    Link().by_local("open")  # expect: AF101


async def bad_with_default():
    Link().with_default("open")  # expect: AF101


async def bad_by_pair():
    Link().by_pair("open")  # expect: AF101
