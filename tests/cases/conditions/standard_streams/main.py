"""Writing to the standard streams is what `print` does; reading the standard input waits for who types."""
import sys

NO_ORACLE = "the standard input of the tests is empty"


async def bad_typed():
    return sys.stdin.readline()  # expect: AF105


async def ok_written():
    sys.stdout.write("x")
    sys.stderr.writelines(["x"])
    sys.stderr.flush()
    print("x", file=sys.stderr)
