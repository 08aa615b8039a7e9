"""A task group is given a coroutine function and its arguments apart.

NO_ORACLE: trio is not installed.
"""
import time

import anyio
import trio


class Table:
    def insert(self, row):
        time.sleep(0.01)

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        return None


class Memory:
    def insert(self, row):
        return row


async def write(table):
    with table:
        table.insert(1)  # expect: AF101


async def keep(memory):
    memory.insert(1)


async def main():
    async with trio.open_nursery() as nursery:
        nursery.start_soon(write, Table())
    async with anyio.create_task_group() as group:
        group.start_soon(keep, Memory())
