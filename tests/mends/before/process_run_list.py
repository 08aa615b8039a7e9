import subprocess
import sys

PAUSE = "import time; time.sleep(0.1)"


async def main():
    subprocess.run([sys.executable, "-c", PAUSE], cwd="/", stdout=subprocess.DEVNULL)
    return "done"
