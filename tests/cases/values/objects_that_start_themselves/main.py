"""Objects that start a task of their own: what that calls is what their own constructor got, not that of others."""
import asyncio
import time


class Manager:
    def __init__(self, framer, client=None):
        self.framer = framer
        if client:
            self.client = client
            self.low_level_send = self.client.send
        else:
            self.low_level_send = self.send

    def send(self, data):
        self.sent = data

    def submit(self, data):
        self.low_level_send(data)


class Handler(Manager):
    def __init__(self, owner):
        super().__init__(owner.framer)
        self.owner = owner

    async def handle(self):
        self.submit(b"")

    def start(self):
        self.task = asyncio.create_task(self.handle())


class Bridge(Manager):
    def __init__(self, client):
        super().__init__(1, client)

    async def handle_all(self):
        self.submit(b"")  # expect: AF101

    def start(self):
        self.task = asyncio.create_task(self.handle_all())


class Blocking:
    def __init__(self):
        self.manager = Manager(1, client=self)

    def execute(self):
        self.manager.submit(b"")

    def send(self, data):
        time.sleep(0.01)


class Server:
    framer = 1

    def started(self):
        handler = Handler(self)
        handler.start()
        return handler


async def ok_handler():
    await Server().started().task


async def bad_bridge():
    bridge = Bridge(Blocking())
    bridge.start()
    await bridge.task


async def ok_blocking_elsewhere():
    await asyncio.to_thread(Blocking().execute)
