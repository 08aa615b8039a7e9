import asyncio
import subprocess
import sys

PAUSE = "import time; time.sleep(0.1)"


async def main():
    return await asyncio.to_thread(subprocess.check_output, [sys.executable, "-c", PAUSE + "; print(1)"])
