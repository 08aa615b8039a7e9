"""`reversed` of an object calls its `__reversed__`, which may be a generator."""
import time


class Rows:
    def __init__(self, rows):
        self.rows = rows

    def __iter__(self):
        return iter(self.rows)

    def __reversed__(self):
        for row in self.rows[::-1]:
            time.sleep(0.01)
            yield row


async def bad_reversed():
    for row in reversed(Rows([1])):  # expect: AF101
        print(row)
    return list(reversed(Rows([1])))  # expect: AF101


async def ok_forwards():
    return [*Rows([1]), *reversed([1])]
