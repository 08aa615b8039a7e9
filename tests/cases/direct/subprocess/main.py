"""Child processes."""
import subprocess


async def bad_run():
    subprocess.run(["true"], check=True)  # expect: AF106


async def bad_output():
    return subprocess.check_output(["true"])  # expect: AF106


async def bad_wait():
    process = subprocess.Popen(["true"])  # expect: AF106
    process.wait()  # expect: AF106
