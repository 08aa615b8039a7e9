"""A node asks a visitor for the method that bears the name of its class: which visitor it is, the caller tells."""
import time


class Node:
    def accept(self, visitor):
        return getattr(visitor, f"visit_{type(self).__name__}", visitor.visit_other)(self)


class Text(Node):
    pass


class Slow:
    def visit_Text(self, node):
        time.sleep(0.01)

    def visit_other(self, node):
        return node


class Quick:
    def visit_Text(self, node):
        return node

    def visit_other(self, node):
        return node


async def bad_visit():
    Text().accept(Slow())  # expect: AF101


async def ok_visit():
    Text().accept(Quick())
