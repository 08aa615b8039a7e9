"""`os.popen` starts a shell; reading what it writes and closing wait for it."""
import asyncio
import os

NO_ORACLE = "the file that it gives asks its pipe and its process, which are not recorded by its name"


async def bad_read_and_close():
    pipe = os.popen("echo a")  # expect: AF106
    try:
        return pipe.read()  # expect: AF106
    finally:
        pipe.close()  # expect: AF106


async def bad_with():
    with os.popen("echo b") as pipe:  # expect: AF106
        return pipe.readlines()  # expect: AF106


async def ok_off_the_loop():
    return await asyncio.to_thread(lambda: os.popen("echo c").read())


async def ok_asyncio():
    process = await asyncio.create_subprocess_shell("echo d", stdout=asyncio.subprocess.PIPE)
    await process.communicate()
