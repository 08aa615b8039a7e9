import asyncio
import subprocess
import sys

PAUSE = "import time; time.sleep(0.1)"


async def main():
    return (await asyncio.to_thread(subprocess.run, [sys.executable, "-c", PAUSE + "; print(1)"], capture_output=True, text=True)).stdout
