"""A field's items may be handed on by `*` and `**`, like any dict's and list's."""
import time
from dataclasses import dataclass


def pause(seconds, loud=True):
    if loud:
        time.sleep(seconds)


@dataclass
class Job:
    items: list
    options: dict

    def by_name(self):
        pause(**self.options)

    def by_place(self):
        pause(*self.items)


async def bad_by_name():
    Job([], {"seconds": 0.01}).by_name()  # expect: AF101


async def bad_by_place():
    Job([0.01], {}).by_place()  # expect: AF101
