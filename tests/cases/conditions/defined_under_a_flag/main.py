"""Coroutine functions that another function defines under a flag: they have what those calls pass that set it so."""

import asyncio
import time


class Slow:
    def check(self):
        time.sleep(0.01)


class Quick:
    def check(self):
        return 1


class Monitor:
    def __init__(self):
        self.probes = []

    def add(self, probe, threaded=False):
        if threaded:

            async def check():
                return await asyncio.to_thread(probe.check)

        else:

            async def check():
                return probe.check()

        self.probes.append(("probe", check))

    async def sweep(self):
        for _, check in self.probes:
            await check()


class Loud:
    def __init__(self):
        self.probes = []

    def watch(self, probe, threaded=False):
        if threaded:

            async def check():
                return await asyncio.to_thread(probe.check)

        else:

            async def check():
                return probe.check()  # expect: AF101

        self.probes.append(check)

    async def sweep(self):
        for check in self.probes:
            await check()


async def ok_in_threads():
    monitor = Monitor()
    monitor.add(Slow(), threaded=True)
    monitor.add(Quick())
    await monitor.sweep()


async def bad_on_the_loop():
    loud = Loud()
    loud.watch(Slow(), threaded=True)
    loud.watch(Slow())
    await loud.sweep()
