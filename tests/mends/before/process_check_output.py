import subprocess
import sys

PAUSE = "import time; time.sleep(0.1)"


async def main():
    return subprocess.check_output([sys.executable, "-c", PAUSE + "; print(1)"])
