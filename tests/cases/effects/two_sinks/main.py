"""One entry that reaches two kinds of sink is two findings."""
import subprocess
import time


def both():
    time.sleep(1)
    subprocess.run(["true"], check=True)


async def bad_both():
    both()  # expect: AF101, AF106
