"""A member whose name is made up when it runs is one of those that begin as the name does."""
import time

import actions


class Handler:
    def dispatch(self, kind):
        return getattr(self, f"on_{kind}")()

    def ask(self, kind):
        method = getattr(self, "ask_" + kind, None)
        return method() if method is not None else None

    def tell(self, kind):
        return getattr(self, "tell_%s" % kind)()

    def on_slow(self):
        time.sleep(0.01)

    def on_quick(self):
        return 1

    def ask_slow(self):
        time.sleep(0.01)

    def tell_quick(self):
        return 1

    def other_slow(self):
        time.sleep(0.01)


class Base:
    def run(self, kind):
        return getattr(self, f"do_{kind}")()


class Heir(Base):
    def do_slow(self):
        time.sleep(0.01)


class Calm(Base):
    def do_slow(self):
        return 1


async def bad_formatted():
    Handler().dispatch("slow")  # expect: AF101


async def bad_added():
    Handler().ask("slow")  # expect: AF101


async def bad_heir():
    Heir().run("slow")  # expect: AF101


async def bad_of_module(kind="slow"):
    getattr(actions, f"action_{kind}")()  # expect: AF101


async def ok_other_prefix():
    Handler().tell("quick")


async def ok_heir():
    Calm().run("slow")


async def ok_of_module(kind="quick"):
    getattr(actions, f"cheap_{kind}")()
