"""A test of the class of what a constructor keeps or makes, in one condition with another."""
import time


class Command:
    def __init__(self, args=None):
        if args is None:
            args = {}
        self._args = args


class SetCommand(Command):
    def handle(self, state):
        if state == 1 and isinstance(self._args, dict):
            time.sleep(0.01)


async def main():
    SetCommand().handle(1)  # expect: AF101


ORACLE = [main]
