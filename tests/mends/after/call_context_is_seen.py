import asyncio
import contextvars

import slow

USER = contextvars.ContextVar("user", default="nobody")


def who():
    slow.work()
    return USER.get()


async def main():
    USER.set("somebody")
    return await asyncio.to_thread(who)
