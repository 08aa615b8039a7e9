"""Tests that tell objects apart, which only the whole program understands: helpers, and constants of classes."""
from __future__ import annotations

import asyncio

from kinds import Camera, Console, Fax, Letter, Lift, Oven, is_camera, is_console, is_paper

CHANNELS = [Console(), Letter(), Fax(), Camera()]
MACHINES = [Oven(), Lift()]


async def ok_guarded():
    for channel in CHANNELS:
        if is_console(channel):
            channel.send()


async def bad_guarded():
    for channel in CHANNELS:
        if is_camera(channel):
            channel.send()  # expect: AF101


async def ok_exact_helper():
    for channel in CHANNELS:
        if not is_paper(channel):
            continue
        await asyncio.to_thread(channel.send)


async def bad_rest_of_exact_helper():
    for channel in CHANNELS:
        if is_paper(channel):
            await asyncio.to_thread(channel.send)
        else:
            channel.send()  # expect: AF101


async def ok_flag():
    for machine in MACHINES:
        if machine.slow:
            await asyncio.to_thread(machine.run)
        else:
            machine.run()


async def bad_flag():
    for machine in MACHINES:
        if machine.slow:
            machine.run()  # expect: AF101


async def ok_handed_on():
    for machine in MACHINES:
        if machine.kind == "lift":
            use(machine)


async def bad_handed_on():
    for machine in MACHINES:
        if machine.kind != "lift":
            use(machine)  # expect: AF101


async def ok_flag_of_own():
    await asyncio.gather(Oven().start(), Lift().start())


def use(machine):
    machine.run()


async def ok_debug():
    if not __debug__:
        Oven().run()
