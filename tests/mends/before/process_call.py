import subprocess
import sys

PAUSE = "import time; time.sleep(0.1)"


async def main():
    return subprocess.call([sys.executable, "-c", PAUSE + "; raise SystemExit(3)"])
