"""Lists that are taken apart where they are written out."""
import time


class Disk:
    def put(self):
        time.sleep(0.01)


class Memory:
    def put(self):
        return 1


async def ok_first():
    memory, _ = [Memory(), Disk()]
    memory.put()


async def bad_second():
    _, disk = [Memory(), Disk()]
    disk.put()  # expect: AF101


async def ok_before_the_rest():
    first, *_ = [Memory(), Disk(), Disk()]
    first.put()


async def ok_behind_the_rest():
    *_, last = (Disk(), Disk(), Memory())
    last.put()


async def bad_rest():
    _, *others = [Memory(), Disk()]
    for other in others:
        other.put()  # expect: AF101


async def bad_made_for_each():
    first, second = [make() for make in (Disk, Memory)]
    first.put()  # expect: AF101
    return second
