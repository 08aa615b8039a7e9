import asyncio
import subprocess

import slow


async def main():
    await asyncio.to_thread(subprocess.run, slow.program())
    return "done"
