"""A coroutine method uses what its object's fields hold: what is passed, the default, else what they are declared as."""
import time
from dataclasses import dataclass, field


class Client:
    def send(self):
        return 1


class Slow(Client):
    def send(self):
        time.sleep(0.01)


class Quick(Client):
    def send(self):
        return 2


@dataclass
class Passed:
    client: Client

    async def run(self):
        self.client.send()  # expect: AF101


@dataclass
class Harmless:
    client: Client

    async def run(self):
        self.client.send()


@dataclass
class Defaulted:
    client: Client = Slow()  # noqa: RUF009

    async def run(self):
        self.client.send()  # expect: AF101


@dataclass
class Made:
    client: Client = field(default_factory=Slow)

    async def run(self):
        self.client.send()  # expect: AF101


@dataclass
class Declared:
    client: Client

    async def run(self):
        self.client.send()  # expect: AF101


async def run(kind: type[Client]):
    kind().send()  # expect: AF101


async def call_class():
    for kind in (Slow, Quick):
        await run(kind)


async def ok_all(unknown=lambda: Slow()):
    await Passed(Quick()).run()
    await Passed(client=Slow()).run()
    await Harmless(Quick()).run()
    await Defaulted(Quick()).run()
    await Defaulted().run()
    await Made().run()
    await Declared(*[unknown()]).run()


ORACLE = [call_class, ok_all]
