# blocks: no
import asyncio
import threading


async def main():
    ready = asyncio.Event()
    ready.set()
    return await ready.wait() and ready.is_set()
