import subprocess

import slow


async def main():
    subprocess.run(slow.program())
    return "done"
