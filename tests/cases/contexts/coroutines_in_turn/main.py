"""Coroutines that call each other hand their parameters round: each may hold what any of them is given."""
import time


class Loud:
    def go(self):
        time.sleep(0.01)


class Quiet:
    def go(self):
        return 1


async def ping(client, left):
    client.go()  # expect: AF101
    if left:
        await pong(client, left - 1)


async def pong(client, left):
    client.go()  # expect: AF101
    if left:
        await ping(client, left - 1)


async def first(client, left):
    client.go()
    if left:
        await second(client, left - 1)


async def second(client, left):
    client.go()
    if left:
        await third(client, left - 1)


async def third(client, left):
    client.go()
    if left:
        await first(client, left - 1)


async def bad():
    await ping(Loud(), 2)


async def ok():
    await first(Quiet(), 3)
    await second(Quiet(), 3)


ORACLE = [bad, ok]
