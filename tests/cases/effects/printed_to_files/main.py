"""Printing to a file writes to it; to the terminal, or to a text in memory, it does not count."""
import io
import pprint
import sys


class Loud:
    def write(self, text):
        open(__file__).close()


def log(file, text):
    print(text, file=file)


async def bad_file():
    with open("printed", "w") as file:  # expect: AF105
        print("x", file=file)  # expect: AF105
        pprint.pprint({}, file)  # expect: AF105


async def bad_helper():
    log(open("printed", "w"), "x")  # expect: AF105


async def bad_own():
    print("x", file=Loud())  # expect: AF105


async def ok_terminal():
    print("x")
    print("x", file=sys.stderr)
    print("x", file=None)
    log(sys.stdout, "x")


async def ok_memory():
    print("x", file=io.StringIO())
    pprint.pprint({}, io.StringIO())
