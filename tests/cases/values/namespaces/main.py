"""A namespace has what it is made with as its attributes."""
import argparse
import time
import types


def slow():
    time.sleep(0.01)


def quick():
    return 1


async def bad_made_with():
    types.SimpleNamespace(run=slow, stop=quick).run()  # expect: AF101
    argparse.Namespace(run=slow).run()  # expect: AF101


async def bad_set_later():
    context = types.SimpleNamespace()
    context.run = slow
    context.run()  # expect: AF101


async def ok_others():
    types.SimpleNamespace(run=slow, stop=quick).stop()
    argparse.Namespace(run=quick).run()
