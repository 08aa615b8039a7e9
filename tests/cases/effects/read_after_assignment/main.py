"""A property or descriptor is asked, too, where the same function has assigned it before."""
import time


class Stored:
    def __get__(self, instance, owner):
        time.sleep(0.01)
        return "stored"

    def __set__(self, instance, value):
        instance.__dict__["kept"] = value


class Node:
    title = Stored()

    @property
    def banner(self):
        time.sleep(0.01)
        return "banner"

    @banner.setter
    def banner(self, value):
        self.kept = value


async def bad_descriptor():
    node = Node()
    node.title = "a"
    return node.title  # expect: AF101


async def bad_property():
    node = Node()
    node.banner = "a"
    return node.banner  # expect: AF101


async def bad_by_text():
    node = Node()
    node.banner = "a"
    return getattr(node, "banner")  # expect: AF101


async def ok_plain():
    node = Node()
    node.kept = "a"
    return node.kept
