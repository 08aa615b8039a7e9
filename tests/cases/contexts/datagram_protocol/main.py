"""Datagram protocols."""
import asyncio
import time


class Receiver(asyncio.DatagramProtocol):
    def datagram_received(self, data, addr):
        time.sleep(1)  # expect: AF101

    def helper(self):
        time.sleep(1)


async def bad_received():
    asyncio.get_running_loop().call_soon(Receiver().datagram_received, b"", None)
    await asyncio.sleep(0)
