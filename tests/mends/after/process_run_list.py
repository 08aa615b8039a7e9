import asyncio
import subprocess
import sys

PAUSE = "import time; time.sleep(0.1)"


async def main():
    await (await asyncio.create_subprocess_exec(sys.executable, "-c", PAUSE, cwd="/", stdout=subprocess.DEVNULL)).wait()
    return "done"
