"""Printing to a file writes to it; to the terminal, or to a text in memory, it does not count."""
import io
import pprint
import sys
import traceback


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


def fail():
    raise ValueError("x")


async def bad_by_place():
    pprint.pp({}, Loud())  # expect: AF105
    traceback.print_stack(None, 1, Loud())  # expect: AF105
    try:
        fail()
    except ValueError as error:
        traceback.print_exc(1, Loud())  # expect: AF105
        traceback.print_exception(type(error), error, None, 1, Loud())  # expect: AF105


async def ok_of_another_place():
    try:
        fail()
    except ValueError as error:
        traceback.print_exception(type(error), error, None, 1)
        traceback.print_exc(1)
    traceback.print_stack(None, 1)
