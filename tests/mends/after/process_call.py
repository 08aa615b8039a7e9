import asyncio
import sys

PAUSE = "import time; time.sleep(0.1)"


async def main():
    return await (await asyncio.create_subprocess_exec(sys.executable, "-c", PAUSE + "; raise SystemExit(3)")).wait()
