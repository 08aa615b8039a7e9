import subprocess
import sys

PAUSE = "import time; time.sleep(0.1)"


async def main():
    return subprocess.run([sys.executable, "-c", PAUSE + "; print(1)"], capture_output=True, text=True).stdout
