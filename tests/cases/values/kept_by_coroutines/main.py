"""Objects keep what they are given in what runs later: a coroutine, a manager, a partial, a bound method."""
import contextlib
import functools
import time


class Loud:
    def go(self):
        time.sleep(0.01)


class Quiet:
    def go(self):
        return 1


async def checked(client):
    return client


def opened(client):
    yield client


class Pending:
    def __init__(self, client):
        self.pending = checked(client)

    async def run(self):
        (await self.pending).go()  # expect: AF101


class QuietPending:
    def __init__(self, client):
        self.pending = checked(client)

    async def run(self):
        (await self.pending).go()


class Managed:
    def __init__(self, client):
        self.manager = contextlib.contextmanager(opened)
        self.client = client

    async def run(self):
        with self.manager(self.client) as client:
            client.go()  # expect: AF101


class Handed:
    def __init__(self, function):
        self.manager = contextlib.contextmanager(function)

    async def run(self):
        with self.manager() as client:
            client.go()  # expect: AF101


class Later:
    def __init__(self, client):
        self.action = functools.partial(client.go)

    async def run(self):
        self.action()  # expect: AF101


class Bound:
    def __init__(self, client):
        self.action = client.go

    async def run(self):
        self.action()  # expect: AF101


class QuietBound:
    def __init__(self, client):
        self.action = client.go
        self.later = functools.partial(client.go)

    async def run(self):
        self.action()
        self.later()


def sessions():
    yield Loud()


async def bad_pending():
    await Pending(Loud()).run()


async def bad_managed():
    await Managed(Loud()).run()


async def bad_handed():
    await Handed(sessions).run()


async def bad_later():
    await Later(Loud()).run()


async def bad_bound():
    await Bound(Loud()).run()


async def ok_quiet():
    await QuietPending(Quiet()).run()
    await QuietBound(Quiet()).run()
