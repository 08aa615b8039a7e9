"""The methods of a protocol run on the loop."""
import asyncio
import time


class Echo(asyncio.Protocol):
    def connection_made(self, transport):
        time.sleep(1)  # expect: AF101

    def data_received(self, data):
        self.store(data)  # expect: AF101

    def store(self, data):
        time.sleep(1)


async def bad_protocol():
    loop = asyncio.get_running_loop()
    protocol = Echo()
    loop.call_soon(protocol.connection_made, None)
    loop.call_soon(protocol.data_received, b"")
    await asyncio.sleep(0)
