"""What is passed to the coroutine of an object that a registry of decorated classes gives."""

import time

HANDLERS = {}


def on(kind):
    def decorate(cls):
        HANDLERS[kind] = cls()
        return cls

    return decorate


class Cluster:
    def pods(self):
        time.sleep(0.01)

    def name(self):
        return "cluster"


class Handler:
    async def handle(self, cluster):
        return await self.apply(cluster)


@on("modified")
class Modified(Handler):
    async def apply(self, cluster):
        return cluster.pods()  # expect: AF101


@on("added")
class Added(Handler):
    async def apply(self, cluster):
        return cluster.name()


async def main():
    await HANDLERS.get("modified").handle(Cluster())
    await HANDLERS.get("added").handle(Cluster())


ORACLE = [main]
