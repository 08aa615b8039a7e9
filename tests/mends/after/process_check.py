import asyncio
import subprocess
import sys

PAUSE = "import time; time.sleep(0.1)"


async def main():
    try:
        await asyncio.to_thread(subprocess.run, [sys.executable, "-c", PAUSE + "; raise SystemExit(3)"], check=True)
    except subprocess.CalledProcessError as error:
        return error.returncode
