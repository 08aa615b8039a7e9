"""Bases that ask their own object for more: it may be of any heir that takes over the method which asks."""
import asyncio
import time


class Actor:
    async def run(self):
        await self.receive("report")

    async def receive(self, kind):
        getattr(self, f"handle_{kind}")()  # expect: AF101


class Clock(Actor):
    def handle_report(self):
        time.sleep(1)


class Router(Actor):
    async def receive(self, kind):
        return kind

    def handle_report(self):
        open("routed").close()


class Timer:
    def start(self):
        return asyncio.ensure_future(self.tick())

    async def tick(self):
        self.beat()  # expect: AF101

    def beat(self):
        return None


class Loud(Timer):
    def beat(self):
        time.sleep(1)


class Still(Timer):
    async def tick(self):
        return None

    def beat(self):
        open("beaten").close()


async def all_of_them():
    for actor in (Clock(), Router()):
        await actor.run()
    for timer in (Loud(), Still()):
        await timer.start()
